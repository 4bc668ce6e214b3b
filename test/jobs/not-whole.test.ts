/** Which data was pulled too soon to be published, and which half of a year is older than it should be. */
import { describe, expect, test } from "vitest";
import { firstHalfIsNewer, whyDraft } from "../../jobs/not-whole.ts";
import type { Snapshot } from "../../jobs/snapshot.ts";
import { type Period, parsePeriod } from "../../reports/period.ts";
import type { Indicators } from "../../reports/report-model.ts";

/** Data whose last order was completed on that day. */
const sealed = (period: string, pulledAt: string, through?: string): Snapshot => {
  const tables = { events: {}, activation_orders: { ...(through !== undefined && { through }) } };
  return { folder: "", manifest: { period, origin: { pulledAt, tables } } } as unknown as Snapshot;
};

const whyOf = (snapshot: Snapshot, today: string) =>
  whyDraft(snapshot, parsePeriod(snapshot.manifest.period) as Period, today);
const later = "2030-01-01";

test.each<readonly [string, string, string | undefined, boolean]>([
  ["2026-S1", "2026-06-29", "2026-06-28", true],
  ["2026-S1", "2026-06-30", "2026-06-30", true],
  ["2026-S1", "2026-06-30", undefined, true],
  ["2026-S1", "2026-07-01", "2026-06-30", false],
  ["2026-S2", "2026-12-31", "2026-11-30", true],
  ["2026-S2", "2027-01-01", "2026-11-30", false],
  // What happened after the day of the run was made up.
  ["2026-S2", "2026-11-22", "2026-11-22", true],
  ["2026-S2", "2026-11-22", "2026-11-23", false],
])("%s on %s with data through %s: stays a draft %s", (id, today, through, isDraft) => {
  const pulledAt = `${later}T00:00:00.000Z`;
  expect(whyOf(sealed(id, pulledAt, through), today) !== undefined).toBe(isDraft);
});

test.each<readonly [string, readonly string[], boolean]>([
  ["one wrong date in one table of three", ["2026-12-06", "2026-06-14", "2026-06-13"], true],
  ["half the tables", ["2026-12-06", "2026-06-14"], false],
  ["none that says when", [], true],
])("data with a later day in %s: stays a draft %s", (_, days, isDraft) => {
  const tables = Object.fromEntries(days.map((through, i) => [`table_${i}`, { through }]));
  const origin = { pulledAt: `${later}T00:00:00.000Z`, tables };
  const snapshot = { folder: "", manifest: { period: "2026-S2", origin } } as unknown as Snapshot;
  expect(whyOf(snapshot, "2026-07-16") !== undefined).toBe(isDraft);
});

test("of a second half that is published nothing is to be done again", () => {
  const changed = { warnings: [{ code: "changed-rows" }] } as unknown as Indicators;
  const half = (pulledAt: string, revision: number | null): Half => ({ pulledAt, revision });
  const [late, before] = ["2027-01-10T04:00:01.000Z", "2027-01-10T04:00:00.000Z"];
  expect(firstHalfIsNewer(year(half(late, null), half(before, 2)), changed)).toMatch(
    / which may be the older ones\. 2026-S2 is published as revision 2, and the year keeps to what was published\.$/,
  );
});

interface Half {
  readonly pulledAt: string;
  readonly revision: number | null;
  readonly through?: string;
}

function year(first: Half, second: Half): Snapshot {
  const halves = [first, second].map(({ pulledAt, revision, through }, i) => {
    const period = `2026-S${i + 1}`;
    return { period, revision, snapshot: sealed(period, pulledAt, through) };
  });
  return { ...sealed("2026", second.pulledAt), halves };
}

describe("data pulled before its half-year was over", () => {
  test.each<readonly [string, string, boolean]>([
    ["in the last second of the last day in Rome", "2026-06-30T21:59:59.999Z", true],
    ["in the first of the day after, in UTC still the day before", "2026-06-30T22:00:00.000Z", false],
  ])("%s", (_, pulledAt, early) => {
    expect(whyOf(sealed("2026-S1", pulledAt), later) !== undefined).toBe(early);
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
    ["the second early, but with data of a later day", year(whole, { ...early, through: "2026-11-23" }), undefined],
  ])("of a year: %s", (_, snapshot, sentence) => expect(whyOf(snapshot, later)).toBe(sentence));

  test("a year that runs, with data of a later day, is whole too", () => {
    expect(whyOf(year(whole, { ...early, through: "2026-12-31" }), "2026-11-22")).toBe(undefined);
    expect(whyOf(year(whole, early), "2026-11-22")).toContain("2026 ends on 2026-12-31");
  });
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
