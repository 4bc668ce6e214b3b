/** What of the checked tables is kept, counted and written; one file per table, ordered by key. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type RawBuilder, sql } from "kysely";
import type { Engine } from "../engine.ts";
import { type Table, tableNames, tables } from "../tables.ts";
import { checkedName } from "./check-table.ts";
import { rawName } from "./raw-table.ts";

export interface TableCounts {
  readonly read: number;
  readonly kept: number;
  /** Rows, good or bad, that another period governs. */
  readonly outside: number;
  /** `column:reason` → rows. */
  readonly problems: Readonly<Record<string, number>>;
  /** Times in the hour that autumn doubles, read as the first occurrence. */
  readonly doubledHours: number;
  /** ISO, in UTC: the day by which 95 of 100 rows had happened. Null where no time governs them or none is kept. */
  readonly through: string | null;
}

/**
 * A row of suspensions belongs with its case, and an event with the faults that name it, wherever in time they lie:
 * without them a case that began in the period before would be measured wrongly.
 */
function isKept(table: Table): RawBuilder<boolean> {
  if (table.name === "suspensions")
    return sql<boolean>`(v.in_period
      or (v.case_table = 'activation_orders' and v.case_id in (select v.order_id from checked_activation_orders as v where ${keptRow}))
      or (v.case_table = 'fault_reports' and v.case_id in (select v.fault_id from checked_fault_reports as v where ${keptRow})))`;
  if (table.name === "events")
    return sql<boolean>`(v.in_period or v.event_id in (select v.event_id from checked_fault_reports as v where ${keptRow}))`;
  return sql<boolean>`v.in_period`;
}

const keptRow = sql`(v.problem is null and v.in_period)`;

export async function countChecked(engine: Engine, table: Table): Promise<TableCounts> {
  const kept = isKept(table);
  const { rows } = await sql<{
    problem: string | null;
    place: string;
    rows: bigint;
    doubled: bigint;
    through: string | null;
  }>`
    select problem, place, count(*) as rows, cast(coalesce(sum(cast(doubled_hour as integer)), 0) as bigint) as doubled,
      quantile_disc(day, 0.95) as through from (
      select v.problem, v.doubled_hour and ${kept} as doubled_hour, ${lastDay(table)} as day,
        case when ${kept} then 'kept' when v.problem is not null and v.unplaceable then 'kept' else 'outside' end as place
      from ${sql.table(checkedName(table))} as v
    ) group by problem, place order by problem, place`.execute(engine.db);
  const sum = (of: typeof rows) => of.reduce((total, row) => total + Number(row.rows), 0);
  const inside = rows.filter((row) => row.place === "kept");
  const problems = inside.filter((row) => row.problem !== null).map((row) => [row.problem, Number(row.rows)] as const);
  return {
    read: sum(rows),
    kept: sum(inside.filter((row) => row.problem === null)),
    outside: sum(rows.filter((row) => row.place === "outside")),
    problems: Object.fromEntries(problems),
    doubledHours: inside.reduce((total, row) => total + Number(row.doubled), 0),
    through: inside.find((row) => row.problem === null)?.through ?? null,
  };
}

/** Dates, months and intervals may be set ahead of time; what governs a row as a time has happened. */
function lastDay({ governs: { times = [] } }: Table): RawBuilder<string | null> {
  const days = times.map((column) => sql`cast(cast(${sql.ref(`v.${column}`)} as date) as varchar)`);
  return days.length === 0 ? sql`cast(null as varchar)` : sql`greatest(${sql.join(days)})`;
}

/** Writes `<table>.parquet`: the same bytes for the same rows, whatever their order, source or the engine's threads. */
export async function writeParquet(engine: Engine, table: Table, path: string): Promise<void> {
  const columns = sql.join(table.columns.map((column) => sql.ref(`v.${column.name}`)));
  // Rows without a key of their own are ordered by all they hold: equal ones may then change places unseen.
  const order = table.key.length > 0 ? table.key : table.columns.map((column) => column.name);
  const ordering = sql.join(order.map((name) => sql`${sql.ref(`v.${name}`)} asc nulls first`));
  await sql`copy (
    select ${columns} from ${sql.table(checkedName(table))} as v where v.problem is null and ${isKept(table)} order by ${ordering}
  ) to ${sql.lit(path)} (format parquet, compression zstd, row_group_size 122880)`.execute(engine.db);
}

export interface QuarantinedRow {
  readonly line: bigint;
  /** `column:reason`. */
  readonly problem: string;
  readonly broken: string | null;
  readonly values: readonly (string | null)[];
}

/** The bad rows of the period in the order of their lines, as the source gave them. */
export async function* quarantinedRows(engine: Engine, table: Table): AsyncGenerator<QuarantinedRow> {
  const values = sql.join(
    table.columns.map((column, i) => sql`${sql.ref(`r.${column.name}`)} as ${sql.ref(`value${i}`)}`),
  );
  const query = sql<Record<string, unknown>>`
    select v.line, v.problem, r.broken, ${values}
    from ${sql.table(checkedName(table))} as v inner join ${sql.table(rawName(table))} as r on r.line = v.line
    where v.problem is not null and (${isKept(table)} or v.unplaceable) order by v.line`;
  for (const row of (await query.execute(engine.db)).rows)
    yield {
      line: row.line as bigint,
      problem: row.problem as string,
      broken: row.broken as string | null,
      values: table.columns.map((_, i) => row[`value${i}`] as string | null),
    };
}

export async function dropChecked(engine: Engine, table: Table): Promise<void> {
  await sql`drop table ${sql.table(checkedName(table))}`.execute(engine.db);
  await sql`drop table ${sql.table(rawName(table))}`.execute(engine.db);
}

export interface SealedFile {
  readonly table: string;
  readonly rows: number;
  readonly sha256: string;
}

/** The digest speaks of (table, row count, file hash) alone, tables in the contract's order. */
export function digestOf(files: readonly SealedFile[]): string {
  const hash = createHash("sha256");
  for (const name of tableNames) {
    const file = files.find((candidate) => candidate.table === tables[name].name);
    if (file !== undefined) hash.update(`${file.table}\t${file.rows}\t${file.sha256}\n`);
  }
  return hash.digest("hex");
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
