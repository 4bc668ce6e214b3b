import { describe, expect, test } from "vitest";
import { badKinds } from "../../../jobs/sample/bad-rows.ts";
import { type TableName, tableNames, tables } from "../../../sql/tables.ts";
import { cielo, countBy, faultOf, hellotel, keyOf, perMille, rowsOf, whole } from "./read-sample.ts";

const none = { ...cielo, ...whole, size: 4000 };
const suspended = new Set(rowsOf(none, "suspensions").map((row) => row.case_id));
const faultIn = (name: TableName) => (row: Readonly<Record<string, string | null>>) =>
  faultOf(name, row, suspended.has(row.order_id ?? row.fault_id ?? ""));

describe("flaws", () => {
  test.each([
    { ...cielo, size: 4000 },
    { ...hellotel, size: 4000 },
    { ...cielo, size: 1, year: 2024 },
    { ...hellotel, size: 30, half: 2 as const, year: 2024 },
    { ...cielo, size: 700, half: 2 as const, seed: 99 },
    { ...hellotel, size: 700, seed: 4_000_000_000, marginDays: 0 },
  ])("none asked for: every row is good and no key comes twice: $operator $year/$half of size $size", (operator) => {
    const parameters = { ...operator, ...whole };
    const stopped = new Set(rowsOf(parameters, "suspensions").map((row) => row.case_id));
    for (const name of tableNames) {
      const rows = rowsOf(parameters, name);
      const bad = rows.filter(
        (row) => faultOf(name, row, stopped.has(row.order_id ?? row.fault_id ?? "")) !== undefined,
      );
      expect(bad, name).toEqual([]);
      if (tables[name].key.length > 0)
        expect(new Set(rows.map((row) => keyOf(tables[name], row))).size).toBe(rows.length);
    }
  });

  test.each(tableNames)("bad rows are as many as asked: %s", (name) => {
    const rows = rowsOf({ ...none, size: 20_000, badShare: 200 }, name);
    const stopped = new Set(rowsOf({ ...none, size: 20_000 }, "suspensions").map((row) => row.case_id));
    const share = perMille(
      rows,
      (row) => faultOf(name, row, stopped.has(row.order_id ?? row.fault_id ?? "")) !== undefined,
    );
    if (rows.length > 300) expect(Math.abs(share - 200)).toBeLessThan(70);
    expect(faultOf(name, rows[0] ?? {}, true), "the first row stays whole").toBeUndefined();
  });

  test("every way to spoil a row occurs, among orders and among faults", () => {
    for (const name of ["activation_orders", "fault_reports"] as const) {
      const kinds = countBy(
        rowsOf({ ...none, size: 20_000, badShare: 200 }, name),
        (row) => faultIn(name)(row) ?? "good",
      );
      for (const kind of badKinds) expect(kinds.get(kind) ?? 0, `${name} ${kind}`).toBeGreaterThan(3);
    }
  });

  test("doubles are as many as asked, identical or in conflict, and every row of a conflict is good in itself", () => {
    const rows = rowsOf({ ...none, duplicateShare: 40, conflictShare: 25 }, "contact_calls");
    const byKey = Map.groupBy(rows, (row) => row.call_id);
    const doubles = [...byKey.values()].filter((group) => group.length > 1);
    const identical = doubles.filter(([one, other]) => JSON.stringify(one) === JSON.stringify(other));
    expect(Math.abs((1000 * identical.length) / byKey.size - 40)).toBeLessThan(10);
    expect(Math.abs((1000 * (doubles.length - identical.length)) / byKey.size - 25)).toBeLessThan(10);
    expect(rows.filter((row) => faultIn("contact_calls")(row) !== undefined)).toEqual([]);
  });

  test("flaws leave the other rows as they were", () => {
    const plain = new Set(rowsOf(none, "delay_tests").map((row) => JSON.stringify(row)));
    const flawed = rowsOf({ ...none, badShare: 100 }, "delay_tests").filter((row) => !plain.has(JSON.stringify(row)));
    expect(Math.abs((1000 * flawed.length) / plain.size - 100)).toBeLessThan(25);
  });
});
