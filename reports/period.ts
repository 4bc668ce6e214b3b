/** A reporting period: a calendar half-year or year in Italian time, half-open as instants. */
import { DateTime } from "luxon";

export interface Period {
  /** `2026-S1`, `2026-S2` or `2026`. */
  readonly id: string;
  readonly year: number;
  readonly half: 1 | 2 | null;
  /** ISO dates in Rome, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Instants in microseconds since 1970 UTC: [startMicros, endMicros). */
  readonly startMicros: bigint;
  readonly endMicros: bigint;
  /** `yyyy-mm`, ascending. */
  readonly months: readonly string[];
}

export function parsePeriod(id: string): Period | undefined {
  const match = /^((?:19|20)\d\d)(?:-S([12]))?$/.exec(id);
  if (match === null) return undefined;
  const half = match[2] === undefined ? null : (Number(match[2]) as 1 | 2);
  return period(Number(match[1]), half);
}

export function period(year: number, half: 1 | 2 | null): Period {
  const firstMonth = half === 2 ? 7 : 1;
  const monthCount = half === null ? 12 : 6;
  const start = DateTime.fromObject({ year, month: firstMonth, day: 1 }, { zone: "Europe/Rome" });
  const end = start.plus({ months: monthCount });
  return {
    id: half === null ? `${year}` : `${year}-S${half}`,
    year,
    half,
    firstDay: start.toISODate() as string,
    lastDay: end.minus({ days: 1 }).toISODate() as string,
    startMicros: BigInt(start.toMillis()) * 1000n,
    endMicros: BigInt(end.toMillis()) * 1000n,
    months: Array.from({ length: monthCount }, (_, i) => start.plus({ months: i }).toFormat("yyyy-MM")),
  };
}

/** The day in Rome, ISO. */
export function dayIn(at: Date): string {
  return DateTime.fromJSDate(at, { zone: "Europe/Rome" }).toISODate() as string;
}

/** The last half-year that had ended at that instant. */
export function lastHalfYear(at: Date): Period {
  const now = DateTime.fromJSDate(at, { zone: "Europe/Rome" });
  return now.month >= 7 ? period(now.year, 1) : period(now.year - 1, 2);
}
