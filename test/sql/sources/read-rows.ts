/** What tests of any source ask of it: all the rows of a table, and the error that reading it ends in. */
import { onTestFinished } from "vitest";
import type { RawRow, RawTable, Source } from "../../../sql/sources/source.ts";
import { SourceError } from "../../../sql/sources/source-error.ts";
import type { TableName } from "../../../sql/tables.ts";

export type RowsTable = Extract<RawTable, { kind: "rows" }>;

export async function openRows(source: Source, table: TableName): Promise<RowsTable> {
  const opened = await source.open(table);
  if (opened?.kind !== "rows") throw new Error(`${table} has no rows to read: ${opened?.kind}`);
  return opened;
}

export async function readRows(source: Source, table: TableName): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of (await openRows(source, table)).batches) rows.push(...batch);
  return rows;
}

export async function errorOf(work: Promise<unknown>): Promise<SourceError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error("no error came");
}

/** Closes the source when the test is over. */
export function closing(source: Source): Source {
  onTestFinished(() => source.close());
  return source;
}
