import { describe, expect, test } from "vitest";
import { dayNumber, parseDate } from "./clock.ts";
import { inTime } from "./commitment-terms.ts";
import { easter, isWorkingDay, lastDayOf, type OwnCalendar } from "./working-days.ts";

const week: OwnCalendar = { saturday: "not-working", patrons: [] };
const trento: OwnCalendar = { saturday: "not-working", patrons: ["06-26"] };
const dayOf = (date: string): bigint => parseDate(date) ?? -1n;

test.each([
  [2000, 4, 23],
  // The earliest that most of us will see, and the latest.
  [2008, 3, 23],
  [2011, 4, 24],
  [2024, 3, 31],
  [2026, 4, 5],
  [2038, 4, 25],
  [2049, 4, 18],
  [2076, 4, 19],
  [2100, 3, 28],
])("Easter of %i is the day %i/%i", (year, month, day) => expect(easter(year)).toBe(dayNumber(year, month, day)));

describe("days of work", () => {
  test.each([
    ["2026-04-06", week, false],
    ["2026-04-07", week, true],
    ["2026-02-14", week, false],
    ["2026-02-14", { ...week, saturday: "working" as const }, true],
    ["2026-02-15", { ...week, saturday: "working" as const }, false],
    ["2025-06-26", week, true],
    ["2025-06-26", trento, false],
    // Saint Francis, a Friday in 2024 and a Monday in 2027.
    ["2024-10-04", week, true],
    ["2027-10-04", week, false],
    ["2011-03-17", week, false],
    ["2010-03-17", week, true],
  ])("%s", (date, calendar, works) => expect(isWorkingDay(dayOf(date), calendar)).toBe(works));

  test.each([
    ["2026-02-12", 1, "2026-02-13"],
    ["2026-02-13", 1, "2026-02-16"],
    ["2026-02-14", 1, "2026-02-16"],
    ["2026-04-02", 1, "2026-04-03"],
    ["2026-04-03", 1, "2026-04-07"],
    // 24, 28, 29, 30 and 31 December; 25 and 26 are feasts, 27 a Sunday.
    ["2026-12-23", 5, "2026-12-31"],
    // Nine weeks on, and a day more for Epiphany.
    ["2026-01-02", 45, "2026-03-09"],
  ])("the term of what arrives on %s, %i days of work, ends on %s", (from, days, to) => {
    expect(lastDayOf(dayOf(from), days, week)).toBe(dayOf(to));
  });
});

describe("a term in days of work is over with its last day", () => {
  const term = { amount: 1, unit: "business-days", printed: "<=" } as const;
  const at = (date: string, hour: number) => dayOf(date) * 86_400_000_000n + BigInt(hour) * 3_600_000_000n;
  test.each([
    ["Thursday to Friday night", "2026-02-12", "2026-02-13", 22, true],
    ["Thursday to Saturday: Friday was the day", "2026-02-12", "2026-02-14", 10, false],
    ["Friday to Sunday: Monday is the day", "2026-02-13", "2026-02-15", 10, true],
    ["Friday to Tuesday", "2026-02-13", "2026-02-17", 8, false],
  ])("%s", (_, from, to, hour, expected) => {
    expect(inTime(at(from, 9), at(to, hour), term, week)).toBe(expected);
  });
});
