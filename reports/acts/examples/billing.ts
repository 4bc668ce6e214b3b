/** Worked examples of disputed charges, disputed invoices and billing accuracy, for either service. */
import type { Service } from "../../act.ts";
import type { Example, ExampleRow } from "./example.ts";
import { dispute, invoice, upTo } from "./rows.ts";

/** A hundred invoices of the service, and what is none of them: a credit note, a proforma, an invoice of the other service. */
function invoices(service: Service): readonly ExampleRow[] {
  const other = service === "internet" ? "voice" : "internet";
  return [
    ...upTo(99).map((n) => invoice(`I${n}`, service, "invoice")),
    invoice("I100", "internet+voice", "invoice"),
    invoice("credit", service, "credit_note"),
    invoice("proforma", service, "proforma"),
    invoice("other", other, "invoice"),
  ];
}

function received(service: Service): Readonly<Record<string, readonly ExampleRow[]>> {
  const own = { service };
  return {
    invoices: invoices(service),
    billing_disputes: [
      dispute("D1", "I1", own),
      dispute("D2", "I1", own),
      dispute("D3", "I2", own),
      dispute("query", "I3", { ...own, kind: "query" }),
      dispute("spoken", "I4", { ...own, channel: "phone", traceable: "0" }),
    ],
  };
}

const words =
  "Cento fatture; tre contestazioni tracciabili, due delle quali sulla stessa fattura; una richiesta di chiarimenti e un reclamo non tracciabile restano fuori.";

export function disputedChargesExample(service: Service): Example {
  return {
    indicator: "disputed-charges",
    service,
    words,
    period: "2024-S1",
    rows: received(service),
    expected: [
      { measure: "ratio", value: "3.00", exact: "3", cases: 100, words: "3 contestazioni su 100 fatture: 3,00 %." },
    ],
  };
}

export function disputedInvoicesExample(service: Service): Example {
  return {
    indicator: "disputed-invoices",
    service,
    words,
    period: "2024-S1",
    rows: received(service),
    expected: [
      { measure: "ratio", value: "2.00", exact: "2", cases: 100, words: "2 fatture contestate su 100: 2,00 %." },
    ],
  };
}

export function billingAccuracyExample(service: Service): Example {
  const upheld = { service, outcome: "upheld", decided_on: "2024-04-02", credited_on: "2024-04-10" };
  return {
    indicator: "billing-accuracy",
    service,
    words:
      "Cento fatture; due contestazioni della stessa fattura fondate e riaccreditate nel periodo; una fondata ma riaccreditata dopo, un riaccredito di cortesia senza fondamento.",
    period: "2024-S1",
    rows: {
      invoices: invoices(service),
      billing_disputes: [
        dispute("D1", "I1", upheld),
        dispute("D2", "I1", upheld),
        dispute("later", "I2", { ...upheld, credited_on: "2024-07-01" }),
        dispute("goodwill", "I3", { ...upheld, outcome: "rejected" }),
      ],
    },
    expected: [
      { measure: "ratio", value: "1.00", exact: "1", cases: 100, words: "1 fattura riaccreditata su 100: 1,00 %." },
    ],
  };
}
