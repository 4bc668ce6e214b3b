import { dayNumber, dayStart, secondMicros } from "./clock.ts";

/** Whole months of one year, [start, end): instants in microseconds, days, and the months as yyyy-mm. */
export interface Period {
  readonly start: bigint;
  readonly end: bigint;
  readonly firstDay: bigint;
  readonly endDay: bigint;
  readonly months: readonly string[];
  /** Seconds really lived, an hour less or more where the clocks change. */
  readonly seconds: bigint;
}

export function halfYear(year: number, half: 1 | 2): Period {
  return monthsOf(year, half === 1 ? 1 : 7, 6);
}

export function wholeYear(year: number): Period {
  return monthsOf(year, 1, 12);
}

/** So many months of a year, from `first` on. */
export function monthsOf(year: number, first: number, count: number): Period {
  const next = first + count;
  const firstDay = dayNumber(year, first, 1);
  const endDay = next > 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, next, 1);
  const [start, end] = [dayStart(firstDay), dayStart(endDay)];
  const yyyy = String(year).padStart(4, "0");
  const months = Array.from({ length: count }, (_, i) => `${yyyy}-${String(first + i).padStart(2, "0")}`);
  return { start, end, firstDay, endDay, months, seconds: (end - start) / secondMicros };
}

/** The breakdowns of voice, with the regions that the whole year alone is broken down by. */
export function withRegions({ months }: Period, columns: readonly string[]): readonly string[] {
  return months.length === 12 ? [...columns, "region"] : columns;
}

export function holds(period: Period, instant: bigint | null): boolean {
  return instant !== null && instant >= period.start && instant < period.end;
}

export function holdsDay(period: Period, day: bigint | null): boolean {
  return day !== null && day >= period.firstDay && day < period.endDay;
}

/** An interval without an end goes on for ever. */
export function overlaps(period: Period, startedAt: bigint | null, endedAt: bigint | null): boolean {
  return startedAt !== null && startedAt < period.end && (endedAt === null || endedAt > period.start);
}

export function later(a: bigint, b: bigint): bigint {
  return compare(a, b) < 0 ? b : a;
}

export function earlier(a: bigint, b: bigint): bigint {
  return compare(a, b) < 0 ? a : b;
}

/** The sign of a - b, for sorting. */
export function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export interface Interval {
  readonly start: bigint;
  readonly end: bigint;
}

/** Intervals cut to a frame and merged, in order; an interval without an end reaches the end of the frame. */
export function mergeWithin(
  frame: Interval,
  intervals: readonly { readonly start: bigint; readonly end: bigint | null }[],
): Interval[] {
  const cut = intervals
    .map(({ start, end }) => ({
      start: later(start, frame.start),
      end: end === null ? frame.end : earlier(end, frame.end),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => compare(a.start, b.start));
  const merged: Interval[] = [];
  for (const next of cut) {
    const last = merged.at(-1);
    if (last === undefined || next.start > last.end) merged.push(next);
    else if (next.end > last.end) merged[merged.length - 1] = { start: last.start, end: next.end };
  }
  return merged;
}
