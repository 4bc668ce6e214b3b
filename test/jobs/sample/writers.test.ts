import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleTables } from "../../../jobs/sample/sample-tables.ts";
import { typedText } from "../../../jobs/sample/typed-text.ts";
import { writeCsv } from "../../../jobs/sample/write-csv.ts";
import { writeParquet } from "../../../jobs/sample/write-parquet.ts";
import { tables } from "../../../sql/tables.ts";
import { cielo, whole } from "./read-sample.ts";

const parameters = { ...cielo, size: 3000 };
let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "sample-"));
});
afterAll(() => rm(dir, { recursive: true }));

async function parquetRows(file: string, query = "select columns(*)::varchar"): Promise<unknown[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  const reader = await connection.runAndReadAll(`${query} from read_parquet('${join(dir, file)}')`);
  instance.closeSync();
  return reader.getRowObjects();
}

describe("CSV", () => {
  test("reads back row for row, with commas, quotes and line breaks in fields and NULL as nothing", async () => {
    await writeCsv(join(dir, "csv"), sampleTables(parameters));
    for (const [name, rows] of sampleTables(parameters)) {
      const text = await readFile(join(dir, "csv", `${name}.csv`), "utf8");
      expect(text.split("\n")[0]).toBe(tables[name].columns.map((column) => column.name).join(","));
      expect(text).not.toContain("\r");
      const read = parse(text, { columns: true, cast: (value) => (value === "" ? null : value) });
      expect(read).toEqual([...rows]);
    }
    const orders = await readFile(join(dir, "csv", "activation_orders.csv"), "utf8");
    expect(orders).toContain('"attesa permessi, condominio"');
    expect(orders).toContain('"cliente assente: ""non risponde"""');
  });
});

describe("Parquet", () => {
  test("holds every row as text, in order", async () => {
    await writeParquet(join(dir, "parquet"), sampleTables(parameters));
    for (const [name, rows] of sampleTables(parameters)) {
      expect(await parquetRows(`parquet/${name}.parquet`)).toEqual([...rows]);
    }
  });

  test("typed, it holds instants, dates and integers", async () => {
    const clean = sampleTables({ ...parameters, ...whole });
    await writeParquet(join(dir, "typed"), clean, { typed: true });
    const [schema] = await parquetRows(
      "typed/activation_orders.parquet",
      "select typeof(completed_at) as time, typeof(agreed_on) as day, typeof(contract_days) as days, typeof(region) as region",
    );
    expect(schema).toEqual({ time: "TIMESTAMP WITH TIME ZONE", day: "DATE", days: "BIGINT", region: "VARCHAR" });
    const [first] = await parquetRows("typed/contact_calls.parquet");
    const [expected] = clean.get("contact_calls") ?? [];
    expect(first).toMatchObject({ call_id: expected?.call_id, received_at: "2025-12-31 22:59:59+00" });
  });
});

test("typed text is naive UTC for times and the text itself for the rest", () => {
  const [column] = tables.complaints.columns.filter(({ name }) => name === "received_at");
  if (column === undefined) throw new Error("no such column");
  expect(typedText(column, "2026-07-01T00:00:00+02:00")).toBe("2026-06-30 22:00:00.000");
  expect(typedText(column, "2026-01-10 09:30:00")).toBe("2026-01-10 08:30:00.000");
  expect(typedText(column, null)).toBeNull();
});
