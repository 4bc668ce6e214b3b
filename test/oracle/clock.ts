/**
 * Italian civil time by hand: instants are microseconds since 1970 in UTC, local days are whole days since 1970-01-01.
 * Nothing here leans on a time zone database, so that a fault in one cannot hide from the oracle.
 */

export type Zone = "Europe/Rome" | "UTC";

export const secondMicros = 1_000_000n;
const hourMicros = 3600n * secondMicros;
export const dayMicros = 24n * hourMicros;

/** Division rounded towards minus infinity, for times before 1970. */
export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** Days since 1970-01-01 of a Gregorian date. The year is taken to begin in March, so that the leap day comes last. */
export function dayNumber(year: number, month: number, day: number): bigint {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return BigInt(era * 146_097 + dayOfEra - 719_468);
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The Gregorian year that a day lies in. */
export function yearOf(day: bigint): number {
  let year = 1970 + Math.floor(Number(day) / 365.2425);
  while (dayNumber(year + 1, 1, 1) <= day) year += 1;
  while (dayNumber(year, 1, 1) > day) year -= 1;
  return year;
}

function lastSunday(year: number, month: number): bigint {
  const last = dayNumber(year, month, daysInMonth(year, month));
  // 1970-01-01 was a Thursday, hence Sunday is where (day + 4) divides by 7.
  return last - ((((last + 4n) % 7n) + 7n) % 7n);
}

/**
 * Offset of Rome from UTC in microseconds. Summer time begins on the last Sunday of March and ends on the last Sunday of
 * October (until 1995 of September), at 01:00 UTC; years before 1981 are taken as winter time throughout.
 */
function romeOffset(instant: bigint): bigint {
  const year = yearOf(floorDiv(instant, dayMicros));
  if (year < 1981) return hourMicros;
  const spring = lastSunday(year, 3) * dayMicros + hourMicros;
  const autumn = lastSunday(year, year < 1996 ? 9 : 10) * dayMicros + hourMicros;
  return instant >= spring && instant < autumn ? 2n * hourMicros : hourMicros;
}

/** The Rome date of an instant, in days. */
export function romeDay(instant: bigint): bigint {
  return floorDiv(instant + romeOffset(instant), dayMicros);
}

/** The instant of a Rome local time: of a doubled hour the first, null in the hour that is missing in spring. */
function romeInstant(localMicros: bigint): bigint | null {
  for (const offset of [2n * hourMicros, hourMicros]) {
    if (romeOffset(localMicros - offset) === offset) return localMicros - offset;
  }
  return null;
}

/** The instant at which a Rome day begins. */
export function dayStart(day: bigint): bigint {
  return day * dayMicros - romeOffset(day * dayMicros - hourMicros);
}

/** yyyy-mm-dd in days, or null where there is no such date. */
export function parseDate(text: string): bigint | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

const timeText = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** An instant in microseconds, or null where the text is no time. A bare date is 00:00 in Rome whatever the zone. */
export function parseTime(text: string, zone: Zone): bigint | null {
  const match = timeText.exec(text);
  const day = match && parseDate(match[1] ?? "");
  if (!match || day === null) return null;
  if (match[2] === undefined) return dayStart(day);
  const [hour, minute, second] = [BigInt(match[2]), BigInt(match[3] ?? 0), BigInt(match[4] ?? 0)];
  if (hour > 23n || minute > 59n || second > 59n) return null;
  const fraction = BigInt((match[5] ?? "").slice(0, 6).padEnd(6, "0"));
  const local = day * dayMicros + (hour * 3600n + minute * 60n + second) * secondMicros + fraction;
  if (match[6] === undefined) return zone === "UTC" ? local : romeInstant(local);
  if (match[6] === "Z") return local;
  const [hours, minutes] = [BigInt(match[6].slice(1, 3)), BigInt(match[6].slice(3).replace(":", "") || 0)];
  if (hours > 23n || minutes > 59n) return null;
  const offset = (hours * 60n + minutes) * 60n * secondMicros;
  return match[6].startsWith("-") ? local + offset : local - offset;
}
