import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkingDays } from "../../reports/own-commitments.ts";
import { numberedDay, numberedDays } from "../../sql/business-days.ts";
import { Engine } from "../../sql/engine.ts";

const days: WorkingDays = {
  saturday: "not-working",
  // 2026: New Year, Epiphany, Easter Monday, a patron's Sunday (28 June), Immaculate, Christmas, Saint Stephen.
  holidays: [
    "2026-01-01",
    "2026-01-06",
    "2026-04-05",
    "2026-04-06",
    "2026-06-28",
    "2026-12-08",
    "2026-12-25",
    "2026-12-26",
    "2027-01-01",
  ],
};

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ spillFolder: "/nowhere", threads: 1 });
});
afterAll(() => engine.close());

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Days of work after the first day, up to the second and with it. */
async function between(from: string, to: string, of: WorkingDays = days): Promise<number> {
  const at = (date: string) =>
    sql`(select ordinal from ${numberedDays(of)} as n where n.day = ${numberedDay(sql`${dayOf(date)}`)})`;
  const { rows } = await sql<{ n: bigint }>`select ${at(to)} - ${at(from)} as n`.execute(engine.db);
  return Number(rows[0]?.n);
}

describe("days of work from one day to another", () => {
  test.each([
    ["the same day", "2026-02-10", "2026-02-10", 0],
    ["Monday to Tuesday", "2026-02-09", "2026-02-10", 1],
    ["Friday to Saturday", "2026-02-13", "2026-02-14", 0],
    ["Friday to Sunday", "2026-02-13", "2026-02-15", 0],
    ["Friday to Monday", "2026-02-13", "2026-02-16", 1],
    ["Saturday to Monday", "2026-02-14", "2026-02-16", 1],
    ["Sunday to Monday", "2026-02-15", "2026-02-16", 1],
    ["Sunday to Tuesday", "2026-02-15", "2026-02-17", 2],
    ["a week", "2026-02-10", "2026-02-17", 5],
    ["Friday before Easter to Easter Monday", "2026-04-03", "2026-04-06", 0],
    ["Friday before Easter to the Tuesday after it", "2026-04-03", "2026-04-07", 1],
    ["Easter Monday to Tuesday", "2026-04-06", "2026-04-07", 1],
    ["over a patron's day that is a Sunday", "2026-06-26", "2026-06-29", 1],
    ["28 February to 1 March of a common year", "2026-02-27", "2026-03-02", 1],
    ["28 February to 29 February", "2028-02-28", "2028-02-29", 1],
    ["28 February to 1 March of a leap year", "2028-02-28", "2028-03-01", 2],
    ["Christmas Eve to New Year's Eve: 28, 29, 30, 31", "2026-12-24", "2026-12-31", 4],
    ["over the year's end, New Year a Friday", "2026-12-31", "2027-01-04", 1],
    ["the night of spring's change", "2026-03-27", "2026-03-30", 1],
    ["backwards", "2026-02-16", "2026-02-13", -1],
  ])("%s", async (_, from, to, expected) => expect(await between(from, to)).toBe(expected));

  test("of 2026: 261 from Monday to Friday, less the five feasts that are none of Saturday or Sunday", async () => {
    // 1 and 6 January, 6 April, 8 and 25 December; 5 April and 28 June are Sundays, 26 December is a Saturday.
    expect(await between("2025-12-31", "2026-12-31")).toBe(261 - 5);
  });

  test("Saturdays count where the operator works on them, Sundays never", async () => {
    const six: WorkingDays = { ...days, saturday: "working" };
    expect(await between("2026-02-13", "2026-02-14", six)).toBe(1);
    expect(await between("2026-02-13", "2026-02-15", six)).toBe(1);
    expect(await between("2026-02-13", "2026-02-16", six)).toBe(2);
    expect(await between("2026-12-25", "2026-12-26", six)).toBe(0);
  });

  test("no feast at all is a calendar too", async () => {
    expect(await between("2025-12-31", "2026-01-01", { saturday: "working", holidays: [] })).toBe(1);
  });

  test("a day before 2001 or after 2100 stands at the end of the calendar", async () => {
    // 1 January 2001 was a Monday, and has the ordinal that every day before it has.
    expect(await between("1999-05-05", "2001-01-01")).toBe(0);
    expect(await between("1999-05-05", "2001-01-02")).toBe(1);
    expect(await between("2100-12-31", "2101-06-01")).toBe(0);
  });
});
