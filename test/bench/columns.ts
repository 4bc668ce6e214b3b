/**
 * The columns that measuring reads, by table. The scan it is compared with reads these and no others, and while measuring
 * is timed the tables have no others: a column forgotten here is an error, not a flattering ratio.
 */
import type { TableName } from "../../sql/tables.ts";

const test = ["profile", "tested_at"] as const;

/** Keys that the queries name so that a figure can be traced to its rows; while measuring they are NULL: nothing reads them. */
export const namedKeys: Readonly<Partial<Record<TableName, string>>> = {
  invoices: "invoice_id",
  contact_calls: "call_id",
  phone_complaints: "complaint_id",
  throughput_tests: "test_id",
  delay_tests: "test_id",
  packet_tests: "test_id",
};

export const measuredColumns: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  activation_orders: [
    ...["order_id", "service", "technology", "order_type", "network", "region", "priority", "ordered_at"],
    ...["registered_at", "agreed_on", "contract_days", "customer_requested_later", "suspended_days"],
    ...["completed_at", "cancelled_at"],
  ],
  fault_reports: [
    ...["fault_id", "service", "technology", "network", "region", "reported_by", "reported_at", "restored_at"],
    ...["taken_charge_at", "cause", "event_id", "urgency", "suspended_seconds", "contract_hours", "extent"],
  ],
  suspensions: ["case_table", "case_id", "started_at", "ended_at"],
  events: ["event_id"],
  access_lines: ["month", "service", "technology", "network", "region", "lines"],
  invoices: ["services", "issued_on", "document"],
  billing_disputes: [
    ...["dispute_id", "invoice_id", "service", "received_at", "traceable", "kind", "outcome", "credited_on"],
  ],
  contact_calls: ["number", "purpose", "kind", "received_at", "agent_available", "ivr_ms", "wait_ms", "answered"],
  ivr_trees: ["number", "purpose", "valid_from", "valid_to", "operator_option_ms", "complaint_option_ms"],
  phone_complaints: ["number", "purpose", "received_at", "closed_at", "further_calls"],
  throughput_tests: [...test, "direction", "kbit_s", "failed"],
  delay_tests: [...test, "delay_us"],
  packet_tests: [...test, "packets_sent", "packets_lost"],
  dialup_outages: ["outage_id", "started_at", "ended_at"],
};
