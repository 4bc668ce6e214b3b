import { describe, expect, test } from "vitest";
import type { Measure } from "../../reports/act.ts";
import { distribution } from "../../reports/distribution.ts";
import { byMonth, missedBound, monthsOf } from "../../reports/explain-months.ts";
import { type FactRow, factsOf } from "../../reports/facts.ts";
import type { Lateness } from "../../reports/late-cases.ts";
import { period } from "../../reports/period.ts";
import { rational } from "../../reports/rational.ts";
import type { Figure } from "../../reports/report-model.ts";

const base = { unit: "days", divisor: 1, decimals: 2, better: "lower" } as const;
const mean: Measure = { id: "mean", name: "", formula: { kind: "mean", of: "days" }, ...base };
const missed = { outcome: "missed", target: "6", comparator: "<=", scope: {} } as unknown as Figure;
const beyondSix: Lateness = {
  fact: "days",
  beyond: ">=",
  bound: 7,
  withoutValue: false,
  leftOut: [],
  against: "target",
};

/** Facts of days, each with how many orders took so long. */
const days = (month: string, ...counts: readonly (readonly [number, number])[]) => ({
  month,
  facts: factsOf([{ fact: "days", distribution: distribution(counts) }]),
});
const counts = (month: string, of: Readonly<Record<string, number>>) => ({
  month,
  facts: factsOf(
    Object.entries(of).map(([fact, count]): FactRow => ({ fact, value: null, count: rational(BigInt(count)) })),
  ),
});

test("every month is judged by itself, and the one with the most late cases is named", () => {
  const found = byMonth(mean, missed, beyondSix, [
    // (2 x 6 + 7) / 3 = 19 / 3
    days("2026-01", [6, 2], [7, 1]),
    days("2026-02", [6, 9]),
    days("2026-03"),
    days("2026-04", [3, 1], [7, 1], [40, 1]),
  ]);
  expect(found).toEqual({
    target: "6",
    comparator: "<=",
    comparable: true,
    misses_are: "late-cases",
    months: [
      { month: "2026-01", cases: 3, value: "6.33", exact: "19/3", outcome: "missed", misses: "1" },
      { month: "2026-02", cases: 9, value: "6.00", exact: "6", outcome: "met", misses: "0" },
      { month: "2026-03", cases: 0, value: null, exact: null, outcome: "not_assessable", misses: "0" },
      { month: "2026-04", cases: 3, value: "16.67", exact: "50/3", outcome: "missed", misses: "2" },
    ],
    most: ["2026-04"],
  });
});

test.each([
  ["none is late", [0, 0], undefined],
  ["all months alike", [2, 2], undefined],
  ["one more than the other", [2, 3], ["2026-02"]],
  ["two of three", [3, 3, 2], ["2026-01", "2026-02"]],
])("the months with the most: %s", (_, late, most) => {
  const months = late.map((n, i) => days(`2026-0${i + 1}`, [1, 1], ...(n === 0 ? [] : [[9, n] as const])));
  expect(byMonth(mean, missed, beyondSix, months)?.most).toEqual(most);
});

describe("what a month's misses are", () => {
  const ratio = (numerator: string, denominator: string, better: "lower" | "higher"): Measure => ({
    ...{ ...base, unit: "%", better, id: "ratio", name: "" },
    formula: { kind: "ratio", numerator, denominator },
  });
  const of = (measure: Measure, fact: Readonly<Record<string, number>>) =>
    byMonth(measure, missed, undefined, [counts("2026-01", fact)]);

  test.each(["mean-lines", "final-lines"])(
    "of a rate its faults, over the month's own %s, and never held against a target of the whole",
    (lines) => {
      const found = of(ratio("faults", lines, "lower"), { faults: 8, [lines]: 100 });
      expect(found).toMatchObject({ comparable: false, misses_are: "faults" });
      const { months = [] } = found ?? {};
      expect(months).toEqual([
        { month: "2026-01", cases: 100, value: "8.00", exact: "8", denominator: "100", misses: "8" },
      ]);
    },
  );

  test("of another ratio its numerator where less is better, the rest where more is", () => {
    const disputes = of(ratio("disputes", "invoices", "lower"), { disputes: 8, invoices: 100 });
    expect(disputes).toMatchObject({ misses_are: "disputes", months: [{ misses: "8", outcome: "missed" }] });
    const up = of(ratio("up-seconds", "period-seconds", "higher"), { "up-seconds": 95, "period-seconds": 100 });
    expect(up).toMatchObject({ misses_are: "not-up-seconds", months: [{ misses: "5" }] });
  });

  test("of a share the cases that fail, those without a value included", () => {
    const share: Measure = {
      ...{ ...base, unit: "%", better: "higher", id: "within-limit", name: "" },
      formula: { kind: "share", of: "wait", test: { is: "under-limit", limitSeconds: 20 }, over: "chosen" },
    };
    const facts = factsOf([
      {
        fact: "wait",
        distribution: distribution([
          [19_999, 1],
          [20_000, 1],
        ]),
      },
      { fact: "chosen", value: null, count: rational(3n) },
    ]);
    // One under 20 s, one at 20 s, one that nobody answered: 1 of 3.
    const figure = { ...missed, target: "50", comparator: ">=" } as Figure;
    expect(byMonth(share, figure, undefined, [{ month: "2026-01", facts }])?.months).toEqual([
      { month: "2026-01", cases: 3, value: "33.33", exact: "100/3", outcome: "missed", misses: "2" },
    ]);
  });
});

test.each([
  ["missed", missed, { target: "6", comparator: "<=" }],
  ["met", { ...missed, outcome: "met" }, undefined],
  ["no target", { outcome: "no_target", scope: {} }, undefined],
  [
    "the operator's met, the law's missed",
    { ...missed, outcome: "met", minimum: { value: "5", comparator: "<=", outcome: "missed" } },
    { target: "5", comparator: "<=" },
  ],
  [
    "both missed: the operator's",
    { ...missed, minimum: { value: "5", comparator: "<=", outcome: "missed" } },
    { target: "6", comparator: "<=" },
  ],
])("a figure is shown by month where something was missed: %s", (_, figure, bound) => {
  expect(missedBound(figure as Figure)).toEqual(bound);
});

test("the months of a period follow one another without a gap, in Italian time", () => {
  for (const whole of [period(2026, 1), period(2026, 2), period(2026, null)]) {
    const months = monthsOf(whole);
    expect(months.map(({ id }) => id)).toEqual(whole.months);
    expect([months[0]?.startMicros, months.at(-1)?.endMicros]).toEqual([whole.startMicros, whole.endMicros]);
    expect(months.slice(1).map(({ startMicros }) => startMicros)).toEqual(
      months.slice(0, -1).map(({ endMicros }) => endMicros),
    );
  }
  // 31 days less the hour that goes with the clocks on the 29th.
  const march = monthsOf(period(2026, 1))[2];
  expect((march?.endMicros ?? 0n) - (march?.startMicros ?? 0n)).toBe((31n * 24n - 1n) * 3_600_000_000n);
  expect([march?.firstDay, march?.lastDay]).toEqual(["2026-03-01", "2026-03-31"]);
});
