import { describe, expect, test } from "vitest";
import { ask, call, fault, lines, order, orderOf, read, tree } from "./sample-rows.ts";

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const activation = "131-06-csp/activation-time";
const repair = "131-06-csp/repair-time";

describe("percentiles take the k-th smallest case, k = ceil(p n / 100)", () => {
  test.each([
    // k = ceil(95 x 20 / 100) = 19
    ["p95", 20, "20 19 19"],
    // k = ceil(19.95) = 20
    ["p95", 21, "21 20 20"],
    // k = 99
    ["p99", 100, "100 99 99"],
    // k = ceil(98.01) = 99, the maximum
    ["p99", 99, "99 99 99"],
    // k = ceil(1.9) = 2 of two
    ["p95", 2, "2 2 2"],
  ])("%s of the orders of 1 to %i days", (measure, n, expected) => {
    const result = ask({ activation_orders: oneTo(n).map((days) => orderOf(days)) });
    expect(read(result, `${activation}/${measure}`)).toBe(expected);
  });

  test("P80 of repairs of 1 to 5 hours is the 4th: k = 80 x 5 / 100 = 4", () => {
    const faults = oneTo(5).map((h) =>
      fault(`f${h}`, {
        reported_at: "2024-05-01T08:00",
        restored_at: `2024-05-01T${8 + h < 10 ? "0" : ""}${8 + h}:00`,
      }),
    );
    expect(read(ask({ fault_reports: faults }), `${repair}/p80`)).toBe("5 4.00 4");
  });

  test("P95 of a single order of 7 days is 7", () => {
    expect(read(ask({ activation_orders: [orderOf(7)] }), `${activation}/p95`)).toBe("1 7 7");
  });

  test("the halves of 1 to 10 and of 11 to 20 days give 10 and 20: k = ceil(9.5) = 10", () => {
    const first = oneTo(10).map((days) => orderOf(days));
    const second = oneTo(10).map((i) =>
      order(`s${i}`, { registered_at: "2024-08-01T09:00", completed_at: `2024-08-${11 + i}T09:00` }),
    );
    const tables = { activation_orders: [...first, ...second] };
    expect(read(ask(tables), `${activation}/p95`)).toBe("10 10 10");
    expect(read(ask(tables, { half: 2 }), `${activation}/p95`)).toBe("10 20 20");
  });
});

test("41 faults on 1000, 1010, ... 1050 lines: the mean is 6150 / 6 = 1025 and 4100 / 1025 = 4", () => {
  const fault_reports = oneTo(41).map((i) => fault(`f${i}`, { reported_at: "2024-03-10T12:00" }));
  const tables = { fault_reports, access_lines: lines([1000, 1010, 1020, 1030, 1040, 1050]) };
  expect(read(ask(tables, { services: ["internet"] }), "131-06-csp/fault-rate/ratio")).toBe("41 4.00 4");
});

test("a path of 25 s for 100 days and of 40 s for 82: in seconds of service, (25 x 8636400 + 40 x 7084800) / 15721200", () => {
  // From 1 January, 100 local days end on 10 April: one hour went with the clocks, hence 100 x 86400 - 3600 = 8636400.
  // The rest of the half-year is 82 x 86400 = 7084800. 215910000 + 283392000 = 499302000; / 15721200 = 31.7597...
  // Reduced by 3600: 138695 / 4367. In whole days it would be 5780 / 182 = 31.7582..., 31.76 too.
  const ivr_trees = [tree("2024-01-01", 25_000, { valid_to: "2024-04-10" }), tree("2024-04-10", 40_000)];
  expect(read(ask({ ivr_trees }), "79-09-csp/ivr-navigation/weighted-mean")).toBe("2 31.76 138695/4367");
});

describe("times are those really lived", () => {
  test.each([
    // 21:00Z to 08:00Z
    ["spring", 1, "2024-03-30T22:00+01:00", "2024-03-31T10:00+02:00", "1 11.00 11"],
    ["spring, naive", 1, "2024-03-30 22:00", "2024-03-31 10:00", "1 11.00 11"],
    // 20:00Z to 09:00Z
    ["autumn", 2, "2024-10-26T22:00+02:00", "2024-10-27T10:00+01:00", "1 13.00 13"],
    ["autumn, naive", 2, "2024-10-26 22:00", "2024-10-27 10:00", "1 13.00 13"],
    // Of the doubled hour the first: 00:30Z to 02:00Z
    ["doubled hour", 2, "2024-10-27 02:30", "2024-10-27 03:00", "1 1.50 3/2"],
  ] as const)("%s", (_, half, reported_at, restored_at, expected) => {
    const result = ask({ fault_reports: [fault("f", { reported_at, restored_at })] }, { half });
    expect(read(result, `${repair}/mean`)).toBe(expected);
  });

  test("an order of 28 June 23:50 completed on 2 July 00:10 took 4 days and is of the second half", () => {
    const activation_orders = [order("o", { registered_at: "2024-06-28T23:50", completed_at: "2024-07-02T00:10" })];
    expect(read(ask({ activation_orders }), `${activation}/p95`)).toBe("0 null null");
    expect(read(ask({ activation_orders }, { half: 2 }), `${activation}/p95`)).toBe("1 4 4");
  });

  test("a fault reported on 30 June at 22:30Z is of 1 July in Rome", () => {
    const tables = { fault_reports: [fault("f", { reported_at: "2024-06-30T22:30Z" })] };
    expect(ask(tables).kept.fault_reports).toBe(0);
    expect(ask(tables, { half: 2 }).kept.fault_reports).toBe(1);
  });
});

test("suspended 12-20 and 18-22 is 10 hours of the 24: net 14; without the suspensions 24", () => {
  const fault_reports = [fault("f", { reported_at: "2024-05-01T10:00", restored_at: "2024-05-02T10:00" })];
  const suspend = (from: string, to: string) => ({
    case_table: "fault_reports",
    case_id: "f",
    started_at: `2024-05-01T${from}`,
    ended_at: `2024-05-01T${to}`,
    reason: "customer",
  });
  const suspensions = [suspend("12:00", "20:00"), suspend("18:00", "22:00")];
  expect(read(ask({ fault_reports, suspensions }), `${repair}/mean`)).toBe("1 14.00 14");
  expect(read(ask({ fault_reports }), `${repair}/mean`)).toBe("1 24.00 24");
});

test("of answers at 19.9, 20.0 and 20.1 s and one abandoned, one of four is under 20 s, two within: 25 and 50 %", () => {
  const contact_calls = [
    call("a", { wait_ms: "19900" }),
    call("b", { wait_ms: "20000" }),
    call("c", { wait_ms: "20100" }),
    call("d", { wait_ms: "1000", answered: "0" }),
  ];
  const result = ask({ contact_calls }, { acts: ["131-06-csp", "254-04-csp", "79-09-csp", "255-24-cons"] });
  expect(read(result, "255-24-cons/agent-answer/within-limit")).toBe("4 50.00 50");
  for (const indicator of ["79-09-csp/agent-answer", "131-06-csp/call-answer", "254-04-csp/customer-care-answer"]) {
    expect(read(result, `${indicator}/within-limit`)).toBe("4 25.00 25");
  }
  // (19.9 + 20.0 + 20.1) / 3 = 20; 1 of 4 abandoned
  expect(read(result, "79-09-csp/agent-answer/mean")).toBe("3 20.00 20");
  expect(read(result, "79-09-csp/agent-answer/abandoned")).toBe("4 25.00 25");
});
