/** What a run lists that refuses, because a published period would become another report. */
import { expect, test } from "vitest";
import type { ReportManifest } from "../../jobs/report.ts";
import { whatMoved } from "../../jobs/run.ts";
import type { Figure, Indicators } from "../../reports/report-model.ts";

const of = (...figures: readonly Partial<Figure>[]) =>
  ({
    indicators: figures.map((figure) => ({
      act: "operator",
      indicator: "take-charge",
      measure: "within-term",
      ...figure,
    })),
  }) as unknown as Indicators;
const manifest = (snapshotFolder: string) => ({ snapshotFolder }) as ReportManifest;
const plus = { scope: { urgency: "P1+" } } as const;

test.each<readonly [string, Indicators, Indicators, readonly string[]]>([
  [
    "a figure that turned, named and counted as a person does",
    of({ ...plus, value: "100.00", cases: 1, outcome: "met" }),
    of({ ...plus, value: "50.00", cases: 2, outcome: "missed" }),
    ["operator take-charge within-term urgency=P1+: 100.00 (1 case, met) is now 50.00 (2 cases, missed)"],
  ],
  ["a figure more", of(), of({ ...plus, value: "9.00" }), ["operator take-charge within-term urgency=P1+: new, 9.00"]],
  ["a figure less", of(plus), of(), ["operator take-charge within-term urgency=P1+: no longer there"]],
  ["rows that no figure rests on", of(plus), of(plus), ["no figure"]],
])("%s, then what is another", (_, before, after, moved) => {
  expect(whatMoved(before, after, manifest("a"), manifest("b"))).toEqual([...moved, "the data (snapshot)"]);
});
