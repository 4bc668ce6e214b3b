import { describe, expect, test } from "vitest";
import { ask, order, orderOf, read, target } from "./sample-rows.ts";

describe("orders", () => {
  const activation_orders = [
    orderOf(3, { contract_days: "3", agreed_on: "2024-03-04" }),
    orderOf(4, { contract_days: "3", agreed_on: "2024-03-04" }),
    // 10 - 3 suspended days = 7
    orderOf(10, { suspended_days: "3", technology: "FWA" }),
    // Out of the times, but within the agreed date.
    orderOf(30, { customer_requested_later: "1", agreed_on: "2024-03-31", technology: "VDSL" }),
    orderOf(40, { order_type: "takeover" }),
    orderOf(41, { cancelled_at: "2024-05-01" }),
    orderOf(42, { technology: "DIALUP" }),
    // Voice runs from the customer's order, 1 March, when it is known: 5 days, otherwise 2.
    order("v1", {
      service: "voice",
      ordered_at: "2024-03-01",
      registered_at: "2024-03-04",
      completed_at: "2024-03-06",
    }),
    order("v2", { service: "voice", registered_at: "2024-03-04", completed_at: "2024-03-06", network: "wholesale" }),
  ];
  const name = "131-06-csp/activation-time";
  const result = ask({ activation_orders }, { targets: [target(`${name}/p95`, { technology: ["FWA", "ADSL"] })] });

  test.each([
    // (3 + 4 + 7) / 3
    ["mean", {}, "3 4.67 14/3"],
    ["p95", {}, "3 7 7"],
    // 1 of the 2 that have a contractual maximum
    ["within-contract", {}, "2 50.00 50"],
    // the first and the later date: 2 of 3
    ["within-agreed", {}, "3 66.67 200/3"],
    ["cases", {}, "3 3 3"],
    ["mean", { technology: "FTTH" }, "2 3.50 7/2"],
    ["p99", { technology: "VDSL" }, "0 null null"],
    ["cases", { technology: "VDSL" }, "0 0 0"],
    ["within-agreed", { technology: "VDSL" }, "1 100.00 100"],
    ["cases", { technology: "DIALUP" }, "none"],
    ["mean", { region: "12" }, "none"],
    ["p95", { technology: ["ADSL", "FWA"] }, "1 7 7"],
    ["p99", { technology: ["ADSL", "FWA"] }, "none"],
  ])("%s at %o", (measure, scope, expected) => expect(read(result, `${name}/${measure}`, scope)).toBe(expected));

  test("supply time of voice", () => {
    expect(read(result, "254-04-csp/supply-time/p95")).toBe("2 5 5");
    expect(read(result, "254-04-csp/supply-time/p95", { network: "wholesale" })).toBe("1 2 2");
  });

  test("suspension rows replace the column by the whole days they cover", () => {
    const suspend = (started_at: string, ended_at: string | null) => ({
      case_table: "activation_orders",
      case_id: "o10",
      reason: "premises",
      started_at,
      ended_at,
    });
    // From 2 March 12:00 to 5 March 00:00 whole are the 3rd and the 4th; the open one adds the 10th: 10 - 3 = 7.
    const suspensions = [
      suspend("2024-03-02T12:00", "2024-03-04T00:00"),
      suspend("2024-03-04T00:00", "2024-03-05T00:00"),
      suspend("2024-03-09T08:00", null),
    ];
    const tables = { activation_orders: [orderOf(10, { suspended_days: "9" })], suspensions };
    expect(read(ask(tables), `${name}/mean`)).toBe("1 7.00 7");
  });
});
