/** What a figure is held against: the law's minimum from the day on which it begins, and a target of the same height. */
import { describe, expect, test } from "vitest";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import { act255 } from "../../reports/acts/255-24-cons.ts";
import { distribution } from "../../reports/distribution.ts";
import type { Facts } from "../../reports/facts.ts";
import { figuresOf, noFacts } from "../../reports/figures.ts";
import { isMinimumAlone } from "../../reports/minimum.ts";
import { parsePeriod } from "../../reports/period.ts";
import { rational } from "../../reports/rational.ts";
import type { Figure } from "../../reports/report-model.ts";
import { withSettings } from "../../reports/settings.ts";
import type { Target } from "../../reports/target.ts";
import { judgedOf, outcomeCounts } from "../../templates/judged.ts";
import { wording } from "../../templates/wording.ts";

const own = { id: "1", scope: {}, printed: "bare", words: "w", section: "1", year: 2026 } as const;
const answer: Target = {
  ...own,
  act: "255-24-cons",
  indicator: "agent-answer",
  measure: "mean",
  value: "150",
  unit: "s",
};

/** One call that waited 151 seconds. */
const late: Facts = {
  ...noFacts,
  distributions: new Map([["wait", distribution([[151_000, 1]])]]),
  counts: new Map([["chosen", rational(1)]]),
};

function answered(period: string, targets: readonly Target[] = []) {
  const of = parsePeriod(period);
  const [indicator] = act255.indicators;
  if (of === undefined || indicator === undefined) throw new Error("no such period or indicator");
  const scopes = [{ scope: {}, facts: late, measures: ["mean"], empty: false }];
  return figuresOf({ act: act255, indicator, offered: true, scopes }, { wording, period: of, targets, absent: [] });
}

const figureIn = (period: string, targets: readonly Target[] = []) => answered(period, targets)[0]?.figure as Figure;

describe("the minimum of 8 August 2025", () => {
  test.each([
    ["2025-S1", undefined, "no_target", "non vi è confrontato"],
    ["2025-S2", "missed", "missed", "comprende anche i casi del periodo anteriori"],
    ["2025", "missed", "missed", "comprende anche i casi del periodo anteriori"],
    ["2026-S1", "missed", "missed", undefined],
  ])("%s", (period, minimum, outcome, note) => {
    const figure = figureIn(period);
    expect([figure.minimum?.outcome, figure.outcome]).toEqual([minimum, outcome]);
    if (note === undefined) expect(figure.note).toBeUndefined();
    else
      expect(figure.note).toContain(
        `vale dall’8/8/2025: il valore ${note.startsWith("non") ? "di questo periodo " : ""}${note}`,
      );
  });

  test("a target of before is judged all the same, and by itself", () => {
    const figure = figureIn("2025-S1", [{ ...answer, value: "160", year: 2025 }]);
    expect([figure.outcome, figure.minimum]).toEqual(["met", undefined]);
  });
});

describe("a target beside the minimum of 150 seconds", () => {
  test.each([
    ["none", [], { alone: true, targets: 0, standards: 1 }],
    ["149", [{ ...answer, value: "149" }], { alone: false, targets: 1, standards: 1 }],
    ["150", [answer], { alone: false, targets: 1, standards: 1 }],
    ["less than 150", [{ ...answer, printed: "<" }] as const, { alone: false, targets: 1, standards: 1 }],
  ])("%s", (_, targets, expected) => {
    const rows = answered("2026-S1", targets);
    const [row] = rows;
    if (row === undefined) throw new Error("no figure");
    const blocks = [{ label: "", rows }];
    const parts = [{ act: act255, indicators: [{ act: act255, indicator: row.indicator, blocks, conservation: [] }] }];
    const counts = outcomeCounts(judgedOf(parts));
    expect({
      alone: isMinimumAlone(row.figure),
      targets: counts.targets.missed,
      standards: counts.standards.missed,
    }).toEqual(expected);
  });
});

describe("a year's rate of faults", () => {
  const faults: Facts = {
    ...noFacts,
    counts: new Map(
      ["faults", "mean-lines", "line-years"].map((name) => [name, rational(name === "faults" ? 4 : 100)]),
    ),
  };
  const promised: Target = {
    ...own,
    act: "131-06-csp",
    indicator: "fault-rate",
    measure: "ratio",
    value: "5",
    unit: "%",
  };
  const note = (period: string, targets: readonly Target[], chosen: Readonly<Record<string, string>> = {}) => {
    const [act] = withSettings([act131], chosen);
    const indicator = act?.indicators.find(({ id }) => id === "fault-rate");
    const of = parsePeriod(period);
    if (act === undefined || indicator === undefined || of === undefined) throw new Error("no rate of faults");
    const scopes = [{ scope: {}, facts: faults, measures: ["ratio"], empty: false }];
    const [row] = figuresOf({ act, indicator, offered: true, scopes }, { wording, period: of, targets, absent: [] });
    return [row?.figure.outcome, row?.figure.note];
  };

  test("says that the target names no span of time, and is judged as it is", () => {
    expect(note("2026", [promised])).toEqual(["met", wording.notes.rateOfTheYear]);
  });

  test("is silent where there is no such question: a half-year, no target, a rate brought to a year", () => {
    expect(note("2026-S1", [promised])).toEqual(["met", undefined]);
    expect(note("2026", [])).toEqual(["no_target", undefined]);
    expect(note("2026", [promised], { "fault-rate-basis": "annualised" })[1]).toBeUndefined();
  });
});
