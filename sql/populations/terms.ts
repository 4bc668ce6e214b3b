/** How much of a term was left when a case ended, whatever the term counts in. */
import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import type { Term, WorkingDays } from "../../reports/own-commitments.ts";
import type { Period } from "../../reports/period.ts";
import { numberedDay, numberedDays } from "../business-days.ts";
import type { CanonicalTables } from "../schema.ts";
import { type Sql, wholeSeconds } from "../time.ts";
import type { Offset } from "../zones.ts";

// biome-ignore lint/suspicious/noExplicitAny: the cases have the columns named below, and others of their table.
type Cases = SelectQueryBuilder<CanonicalTables, any, any>;

/**
 * Cases with `from_day`, `to_day` (Rome, since 1970) and their numbers among the days of work, `from_ordinal` and
 * `to_ordinal`, with `to_rests`, which are NULL where no term counts such days.
 */
export function withOrdinals(cases: Cases, days: WorkingDays | undefined, counts: boolean): Sql<unknown> {
  if (!counts)
    return sql`(select c.*, null as from_ordinal, null as to_ordinal, null as to_rests from (${cases}) as c)`;
  if (days === undefined) throw new Error("a term counts days of work, and no calendar says which they are");
  const numbered = numberedDays(days);
  return sql`(
    select c.*, f.ordinal as from_ordinal, t.ordinal as to_ordinal, t.rests as to_rests from (${cases}) as c
    left join ${numbered} as f on f.day = ${numberedDay(sql`c.from_day`)}
    left join ${numbered} as t on t.day = case when c.to_day is not null then ${numberedDay(sql`c.to_day`)} end
  )`;
}

/**
 * Days left, none on the last day that is in time; negative when late. Of a term in calendar days or days of work: one that
 * ends on a Friday is over on the Saturday, although no further day of work has begun.
 */
export function daysLeft({ amount, unit, printed }: Term): RawBuilder<bigint> {
  if (unit === "hours") throw new Error("a term in hours leaves no days");
  const taken = unit === "days" ? sql`(c.to_day - c.from_day)` : sql`(c.to_ordinal - c.from_ordinal)`;
  const left = sql<bigint>`(${amount} - ${taken} - ${sql.lit(printed === "<" ? 1 : 0)})`;
  if (unit === "days") return left;
  return sql<bigint>`(case when ${left} = 0 and c.to_rests and c.to_day > c.from_day then -1 else ${left} end)`;
}

/** Seconds left; a day counts as one of 24 hours, for a term in days. */
export function secondsLeft(term: Term): RawBuilder<bigint> {
  if (term.unit !== "hours") return sql<bigint>`(${daysLeft(term)} * 86400)`;
  const elapsed = wholeSeconds(sql`(c.to_us - c.from_us)`);
  return sql<bigint>`(${term.amount * 3600} - ${elapsed} - ${sql.lit(term.printed === "<" ? 1 : 0)})`;
}

/**
 * Where a case that nobody ended stands: at the end of the half-year in which it began, as that is how far its data can be
 * trusted to reach. A year goes by its halves' ends and not by its own, so that both say the same of the case.
 */
export interface Horizon {
  readonly micros: RawBuilder<bigint>;
  readonly day: RawBuilder<bigint>;
}

export function horizonOf({ year }: Pick<Period, "year">, rome: readonly Offset[], fromMicros: Sql<unknown>): Horizon {
  const [turn, end] = [dayNumber(year, 6), dayNumber(year + 1, 0)];
  const turnMicros = midnight(turn, rome);
  const byHalf = (first: bigint, second: bigint) =>
    sql<bigint>`(case when ${fromMicros} < ${turnMicros} then ${first} else ${second} end)`;
  return { micros: byHalf(turnMicros, midnight(end, rome)), day: byHalf(turn, end) };
}

/** Days since 1970 of the first of a month, counted from 0. */
const dayNumber = (year: number, month: number): bigint => BigInt(Date.UTC(year, month) / 86_400_000);

/** Microseconds at which such a day begins in Rome: clocks change neither in July nor in January. */
function midnight(day: bigint, rome: readonly Offset[]): bigint {
  const seconds = Number(day) * 86_400;
  const held = rome.findLast(({ from }) => from === null || from <= seconds);
  return BigInt(seconds - (held?.offset ?? 0)) * 1_000_000n;
}

export const countsWork = (term: Term | undefined): boolean => term?.unit === "business-days";
