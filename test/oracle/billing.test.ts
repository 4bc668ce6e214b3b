import { expect, test } from "vitest";
import { ask, dispute, invoices, read } from "./sample-rows.ts";

test("disputes count charges for internet and distinct invoices for voice, accuracy goes by the date of the credit", () => {
  const billing_disputes = [
    dispute("a", { invoice_id: "i1" }),
    dispute("b", { invoice_id: "i1" }),
    dispute("c", {}),
    dispute("d", { kind: "query" }),
    dispute("e", { traceable: "0", outcome: "upheld", invoice_id: "i2", credited_on: "2024-06-30" }),
    dispute("f", { received_at: "2023-11-01", outcome: "upheld", invoice_id: "i2", credited_on: "2024-01-01" }),
    dispute("g", { outcome: "upheld", invoice_id: "i3", credited_on: "2024-07-01" }),
    dispute("h", { service: "internet", invoice_id: "i1" }),
    dispute("i", { service: "internet", invoice_id: "i1" }),
  ];
  const issued = [...invoices(200), ...invoices(1, { invoice_id: "n", document: "credit_note" })];
  const voiceOnly = invoices(1, { invoice_id: "v", services: "voice" });
  const result = ask({ billing_disputes, invoices: [...issued, ...voiceOnly] });
  // i1, i3 and the one without an invoice: 300 / 201 = 100 / 67; h and i: 200 / 200; i2 once: 100 / 201
  expect(read(result, "254-04-csp/disputed-invoices/ratio")).toBe("201 1.49 100/67");
  expect(read(result, "131-06-csp/disputed-charges/ratio")).toBe("200 1.00 1");
  expect(read(result, "254-04-csp/billing-accuracy/ratio")).toBe("201 0.50 100/201");
});
