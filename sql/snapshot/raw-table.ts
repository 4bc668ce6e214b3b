/** Brings a source's table into the engine as text, one `line` and one text per contract column, whatever the source. */
import { BIGINT, DuckDBDataChunk, type DuckDBValue, VARCHAR } from "@duckdb/node-api";
import { sql } from "kysely";
import type { Engine } from "../engine.ts";
import type { RawRow, RawTable } from "../sources/source.ts";
import { SourceError } from "../sources/source-error.ts";
import type { Table } from "../tables.ts";

/** The engine's appender takes no more rows at once. */
const chunkRows = 2048;

export interface Loaded {
  readonly rows: number;
  readonly ignoredColumns: readonly string[];
}

/** The name of the engine's table of raw rows. */
export const rawName = (table: Table): string => `raw_${table.name}`;

export async function createRawTable(engine: Engine, table: Table): Promise<void> {
  const columns = table.columns.map((column) => sql`${sql.ref(column.name)} varchar`);
  await sql`create table ${sql.table(rawName(table))} (line bigint, broken varchar, ${sql.join(columns)})`.execute(
    engine.db,
  );
}

/** `onRows` hears how many rows have come, for a person who waits. */
export async function loadRawTable(
  engine: Engine,
  table: Table,
  source: RawTable,
  onRows: (rows: number) => void,
): Promise<Loaded> {
  if (source.kind === "parquet") return loadParquet(engine, table, source.path);
  const appender = await engine.connection.createAppender(rawName(table));
  let rows = 0;
  for await (const batch of source.batches) {
    for (let at = 0; at < batch.length; at += chunkRows)
      appender.appendDataChunk(chunk(table, batch.slice(at, at + chunkRows)));
    rows += batch.length;
    onRows(rows);
  }
  appender.closeSync();
  return { rows, ignoredColumns: source.ignoredColumns };
}

function chunk(table: Table, rows: readonly RawRow[]): DuckDBDataChunk {
  const data = DuckDBDataChunk.create([BIGINT, VARCHAR, ...table.columns.map(() => VARCHAR)], rows.length);
  const columns: DuckDBValue[][] = [
    rows.map((row) => BigInt(row.line)),
    rows.map((row) => row.broken ?? null),
    ...table.columns.map((_, i) => rows.map((row) => row.values[i] ?? null)),
  ];
  for (const [i, values] of columns.entries()) data.setColumnValues(i, values);
  return data;
}

const parquetFile = (path: string) => sql`read_parquet(${sql.lit(path)}, file_row_number = true)`;

/** Column → the engine's type of it. Throws `table-refused` where the file is no Parquet or lacks a contract column. */
export async function parquetTypes(engine: Engine, table: Table, path: string): Promise<ReadonlyMap<string, string>> {
  const described = await sql<{ column_name: string; column_type: string }>`describe select * from ${parquetFile(path)}`
    .execute(engine.db)
    .catch((error: unknown) => {
      throw new SourceError("table-refused", `${path} cannot be read as Parquet: ${message(error)}. Export it again.`, {
        table: table.name,
        file: path,
      });
    });
  const types = new Map(described.rows.map((row) => [row.column_name, row.column_type]));
  const missing = table.columns.filter((column) => !types.has(column.name)).map((column) => column.name);
  if (missing.length > 0)
    throw new SourceError(
      "table-refused",
      `${path} lacks the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")} of ${table.name}. Add ${missing.length > 1 ? "them" : "it"} to the export (\`semestrale check --schema ${table.name}\` lists all).`,
      { table: table.name, file: path },
    );
  return types;
}

async function loadParquet(engine: Engine, table: Table, path: string): Promise<Loaded> {
  const types = await parquetTypes(engine, table, path);
  const file = parquetFile(path);
  const texts = table.columns.map(
    (column) => sql`nullif(${asText(column.name, types.get(column.name) as string)}, '')`,
  );
  const blobs = table.columns.filter((column) => types.get(column.name) === "BLOB");
  const isBroken = blobs.map(({ name }) => sql`(${sql.ref(name)} is not null and ${asText(name, "BLOB")} is null)`);
  const broken =
    isBroken.length === 0
      ? sql`null`
      : sql`case when ${sql.join(isBroken, sql` or `)} then 'bytes that are not UTF-8' end`;
  await sql`insert into ${sql.table(rawName(table))}
    select file_row_number + 1, ${broken}, ${sql.join(texts)} from ${file}`.execute(engine.db);
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(rawName(table))}`.execute(engine.db);
  const known = new Set(["file_row_number", ...table.columns.map((column) => column.name)]);
  return { rows: Number(rows[0]?.n ?? 0n), ignoredColumns: [...types.keys()].filter((name) => !known.has(name)) };
}

/** Numbers that export tools widen because a column has NULLs come back as the integers they are. */
function asText(name: string, type: string) {
  const column = sql.ref(name);
  if (type === "BOOLEAN") return sql`case ${column} when true then '1' when false then '0' end`;
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type))
    return sql`coalesce(case when ${column} = trunc(${column}) then cast(try_cast(${column} as hugeint) as varchar) end, cast(${column} as varchar))`;
  if (type === "BLOB") return sql`try(decode(${column}))`;
  return sql`cast(${column} as varchar)`;
}

const message = (error: unknown): string =>
  (error instanceof Error ? error.message.split("\n")[0] : String(error)) as string;
