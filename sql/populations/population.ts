/**
 * A population: the rows an indicator is measured on, each with its class. The class is `outside` (another period
 * governs the row), `no-concern` (not of this indicator), `counted`, or the id of the exclusion that leaves it out.
 */
import type { Kysely, RawBuilder, SelectQueryBuilder } from "kysely";
import { sql } from "kysely";
import type { PopulationSettings } from "../../reports/act.ts";
import type { Period } from "../../reports/period.ts";
import type { Rational } from "../../reports/rational.ts";
import type { Dimension } from "../../reports/scope.ts";
import type { Calendar } from "../clocks.ts";
import type { CanonicalTables } from "../schema.ts";
import type { TableName } from "../tables.ts";
import { micros, type Sql } from "../time.ts";

export interface MeasuringContext {
  readonly db: Kysely<CanonicalTables>;
  readonly period: Period;
  readonly calendar: Calendar;
  readonly settings: PopulationSettings;
  /** Third parties' faults left out, as a target's words may ask. */
  readonly ownFaultsOnly: boolean;
  /** Faults in abnormal conditions left out, likewise. */
  readonly normalConditionsOnly: boolean;
}

/** One table's part in a population. `rows` has `class`, `left_out`, the dimensions and what the facts are made of. */
export interface ClassifiedRows {
  readonly table: TableName;
  // biome-ignore lint/suspicious/noExplicitAny: each table's rows have other columns; the fold reads them by name.
  readonly rows: SelectQueryBuilder<CanonicalTables, any, any>;
  readonly dimensions: readonly Dimension[];
  /** The column of `rows` that names a row; the table's key, where a fact's single rows are to be named by it. */
  readonly key?: string;
  /** Columns of `rows`: when such a row began and, where it has an end, ended. */
  readonly times?: readonly [started: string, ended?: string];
  /** Columns of `rows`, whole numbers, that a list of the rows shows beside the values of its distributions. */
  readonly listed?: readonly string[];
  /** The rows cost a join to make: they are kept while their folds last. */
  readonly isCostly?: boolean;
  /** Distributions: the counted rows' values in `column`, each as often as it occurs or as `weight` says. */
  readonly histograms: readonly { readonly fact: string; readonly column: string; readonly weight?: string }[];
  /** Counts: an aggregate over the counted rows, divided by `divisor`. */
  readonly aggregates: readonly { readonly fact: string; readonly of: RawBuilder<bigint>; readonly divisor?: number }[];
  /** Counts that no row is needed for. */
  readonly constants?: readonly { readonly fact: string; readonly value: Rational }[];
}

/** `class` by the first condition that holds; conditions in the order in which a person would ask them. */
export function classOf(conditions: readonly (readonly [when: Sql<unknown>, then: string])[]): RawBuilder<string> {
  const branches = conditions.map(([when, then]) => sql`when ${when} then ${sql.lit(then)}`);
  return sql<string>`case ${sql.join(branches, sql` `)} else 'counted' end`;
}

export function outsidePeriod(period: Period, column: string): RawBuilder<boolean> {
  const at = micros(sql.ref(column));
  return sql<boolean>`(${sql.ref(column)} is null or ${at} < ${period.startMicros} or ${at} >= ${period.endMicros})`;
}

export function outsideDays(period: Period, column: string): RawBuilder<boolean> {
  const date = sql.ref(column);
  return sql<boolean>`(${date} is null or ${date} < cast(${period.firstDay} as date) or ${date} > cast(${period.lastDay} as date))`;
}

export const total = (column: string): RawBuilder<bigint> => sql<bigint>`cast(sum(${sql.ref(column)}) as bigint)`;
export const rowCount: RawBuilder<bigint> = sql<bigint>`count(*)`;
