import { describe, expect, test } from "vitest";
import type { Act, Indicator } from "../../reports/act.ts";
import { acts } from "../../reports/acts/index.ts";
import { type FactRow, factsOf } from "../../reports/facts.ts";
import { figuresOf, type MeasuredScope, noFacts } from "../../reports/figures.ts";
import { period } from "../../reports/period.ts";
import { rational } from "../../reports/rational.ts";
import type { Figure } from "../../reports/report-model.ts";
import type { Scope } from "../../reports/scope.ts";
import type { Target } from "../../reports/target.ts";
import type { Wording } from "../../reports/wording.ts";
import { measureOf } from "./measures.ts";

/** Says which sentence was asked for and with what, so that a test needs no Italian. */
const wording: Wording = {
  reasons: {
    noCases: "noCases",
    allLeftOut: (words) => `allLeftOut ${words.join()}`,
    notOffered: "notOffered",
    noTable: (table) => `noTable(${table})`,
    noRowInScope: "noRowInScope",
  },
  notes: {
    percentileIsMaximum: "isMaximum",
    percentileIsMinimum: "isMinimum",
    oldTarget: (target, year) => `oldTarget(${target.year},${year})`,
    judgedByDirection: () => "judgedByDirection",
    narrowed: () => "narrowed",
    leftOutShare: (words, rows, of) => `leftOut(${words},${rows} of ${of})`,
    convertedTarget: (target) => `converted(${target.value} ${target.unit})`,
    rateOfTheYear: "rateOfTheYear",
    minimumBegins: (from, isAfter) => `minimumBegins(${from},${isAfter})`,
  },
  warnings: {} as Wording["warnings"],
};

const [act] = acts as readonly [Act];
const indicator: Indicator = {
  ...(act.indicators[0] as Indicator),
  id: "days",
  service: "internet",
  tables: ["activation_orders", "suspensions"],
  exclusions: [
    { id: "cancelled", words: "annullato", clause: "c" },
    { id: "later-date", words: "data posticipata", clause: "c", measures: ["p95"] },
    { id: "third-party", words: "terzi", clause: "c" },
  ],
  measures: [
    measureOf({ kind: "percentile", of: "cases", p: 95 }, { id: "p95", unit: "days", decimals: 0 }),
    measureOf({ kind: "percentile", of: "cases", p: 5 }, { id: "p5", unit: "days", decimals: 0, better: "higher" }),
    measureOf({ kind: "mean", of: "cases" }, { id: "mean", unit: "days", tables: ["activation_orders"] }),
  ],
};

const target: Target = {
  id: "1",
  act: act.id,
  indicator: "days",
  measure: "p95",
  scope: {},
  value: "30",
  unit: "days",
  printed: "bare",
  words: "w",
  section: "1",
  year: 2026,
};

const rows = (values: readonly number[], excluded: Readonly<Record<string, number>> = {}): readonly FactRow[] => [
  ...values.map((value) => ({ fact: "cases", value, count: rational(1) })),
  { table: "activation_orders", fact: "counted", value: undefined, count: rational(values.length) },
  ...Object.entries(excluded).map(([fact, count]) => ({
    table: "activation_orders",
    fact,
    value: undefined,
    count: rational(count),
  })),
  // What another table of the indicator leaves out says nothing of these cases.
  { table: "suspensions", fact: "cancelled", value: undefined, count: rational(9) },
];

interface World {
  readonly values?: readonly number[];
  readonly excluded?: Readonly<Record<string, number>>;
  readonly scope?: Scope;
  readonly targets?: readonly Target[];
  readonly absent?: readonly string[];
  readonly offered?: boolean;
  readonly empty?: boolean;
  readonly measures?: MeasuredScope["measures"];
}

function figures({
  values = [],
  excluded = {},
  scope = {},
  targets = [],
  absent = [],
  offered = true,
  empty = false,
  measures = "all",
}: World): Readonly<Record<string, Figure>> {
  const facts = values.length + Object.keys(excluded).length === 0 ? noFacts : factsOf(rows(values, excluded));
  const results = { act, indicator, offered, scopes: [{ scope, facts, measures, empty }] };
  const made = figuresOf(results, { wording, period: period(2026, 1), targets, absent });
  return Object.fromEntries(made.map(({ figure }) => [figure.measure, figure]));
}

const twenty = Array.from({ length: 20 }, (_, i) => i + 1);

describe("why there is no value", () => {
  test.each([
    ["no case", {}, "not_assessable", "noCases"],
    ["a service not offered", { offered: false }, "not_applicable", "notOffered"],
    ["a table the operator has not", { absent: ["suspensions"] }, "not_assessable", "noTable(suspensions)"],
    [
      "a target on a scope without a row",
      { targets: [{ ...target, scope: { network: "own" } }], scope: { network: "own" }, empty: true },
      "not_assessable",
      "noRowInScope",
    ],
    [
      "not offered, before the missing table",
      { offered: false, absent: ["suspensions"] },
      "not_applicable",
      "notOffered",
    ],
  ] as const)("%s", (_, world, outcome, reason) => {
    expect(figures(world).p95).toMatchObject({ value: null, exact: null, cases: 0, outcome, reason });
  });

  test("a measure that does without the missing table keeps its value", () => {
    const made = figures({ values: [4], absent: ["suspensions"] });
    expect([made.p95?.value, made.mean?.value]).toEqual([null, "4.00"]);
  });

  test("a target stands beside a missing value", () => {
    expect(figures({ offered: false, targets: [target] }).p95).toMatchObject({ target: "30", comparator: "<=" });
  });
});

describe("a judged figure", () => {
  test("has value, target, comparator, outcome, margin and the cases that would turn it", () => {
    // P95 of 1..20 is 19; 30 - 19 = 11; the rank 0,95 (20 + k) passes 20 for k > 1,05.
    expect(figures({ values: twenty, targets: [target] }).p95).toEqual({
      act: act.id,
      indicator: "days",
      measure: "p95",
      service: "internet",
      scope: {},
      unit: "days",
      cases: 20,
      value: "19",
      exact: "19",
      target: "30",
      comparator: "<=",
      outcome: "met",
      margin: "11",
      cases_to_turn: 2,
      excluded: {},
    });
  });

  test("without a target says so, and has no margin", () => {
    const figure = figures({ values: twenty }).p95;
    expect(figure?.outcome).toBe("no_target");
    expect(Object.keys(figure ?? {})).toEqual([
      "act",
      "indicator",
      "measure",
      "service",
      "scope",
      "unit",
      "cases",
      "value",
      "exact",
      "outcome",
      "excluded",
    ]);
  });

  test("finds its target by act, indicator, measure and scope, however the scope is written", () => {
    const own = (changes: Partial<Target>) =>
      figures({
        values: twenty,
        scope: { technology: ["VDSL", "ADSL"] },
        targets: [{ ...target, scope: { technology: ["ADSL", "VDSL"] }, ...changes }],
      }).p95?.outcome;
    expect(own({})).toBe("met");
    expect(own({ value: "18" })).toBe("missed");
    for (const other of [{ act: "x" }, { indicator: "x" }, { measure: "mean" }, { scope: {} }])
      expect(own(other)).toBe("no_target");
  });

  test.each([
    ["720", "hours", "30"],
    ["1", "days", "1"],
    ["36", "hours", "1.5"],
    ["90", "minutes", "0.0625"],
    ["0.50", "days", "0.50"],
    ["12.0", "hours", "0.5"],
  ] as const)("a target of %s %s is %s days", (value, unit, days) => {
    expect(figures({ values: twenty, targets: [{ ...target, value, unit }] }).p95?.target).toBe(days);
  });

  test("a target that is no finite decimal in the measure's unit is kept as a fraction: 1 hour is 1/24 day", () => {
    expect(figures({ values: twenty, targets: [{ ...target, value: "1", unit: "hours" }] }).p95?.target).toBe("1/24");
  });
});

describe("notes", () => {
  const note = (world: World, measure = "p95") => figures(world)[measure]?.note;

  test.each([
    ["P95 of 20 cases is the 19th", twenty, "p95", undefined],
    ["P95 of 19 cases is the last", twenty.slice(1), "p95", "isMaximum"],
    ["P5 of 20 cases is the first", twenty, "p5", "isMinimum"],
    ["P5 of 21 cases is the second", [...twenty, 21], "p5", undefined],
    ["a mean has none", [1], "mean", undefined],
  ] as const)("%s", (_, values, measure, expected) => expect(note({ values }, measure)).toBe(expected));

  test("a target of another year, of another unit, and one whose words go against its direction", () => {
    const against: Target = { ...target, year: 2018, value: "720", unit: "hours", printed: ">" };
    expect(note({ values: twenty, targets: [against] })).toBe(
      "oldTarget(2018,2026) judgedByDirection converted(720 hours)",
    );
    expect(figures({ values: twenty, targets: [against] }).p95).toMatchObject({ comparator: "<=", outcome: "met" });
  });

  test("a narrowed figure says so, and which share of the cases its words leave out: 5 of 5 + 20", () => {
    const narrowed: World = {
      values: twenty,
      excluded: { "third-party": 5, cancelled: 3 },
      scope: { responsibility: "own" },
    };
    expect(note(narrowed)).toBe("narrowed leftOut(terzi,5 of 25)");
    expect(note({ ...narrowed, scope: {} })).toBeUndefined();
    expect(note({ values: twenty, scope: { limit: 10 } }, "mean")).toBe("narrowed");
  });
});

describe("rows left out", () => {
  test("stand in the act's order, without zeros, and without those that the measure is free of", () => {
    const made = figures({ values: twenty, excluded: { "later-date": 2, cancelled: 3 } });
    expect(JSON.stringify(made.p95?.excluded)).toBe('{"cancelled":3,"later-date":2}');
    expect(made.mean?.excluded).toEqual({ cancelled: 3 });
  });
});

test("at a scope that targets alone name, only the measures that they name are printed", () => {
  expect(Object.keys(figures({ values: twenty, measures: ["mean"], scope: { network: "own" } }))).toEqual(["mean"]);
});
