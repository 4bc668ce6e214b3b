/** The counted rows behind a fact, by name: for an explanation alone, because rows are never part of a report. */
import { type Kysely, sql } from "kysely";
import type { Scope } from "../reports/scope.ts";
import { isWithin } from "./fold.ts";
import type { ClassifiedRows } from "./populations/population.ts";
import type { CanonicalTables } from "./schema.ts";
import { micros } from "./time.ts";

/** A counted row; times are microseconds since 1970 UTC. */
export interface TracedRow {
  readonly key: string;
  /** In the quantity's own unit; null where the row is counted and has no such quantity. */
  readonly value: bigint | null;
  readonly started: bigint | null;
  readonly ended: bigint | null;
}

export interface Beyond {
  readonly beyond: "<" | ">=";
  readonly bound: number;
  readonly withoutValue: boolean;
  /** Reasons for which the measure leaves counted rows out: such a row is no case of it. */
  readonly leftOut?: readonly string[];
}

export interface RowsAsked {
  /** The distribution whose rows are meant. */
  readonly fact: string;
  /** Only rows of these values of the dimensions. */
  readonly only: Scope;
  /** Only rows whose value lies on that side of a whole number, and with `withoutValue` those that have none. */
  readonly beyond?: Beyond;
  /** Rows to pass over, and rows to give. */
  readonly offset?: number;
  readonly limit?: number;
}

/** The rows in the order of value, then key: the order in which a percentile counts them. Undefined where they have no name. */
export async function rowsOf(
  db: Kysely<CanonicalTables>,
  population: readonly ClassifiedRows[],
  asked: RowsAsked,
): Promise<readonly TracedRow[] | undefined> {
  return rowsQuery(db, population, asked)?.execute();
}

/** The same rows one after the other, however many they are. */
export function streamRowsOf(
  db: Kysely<CanonicalTables>,
  population: readonly ClassifiedRows[],
  asked: RowsAsked,
): AsyncIterable<TracedRow> | undefined {
  return rowsQuery(db, population, asked)?.stream();
}

export function rowsQuery(
  db: Kysely<CanonicalTables>,
  population: readonly ClassifiedRows[],
  { fact, only, beyond, offset, limit }: RowsAsked,
) {
  const part = population.find(({ histograms }) => histograms.some((histogram) => histogram.fact === fact));
  const column = part?.histograms.find((histogram) => histogram.fact === fact)?.column;
  if (part?.key === undefined || column === undefined) return undefined;
  const [started, ended] = part.times ?? [];
  const value = sql.ref<bigint | null>(column);
  const at = (time: string | undefined) =>
    time === undefined ? sql<bigint | null>`cast(null as bigint)` : sql<bigint | null>`${micros(sql.ref(time))}`;
  const query = db
    .selectFrom(sql`(${part.rows})`.as("r"))
    .select([
      sql<string>`${sql.ref(part.key)}`.as("key"),
      sql<bigint | null>`cast(${value} as bigint)`.as("value"),
      at(started).as("started"),
      at(ended).as("ended"),
    ])
    .where(sql<boolean>`class = 'counted'`)
    .where(sql<boolean>`${isWithin(part, only)}`)
    .where(sql<boolean>`${isAsked(value, beyond)}`)
    .where(sql<boolean>`${isCase(beyond?.leftOut)}`)
    .orderBy(sql`value nulls last`)
    .orderBy("key");
  const from = offset === undefined ? query : query.offset(offset);
  return limit === undefined ? from : from.limit(limit);
}

function isCase(leftOut: readonly string[] = []) {
  return leftOut.length === 0 ? sql`true` : sql`(left_out is null or left_out not in (${sql.join(leftOut)}))`;
}

function isAsked(value: ReturnType<typeof sql.ref>, beyond: RowsAsked["beyond"]) {
  if (beyond === undefined) return sql`${value} is not null`;
  const { bound } = beyond;
  const isBeyond = beyond.beyond === "<" ? sql`${value} < ${bound}` : sql`${value} >= ${bound}`;
  return beyond.withoutValue ? sql`(${value} is null or ${isBeyond})` : isBeyond;
}
