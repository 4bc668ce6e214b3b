import { describe, expect, test } from "vitest";
import { ask, fault, lines, read, target } from "./sample-rows.ts";

describe("faults", () => {
  const at = { reported_at: "2024-02-01T00:00:00.900", restored_at: "2024-02-01T10:00:01" };
  const fault_reports = [
    fault("a", { ...at, contract_hours: "10" }),
    // 36000.1 s elapsed are 36000; less 1800 are 9.5 hours
    fault("b", { ...at, suspended_seconds: "1800", contract_hours: "9", cause: "third_party", network: "wholesale" }),
    fault("c", { ...at, cause: "power_cut", extent: "line" }),
    fault("d", { ...at, event_id: "e1" }),
    fault("e", { ...at, event_id: "never declared" }),
    fault("f", { ...at, cause: "none_found" }),
    fault("g", { ...at, extent: "ancillary" }),
    fault("h", { ...at, reported_by: "operator" }),
    fault("i", { ...at, technology: "DIALUP" }),
  ];
  const events = [{ event_id: "e1", started_at: "2024-01-31", kind: "strike", document: "prot. 1" }];
  const access_lines = [...lines([10, 20, 30, 40, 50, 60]), ...lines([9, 9, 9, 9, 9, 9], { technology: "DIALUP" })];
  const [rate, mean] = ["131-06-csp/fault-rate/ratio", "131-06-csp/repair-time/mean"];
  const targets = [rate, mean].flatMap((name) => [
    target(name, { responsibility: "own" }),
    target(name, { conditions: "normal" }),
    target(name, { technology: "XGS" }),
  ]);
  const result = ask({ fault_reports, events, access_lines }, { targets, services: ["internet"] });

  test.each([
    // 5 faults on 210 / 6 = 35 lines: 500 / 35 = 100 / 7
    [rate, {}, "5 14.29 100/7"],
    [rate, { technology: "FTTH" }, "5 14.29 100/7"],
    // a fault without lines
    [rate, { network: "wholesale" }, "1 null null"],
    [rate, { responsibility: "own" }, "4 11.43 80/7"],
    // the power cut and the declared event are left out
    [rate, { conditions: "normal" }, "3 8.57 60/7"],
    [rate, { technology: "XGS" }, "0 null null"],
    // (10 x 4 + 9.5) / 5
    [mean, {}, "5 9.90 99/10"],
    [mean, { responsibility: "own" }, "4 10.00 10"],
    [mean, { network: "wholesale" }, "1 9.50 19/2"],
    ["131-06-csp/repair-time/within-contract", {}, "2 50.00 50"],
    // not offered
    ["254-04-csp/fault-rate/ratio", {}, "0 null null"],
    ["244-08-csp/dialup-unavailability/ratio", {}, "0 null null"],
  ])("%s at %o", (name, scope, expected) => expect(read(result, name, scope)).toBe(expected));

  test("no fault over some lines is 0, and without lines in a month nothing is reported", () => {
    const of = (counts: number[]) =>
      ask({ fault_reports: [], access_lines: lines(counts) }, { services: ["internet"] });
    expect(read(of([1, 1, 1, 1, 1, 1]), rate)).toBe("0 0.00 0");
    expect(read(of([1, 1, 1, 1, 1]), rate)).toBe("no lines of service internet in 2024-06");
  });
});
