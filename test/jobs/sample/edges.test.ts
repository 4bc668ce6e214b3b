import { describe, expect, test } from "vitest";
import type { TableName } from "../../../sql/tables.ts";
import { cielo, endAt, isIn, rowsOf, startAt, timeOf, whole } from "./read-sample.ts";

const governed: readonly (readonly [TableName, string])[] = [
  ["activation_orders", "completed_at"],
  ["fault_reports", "reported_at"],
  ["fault_reports", "restored_at"],
  ["billing_disputes", "received_at"],
  ["contact_calls", "received_at"],
  ["phone_complaints", "received_at"],
  ["complaints", "received_at"],
  ["throughput_tests", "tested_at"],
  ["delay_tests", "tested_at"],
  ["packet_tests", "tested_at"],
  ["backbone_tests", "tested_at"],
];

describe.each(governed)("%s by %s", (table, column) => {
  const rows = rowsOf({ ...cielo, ...whole, size: 2000 }, table).filter((row) => row[column] !== null);
  const times = new Set(rows.map((row) => timeOf(row, column)));

  test("has rows exactly on the period's edges and a second off them", () => {
    for (const edge of [startAt, endAt]) {
      for (const at of [edge - 1000, edge, edge + 1000]) expect(times.has(at)).toBe(true);
    }
  });

  test("has rows outside the period at both edges", () => {
    expect(rows.some((row) => timeOf(row, column) < startAt - 60_000)).toBe(true);
    expect(rows.some((row) => timeOf(row, column) > endAt + 60_000)).toBe(true);
    expect(rows.filter((row) => isIn(row, column)).length).toBeGreaterThan(rows.length / 2);
  });

  test("has rows on both days when the clocks change, and in the doubled hour twice", () => {
    for (const at of ["2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00"]) {
      expect(times.has(Date.parse(at)), at).toBe(true);
    }
    for (const at of ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]) {
      expect(times.has(Date.parse(at)), at).toBe(true);
    }
  });
});

test("without edge rows nothing is pinned", () => {
  const rows = rowsOf({ ...cielo, ...whole, size: 2000, edgeRows: false }, "delay_tests");
  expect(rows.some((row) => timeOf(row, "tested_at") === startAt)).toBe(false);
  expect(rows.some((row) => timeOf(row, "tested_at") > Date.parse("2026-08-01T00:00:00Z"))).toBe(false);
});

describe("times", () => {
  const styleOf = (text: string) =>
    text.length === 10 ? "date" : text.endsWith("Z") ? "Z" : /[+-]\d\d:\d\d$/.test(text) ? "offset" : "naive";
  const texts = (timeStyle: "offset" | "mixed") =>
    rowsOf({ ...cielo, ...whole, half: 2, timeStyle }, "contact_calls").map((row) => String(row.received_at));

  test("are all with offset, or mixed: with offset, with Z and naive", () => {
    expect(new Set(texts("offset").map(styleOf))).toEqual(new Set(["offset"]));
    expect(new Set(texts("mixed").map(styleOf)).size).toBeGreaterThanOrEqual(3);
  });

  test("are the same instants in either style, and carry fractions as often as asked", () => {
    const at = (timeStyle: "offset" | "mixed") =>
      rowsOf({ ...cielo, ...whole, half: 2, timeStyle }, "contact_calls").map((row) => timeOf(row, "received_at"));
    expect(at("mixed")).toEqual(at("offset"));
    const fractions = texts("offset").filter((text) => text.includes(".")).length / texts("offset").length;
    expect(Math.abs(fractions - 0.1)).toBeLessThan(0.01);
  });

  test("are never naive in the doubled hour", () => {
    const doubled = texts("mixed").filter((text) => /^2026-10-25[T ]02/.test(text));
    expect(doubled.length).toBeGreaterThan(0);
    expect(doubled.filter((text) => styleOf(text) === "naive")).toEqual([]);
  });
});
