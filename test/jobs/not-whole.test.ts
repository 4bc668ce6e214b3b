/** Which data was pulled too soon to be published, and which half of a year is older than it should be. */
import { describe, expect, test } from "vitest";
import { firstHalfIsNewer, pulledTooEarly, stillRuns } from "../../jobs/not-whole.ts";
import type { Snapshot } from "../../jobs/snapshot.ts";
import { type Period, parsePeriod } from "../../reports/period.ts";
import type { Indicators } from "../../reports/report-model.ts";

test.each<readonly [string, string, boolean]>([
  ["2026-S1", "2026-06-29", true],
  ["2026-S1", "2026-06-30", true],
  ["2026-S1", "2026-07-01", false],
  ["2026-S2", "2026-12-31", true],
  ["2026-S2", "2027-01-01", false],
  ["2026", "2026-12-31", true],
  ["2026", "2027-01-01", false],
])("%s on %s: still runs %s", (id, today, runs) => {
  expect(stillRuns(parsePeriod(id) as Period, today) !== undefined).toBe(runs);
});

const sealed = (period: string, pulledAt: string): Snapshot =>
  ({ folder: "", manifest: { period, origin: { pulledAt } } }) as unknown as Snapshot;

interface Half {
  readonly pulledAt: string;
  readonly revision: number | null;
}

function year(first: Half, second: Half): Snapshot {
  const halves = [first, second].map(({ pulledAt, revision }, i) => {
    const period = `2026-S${i + 1}`;
    return { period, revision, snapshot: sealed(period, pulledAt) };
  });
  return { ...sealed("2026", second.pulledAt), halves };
}

describe("data pulled before its half-year was over", () => {
  test.each<readonly [string, string, boolean]>([
    ["in the last second of the last day in Rome", "2026-06-30T21:59:59.999Z", true],
    ["in the first of the day after, in UTC still the day before", "2026-06-30T22:00:00.000Z", false],
  ])("%s", (_, pulledAt, early) => {
    expect(pulledTooEarly(sealed("2026-S1", pulledAt)) !== undefined).toBe(early);
  });

  const whole = { pulledAt: "2027-01-10T04:00:00.000Z", revision: null };
  const early = { pulledAt: "2026-11-22T04:00:00.000Z", revision: null };
  test.each<readonly [string, Snapshot, string | undefined]>([
    ["both halves whole", year({ ...whole, pulledAt: "2026-07-01T04:00:00.000Z" }, whole), undefined],
    [
      "the second early",
      year(whole, early),
      "2026 stays a draft: the data of 2026-S2 was pulled on 2026-11-22, before its end on 2026-12-31. Run --period 2026-S2 again, which pulls what came since, then the year.",
    ],
    [
      "the second early and published, which it was not before its end",
      year(whole, { ...early, revision: 1 }),
      undefined,
    ],
  ])("of a year: %s", (_, snapshot, sentence) => expect(pulledTooEarly(snapshot)).toBe(sentence));
});

describe("a first half pulled after the second", () => {
  const changed = { warnings: [{ code: "changed-rows" }] } as unknown as Indicators;
  const same = { warnings: [] } as unknown as Indicators;
  const at = (pulledAt: string): Half => ({ pulledAt, revision: null });
  const [early, late] = [at("2027-01-10T04:00:00.000Z"), at("2027-01-10T04:00:01.000Z")];
  test.each<readonly [string, Snapshot, Indicators, boolean]>([
    ["is said where rows changed between them", year(late, early), changed, true],
    ["is no matter where none did", year(late, early), same, false],
    ["is not one pulled before it", year(early, late), changed, false],
    ["is not one pulled in the same instant", year(early, early), changed, false],
    ["is no matter of a half-year", sealed("2026-S1", early.pulledAt), changed, false],
  ])("%s", (_, snapshot, indicators, isSaid) => {
    expect(firstHalfIsNewer(snapshot, indicators) !== undefined).toBe(isSaid);
  });
});
