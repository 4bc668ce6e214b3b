import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { publicHolidays, workingDaysOf } from "../../jobs/business-calendar.ts";

/** Easter Sunday by Gauss's rule in its Gregorian form: an arithmetic of its own, beside the library's astronomy. */
function easter(year: number): Date {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1));
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** The feasts of the law: ten of fixed date, Easter and the Monday after it, and what it made since. */
function byLaw(year: number): readonly string[] {
  const fixed = ["01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "11-01", "12-08", "12-25", "12-26"];
  const sunday = easter(year);
  return [
    ...fixed.map((day) => `${year}-${day}`),
    iso(sunday),
    iso(new Date(sunday.getTime() + 86_400_000)),
    // Saint Francis, from 2026; the day of the Unity, 2011 alone.
    ...(year >= 2026 ? [`${year}-10-04`] : []),
    ...(year === 2011 ? ["2011-03-17"] : []),
  ];
}

const everyYear = Array.from({ length: 100 }, (_, i) => 2001 + i);

describe("public holidays", () => {
  test("are those of the law in every year from 2001 to 2100", () => {
    expect(publicHolidays()).toEqual([...new Set(everyYear.flatMap(byLaw))].sort());
  });

  test.each([
    [2008, "2008-03-24"],
    [2011, "2011-04-25"],
    [2024, "2024-04-01"],
    [2026, "2026-04-06"],
    [2038, "2038-04-26"],
  ])("Easter Monday of %i is %s", (_, day) => expect(publicHolidays()).toContain(day));

  test("are the same whatever the zone of the machine", async () => {
    const script = `import { publicHolidays } from "./jobs/business-calendar.ts"; console.log(publicHolidays().join());`;
    const digest = (text: string) => createHash("sha256").update(text.trim()).digest("hex");
    for (const TZ of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
      const env = { ...process.env, TZ };
      const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
        env,
        cwd: root,
      });
      expect(digest(stdout)).toBe(digest(publicHolidays().join()));
    }
  });
});

describe("the days without work of an operator", () => {
  const patron = (day: string) => ({ place: "Trento", day, name: "San Vigilio", source: "" });
  const holidays = (...days: readonly string[]) =>
    workingDaysOf({ country: "IT", patrons: days.map(patron), saturday: "not-working" }).holidays;

  test("are the public holidays and each patron's day of every year, in order and once", () => {
    const found = holidays("06-26", "05-01");
    expect(found).toHaveLength(publicHolidays().length + 100);
    expect(found.filter((day) => day.startsWith("2026-0"))).toEqual([
      "2026-01-01",
      "2026-01-06",
      "2026-04-05",
      "2026-04-06",
      "2026-04-25",
      "2026-05-01",
      "2026-06-02",
      "2026-06-26",
      "2026-08-15",
    ]);
  });

  test("a patron of 29 February has a day in leap years alone", () => {
    const leap = holidays("02-29").filter((day) => day.endsWith("-02-29"));
    expect(leap.slice(0, 3)).toEqual(["2004-02-29", "2008-02-29", "2012-02-29"]);
    // 2100 is no leap year.
    expect(leap.at(-1)).toBe("2096-02-29");
  });
});
