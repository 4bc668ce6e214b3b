/** Which days are no days of work in Italy: the public holidays of a well-kept library, and the patron days of the profile. */
import { createRequire } from "node:module";
import { isDay } from "../reports/due.ts";
import type { WorkingDays } from "../reports/own-commitments.ts";

export interface BusinessCalendar {
  readonly country: "IT";
  /** The feast of the patron saint where the operator works. */
  readonly patrons: readonly {
    readonly place: string;
    /** `06-26`; 29 February only comes in leap years. */
    readonly day: string;
    readonly name: string;
    /** Where the day was found. */
    readonly source: string;
  }[];
  readonly saturday: WorkingDays["saturday"];
}

/** As far as an instant's offset in Rome is known; before 2001 the Second of June was no holiday, and no report goes there. */
const [firstYear, lastYear] = [2001, 2100];

export function workingDaysOf({ patrons, saturday }: BusinessCalendar): WorkingDays {
  const feasts = years().flatMap((year) => patrons.map(({ day }) => `${year}-${day}`).filter(isDay));
  return { saturday, holidays: [...new Set([...publicHolidays(), ...feasts])].sort() };
}

let known: readonly string[] | undefined;

/** ISO dates, ascending. The library reads neither clock nor zone: a day is a rule of its year. */
export function publicHolidays(): readonly string[] {
  if (known === undefined) {
    // Its data are of all countries and take a while to read: only who counts days of work waits for them.
    const Holidays = createRequire(import.meta.url)("date-holidays") as typeof import("date-holidays").default;
    const italy = new Holidays("IT", { types: ["public"] });
    known = [
      ...new Set(years().flatMap((year) => italy.getHolidays(year).map(({ date }) => date.slice(0, 10)))),
    ].sort();
  }
  return known;
}

const years = (): readonly number[] => Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
