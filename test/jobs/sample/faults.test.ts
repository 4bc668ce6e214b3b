import { describe, expect, test } from "vitest";
import type { SampleRow } from "../../../jobs/sample/row-text.ts";
import { cielo, countBy, hellotel, isIn, percentile, perMille, rowsOf, timeOf, whole } from "./read-sample.ts";

const effective = ["network", "third_party", "operator_equipment", "interference", "force_majeure", "power_cut"];
const isEffective = (row: SampleRow) =>
  row.reported_by === "customer" && row.extent !== "ancillary" && effective.includes(String(row.cause));
const hoursOf = (row: SampleRow) =>
  (timeOf(row, "restored_at") - timeOf(row, "reported_at")) / 3_600_000 - Number(row.suspended_seconds ?? 0) / 3600;

describe.each([cielo, hellotel])("fault reports of $operator", (operator) => {
  const parameters = { ...operator, ...whole };
  const faults = rowsOf(parameters, "fault_reports");
  const suspended = new Set(rowsOf(parameters, "suspensions").map((row) => row.case_id));

  test.each(["internet", "voice"])("have a long tail of repairs: P95 is at least five medians, %s", (service) => {
    const hours = rowsOf({ ...parameters, size: 60_000 }, "fault_reports")
      .filter((row) => row.service === service && isEffective(row) && isIn(row, "restored_at"))
      .filter((row) => !suspended.has(row.fault_id))
      .map(hoursOf);
    expect(percentile(hours, 95) / percentile(hours, 50)).toBeGreaterThanOrEqual(5);
  });

  test("hold outages that hit 50 lines and more in one window, some under a declared event", () => {
    const outages = [...countBy(faults, (row) => String(row.fault_id).slice(0, -5))].filter(
      ([id, rows]) => id.startsWith("GM") && rows >= 50,
    );
    expect(outages.length).toBeGreaterThanOrEqual(2);
    const first = faults.filter((row) => /^GM-.*-00000\d\d$/.test(String(row.fault_id)));
    expect(new Set(first.map((row) => row.line_id)).size).toBe(first.length);
    expect(first.length).toBeGreaterThanOrEqual(50);
    const from = Math.min(...first.map((row) => timeOf(row, "reported_at")));
    const until = Math.max(...first.map((row) => timeOf(row, "restored_at")));
    expect(until - from).toBeLessThan(24 * 3_600_000);
    expect(Math.max(...first.map((row) => timeOf(row, "reported_at")))).toBeLessThan(
      Math.min(...first.map((row) => timeOf(row, "restored_at"))),
    );

    const events = new Map(rowsOf(parameters, "events").map((row) => [row.event_id, row]));
    const declared = faults.filter((row) => row.event_id !== null);
    expect(declared.length).toBeGreaterThanOrEqual(50);
    for (const row of declared) {
      const event = events.get(row.event_id ?? "") ?? {};
      expect(timeOf(row, "reported_at")).toBeGreaterThanOrEqual(timeOf(event, "started_at"));
      expect(timeOf(row, "restored_at")).toBeLessThanOrEqual(timeOf(event, "ended_at"));
    }
  });

  test("hold every cause, every channel, open ones, those found by the operator and ancillary ones", () => {
    expect(countBy(rowsOf({ ...parameters, size: 60_000 }, "fault_reports"), (row) => String(row.cause)).size).toBe(12);
    expect(new Set(faults.map((row) => row.channel))).toEqual(new Set(["phone", "email", "web", null]));
    expect(faults.some((row) => row.restored_at === null)).toBe(true);
    expect(faults.some((row) => row.reported_by === "operator")).toBe(true);
    expect(new Set(faults.map((row) => row.extent))).toEqual(new Set(["line", "ancillary", null]));
    expect(new Set(faults.map((row) => row.network))).toEqual(new Set(["own", "wholesale"]));
    const single = rowsOf({ ...parameters, outages: 0 }, "fault_reports");
    expect(Math.abs(perMille(single, (row) => !effective.includes(String(row.cause))) - 350)).toBeLessThan(60);
  });

  test("come more on Monday than on Sunday", () => {
    const many = rowsOf({ ...parameters, size: 100_000, outages: 0 }, "fault_reports");
    const byDay = countBy(many, (row) => String(new Date(timeOf(row, "reported_at") + 3_600_000).getUTCDay()));
    expect(byDay.get("1") ?? 0).toBeGreaterThan(1.4 * (byDay.get("0") ?? 0));
  });
});

test("the rate of effective faults is the one asked for", () => {
  const faults = rowsOf({ ...cielo, ...whole, size: 100_000, outages: 0, edgeRows: false }, "fault_reports");
  const internet = faults.filter((row) => row.service === "internet" && isEffective(row) && isIn(row, "reported_at"));
  // 64 % of the lines are internet: 64,000 lines x 2.50 % = 1600; five standard deviations are 5 x sqrt(1600) = 200.
  expect(Math.abs(internet.length - 1600)).toBeLessThan(200);
});
