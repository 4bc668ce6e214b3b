import { describe, expect, test } from "vitest";
import type { SampleRow } from "../../../jobs/sample/row-text.ts";
import { cielo, countBy, hellotel, isIn, perMille, rowsOf, timeOf, whole } from "./read-sample.ts";

const parameters = { ...cielo, ...whole, timeStyle: "offset" as const };
const orders = rowsOf(parameters, "activation_orders");
const completed = orders.filter((row) => isIn(row, "completed_at"));
const day = (text: string | null | undefined) => Date.parse(String(text).slice(0, 10)) / 86_400_000;

/** The joined intervals of an order's suspensions; a second interval that joins the first extends it. */
const stopped = new Map<string, { readonly from: string; until: string }>();
for (const row of rowsOf(parameters, "suspensions")) {
  const [id, from, until] = [String(row.case_id), String(row.started_at), row.ended_at];
  if (row.case_table !== "activation_orders" || until === null || until === undefined) continue;
  const one = stopped.get(id);
  if (one === undefined) stopped.set(id, { from, until });
  else if (Date.parse(from) <= Date.parse(one.until)) one.until = until;
}

/** Net days of an order from the start its service is clocked by; unused where its intervals outlive it. */
function netDays(row: SampleRow): number {
  const start = row.service === "voice" ? (row.ordered_at ?? row.registered_at) : row.registered_at;
  const gross = day(row.completed_at) - day(start);
  const stop = stopped.get(String(row.order_id));
  if (stop === undefined) return gross - Number(row.suspended_days ?? 0);
  // From the midnight after it began to the midnight before it ended.
  return gross - (Math.min(day(stop.until), day(row.completed_at)) - (day(stop.from) + 1));
}

describe("activation orders", () => {
  test("come in the number asked for, all in order of completion after the pinned ones", () => {
    // 200 per mille of 20,000 lines are 4000, of which some are open or cancelled.
    expect(completed.length).toBeGreaterThan(3600);
    expect(completed.length).toBeLessThan(4050);
    const openOrCancelled = perMille(orders, (row) => row.completed_at === null);
    // 30 per mille open and 65 % of 40 per mille cancelled before completion: 56.
    expect(Math.abs(openOrCancelled - 56)).toBeLessThan(20);
  });

  test("keep the technicians' week: none on Sunday but the pinned, seldom on Saturday", () => {
    const byDay = countBy(completed, (row) => String(new Date(timeOf(row, "completed_at") + 7_200_000).getUTCDay()));
    expect(byDay.get("0") ?? 0).toBeLessThan(10);
    expect(byDay.get("6") ?? 0).toBeLessThan((byDay.get("2") ?? 0) / 4);
  });

  test("follow the season of the second half-year: August is the emptiest month", () => {
    const second = rowsOf({ ...parameters, half: 2 }, "activation_orders");
    const byMonth = countBy(second, (row) => String(row.completed_at).slice(0, 7));
    expect(byMonth.get("2026-08") ?? 0).toBeLessThan((byMonth.get("2026-09") ?? 0) / 2);
  });

  test.each([
    ["internet", 45],
    ["voice", 18],
  ])("are late beyond the contract as often as asked: %s, %i per mille", (service, share) => {
    const ofService = completed.filter(
      (row) => row.service === service && row.contract_days !== null && row.customer_requested_later === "0",
    );
    expect(Math.abs(perMille(ofService, (row) => netDays(row) > Number(row.contract_days)) - share)).toBeLessThan(15);
  });

  test("never took fewer than no days", () => {
    expect(completed.filter((row) => netDays(row) < 0)).toEqual([]);
  });

  test("hold every order type, and later dates, cancellations after completion and suspended days as asked", () => {
    expect(countBy(orders, (row) => String(row.order_type)).size).toBe(8);
    expect(Math.abs(perMille(orders, (row) => row.customer_requested_later === "1") - 50)).toBeLessThan(15);
    expect(orders.some((row) => row.cancelled_at !== null && row.completed_at !== null)).toBe(true);
    expect(Math.abs(perMille(orders, (row) => stopped.has(String(row.order_id))) - 60)).toBeLessThan(15);
    const byColumn = orders.filter((row) => row.suspended_days !== null && !stopped.has(String(row.order_id)));
    expect(byColumn.length).toBeGreaterThan(50);
    expect(orders.some((row) => row.suspended_days !== null && stopped.has(String(row.order_id)))).toBe(true);
    expect(orders.some((row) => row.network === "own") && orders.some((row) => row.network === "wholesale")).toBe(true);
  });

  test("miss the agreed date as often as the operator's shape says", () => {
    const missed = (rows: readonly SampleRow[]) =>
      perMille(
        rows.filter((row) => row.agreed_on !== null && row.completed_at !== null),
        (row) => day(row.completed_at) > day(row.agreed_on),
      );
    expect(Math.abs(missed(orders) - 35)).toBeLessThan(12);
    const others = rowsOf({ ...hellotel, ...whole, timeStyle: "offset" }, "activation_orders");
    expect(Math.abs(missed(others) - 75)).toBeLessThan(15);
  });
});
