/** Each choice on calls, complaints, bills, tests and statistics against the act's own. */
import { describe, expect, test } from "vitest";
import type { Row } from "../corpus.ts";
import { ownAndOther } from "./chosen-figures.ts";

const calls = (rows: readonly Row[]) => ({ contact_calls: rows.map((row, i) => ({ call_id: `C${i + 1}`, ...row })) });
const within = (act: string) => `${act} agent-answer within-limit`;
/** 19.999, 20 and 20.001 seconds, and one abandoned. */
const around = calls([
  { wait_ms: "19999" },
  { wait_ms: "20000" },
  { wait_ms: "20001" },
  { wait_ms: "5000", answered: "0" },
]);

test("abandoned-calls: one answer in time of four that chose, or of the three answered", async () => {
  expect(await ownAndOther(around, within("79-09-csp"), { "abandoned-calls": "out" })).toEqual(["25", "100/3"]);
  // What is abandoned is counted as before.
  const abandoned = "79-09-csp agent-answer abandoned";
  expect(await ownAndOther(around, abandoned, { "abandoned-calls": "out" })).toEqual(["25", "25"]);
});

describe("limit-comparator: an answer at exactly 20 seconds", () => {
  test.each([
    ["79-09-csp", "inclusive", ["25", "50"]],
    ["79-09-csp", "strict", ["25", "25"]],
    ["255-24-cons", "strict", ["50", "25"]],
    ["255-24-cons", "inclusive", ["50", "50"]],
  ])("%s, %s", async (act, value, expected) => {
    expect(await ownAndOther(around, within(act), { "limit-comparator": value })).toEqual(expected);
  });
});

test("out-of-hours-calls: one that waited 60 s at night is in the mean, or it is not; one that waited for nobody never", async () => {
  const rows = calls([
    { wait_ms: "20000" },
    { agent_available: "0", wait_ms: "60000" },
    { agent_available: "0", wait_ms: null },
  ]);
  expect(await ownAndOther(rows, "79-09-csp agent-answer mean", { "out-of-hours-calls": "included" })).toEqual([
    "20",
    "40",
  ]);
});

test("open-complaints: of four received one is open: two of three closed are solved, or two of four", async () => {
  const phone_complaints = [{}, {}, { further_calls: "1" }, { closed_at: null }].map((row, i) => ({
    complaint_id: `P${i}`,
    ...row,
  }));
  const figure = "79-09-csp first-call-resolution ratio";
  expect(await ownAndOther({ phone_complaints }, figure, { "open-complaints": "included" })).toEqual(["200/3", "50"]);
});

describe("bills", () => {
  const invoices = ["internet", "internet+voice", "voice", "voice"].map((services, i) => ({
    invoice_id: `I${i}`,
    services,
    issued_on: "2026-03-01",
  }));
  const disputes = (rows: readonly Row[]) => ({
    invoices,
    billing_disputes: rows.map((row, i) => ({ dispute_id: `D${i}`, invoice_id: `I${i}`, ...row })),
  });

  test("invoices: one dispute over the two that bill the service, or over all four", async () => {
    const figure = "131-06-csp disputed-charges ratio";
    expect(await ownAndOther(disputes([{}]), figure, { invoices: "all" })).toEqual(["50", "25"]);
  });

  test("dispute-form: one of two leaves a trace", async () => {
    const figure = "131-06-csp disputed-charges ratio";
    const rows = disputes([{}, { traceable: "0", channel: "phone" }]);
    expect(await ownAndOther(rows, figure, { "dispute-form": "all" })).toEqual(["50", "100"]);
  });

  test("credit-period: by the credit's day or by the receipt's, at the period's ends; not credited is in neither", async () => {
    const voice = { service: "voice" };
    const rows = disputes([
      { ...voice, received_at: "2025-12-31T23:59:59+01:00", credited_on: "2026-01-01" },
      { ...voice, received_at: "2026-06-30T23:59:59+02:00", credited_on: "2026-07-01" },
      { ...voice, received_at: "2026-06-30T23:59:59+02:00", credited_on: "2026-07-01" },
      { ...voice, credited_on: null },
    ]);
    const figure = "254-04-csp billing-accuracy ratio";
    // Three invoices bill voice: one was credited in the period, two were disputed in it and credited since.
    expect(await ownAndOther(rows, figure, { "credit-period": "receipt-date" })).toEqual(["100/3", "200/3"]);
  });
});

describe("tests of the line", () => {
  const throughput_tests = [
    { kbit_s: "1000" },
    { kbit_s: "3000" },
    { kbit_s: null, failed: "1" },
    { kbit_s: null, failed: "1" },
  ].map((row, i) => ({ test_id: `T${i}`, ...row }));
  test("failed-transfers: without them the mean is 2000 kbit/s, as zeros they halve it; their share stays", async () => {
    const figure = "244-08-csp throughput mean";
    expect(await ownAndOther({ throughput_tests }, figure, { "failed-transfers": "as-zero" })).toEqual([
      "2000",
      "1000",
    ]);
    const failed = "244-08-csp throughput failed";
    expect(await ownAndOther({ throughput_tests }, failed, { "failed-transfers": "as-zero" })).toEqual(["50", "50"]);
  });

  test.each([
    // n, nearest ceil(0.95 n), lower floor(0.95 n)
    [19, "19", "18"],
    [20, "19", "19"],
    [21, "20", "19"],
    [1, "1", "1"],
  ])("percentile-method: P95 of 1 to %i ms is %s, or %s by the lower rank", async (n, nearest, lower) => {
    const delay_tests = Array.from({ length: n }, (_, i) => ({ test_id: `T${i}`, delay_us: `${(i + 1) * 1000}` }));
    const figure = "244-08-csp delay p95";
    expect(await ownAndOther({ delay_tests }, figure, { "percentile-method": "lower-rank" })).toEqual([nearest, lower]);
  });
});
