import { describe, expect, test } from "vitest";
import type { SampleRow } from "../../../jobs/sample/row-text.ts";
import { cielo, rowsOf, timeOf, whole } from "./read-sample.ts";

const parameters = { ...cielo, ...whole };
const suspensions = rowsOf(parameters, "suspensions");
const cases = new Map<string, SampleRow[]>();
for (const row of suspensions) cases.set(String(row.case_id), [...(cases.get(String(row.case_id)) ?? []), row]);
const orders = new Map(rowsOf(parameters, "activation_orders").map((row) => [row.order_id, row]));
const faults = new Map(rowsOf(parameters, "fault_reports").map((row) => [row.fault_id, row]));

describe("suspensions", () => {
  test("name cases that exist, of both tables", () => {
    for (const row of suspensions) {
      const table = row.case_table === "activation_orders" ? orders : faults;
      expect(table.has(row.case_id ?? ""), String(row.case_id)).toBe(true);
    }
    expect(new Set(suspensions.map((row) => row.case_table)).size).toBe(2);
    expect(new Set(suspensions.map((row) => row.reason)).size).toBe(2);
  });

  test("overlap, outlive their case or have no end, in some cases", () => {
    const several = [...cases.values()].filter((rows) => rows.length > 1);
    const overlapping = several.filter(
      ([one, other]) => one?.ended_at && other && timeOf(other, "started_at") < timeOf(one, "ended_at"),
    );
    // 35 % of the cases; of the faults among them half have one interval that outlives the case in place of two.
    expect(overlapping.length).toBeGreaterThan(cases.size / 5);
    expect(suspensions.filter((row) => row.ended_at === null).length).toBeGreaterThan(3);
    const outliving = suspensions.filter((row) => {
      const doneAt = orders.get(row.case_id ?? "")?.completed_at ?? faults.get(row.case_id ?? "")?.restored_at ?? null;
      return doneAt !== null && row.ended_at !== null && timeOf(row, "ended_at") > timeOf({ doneAt }, "doneAt");
    });
    expect(outliving.length).toBeGreaterThan(10);
  });

  test("are none where no case is suspended", () => {
    expect(rowsOf({ ...parameters, suspendedCases: 0 }, "suspensions")).toEqual([]);
  });
});
