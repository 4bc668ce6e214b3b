/** Time arithmetic in SQL on integers: instants are microseconds since 1970 UTC, days are days since 1970-01-01 in Rome. */
import { type Expression, type RawBuilder, sql } from "kysely";
import type { Offset } from "./zones.ts";

export type Sql<T> = Expression<T>;

const microsPerSecond = 1_000_000;
const microsPerDay = 86_400 * microsPerSecond;

/** Days before 1970 by which a count is lifted above zero: the engine's integer division cuts towards zero. */
const liftDays = 1_000_000;

/** Whole days in a count of microseconds, rounded down also before 1970. */
function floorDays(micros: Sql<unknown>): RawBuilder<bigint> {
  return sql<bigint>`((${micros} + ${sql.lit(liftDays * microsPerDay)}) // ${sql.lit(microsPerDay)} - ${sql.lit(liftDays)})`;
}

/** Microseconds of an instant column. */
export function micros(instant: Sql<unknown>): RawBuilder<bigint> {
  return sql<bigint>`epoch_us(${instant})`;
}

/** Days since 1970-01-01 of a date column. */
export function dayOfDate(date: Sql<unknown>): RawBuilder<bigint> {
  return sql<bigint>`(${date} - date '1970-01-01')`;
}

/** Microseconds of the wall clock in Rome at an instant given in microseconds. */
export function romeMicros(instantMicros: Sql<unknown>, rome: readonly Offset[], near: number): RawBuilder<bigint> {
  const spans = rome.map((offset, i) => ({ from: offset.from, to: rome[i + 1]?.from ?? null, value: offset.offset }));
  const seconds = sql`(${instantMicros} // ${sql.lit(microsPerSecond)})`;
  return sql<bigint>`(${instantMicros} + ${bySpan(seconds, spans, near)} * ${sql.lit(microsPerSecond)})`;
}

/** The day in Rome at an instant given in microseconds. */
export function romeDay(instantMicros: Sql<unknown>, rome: readonly Offset[], near: number): RawBuilder<bigint> {
  return sql<bigint>`${floorDays(romeMicros(instantMicros, rome, near))}`;
}

/** Whole days in Rome inside [from, to), both in microseconds of the Rome wall clock. */
export function wholeDays(romeFrom: Sql<unknown>, romeTo: Sql<unknown>): RawBuilder<bigint> {
  return sql<bigint>`greatest(0, ${floorDays(romeTo)} - ${floorDays(sql`(${romeFrom} + ${sql.lit(microsPerDay - 1)})`)})`;
}

export function wholeSeconds(durationMicros: Sql<unknown>): RawBuilder<bigint> {
  return sql<bigint>`(${durationMicros} // ${sql.lit(microsPerSecond)})`;
}

export interface Span {
  readonly from: number | null;
  readonly to: number | null;
  readonly value: number | null;
}

/** Four years: what a period's rows nearly all lie within. */
const nearSeconds = 4 * 366 * 86_400;

/**
 * The value of the span that a count of seconds falls into. The spans around `near` (seconds) stand as branches of one
 * CASE, which costs next to nothing a row; those of other decades are looked up in a list, which spares the planner some
 * hundred branches wherever a time is used.
 */
export function bySpan(seconds: Sql<unknown>, spans: readonly Span[], near: number): RawBuilder<unknown> {
  const isNear = ({ from, to }: Span) =>
    (from === null || from < near + nearSeconds) && (to === null || to > near - nearSeconds);
  const bounds = ({ from, to }: Span) => ({ from: from ?? Number.MIN_SAFE_INTEGER, to: to ?? Number.MAX_SAFE_INTEGER });
  // Constants of a rule and not data: they are written out and not bound.
  const branches = spans.filter(isNear).map((span) => {
    const { from, to } = bounds(span);
    return sql`when ${seconds} >= ${sql.lit(from)} and ${seconds} < ${sql.lit(to)} then ${sql.lit(span.value)}`;
  });
  const far = spans.filter((span) => !isNear(span)).map((span) => ({ ...bounds(span), value: span.value }));
  if (far.length === 0) return sql`cast(case ${sql.join(branches, sql` `)} end as bigint)`;
  const list = sql`cast(${sql.lit(JSON.stringify(far).replaceAll('"', ""))} as struct("from" bigint, "to" bigint, "value" bigint)[])`;
  return sql`cast(case ${sql.join(branches, sql` `)} else
    list_filter(${list}, lambda span: span."from" <= ${seconds} and ${seconds} < span."to")[1]."value" end as bigint)`;
}
