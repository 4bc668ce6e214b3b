import { describe, expect, test } from "vitest";
import { ask, fault, lines, orderOf } from "./sample-rows.ts";

const good = orderOf(1);
const [orders, faults] = ["activation_orders", "fault_reports"];

describe("a bad row is quarantined under the first reason it has", () => {
  test.each([
    ["no date", orders, [orderOf(2, { agreed_on: "2024-02-30" })], { unreadable: 1 }],
    ["the missing hour", orders, [orderOf(2, { registered_at: "2024-03-31T02:30" })], { unreadable: 1 }],
    ["too large a count", orders, [orderOf(2, { contract_days: "9223372036854775808" })], { unreadable: 1 }],
    ["a signed count", orders, [orderOf(2, { contract_days: "-1" })], { unreadable: 1 }],
    ["NULL where none may be", orders, [orderOf(2, { registered_at: null })], { null: 1 }],
    ["an empty key", orders, [orderOf(2, { order_id: "" })], { null: 1 }],
    ["a value not in the list", orders, [orderOf(2, { region: "21" })], { "not-in-list": 1 }],
    ["a flag of 2", orders, [orderOf(2, { priority: "2" })], { "not-in-list": 1 }],
    ["the first of two", orders, [orderOf(2, { service: "tv", customer_requested_later: null })], { "not-in-list": 1 }],
    ["completed before its start", orders, [orderOf(-1)], { "end-before-start": 1 }],
    ["more suspended than elapsed", orders, [orderOf(2, { suspended_days: "3" })], { negative: 1 }],
    ["all of it suspended", orders, [orderOf(2, { suspended_days: "2" })], {}],
    ["the same row twice", orders, [good], { duplicate: 1 }],
    ["the same but for a further column", orders, [{ ...good, salesman: "x" }], { duplicate: 1 }],
    [
      "the same instant written twice",
      orders,
      [{ ...good, registered_at: "2024-03-01T08:00:00.0Z" }],
      { duplicate: 1 },
    ],
    ["other content under the key", orders, [{ ...good, region: "01" }], { conflict: 2 }],
    ["a bad row under the key", orders, [{ ...good, region: "x" }], { "not-in-list": 1, conflict: 1 }],
    ["a bad row that is not of the period", orders, [orderOf(200, { region: "x" })], {}],
    ["a bad row that is open", orders, [orderOf(2, { region: "x", completed_at: "" })], {}],
    ["an unreadable governing time", orders, [orderOf(200, { completed_at: "soon" })], { unreadable: 1 }],
  ])("%s", (_, table, rows, expected) => {
    expect(ask({ [table as string]: [good, ...rows] }).quarantined[table as string]).toEqual(expected);
  });

  test("a fault suspended for longer than it lasted is negative, its suspension rows never are", () => {
    const at = { reported_at: "2024-05-01T10:00", restored_at: "2024-05-01T11:00" };
    const suspension = { case_table: faults as string, case_id: "b", reason: "customer" };
    const result = ask({
      fault_reports: [
        fault("a", { ...at, suspended_seconds: "3601" }),
        fault("b", { ...at, suspended_seconds: "3601" }),
        fault("c", { ...at, suspended_seconds: "3600" }),
      ],
      suspensions: [
        { ...suspension, started_at: "2023-01-01", ended_at: null },
        { ...suspension, started_at: "2024-05-02", ended_at: "2024-05-01" },
      ],
    });
    expect(result.quarantined).toEqual({ fault_reports: { negative: 1 }, suspensions: { "end-before-start": 1 } });
    expect(result.kept).toEqual({ fault_reports: 2, suspensions: 1 });
  });
});

describe("times are read in the declared zone", () => {
  test.each([
    ["2023-12-31T23:30", "Europe/Rome", 0],
    ["2023-12-31T23:30", "UTC", 1],
    ["2023-12-31T23:30:00Z", "Europe/Rome", 1],
    ["2023-12-31T22:59:59.9999999Z", "UTC", 0],
    ["2024-01-01", "UTC", 1],
    ["2024-07-01", "UTC", 0],
    ["2024-01-01 05:00+0600", "UTC", 1],
    ["2024-01-01 05:30+06:30", "UTC", 1],
    ["2024-01-01 04:59+06", "UTC", 0],
  ])("%s in %s", (received_at, zone, kept) => {
    const complaint = { complaint_id: "1", number: "1", purpose: "x", received_at, further_calls: "0" };
    expect(ask({ phone_complaints: [complaint] }, { zone }).kept.phone_complaints).toBe(kept);
  });
});

test("a source that is empty, or a table that is all bad, is refused", () => {
  expect(ask({ invoices: [] }).fatal).toBe("every table of the source is empty");
  expect(ask({ activation_orders: [orderOf(-1)] }).fatal).toBe("all rows of activation_orders are quarantined");
  expect(ask({ activation_orders: [good], access_lines: [] }).fatal).toContain("no lines of service internet");
  expect(ask({ access_lines: lines([1, 2, 3, 4, 5, 6]) }, { services: ["internet"] }).fatal).toBeUndefined();
});
