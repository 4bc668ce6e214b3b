import { describe, expect, test } from "vitest";
import {
  daysLeft,
  dueOfPeriod,
  dueOfTargets,
  isDay,
  isDayOfEveryYear,
  standingOn,
  usualDeadlines,
} from "../../reports/due.ts";
import { parsePeriod } from "../../reports/period.ts";

const dueOf = (id: string, deadlines = usualDeadlines) => {
  const period = parsePeriod(id);
  if (period === undefined) throw new Error(id);
  return dueOfPeriod(period, deadlines);
};

describe("a report is due so many days after its period", () => {
  test.each([
    // 30 June + 60: 31 days of July, 29 of August; + 90: 31 more of which 2 are left of August, 28 of September.
    ["2026-S1", "2026-08-29", "2026-09-28"],
    // 31 December + 60: 31 of January, 28 of February, 1 of March; + 90: 31 of March and none more.
    ["2026-S2", "2027-03-01", "2027-03-31"],
    // The same with a 29 February: a day earlier.
    ["2027-S2", "2028-02-29", "2028-03-30"],
    // The annual report, with the accounts: due soon for the last 30 days.
    ["2026", "2027-05-31", "2027-06-30"],
  ])("%s: due soon from %s on, in time up to %s", (id, alarmOn, on) => {
    expect(dueOf(id)).toEqual({ alarmOn, on });
  });

  test("the targets of a year before it begins", () => {
    expect(dueOfTargets(2027, usualDeadlines)).toEqual({ alarmOn: "2026-12-01", on: "2026-12-31" });
  });

  test("all four are settings", () => {
    const deadlines = { alarm_days: 10, due_days: 31, annual: "04-30", targets: "09-30" };
    expect(dueOf("2026-S1", deadlines)).toEqual({ alarmOn: "2026-07-10", on: "2026-07-31" });
    // 30 April less the 21 days between alarm and due.
    expect(dueOf("2026", deadlines)).toEqual({ alarmOn: "2027-04-09", on: "2027-04-30" });
    expect(dueOfTargets(2027, deadlines)).toEqual({ alarmOn: "2026-09-09", on: "2026-09-30" });
  });
});

test.each([
  ["2026-08-28", "in-time", 31],
  ["2026-08-29", "due-soon", 30],
  ["2026-09-27", "due-soon", 1],
  ["2026-09-28", "due-soon", 0],
  ["2026-09-29", "overdue", -1],
  ["2027-09-28", "overdue", -365],
])("on %s the report of 2026-S1 is %s, with %i days left", (today, standing, left) => {
  expect(standingOn(today, dueOf("2026-S1"))).toBe(standing);
  expect(daysLeft(today, dueOf("2026-S1"))).toBe(left);
});

test.each([
  ["06-30", true],
  ["06-31", false],
  ["02-28", true],
  ["02-29", false],
  ["6-30", false],
  ["30/06", false],
])("%s is a day that every year has: %s", (text, answer) => {
  expect(isDayOfEveryYear(text)).toBe(answer);
});

test.each([
  ["2026-11-22", true],
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2026-13-01", false],
  ["22/11/2026", false],
  ["2026-11-22T10:00", false],
])("%s is a day: %s", (text, answer) => {
  expect(isDay(text)).toBe(answer);
});
