import { describe, expect, test } from "vitest";
import type { Term, WorkingDays } from "../../../reports/own-commitments.ts";
import type { Row } from "../corpus.ts";
import { measuredOn } from "./rows-of.ts";

const workingDays: WorkingDays = {
  saturday: "not-working",
  holidays: ["2026-01-01", "2026-01-06", "2026-04-06", "2026-05-01", "2026-06-02"],
};
const nextWorkingDay: Term = { amount: 1, unit: "business-days", printed: "<=" };

async function slackOf(
  population: "complaints-taken-charge" | "complaints-answered",
  term: Term,
  rows: readonly Row[],
) {
  const complaints = rows.map((row, i) => ({ complaint_id: `C${i}`, ...row }));
  const measured = await measuredOn({ complaints }, { population, settings: { term, workingDays } });
  const { facts, classes, excluded } = measured;
  return { excluded, slack: facts["term-slack"], complaints: facts.complaints, classes: classes.complaints };
}

describe("taken in charge by the next day of work: days left", () => {
  test.each([
    ["at once", "2026-02-10T10:00:00+01:00", "2026-02-10T10:01:00+01:00", 1],
    ["the next day, to its last second", "2026-02-10T10:00:00+01:00", "2026-02-11T23:59:59+01:00", 0],
    ["the day after", "2026-02-10T10:00:00+01:00", "2026-02-12T00:00:00+01:00", -1],
    ["Friday 17:59 to Monday", "2026-02-13T17:59:00+01:00", "2026-02-16T09:00:00+01:00", 0],
    ["Friday 17:59 to Tuesday", "2026-02-13T17:59:00+01:00", "2026-02-17T09:00:00+01:00", -1],
    ["Sunday to Monday", "2026-02-15T12:00:00+01:00", "2026-02-16T23:00:00+01:00", 0],
    ["Sunday to Tuesday", "2026-02-15T12:00:00+01:00", "2026-02-17T08:00:00+01:00", -1],
    ["Thursday to Saturday: Friday was the day", "2026-02-12T12:00:00+01:00", "2026-02-14T12:00:00+01:00", -1],
    ["Friday to Saturday", "2026-02-13T12:00:00+01:00", "2026-02-14T12:00:00+01:00", 1],
    ["before Easter to the Tuesday after", "2026-04-03T12:00:00+02:00", "2026-04-07T12:00:00+02:00", 0],
    ["Easter Monday to Tuesday", "2026-04-06T12:00:00+02:00", "2026-04-07T12:00:00+02:00", 0],
    ["1 May, a Friday, to Monday", "2026-05-01T12:00:00+02:00", "2026-05-04T12:00:00+02:00", 0],
    ["over the night of spring", "2026-03-27T12:00:00+01:00", "2026-03-30T12:00:00+02:00", 0],
    // 23:30 UTC is half past midnight in Rome: the next day already.
    ["by the clock of Rome", "2026-02-10T23:30:00Z", "2026-02-12T22:30:00Z", 0],
  ])("%s", async (_, received_at, taken_charge_at, left) => {
    const rows = [{ received_at, taken_charge_at, interim_at: null, answered_at: null }];
    expect(await slackOf("complaints-taken-charge", nextWorkingDay, rows)).toEqual({
      slack: { [left]: 1 },
      complaints: "1",
      excluded: {},
      classes: { counted: 1 },
    });
  });

  test("one that nobody took in charge is owed its term, but while it is open and the term runs on", async () => {
    const open = { taken_charge_at: null, interim_at: null, answered_at: null };
    const rows = [
      // The next day of work is the last of the half-year, or the first after it.
      { received_at: "2026-06-29T23:59:59+02:00", ...open },
      { received_at: "2026-06-30T00:00:00+02:00", ...open },
      { received_at: "2026-06-30T23:59:59+02:00", ...open },
      { received_at: "2026-06-30T12:00:00+02:00", ...open, answered_at: "2026-07-03T10:00:00+02:00" },
      { received_at: "2026-07-01T00:00:00+02:00", ...open },
      { received_at: "2026-02-10T10:00:00+01:00", ...open, taken_charge_at: "2026-02-11T10:00:00+01:00" },
    ];
    expect(await slackOf("complaints-taken-charge", nextWorkingDay, rows)).toEqual({
      slack: { 0: 1 },
      // The first, the one that was answered and the one that was taken in charge.
      complaints: "3",
      excluded: { "complaints term-running": 2 },
      classes: { counted: 5, outside: 1 },
    });
  });
});

describe("answered in time: days left", () => {
  const days30: Term = { amount: 30, unit: "days", printed: "<" };
  const days45: Term = { amount: 45, unit: "days", printed: "<=" };
  const work45: Term = { amount: 45, unit: "business-days", printed: "<=" };

  test.each<readonly [string, Term, string, string, number]>([
    ["less than 30: on the 29th", days30, "2026-02-01", "2026-03-02", 0],
    ["less than 30: on the 30th", days30, "2026-02-01", "2026-03-03", -1],
    ["within 45: on the 44th", days45, "2026-02-01", "2026-03-17", 1],
    ["within 45: on the 45th", days45, "2026-02-01", "2026-03-18", 0],
    ["within 45: on the 46th", days45, "2026-02-01", "2026-03-19", -1],
    // Nine weeks from a Monday are 45 days of work, and 6 April is none: the 45th is a Tuesday.
    ["45 days of work: on the 44th", work45, "2026-02-09", "2026-04-13", 1],
    ["45 days of work: on the 45th", work45, "2026-02-09", "2026-04-14", 0],
    ["45 days of work: on the 46th", work45, "2026-02-09", "2026-04-15", -1],
    ["received in another year", days45, "2025-12-20", "2026-01-10", 24],
    // From Monday 1 January 2001, where the calendar begins: 1310 weeks and a day, less 1 and 6 January 2026.
    ["received before the calendar", work45, "1999-12-20", "2026-02-10", 45 - (1310 * 5 + 1 - 2)],
  ])("%s", async (_, term, received, answered, left) => {
    const rows = [{ received_at: `${received}T12:00:00Z`, answered_at: `${answered}T09:00:00Z`, interim_at: null }];
    const { slack, classes } = await slackOf("complaints-answered", term, rows);
    expect([slack, classes]).toEqual([{ [left]: 1 }, { counted: 1 }]);
  });

  test("one that is not answered yet, or was in another period, is outside", async () => {
    const rows = [
      { received_at: "2026-02-01T12:00:00Z", answered_at: null },
      { received_at: "2026-02-01T12:00:00Z", answered_at: "2026-07-01T12:00:00Z" },
    ];
    expect((await slackOf("complaints-answered", days45, rows)).classes).toEqual({ outside: 2 });
  });
});
