/** Whole canonical rows for the examples: ordinary ones, of which an example changes what it is about. */
import type { ExampleRow } from "./example.ts";

const own = { network: "own", region: "12", customer_class: "residential" } as const;

/** The values 1, 2, ... n. */
export const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

/** ISO date of the day that comes so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function order(id: string, changes: ExampleRow): ExampleRow {
  return {
    order_id: id,
    technology: "FTTH",
    order_type: "new_line",
    ...own,
    priority: "0",
    ordered_at: null,
    agreed_on: null,
    contract_days: null,
    customer_requested_later: "0",
    suspended_days: null,
    delay_reason: null,
    cancelled_at: null,
    ...changes,
  };
}

export function fault(id: string, changes: ExampleRow): ExampleRow {
  return {
    fault_id: id,
    line_id: null,
    technology: "FTTH",
    ...own,
    channel: "phone",
    under_contract: "0",
    reported_by: "customer",
    taken_charge_at: null,
    wholesaler_closed_at: null,
    restored_at: null,
    cause: "network",
    event_id: null,
    urgency: null,
    suspended_seconds: null,
    contract_hours: null,
    extent: "line",
    ...changes,
  };
}

export function suspension(caseId: string, startedAt: string, endedAt: string): ExampleRow {
  const of = { case_table: "fault_reports", case_id: caseId };
  return { ...of, started_at: startedAt, ended_at: endedAt, reason: "customer", evidence: null };
}

export function lines(month: string, changes: ExampleRow): ExampleRow {
  return { month, technology: "FTTH", ...own, ...changes };
}

export function call(id: string, waitSeconds: string, changes: ExampleRow = {}): ExampleRow {
  return {
    call_id: id,
    number: "0612345678",
    purpose: "technical",
    kind: "customer_care",
    received_at: "2024-02-10T10:00:00+01:00",
    agent_available: "1",
    ivr_ms: "30000",
    wait_ms: milliseconds(waitSeconds),
    answered: "1",
    ...changes,
  };
}

/** `"19.9"` seconds are 19900. */
function milliseconds(seconds: string): string {
  const [whole = "", tenths = "0"] = seconds.split(".");
  return `${whole}${tenths}00`;
}

export function tree(validFrom: string, validTo: string | null, changes: ExampleRow): ExampleRow {
  return { number: "0612345678", purpose: "technical", valid_from: validFrom, valid_to: validTo, ...changes };
}

export function phoneComplaint(id: string, furtherCalls: number, changes: ExampleRow = {}): ExampleRow {
  return {
    complaint_id: id,
    number: "0612345678",
    purpose: "technical",
    received_at: "2024-02-10T10:00:00+01:00",
    closed_at: "2024-02-12T10:00:00+01:00",
    further_calls: `${furtherCalls}`,
    ...changes,
  };
}

export function complaint(id: string, receivedOn: string, answeredOn: string): ExampleRow {
  return {
    complaint_id: id,
    service: "internet",
    channel: "pec",
    kind: "billing",
    received_at: `${receivedOn}T10:00:00`,
    taken_charge_at: null,
    interim_at: null,
    answered_at: `${answeredOn}T10:00:00`,
    written: "1",
    outcome: "upheld",
  };
}

export function invoice(id: string, services: string, document: string): ExampleRow {
  return {
    invoice_id: id,
    services,
    region: "12",
    customer_class: "residential",
    issued_on: "2024-03-01",
    document,
  };
}

export function dispute(id: string, invoiceId: string, changes: ExampleRow): ExampleRow {
  return {
    dispute_id: id,
    invoice_id: invoiceId,
    received_at: "2024-03-20T10:00:00+01:00",
    channel: "pec",
    traceable: "1",
    kind: "dispute",
    outcome: "open",
    decided_on: null,
    credited_on: null,
    ...changes,
  };
}

/** A test of whatever kind; `values` are what it measured. */
export function probe(id: string, values: ExampleRow): ExampleRow {
  return { test_id: id, profile: "20000", tested_at: "2024-03-20T10:00:00+01:00", region: "12", ...values };
}

export function outage(id: string, startedAt: string, endedAt: string): ExampleRow {
  return { outage_id: id, started_at: startedAt, ended_at: endedAt };
}
