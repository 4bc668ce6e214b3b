import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { describeParameters, type SampleParameters } from "../../../jobs/sample/parameters.ts";
import { sampleTables } from "../../../jobs/sample/sample-tables.ts";
import { type TableName, tableNames, tables } from "../../../sql/tables.ts";
import { cielo, hellotel, rowsOf, whole } from "./read-sample.ts";

function digest(parameters: SampleParameters, names: readonly TableName[] = tableNames): string {
  const hash = createHash("sha256");
  const all = sampleTables(parameters);
  for (const name of names) for (const row of all.get(name) ?? []) hash.update(JSON.stringify(row));
  return hash.digest("hex");
}

describe("sample tables", () => {
  const small = { ...cielo, size: 1000 };

  test.each([cielo, hellotel])("are all 17, each with the contract's columns in its order: $operator", (parameters) => {
    const all = sampleTables({ ...parameters, size: 500 });
    expect([...all.keys()]).toEqual(tableNames);
    for (const [name, rows] of all) {
      const columns = tables[name].columns.map((column) => column.name);
      for (const row of rows) expect(Object.keys(row)).toEqual(columns);
      const isEmpty = [...rows].length === 0;
      expect(isEmpty, name).toBe(parameters.operator === "hellotel" && name === "dialup_outages");
    }
  });

  test("are the same for the same parameters and others for any other", () => {
    const first = digest(small);
    expect(digest(small)).toBe(first);
    const others: SampleParameters[] = [
      { ...small, seed: 2 },
      { ...small, operator: "hellotel" },
      { ...small, year: 2025 },
      { ...small, half: 2 },
      { ...small, size: 1001 },
      { ...small, badShare: 50 },
      { ...small, timeStyle: "offset" },
    ];
    expect(new Set([first, ...others.map((parameters) => digest(parameters))]).size).toBe(8);
  });

  test("do not depend on which other tables were read, or how far", () => {
    const alone = digest(small, ["suspensions"]);
    const all = sampleTables(small);
    for (const rows of all.values()) for (const _ of rows) break;
    const hash = createHash("sha256");
    for (const row of all.get("suspensions") ?? []) hash.update(JSON.stringify(row));
    expect(hash.digest("hex")).toBe(alone);
  });

  test("of two half-years of a year share no id, and agree on the lines of the months both know", () => {
    const ids = (half: 1 | 2) =>
      new Set(rowsOf({ ...small, half, ...whole }, "contact_calls").map((row) => row.call_id));
    const first = ids(1);
    expect([...ids(2)].filter((id) => first.has(id))).toEqual([]);
    const june = (half: 1 | 2) =>
      rowsOf({ ...small, half, ...whole }, "access_lines").filter(
        (row) => row.month === "2026-06" || row.month === "2026-07",
      );
    expect(june(1)).toEqual(june(2));
  });

  test("print their parameters, every shape by name", () => {
    const text = describeParameters({ ...small, badShare: 7 });
    expect(text).toContain('operator = "cielo"\n');
    expect(text).toContain("badShare = 7\n");
    expect(text).toContain("callWeekdays = [200,175,165,160,155,90,55]\n");
    expect(text.trimEnd().split("\n").length).toBeGreaterThanOrEqual(60);
    expect(describeParameters(hellotel)).toContain("dialupOutages = 0\n");
  });

  test("stream: the first 250,000 of 1,000,000 calls are made in memory that does not grow with them", () => {
    const parameters = { ...cielo, size: 400_000, calls: 2500 };
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    let rows = 0;
    let largest = 0;
    for (const _ of sampleTables(parameters).get("contact_calls") ?? []) {
      rows += 1;
      if (rows % 50_000 === 0) largest = Math.max(largest, process.memoryUsage().heapUsed - before);
      if (rows === 250_000) break;
    }
    expect(rows).toBe(250_000);
    // A row takes some 500 bytes: a quarter of a million of them would take 125 MB. Rubbish not yet collected may lie about.
    expect(largest).toBeLessThan(100_000_000);
  });
});
