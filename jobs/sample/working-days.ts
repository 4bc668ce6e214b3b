/** Italian working days for the sample data: Monday to Friday but for the national holidays and the days a preset adds. */
import { romeDay, romeMidnight, romeMidnightOf, romeWeekday } from "./rome-calendar.ts";

/** `mm-dd` */
const fixedHolidays = [
  "01-01",
  "01-06",
  "04-25",
  "05-01",
  "06-02",
  "08-15",
  "11-01",
  "12-08",
  "12-25",
  "12-26",
] as const;

/** The holidays of a year as yyyy-mm-dd, Easter Monday among them; `patrons` are further ones, `mm-dd`. */
export function holidaysOf(year: number, patrons: readonly string[]): readonly string[] {
  return [...[...fixedHolidays, ...patrons].map((day) => `${year}-${day}`), romeDay(easterMonday(year))].sort();
}

/** 00:00 in Rome of the Monday after Easter, by the Gregorian computus. */
function easterMonday(year: number): number {
  const [golden, century] = [year % 19, Math.floor(year / 100)];
  const shift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15;
  const epact = shift % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return romeMidnight(year, month, offset + 28 - 31 * Math.floor(month / 4) + 1);
}

export function isWorkingDay(instant: number, patrons: readonly string[]): boolean {
  const day = romeDay(instant);
  return romeWeekday(instant) < 5 && !holidaysOf(Number(day.slice(0, 4)), patrons).includes(day);
}

/** 00:00 in Rome of the day so many working days later; with 0 the day itself, or the first working one after it. */
export function workingDayAfter(instant: number, days: number, patrons: readonly string[]): number {
  let day = romeMidnightOf(instant);
  for (let left = days; left > 0 || !isWorkingDay(day, patrons); ) {
    day = romeMidnightOf(day, 1);
    if (left > 0 && isWorkingDay(day, patrons)) left -= 1;
  }
  return day;
}
