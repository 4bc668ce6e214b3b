import { describe, expect, test } from "vitest";
import { cielo, countBy, hellotel, isIn, percentile, perMille, rowsOf, timeOf, whole } from "./read-sample.ts";

describe("access lines", () => {
  test("sum to the size in January, then grow, for eight months", () => {
    const lines = rowsOf({ ...cielo, ...whole, size: 2000 }, "access_lines");
    const months = new Map<string, number>();
    for (const row of lines) months.set(String(row.month), (months.get(String(row.month)) ?? 0) + Number(row.lines));
    expect([...months.keys()]).toEqual([
      "2025-12",
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
    ]);
    expect(months.get("2026-01")).toBe(2000);
    expect(months.get("2026-06") ?? 0).toBeGreaterThan(2000);
    expect(new Set(lines.map((row) => row.technology))).toEqual(
      new Set(["ADSL", "VDSL", "WIRELESS", "DIALUP", "RTG", "VOIP"]),
    );
  });
});

describe("invoices and disputes", () => {
  const invoices = rowsOf({ ...cielo, ...whole }, "invoices");
  const disputes = rowsOf({ ...cielo, ...whole }, "billing_disputes");

  test("hold credit notes and proforma as often as asked, and one key each", () => {
    expect(Math.abs(perMille(invoices, (row) => row.document === "credit_note") - 25)).toBeLessThan(5);
    expect(Math.abs(perMille(invoices, (row) => row.document === "proforma") - 12)).toBeLessThan(4);
    expect(new Set(invoices.map((row) => row.invoice_id)).size).toBe(invoices.length);
    expect(new Set(invoices.map((row) => row.services)).size).toBe(3);
  });

  test("come by letter and by phone, the latter mostly without a trace", () => {
    expect(Math.abs(perMille(disputes, (row) => row.channel === "phone") - 200)).toBeLessThan(60);
    expect(Math.abs(perMille(disputes, (row) => row.channel === "letter") - 180)).toBeLessThan(60);
    const byPhone = disputes.filter((row) => row.channel === "phone");
    expect(new Set(byPhone.map((row) => row.traceable))).toEqual(new Set(["0", "1"]));
    expect(disputes.filter((row) => row.channel === "letter" && row.traceable === "0")).toEqual([]);
  });

  test("dispute invoices that exist, bill the service and were issued before; some twice", () => {
    const known = new Map(invoices.map((row) => [row.invoice_id, row]));
    const named = disputes.filter((row) => known.has(row.invoice_id));
    expect(perMille(disputes, (row) => known.has(row.invoice_id))).toBeGreaterThan(600);
    for (const row of named) {
      const invoice = known.get(row.invoice_id);
      expect(invoice?.services).toContain(row.service);
      expect(timeOf(row, "received_at")).toBeGreaterThanOrEqual(timeOf(invoice ?? {}, "issued_on"));
    }
    const twice = [...countBy(named, (row) => `${row.service} ${row.invoice_id}`).values()].filter((rows) => rows > 1);
    expect(twice.length).toBeGreaterThan(5);
  });

  test("are credited only when upheld, after the decision", () => {
    for (const row of disputes.filter((one) => one.credited_on !== null)) {
      expect(row.outcome).toBe("upheld");
      expect(String(row.credited_on) >= String(row.decided_on)).toBe(true);
    }
  });
});

describe("tests of quality", () => {
  test("fail as often as asked, without a speed, for every profile of the operator", () => {
    const tests = rowsOf({ ...hellotel, ...whole }, "throughput_tests");
    expect(Math.abs(perMille(tests, (row) => row.failed === "1") - 15)).toBeLessThan(4);
    expect(tests.every((row) => (row.failed === "1") === (row.kbit_s === null))).toBe(true);
    expect([...countBy(tests, (row) => `${row.profile} ${row.direction}`).keys()].sort()).toEqual([
      "1000 upload",
      "10000 download",
      "20000 download",
      "4000 download",
      "5000 upload",
      "512 upload",
      "8000 download",
    ]);
    const delays = rowsOf({ ...hellotel, ...whole }, "delay_tests");
    expect([...countBy(delays, (row) => String(row.profile)).keys()].sort()).toEqual([
      "10000",
      "20000",
      "4000",
      "8000",
    ]);
  });

  test("meet most of the charter's targets and miss the 20 Mbit/s ones", () => {
    const tests = rowsOf({ ...hellotel, ...whole }, "throughput_tests").filter((row) => row.kbit_s !== null);
    const speeds = (profile: string) => tests.filter((row) => row.profile === profile).map((row) => Number(row.kbit_s));
    expect(percentile(speeds("4000"), 5)).toBeGreaterThan(1000);
    expect(percentile(speeds("10000"), 95)).toBeGreaterThan(9200);
    expect(percentile(speeds("20000"), 95)).toBeLessThan(18_000);
  });

  test("dial-up outages overlap each other and the period's edges", () => {
    const outages = rowsOf({ ...cielo, ...whole }, "dialup_outages");
    const [first, second] = outages;
    if (!first || !second) throw new Error("no outages");
    expect(timeOf(second, "started_at")).toBeLessThan(timeOf(first, "ended_at"));
    const across = outages.filter((row) => isIn(row, "ended_at") !== isIn(row, "started_at"));
    expect(across.length).toBeGreaterThanOrEqual(2);
  });
});
