/**
 * The year as the union of its two halves: every row once by its key, and of a row that both hold the second half's counts,
 * whichever was pulled last: when that was is no part of a digest, is not told anew of data pulled again, and could not bring
 * back rows that the older one lacks, so no figure may rest on it. Nothing is averaged: percentiles, distinct counts and means
 * are taken on the united rows.
 */
import { type RawBuilder, sql } from "kysely";
import type { Engine } from "../engine.ts";
import { type Table, tableNames, tables } from "../tables.ts";

export interface HalfFile {
  readonly table: string;
  readonly path: string;
}

export interface ChangedRows {
  readonly table: string;
  /** Keys of rows that both halves hold with different contents, in order; of many only the first. */
  readonly keys: readonly string[];
  readonly rows: number;
}

const mostKeys = 20;

/** Makes the canonical tables in the engine; says which rows changed between the halves. The second begins at `turnMicros`. */
export async function uniteHalves(
  engine: Engine,
  first: readonly HalfFile[],
  second: readonly HalfFile[],
  turnMicros: bigint,
): Promise<readonly ChangedRows[]> {
  const changed: ChangedRows[] = [];
  for (const name of tableNames) {
    const table = tables[name];
    const [early, late] = [fileOf(first, name), fileOf(second, name)];
    const rowsOfYear =
      name === "suspensions" ? unitedSuspensions(first, second) : unitedRows(table, early, late, turnMicros);
    await sql`create view ${sql.table(name)} as ${rowsOfYear}`.execute(engine.db);
    const rows = await changedRows(engine, table, early, late);
    if (rows.rows > 0) changed.push(rows);
  }
  return changed;
}

function fileOf(files: readonly HalfFile[], name: string): RawBuilder<unknown> {
  const file = files.find(({ table }) => table === name);
  if (file === undefined) throw new RangeError(`a half has no file of ${name}`);
  return sql`read_parquet(${sql.lit(file.path)})`;
}

/**
 * An interval that the first half left open and that the second does not know had ended before the second began: a
 * snapshot holds every interval that reaches into its half.
 */
function unitedRows(
  table: Table,
  early: RawBuilder<unknown>,
  late: RawBuilder<unknown>,
  turnMicros: bigint,
): RawBuilder<unknown> {
  const end = table.columns.find(({ name, nullable }) => name === table.governs.interval?.[1] && nullable);
  const columns =
    end === undefined
      ? sql`early.*`
      : sql`early.* replace (coalesce(${sql.ref(`early.${end.name}`)}, make_timestamp(${sql.lit(turnMicros)})) as ${sql.ref(end.name)})`;
  return sql`select * from ${late} union all
    select ${columns} from ${early} as early where not exists (select 1 from ${late} as late where ${isReplaced(table)})`;
}

/**
 * Suspensions have no key of their own: they go with their case. A half that lacks the case may hold some of its suspensions
 * all the same, those that reach into it, and these are not all: such a half says nothing of a case that the other has.
 */
function unitedSuspensions(first: readonly HalfFile[], second: readonly HalfFile[]): RawBuilder<unknown> {
  const isOfCaseIn = (half: readonly HalfFile[]) => sql`(
    (case_table = 'activation_orders' and case_id in (select order_id from ${fileOf(half, "activation_orders")}))
    or (case_table = 'fault_reports' and case_id in (select fault_id from ${fileOf(half, "fault_reports")})))`;
  const [early, late] = [fileOf(first, "suspensions"), fileOf(second, "suspensions")];
  return sql`select * from ${late} where ${isOfCaseIn(second)} or not ${isOfCaseIn(first)}
    union all select * from ${early} where ${isOfCaseIn(first)} and not ${isOfCaseIn(second)}
    union all (select * from ${early} where not ${isOfCaseIn(first)} and not ${isOfCaseIn(second)} except all select * from ${late})`;
}

function isReplaced(table: Table): RawBuilder<unknown> {
  return sql.join(
    table.key.map((name) => sql`${sql.ref(`late.${name}`)} = ${sql.ref(`early.${name}`)}`),
    sql` and `,
  );
}

async function changedRows(
  engine: Engine,
  table: Table,
  early: RawBuilder<unknown>,
  late: RawBuilder<unknown>,
): Promise<ChangedRows> {
  if (table.key.length === 0) return { table: table.name, keys: [], rows: 0 };
  const differs = sql.join(
    table.columns
      .filter(({ name }) => !table.key.includes(name))
      .map(({ name }) => sql`${sql.ref(`late.${name}`)} is distinct from ${sql.ref(`early.${name}`)}`),
    sql` or `,
  );
  const key = sql`concat_ws(' | ', ${sql.join(table.key.map((name) => sql`cast(${sql.ref(`late.${name}`)} as varchar)`))})`;
  const { rows } = await sql<{
    key: string;
  }>`select ${key} as key from ${early} as early inner join ${late} as late on ${isReplaced(table)}
    where ${differs} order by key`.execute(engine.db);
  return { table: table.name, keys: rows.slice(0, mostKeys).map((row) => row.key), rows: rows.length };
}
