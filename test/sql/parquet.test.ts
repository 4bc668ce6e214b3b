/** Parquet exports of every type that tools write for a column of the contract. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkedName, checkTable } from "../../sql/snapshot/check-table.ts";
import { createRawTable, loadRawTable } from "../../sql/snapshot/raw-table.ts";
import { type TableName, tables } from "../../sql/tables.ts";
import { rowOf } from "./corpus.ts";
import { firstHalf2026, rome, withEngine } from "./hand-made.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "semestrale-parquet-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** One row with the SQL expression in that column and the good row's texts in the others; its value or problem. */
async function readBack(table: TableName, column: string, expression: string, zone = rome): Promise<string | null> {
  return withEngine({}, async (engine) => {
    const path = join(folder, "one.parquet");
    const row = rowOf(table);
    const values = tables[table].columns.map(
      ({ name }) =>
        sql`${name === column ? sql.raw(expression) : sql`cast(${row[name]} as varchar)`} as ${sql.ref(name)}`,
    );
    await sql`copy (select ${sql.join(values)}) to ${sql.lit(path)} (format parquet)`.execute(engine.db);
    await createRawTable(engine, tables[table]);
    await loadRawTable(engine, tables[table], { kind: "parquet", path, origin: "one.parquet" }, () => {});
    if (table === "activation_orders" || table === "fault_reports")
      throw new Error(`${table} needs suspensions beside it`);
    const near = Number(firstHalf2026.startMicros / 1_000_000n);
    await checkTable(engine, tables[table], {
      zones: { declared: zone, rome, near },
      calendar: { rome, near },
      period: firstHalf2026,
    });
    const found = await sql<{ value: string | null; problem: string | null }>`
      select cast(${sql.ref(column)} as varchar) as value, problem from ${sql.table(checkedName(tables[table]))}`.execute(
      engine.db,
    );
    return found.rows[0]?.value ?? found.rows[0]?.problem ?? null;
  });
}

test.each([
  // column type, expression, table, column, read as
  [
    "TIMESTAMPTZ is an instant",
    "timestamptz '2026-02-10 10:00:00.25+01'",
    "contact_calls",
    "received_at",
    "2026-02-10 09:00:00.25",
  ],
  [
    "TIMESTAMP is naive, in Rome",
    "timestamp '2026-02-10 10:00:00'",
    "contact_calls",
    "received_at",
    "2026-02-10 09:00:00",
  ],
  [
    "TIMESTAMP of the missing hour",
    "timestamp '2026-03-29 02:30:00'",
    "contact_calls",
    "received_at",
    "received_at:unreadable",
  ],
  [
    "TIMESTAMP of nanoseconds",
    "timestamp_ns '2026-02-10 10:00:00.123456789'",
    "contact_calls",
    "received_at",
    "2026-02-10 09:00:00.123456",
  ],
  ["DATE for a time is midnight in Rome", "date '2026-02-10'", "contact_calls", "received_at", "2026-02-09 23:00:00"],
  ["DATE for a date", "date '2026-02-10'", "invoices", "issued_on", "2026-02-10"],
  ["NULL of a TIMESTAMP", "cast(null as timestamp)", "phone_complaints", "closed_at", null],
  [
    "NULL of a TIMESTAMP that must be there",
    "cast(null as timestamp)",
    "contact_calls",
    "received_at",
    "received_at:null",
  ],
  ["BOOLEAN true", "true", "contact_calls", "answered", "1"],
  ["BOOLEAN false", "false", "contact_calls", "answered", "0"],
  ["NULL of a BOOLEAN", "cast(null as boolean)", "contact_calls", "agent_available", null],
  ["TINYINT for a flag", "cast(1 as tinyint)", "contact_calls", "answered", "1"],
  ["DOUBLE for a flag", "cast(0 as double)", "contact_calls", "answered", "0"],
  ["DOUBLE that is whole", "cast(12000 as double)", "contact_calls", "wait_ms", "12000"],
  [
    "DOUBLE beyond a float's exponent of six digits",
    "cast(1e11 as double)",
    "contact_calls",
    "wait_ms",
    "100000000000",
  ],
  ["DOUBLE with a fraction", "cast(12.5 as double)", "contact_calls", "wait_ms", "wait_ms:unreadable"],
  ["NULL of a DOUBLE", "cast(null as double)", "contact_calls", "wait_ms", null],
  ["FLOAT that is whole", "cast(12000 as float)", "contact_calls", "wait_ms", "12000"],
  ["DECIMAL that is whole", "cast(12000 as decimal(18, 3))", "contact_calls", "wait_ms", "12000"],
  ["DECIMAL with a fraction", "cast(12.001 as decimal(18, 3))", "contact_calls", "wait_ms", "wait_ms:unreadable"],
  ["NULL of a DECIMAL", "cast(null as decimal(18, 3))", "contact_calls", "wait_ms", null],
  ["BIGINT", "cast(999999999999 as bigint)", "contact_calls", "wait_ms", "999999999999"],
  [
    "UBIGINT past what a count holds",
    "cast(9223372036854775808 as ubigint)",
    "contact_calls",
    "wait_ms",
    "wait_ms:unreadable",
  ],
  ["BIGINT below zero", "cast(-1 as bigint)", "contact_calls", "wait_ms", "wait_ms:unreadable"],
  ["BIGINT for an id", "cast(42 as bigint)", "contact_calls", "call_id", "42"],
  ["DOUBLE for an id", "cast(800123456 as double)", "contact_calls", "number", "800123456"],
  ["an empty text is NULL", "''", "contact_calls", "wait_ms", null],
  ["an empty text where a value must be", "''", "contact_calls", "call_id", "call_id:null"],
  ["a text keeps its leading zeros", "'007'", "contact_calls", "number", "007"],
  ["bytes in UTF-8", "encode('è')", "contact_calls", "purpose", "è"],
  ["a list of values", "'a'::enum_of_kinds", "contact_calls", "purpose", "a"],
] as const)("%s: %s", async (_, expression, table, column, expected) => {
  const written = expression.replace("'a'::enum_of_kinds", "cast('a' as enum('a', 'b'))");
  expect(await readBack(table, column, written)).toBe(expected);
});

test.each([
  ["DOUBLE that is no number", "cast('NaN' as double)"],
  ["DOUBLE without end", "cast('Infinity' as double)"],
  ["DOUBLE past every integer type", "cast(1e300 as double)"],
])("%s is unreadable and not NULL: %s", async (_, expression) => {
  expect(await readBack("contact_calls", "wait_ms", expression)).toBe("wait_ms:unreadable");
});
