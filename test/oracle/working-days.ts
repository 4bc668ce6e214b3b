import { dayNumber, yearOf } from "./clock.ts";

/** What an operator's calendar adds to that of the law. */
export interface OwnCalendar {
  readonly saturday: "working" | "not-working";
  /** Feasts of patron saints, mm-dd. */
  readonly patrons: readonly string[];
}

const everyYear = ["01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "11-01", "12-08", "12-25", "12-26"];

/** Easter Sunday in days, by the Gregorian reckoning of golden number, epact and Sunday. */
export function easter(year: number): bigint {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const skippedLeapYears = Math.floor((3 * century) / 4) - 12;
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - skippedLeapYears - 10;
  let epact = (((11 * golden + 20 + moonCorrection - skippedLeapYears) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  const moon = 44 - epact < 21 ? 74 - epact : 44 - epact;
  // A day of March; the one beyond the 31st is of April.
  return dayNumber(year, 3, 1) + BigInt(moon + 7 - ((sunday + moon) % 7) - 1);
}

/** The public holidays of a year from 2001 on, and the operator's own. */
function holidaysOf(year: number, { patrons }: OwnCalendar): Set<bigint> {
  // Saint Francis is one again from 2026; the Unity of Italy was celebrated once.
  const added = [...(year >= 2026 ? ["10-04"] : []), ...(year === 2011 ? ["03-17"] : [])];
  const fixed = [...everyYear, ...added, ...patrons].map((day) =>
    dayNumber(year, Number(day.slice(0, 2)), Number(day.slice(3))),
  );
  return new Set([...fixed, easter(year), easter(year) + 1n]);
}

const known = new Map<string, Set<bigint>>();

export function isWorkingDay(day: bigint, calendar: OwnCalendar): boolean {
  // 1970-01-01 was a Thursday: Monday is 0.
  const weekday = (((day + 3n) % 7n) + 7n) % 7n;
  if (weekday === 6n || (weekday === 5n && calendar.saturday === "not-working")) return false;
  const year = yearOf(day);
  const key = `${year} ${calendar.patrons.join(" ")}`;
  const holidays = known.get(key) ?? holidaysOf(year, calendar);
  known.set(key, holidays);
  return !holidays.has(day);
}

/** The last day of a term in days of work: the day of arrival does not count, and a term ends on a day of work. */
export function lastDayOf(arrival: bigint, workingDays: number, calendar: OwnCalendar): bigint {
  let day = arrival;
  for (let left = workingDays; left > 0; ) {
    day += 1n;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
