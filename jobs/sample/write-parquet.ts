/** The tables as a folder of Parquet files. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { Kysely, type RawBuilder, sql } from "kysely";
import { duckDbDialect } from "../../sql/duckdb-dialect.ts";
import { type Column, tables as contract, type TableName } from "../../sql/tables.ts";
import type { SampleTables } from "./sample-tables.ts";
import { typedText } from "./typed-text.ts";

const rowsPerFlush = 50_000;

/**
 * Writes `<table>.parquet` for every table given, over what is there. All columns are text, as the rows are; with
 * `typed`, which rows that are spoilt cannot take, times are TIMESTAMPTZ, dates DATE, counts and flags BIGINT.
 */
export async function writeParquet(dir: string, tables: SampleTables, { typed = false } = {}): Promise<void> {
  await mkdir(dir, { recursive: true });
  // The rows rest in a database on disk until they are copied, so that their number is not bounded by memory.
  const scratch = await mkdtemp(join(dir, ".parquet-"));
  try {
    const instance = await DuckDBInstance.create(join(scratch, "rows.duckdb"), { threads: "2" });
    const connection = await instance.connect();
    const db = new Kysely<Record<TableName, unknown>>({ dialect: duckDbDialect(instance, connection) });
    for (const [name, rows] of tables) {
      const { columns } = contract[name];
      let create = db.schema.createTable(name);
      for (const column of columns) create = create.addColumn(column.name, sql`varchar`);
      await create.execute();

      const appender = await connection.createAppender(name);
      let appended = 0;
      for (const row of rows) {
        for (const column of columns) {
          const value = row[column.name] ?? null;
          const text = typed ? typedText(column, value) : value;
          if (text === null) appender.appendNull();
          else appender.appendVarchar(text);
        }
        appender.endRow();
        appended += 1;
        if (appended % rowsPerFlush === 0) appender.flushSync();
      }
      appender.closeSync();

      const list = sql.join(columns.map((column) => (typed ? typedColumn(column) : sql.ref(column.name))));
      const path = sql.lit(join(dir, `${name}.parquet`));
      await sql`copy (select ${list} from ${sql.table(name)}) to ${path} (format parquet, compression zstd)`.execute(
        db,
      );
      await db.schema.dropTable(name).execute();
    }
    await db.destroy();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function typedColumn({ name, type }: Column): RawBuilder<unknown> {
  const column = sql.ref(name);
  switch (type.kind) {
    case "time":
      return sql`cast(${column} || '+00:00' as timestamptz) as ${column}`;
    case "date":
      return sql`cast(${column} as date) as ${column}`;
    case "count":
    case "flag":
      return sql`cast(${column} as bigint) as ${column}`;
    default:
      return sql`${column}`;
  }
}
