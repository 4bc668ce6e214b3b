import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { Engine } from "../../sql/engine.ts";
import { createRawTable, loadRawTable } from "../../sql/snapshot/raw-table.ts";
import { type Column, tables } from "../../sql/tables.ts";

const table = tables.contact_calls;

/** The text that a Parquet file gives for one column of contact_calls, where that column is this expression. */
async function textOf(name: string, expression: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "semestrale-parquet-"));
  const engine = await Engine.open({ spillFolder: join(folder, "spill") });
  onTestFinished(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });
  const path = join(folder, "contact_calls.parquet");
  const value = (column: Column) => (column.name === name ? sql.raw(expression) : sql`'x'`);
  const list = sql.join(table.columns.map((column) => sql`${value(column)} as ${sql.ref(column.name)}`));
  await sql`copy (select ${list}) to ${sql.lit(path)} (format parquet)`.execute(engine.db);
  await createRawTable(engine, table);
  await loadRawTable(engine, table, { kind: "parquet", path, origin: "contact_calls.parquet" }, () => {});
  const { rows } = await sql<{ text: string | null }>`select ${sql.ref(name)} as text from raw_contact_calls`.execute(
    engine.db,
  );
  return (rows[0] as { readonly text: string | null }).text;
}

test.each([
  // Counts, as export tools write them: narrow, wide, or widened to fractions because a column has NULLs.
  ["wait_ms", "12::utinyint", "12"],
  ["wait_ms", "12::bigint", "12"],
  ["wait_ms", "12::double", "12"],
  ["wait_ms", "12::float", "12"],
  ["wait_ms", "12.00::decimal(9, 2)", "12"],
  ["wait_ms", "1e15::double", "1000000000000000"],
  ["wait_ms", "null::double", null],
  // What is no integer stays to be found unreadable: as NULL it would pass for a caller who never chose an agent.
  ["wait_ms", "12.5::double", "12.5"],
  ["wait_ms", "'inf'::double", "inf"],
  ["wait_ms", "'nan'::double", "nan"],
  ["wait_ms", "1e300::double", "1e+300"],
  // Flags.
  ["answered", "true", "1"],
  ["answered", "false", "0"],
  ["answered", "1::double", "1"],
  // Instants: with a zone they carry it, without one they are naive.
  ["received_at", "timestamptz '2026-03-29 03:00:00.25+02'", "2026-03-29 01:00:00.25+00"],
  ["received_at", "timestamp '2026-03-29 03:00:00.25'", "2026-03-29 03:00:00.25"],
  ["received_at", "timestamp_ns '2026-03-29 03:00:00.123456789'", "2026-03-29 03:00:00.123456789"],
  ["received_at", "date '2026-03-29'", "2026-03-29"],
  // Texts, whatever holds them; empty is NULL as in a CSV file.
  ["number", "'0187123456'::blob", "0187123456"],
  ["number", "'187'::enum('187', '188')", "187"],
  ["number", "''", null],
])("a Parquet column %s of %s is the text %s", async (column, expression, text) => {
  expect(await textOf(column, expression)).toBe(text);
});
