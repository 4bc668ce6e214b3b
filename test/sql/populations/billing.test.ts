import { describe, expect, test } from "vitest";
import type { Row } from "../corpus.ts";
import { compiledOf, measuredOn } from "./rows-of.ts";

const settings = { service: "internet", invoices: "of-service" } as const;

/** The good row: received on 10 March, in writing, upheld, credited on the 31st, of invoice I1. */
const disputes = (rows: readonly Row[]) => rows.map((row, i) => ({ dispute_id: `D${i + 1}`, ...row }));
const invoices = (rows: readonly Row[]) => rows.map((row, i) => ({ invoice_id: `I${i + 1}`, ...row }));

const received = disputes([
  {},
  {},
  { invoice_id: "I2" },
  { invoice_id: null },
  { invoice_id: null },
  { invoice_id: "D4" },
  { service: "voice" },
  { kind: "query" },
  { kind: "fraud_claim", traceable: "0" },
  { kind: "unrequested_service" },
  { traceable: "0" },
  { received_at: "2026-07-01T00:00:00+02:00" },
  { received_at: "2025-12-31T23:59:59+01:00" },
]);

test("the query tells the classes apart in one order and binds the service", async () => {
  const [query, issued] = await compiledOf({ population: "disputes", settings });
  expect(query?.sql).toMatch(
    /then 'outside' when d.service <> \$\d+ then 'no-concern' when d.kind <> 'dispute' then 'not-dispute' when d.traceable = 0 then 'not-traceable' else 'counted' end/,
  );
  expect(query?.parameters).toContain("internet");
  expect(issued?.sql).toMatch(/"i"."issued_on" < cast\(\$\d+ as date\) or "i"."issued_on" > cast\(\$\d+ as date\)/);
  expect(issued?.parameters).toEqual(["2026-01-01", "2026-06-30", false, "internet"]);
});

test("disputes are counted one by one", async () => {
  const { classes, facts } = await measuredOn({ billing_disputes: received }, { population: "disputes", settings });
  expect(classes.billing_disputes).toEqual({
    counted: 6,
    "no-concern": 1,
    "not-dispute": 3,
    "not-traceable": 1,
    outside: 2,
  });
  expect(facts.disputes).toBe("6");
});

test("disputed invoices once each; a dispute that names none is one of its own, even where an invoice has its id", async () => {
  const { facts } = await measuredOn({ billing_disputes: received }, { population: "disputed-invoices", settings });
  // I1 (twice), I2, D4 and D5 without an invoice, and the invoice called D4.
  expect(facts["disputed-invoices"]).toBe("5");
});

test("credited invoices: credited in the period, upheld, whenever received and in whatever form", async () => {
  const rows = disputes([
    {},
    { credited_on: "2026-06-30" },
    { invoice_id: "I2", credited_on: "2026-01-01", received_at: "2025-10-01T10:00:00+02:00", traceable: "0" },
    { invoice_id: "I3", credited_on: "2025-12-31" },
    { invoice_id: "I3", credited_on: "2026-07-01" },
    { invoice_id: "I3", credited_on: null },
    { invoice_id: "I3", outcome: "rejected" },
    { invoice_id: "I3", kind: "query" },
    { invoice_id: "I3", service: "voice" },
  ]);
  const { classes, facts } = await measuredOn(
    { billing_disputes: rows },
    { population: "credited-invoices", settings },
  );
  expect(classes.billing_disputes).toEqual({
    counted: 3,
    outside: 3,
    "not-upheld": 1,
    "not-dispute": 1,
    "no-concern": 1,
  });
  expect(facts["credited-invoices"]).toBe("2");
});

describe("invoices of the denominator", () => {
  const rows = invoices([
    {},
    { issued_on: "2026-01-01" },
    { issued_on: "2026-06-30", services: "internet+voice" },
    { issued_on: "2025-12-31" },
    { issued_on: "2026-07-01" },
    { services: "voice" },
    { document: "credit_note" },
    { document: "proforma" },
  ]);
  test.each([
    ["of the service", settings, { counted: 3, outside: 2, "no-concern": 1, "not-invoice": 2 }],
    ["of the other service", { ...settings, service: "voice" }, { counted: 2, outside: 2, "no-concern": 4 }],
    ["all", { ...settings, invoices: "all" }, { counted: 4, outside: 2, "not-invoice": 2 }],
  ] as const)("%s", async (_, asked, classes) => {
    const answer = await measuredOn({ invoices: rows }, { population: "disputes", settings: asked });
    expect(answer.classes.invoices).toEqual(classes);
    expect(answer.facts).toEqual({ disputes: "0", invoices: `${classes.counted}` });
  });
});
