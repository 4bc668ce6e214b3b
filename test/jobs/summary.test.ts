/** What a run says at its end of targets and of the minima of the law, and when that is a miss. */
import { describe, expect, test } from "vitest";
import type { Ran } from "../../jobs/run.ts";
import type { Snapshot } from "../../jobs/snapshot.ts";
import { missedTargets, spokenSummary } from "../../jobs/summary.ts";
import type { Figure } from "../../reports/report-model.ts";

const figure = (more: Partial<Figure>) =>
  ({ act: "255-24-cons", indicator: "agent-answer", measure: "within-limit", scope: {}, unit: "%", ...more }) as Figure;
const law = { value: "40", comparator: ">=" } as const;
const ownTarget = (target: string, outcome: Figure["outcome"]) => ({ target, comparator: ">=", outcome }) as const;

function said(figures: readonly Figure[], failOnMiss = true) {
  const indicators = { operator: "prova", period: "2026-S1", snapshot: "", indicators: figures, warnings: [] };
  const ran = { folder: "", state: "published", indicators } as unknown as Ran;
  const snapshot = { folder: "", manifest: { quarantine: [] } } as unknown as Snapshot;
  const spoken = spokenSummary({ ran, snapshot, isDry: false, failOnMiss });
  const { targets, minimums, missed } = spoken.json as ReturnType<typeof Object>;
  return { exitCode: spoken.exitCode, targets: [targets.met, targets.missed], minimums, missed: missed.length };
}

const none = { met: 0, missed: 0 };

describe("with --fail-on-miss", () => {
  test.each<readonly [string, Partial<Figure>, ReturnType<typeof said>]>([
    [
      "a minimum of the law alone is no target",
      { ...ownTarget("40", "met"), minimum: { ...law, outcome: "met" } },
      { exitCode: undefined, targets: [0, 0], minimums: { met: 1, missed: 0 }, missed: 0 },
    ],
    [
      "a minimum alone that is missed is missed once",
      { ...ownTarget("40", "missed"), minimum: { ...law, outcome: "missed" } },
      { exitCode: 7, targets: [0, 0], minimums: { met: 0, missed: 1 }, missed: 1 },
    ],
    [
      "a target that was met does not make good the law's minimum",
      { ...ownTarget("30", "met"), minimum: { ...law, outcome: "missed" } },
      { exitCode: 7, targets: [1, 0], minimums: { met: 0, missed: 1 }, missed: 1 },
    ],
    [
      "a target beyond the law's minimum is missed alone",
      { ...ownTarget("60", "missed"), minimum: { ...law, outcome: "met" } },
      { exitCode: 7, targets: [0, 1], minimums: { met: 1, missed: 0 }, missed: 1 },
    ],
    [
      "a target where the law has none",
      ownTarget("60", "met"),
      { exitCode: undefined, targets: [1, 0], minimums: none, missed: 0 },
    ],
    [
      "a target that is the very minimum is a target as well",
      { ...ownTarget("40", "missed"), target_is_own: true, minimum: { ...law, outcome: "missed" } },
      { exitCode: 7, targets: [0, 1], minimums: { met: 0, missed: 1 }, missed: 2 },
    ],
    [
      "nothing to hold it against",
      { outcome: "no_target" },
      { exitCode: undefined, targets: [0, 0], minimums: none, missed: 0 },
    ],
  ])("%s", (_, more, expected) => expect(said([figure(more)])).toEqual(expected));
});

test("without it a miss is said and ends well", () => {
  const found = said([figure({ ...ownTarget("60", "missed") })], false);
  expect(found).toMatchObject({ exitCode: undefined, missed: 1 });
});

test("a miss says whether it is of a target or of the law's minimum", () => {
  const both = figure({ ...ownTarget("40", "missed"), target_is_own: true, minimum: { ...law, outcome: "missed" } });
  expect(missedTargets([both]).map(({ minimum }) => minimum)).toEqual([undefined, true]);
});

test("where one commitment is measured for two services, each miss says of which it is", () => {
  const ofService = (service: "internet" | "voice") =>
    figure({ act: "operator", indicator: "continuity", service, ...ownTarget("100", "missed") });
  const named = (figures: readonly Figure[]) => missedTargets(figures).map(({ service }) => service);
  expect(named([ofService("internet"), ofService("voice")])).toEqual(["internet", "voice"]);
  expect(named([ofService("internet")])).toEqual([undefined]);
});
