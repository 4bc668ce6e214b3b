import { describe, expect, test } from "vitest";
import type { Found, FoundReport, FoundSnapshot } from "../../jobs/status-found.ts";
import { type DueOptions, halfStatus, yearStatus } from "../../jobs/status-period.ts";
import { usualDeadlines } from "../../reports/due.ts";
import { period } from "../../reports/period.ts";

const options: DueOptions = { deadlines: usualDeadlines, today: "2027-02-15", subject: true };

const snapshot = (digest: string): FoundSnapshot => ({ digest, pulledOn: "2026-07-20", quarantined: 3 });
const report = (revision: number, digest: string, more: Partial<FoundReport> = {}): FoundReport => ({
  revision,
  folder: `r${revision}`,
  writtenOn: "2026-07-21",
  snapshot: digest,
  missed: 1,
  quarantined: 3,
  ...more,
});
const nothing: Found = { snapshot: null, draft: null, published: null, superseded: [], unreadable: [] };
const found = (more: Partial<Found>): Found => ({ ...nothing, ...more });

const half = (number: 1 | 2, of: Found, more: Partial<DueOptions> = {}) =>
  halfStatus(period(2026, number), of, { ...options, ...more });

describe("a half-year", () => {
  test.each<readonly [string, Found, string, string, readonly string[]]>([
    ["nothing", nothing, "none", "overdue", []],
    ["data", found({ snapshot: snapshot("a") }), "sealed", "overdue", []],
    ["a draft", found({ snapshot: snapshot("a"), draft: report(1, "a") }), "draft", "overdue", []],
    [
      "a draft and newer data",
      found({ snapshot: snapshot("b"), draft: report(1, "a") }),
      "draft",
      "overdue",
      ["other data was sealed on 2026-07-20 than the draft rests on"],
    ],
    ["a report", found({ snapshot: snapshot("a"), published: report(1, "a") }), "published", "done", []],
    [
      "a report and newer data",
      found({ snapshot: snapshot("b"), published: report(1, "a") }),
      "changed",
      "done",
      ["other data was sealed on 2026-07-20 than it rests on"],
    ],
    [
      "a second revision and the draft of a third",
      found({ snapshot: snapshot("b"), published: report(2, "b"), superseded: [1], draft: report(3, "b") }),
      "published",
      "done",
      ["supersedes r1", "draft r3 waits"],
    ],
    [
      "a report whose manifest is spoilt",
      found({ snapshot: snapshot("a"), unreadable: ["published/r1"] }),
      "unreadable",
      "overdue",
      ["published/r1/manifest.json cannot be read: restore it from a copy"],
    ],
  ])("with %s", (_, of, state, standing, notes) => {
    expect(half(1, of)).toMatchObject({ period: "2026-S1", state, standing, notes, due: { on: "2026-09-28" } });
  });

  test.each([
    ["2026-12-31", "running", "in-time"],
    ["2027-01-01", "none", "in-time"],
    ["2027-03-01", "none", "due-soon"],
    ["2027-04-01", "none", "overdue"],
  ])("on %s the second one without data is %s and %s", (today, state, standing) => {
    expect(half(2, nothing, { today })).toMatchObject({ state, standing });
  });

  test.each([
    ["2026-12-31", ["published before its end on 2026-12-31"]],
    ["2027-01-01", []],
  ])("on %s a report of the second one has the notes %j", (today, notes) => {
    const status = half(2, found({ snapshot: snapshot("a"), published: report(1, "a") }), { today });
    expect(status.notes).toEqual(notes);
  });

  test("of an operator that owes no report is never due", () => {
    expect(half(1, nothing, { subject: false })).toMatchObject({ state: "none", standing: "not-owed", due: null });
  });
});

describe("a year", () => {
  const first = half(1, found({ snapshot: snapshot("a"), published: report(1, "a") }));
  const restated = half(1, found({ snapshot: snapshot("c"), published: report(2, "c"), superseded: [1] }));
  const second = half(2, found({ snapshot: snapshot("b") }));
  const secondPublished = half(2, found({ snapshot: snapshot("b"), published: report(1, "b") }));
  const secondChanged = half(2, found({ snapshot: snapshot("d") }));
  const used = [
    { period: "2026-S1", revision: 1, snapshot: "a", snapshotFolder: "a" },
    { period: "2026-S2", revision: null, snapshot: "b", snapshotFolder: "b" },
  ] as const;
  const made = found({ published: report(1, "year", { halves: used }) });

  test.each([
    ["no half", nothing, [], "incomplete", ["no data of 2026-S1 and 2026-S2"]],
    ["one half", nothing, [first], "incomplete", ["no data of 2026-S2"]],
    ["both halves", nothing, [first, second], "sealed", []],
    ["a report on these very halves", made, [first, second], "published", []],
    [
      "a report on a half since restated",
      made,
      [restated, second],
      "to-redo",
      ["Anno 2026: da rifare, usa S1 r1: 2026-S1 is published as r2"],
    ],
    [
      "a report on a half published since",
      made,
      [first, secondPublished],
      "to-redo",
      ["Anno 2026: da rifare, usa S2 non pubblicato: 2026-S2 is published as r1"],
    ],
    [
      "a report on halves of which one was restated and the other pulled again",
      made,
      [restated, secondChanged],
      "to-redo",
      ["Anno 2026: da rifare, usa S1 r1 e S2 non pubblicato: 2026-S1 is published as r2, 2026-S2 has other data"],
    ],
    [
      "a report and a half that is gone",
      made,
      [first],
      "to-redo",
      ["Anno 2026: da rifare, usa S2 non pubblicato: 2026-S2 is gone"],
    ],
  ])("with %s", (_, of, halves, state, notes) => {
    const standing = state === "published" ? "done" : "in-time";
    expect(yearStatus(period(2026, null), of, halves, options)).toMatchObject({ state, standing, notes });
  });

  test("a published half whose data moved on leaves the year as it is: the year rests on what is published", () => {
    const moved = half(1, found({ snapshot: snapshot("z"), published: report(1, "a") }));
    expect(moved.state).toBe("changed");
    expect(yearStatus(period(2026, null), made, [moved, second], options).state).toBe("published");
  });
});
