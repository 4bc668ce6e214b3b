import { describe, expect, test } from "vitest";
import { ask, askYear, dispute, fault, invoices, lines, order, read } from "./sample-rows.ts";

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const activation = "131-06-csp/activation-time";
const voiceFaults = "254-04-csp/fault-rate/ratio";
const secondLines = (counts: readonly number[], columns = {}) =>
  lines(counts, columns).map((row, i) => ({ ...row, month: `2024-${String(i + 7).padStart(2, "0")}` }));

test("the halves of 1 to 10 and of 11 to 20 days have percentiles 10 and 20, the year 19: k = 95 x 20 / 100", () => {
  const of = (month: string, days: readonly number[]) =>
    days.map((n) =>
      order(`${month}${n}`, {
        registered_at: `2024-${month}-01T09:00`,
        completed_at: `2024-${month}-${String(n + 1).padStart(2, "0")}T09:00`,
      }),
    );
  const first = { activation_orders: of("03", oneTo(10)) };
  const second = {
    activation_orders: of(
      "10",
      oneTo(10).map((n) => n + 10),
    ),
  };
  expect(read(ask(first), `${activation}/p95`)).toBe("10 10 10");
  expect(read(ask(second, { half: 2 }), `${activation}/p95`)).toBe("10 20 20");
  expect(read(askYear(first, second), `${activation}/p95`)).toBe("20 19 19");
});

describe("of two rows under one key the later extraction's counts, once", () => {
  const at = { reported_at: "2024-06-30T23:00", service: "voice" };
  const access_lines = [...lines([10, 10, 10, 10, 10, 10], { service: "voice" })];
  const later = secondLines([10, 10, 10, 10, 10, 10], { service: "voice" });
  const services = ["voice"] as const;

  test("a fault of June that was restored in July is one fault of the year, restored", () => {
    const first = { fault_reports: [fault("a", { ...at }), fault("b", { ...at, cause: "none_found" })], access_lines };
    const second = {
      fault_reports: [
        fault("a", { ...at, restored_at: "2024-07-01T02:00" }),
        fault("b", { ...at, restored_at: "2024-07-01T01:00" }),
      ],
      access_lines: later,
    };
    const year = askYear(first, second, { services });
    // b is found to be a fault of the network after all: 2 on 120 / 12 = 10 lines; (3 + 2) / 2 hours.
    expect(read(year, voiceFaults)).toBe("2 20.00 20");
    expect(read(year, "254-04-csp/repair-time/mean")).toBe("2 2.50 5/2");
    expect(read(ask(first, { services }), voiceFaults)).toBe("1 10.00 10");
  });

  test("an invoice disputed in both halves is disputed once in the year", () => {
    const of = (id: string, received_at: string) => dispute(id, { invoice_id: "i1", received_at });
    const first = { billing_disputes: [of("a", "2024-06-01")], invoices: invoices(4) };
    const second = { billing_disputes: [of("b", "2024-07-02")], invoices: [] };
    // 1 of 4 invoices, where the halves have one each.
    expect(read(askYear(first, second), "254-04-csp/disputed-invoices/ratio")).toBe("4 25.00 25");
    expect(read(askYear(first, second), "131-06-csp/disputed-charges/ratio")).toBe("4 0.00 0");
  });

  test("a case keeps the suspensions of the extraction whose row of it counts", () => {
    const suspend = (started_at: string, ended_at: string | null) => ({
      ...{ case_table: "activation_orders", case_id: "o", reason: "customer", started_at, ended_at },
    });
    const done = order("o", { registered_at: "2024-06-01T09:00", completed_at: "2024-06-21T09:00" });
    const closedAndOpen = [suspend("2024-06-03T00:00", "2024-06-05T00:00"), suspend("2024-06-18T00:00", null)];
    const first = { activation_orders: [done], suspensions: closedAndOpen };
    // The open suspension overlaps the second half, in which the order itself does not lie.
    const second = { activation_orders: [done], suspensions: closedAndOpen };
    // 20 days less the 3rd and 4th, less the 18th, 19th and 20th.
    expect(read(ask(first), `${activation}/mean`)).toBe("1 15.00 15");
    expect(read(askYear(first, second), `${activation}/mean`)).toBe("1 15.00 15");
  });
});

describe("regions are the year's, and of voice alone", () => {
  const at = { service: "voice", reported_at: "2024-02-01T08:00", restored_at: "2024-02-01T09:00" };
  const of = (service: string) =>
    ["01", "12"].flatMap((region) => lines([12, 12, 12, 12, 12, 12], { service, region }));
  const first = {
    fault_reports: [fault("a", { ...at, region: "01" }), fault("b", { ...at, service: "internet", region: "01" })],
    access_lines: [...of("voice"), ...of("internet")],
  };
  const second = {
    access_lines: ["voice", "internet"].flatMap((service) => secondLines([0, 0, 0, 0, 0, 0], { service })),
  };
  const acts = ["131-06-csp", "254-04-csp", "156-23-cons"];
  const year = askYear(first, second, { services: ["internet", "voice"], acts });

  test.each([
    // One fault on (6 x 12) / 12 = 6 lines of Piedmont; none on those of Lazio.
    [voiceFaults, { region: "01" }, "1 16.67 50/3"],
    [voiceFaults, { region: "12" }, "0 0.00 0"],
    [voiceFaults, { region: "20" }, "none"],
    ["254-04-csp/repair-time/mean", { region: "01" }, "1 1.00 1"],
    ["131-06-csp/fault-rate/ratio", { region: "01" }, "none"],
    ["156-23-cons/fault-rate/ratio/voice", { region: "01" }, "1 16.67 50/3"],
    ["156-23-cons/fault-rate/ratio/internet", { region: "01" }, "none"],
  ])("%s at %o", (name, scope, expected) => expect(read(year, name, scope)).toBe(expected));

  test("a half has none", () => {
    const half = ask(first, { services: ["internet", "voice"], acts });
    expect(read(half, voiceFaults, { region: "01" })).toBe("none");
  });

  test("a month without lines in either half forbids the year", () => {
    const gap = { access_lines: second.access_lines.filter(({ month }) => month !== "2024-12") };
    expect(read(askYear(first, gap, { services: ["voice"] }), voiceFaults)).toBe(
      "no lines of service voice in 2024-12",
    );
  });
});
