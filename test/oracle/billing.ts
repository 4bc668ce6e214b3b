import type { Data, Indicator } from "./indicator.ts";
import { nothing, type Outcome, percent } from "./outcome.ts";
import { holds, holdsDay } from "./period.ts";
import { quantity, type Row, words } from "./rows.ts";
import { dimensionsOf, type Scope } from "./scope.ts";

type Service = "internet" | "voice";

/**
 * Disputed charges (131/06), disputed invoices and billing accuracy (254/04), in % of the invoices issued; charges and
 * accuracy of either service under 156/23.
 */
export function billingIndicators(data: Data): Indicator[] {
  return [
    billing(data, "131-06-csp", "disputed-charges", "internet", received(data, "internet").length),
    billing(data, "254-04-csp", "disputed-invoices", "voice", invoicesOf(received(data, "voice"))),
    billing(data, "254-04-csp", "billing-accuracy", "voice", invoicesOf(credited(data, "voice"))),
    ...(["internet", "voice"] as const).flatMap((service) => [
      billing(data, "156-23-cons", "disputed-charges", service, received(data, service).length),
      billing(data, "156-23-cons", "billing-accuracy", service, invoicesOf(credited(data, service))),
    ]),
  ];
}

function billing(data: Data, act: string, indicator: string, service: Service, numerator: number): Indicator {
  const ratio = (scope: Scope): Outcome => {
    // Disputes have none of the dimensions of a scope: no share can be taken of a part of the invoices.
    if (dimensionsOf(scope).length > 0) return nothing();
    const issued = invoicesIssued(data, service);
    return data.has("billing_disputes") ? percent(numerator, issued) : nothing(issued);
  };
  return { act, indicator, service, scopes: [{}], measures: { ratio } };
}

function invoicesIssued(data: Data, service: Service): number {
  return data
    .rows("invoices")
    .filter((row) => words(row, "document") === "invoice" && holdsDay(data.period, quantity(row, "issued_on")))
    .filter((row) => (words(row, "services") ?? "").split("+").includes(service)).length;
}

function disputes(data: Data, service: Service): Row[] {
  return data
    .rows("billing_disputes")
    .filter((row) => words(row, "service") === service && words(row, "kind") === "dispute");
}

function received(data: Data, service: Service): Row[] {
  return disputes(data, service).filter(
    (row) => words(row, "traceable") === "1" && holds(data.period, quantity(row, "received_at")),
  );
}

function credited(data: Data, service: Service): Row[] {
  return disputes(data, service).filter(
    (row) => words(row, "outcome") === "upheld" && holdsDay(data.period, quantity(row, "credited_on")),
  );
}

/** Distinct invoices; a dispute that names none stands for one of its own. */
function invoicesOf(rows: readonly Row[]): number {
  const named = rows.map((row) => words(row, "invoice_id")).filter((id) => id !== null);
  return new Set(named).size + rows.length - named.length;
}
