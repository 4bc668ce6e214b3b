/**
 * Rome's civil time for the sample data, from the European rule alone (since 1996: summer time from the last Sunday of
 * March to the last Sunday of October, changing at 01:00 UTC), so that no time zone database of the machine can move a
 * row. Instants are milliseconds since 1970 in UTC, days are yyyy-mm-dd.
 */

export const secondMs = 1000;
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** 01:00 UTC of the last Sunday of a month of 31 days; `month` counts from 1. */
export function clockChangeAt(year: number, month: 3 | 10): number {
  const lastDay = new Date(Date.UTC(year, month - 1, 31));
  return Date.UTC(year, month - 1, 31 - lastDay.getUTCDay(), 1);
}

interface SummerTime {
  /** First instants of the year that asked, and of the next. */
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly from: number;
  readonly to: number;
}

/** Almost every row lies in the same year as the one before it. */
let latest: SummerTime = { yearFrom: 0, yearTo: 0, from: 0, to: 0 };

function summerTimeAt(instant: number): SummerTime {
  if (instant >= latest.yearFrom && instant < latest.yearTo) return latest;
  const year = new Date(instant).getUTCFullYear();
  const [yearFrom, yearTo] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  latest = { yearFrom, yearTo, from: clockChangeAt(year, 3), to: clockChangeAt(year, 10) };
  return latest;
}

/** Rome's distance from UTC at an instant, in hours: 1 or 2. */
export function romeOffsetHours(instant: number): 1 | 2 {
  const { from, to } = summerTimeAt(instant);
  return instant >= from && instant < to ? 2 : 1;
}

/** The instant of 00:00 in Rome; the clocks never change at that hour. */
export function romeMidnight(year: number, month: number, day: number): number {
  const utc = Date.UTC(year, month - 1, day);
  return utc - romeOffsetHours(utc - hourMs) * hourMs;
}

/** Wall clock in Rome as yyyy-mm-ddThh:mm:ss, with .mmm where there are milliseconds. */
export function romeWall(instant: number): string {
  return isoText(instant + romeOffsetHours(instant) * hourMs);
}

export function romeDay(instant: number): string {
  return romeWall(instant).slice(0, 10);
}

/** 00:00 in Rome of the day of the instant, some days later or (negative) earlier. */
export function romeMidnightOf(instant: number, daysLater = 0): number {
  const wall = new Date(instant + romeOffsetHours(instant) * hourMs);
  return romeMidnight(wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate() + daysLater);
}

/** 0 for Monday to 6 for Sunday. */
export function romeWeekday(instant: number): number {
  return (new Date(instant + romeOffsetHours(instant) * hourMs).getUTCDay() + 6) % 7;
}

/** 1 to 12. */
export function romeMonth(instant: number): number {
  return new Date(instant + romeOffsetHours(instant) * hourMs).getUTCMonth() + 1;
}

export function withOffset(instant: number): string {
  return `${romeWall(instant)}+0${romeOffsetHours(instant)}:00`;
}

export function inUtc(instant: number): string {
  return `${isoText(instant)}Z`;
}

/** Whether Rome's wall clock shows this time twice. */
export function isDoubled(instant: number): boolean {
  const change = summerTimeAt(instant).to;
  return instant >= change - hourMs && instant < change + hourMs;
}

/** The instant of any text the sample data write: with offset, with Z, naive Rome, or a bare day. */
export function instantOf(text: string): number {
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(text);
  if (text.length > 10 && zoned) return checked(Date.parse(text), text);
  const wall = checked(Date.parse(text.length > 10 ? `${text.replace(" ", "T")}Z` : `${text}T00:00:00Z`), text);
  return wall - romeOffsetHours(wall - hourMs) * hourMs;
}

function checked(instant: number, text: string): number {
  if (Number.isNaN(instant)) throw new RangeError(`"${text}" is no time the sample data write.`);
  return instant;
}

/** Most rows lie on a few hundred days. */
const dayTexts = new Map<number, string>();

function isoText(instant: number): string {
  const day = Math.floor(instant / dayMs);
  let dayText = dayTexts.get(day);
  if (dayText === undefined) {
    dayText = new Date(day * dayMs).toISOString().slice(0, 10);
    dayTexts.set(day, dayText);
  }
  const ms = instant - day * dayMs;
  const [hours, minutes, seconds] = [ms / hourMs, (ms / 60_000) % 60, (ms / secondMs) % 60].map(Math.floor);
  const clock = `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(seconds)}`;
  const rest = ms % secondMs;
  return rest === 0 ? `${dayText}T${clock}` : `${dayText}T${clock}.${String(rest).padStart(3, "0")}`;
}

const twoDigits = (number = 0): string => (number < 10 ? `0${number}` : `${number}`);
