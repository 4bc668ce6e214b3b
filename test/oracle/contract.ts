/**
 * The data contract in the oracle's own short hand, written from the contract's text. A column is `name`, `name?` where
 * it may be NULL, and after a colon its type: time, date, month, count, a closed list a|b|c; text where nothing is said.
 */

export interface ContractColumn {
  readonly name: string;
  readonly nullable: boolean;
  readonly type: "text" | "time" | "date" | "month" | "count" | readonly string[];
}

export interface ContractTable {
  readonly key: readonly string[];
  readonly columns: readonly ContractColumn[];
  /** Columns whose value puts a row into a period. */
  readonly moments: readonly string[];
  /** The columns of an interval that puts a row into every period it overlaps. */
  readonly interval?: readonly [start: string, end: string];
}

const service = "service:internet|voice";
const place = "network:own|wholesale region:region customer_class:residential|business";
const region = Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, "0"));
const plainTypes = ["time", "date", "month", "count"] as const;

function columnOf(text: string): ContractColumn {
  const [label = "", type = "text"] = text.split(":");
  const nullable = label.endsWith("?");
  const plain = plainTypes.find((candidate) => candidate === type) ?? (type === "text" ? "text" : undefined);
  const list = type === "region" ? region : type.split("|");
  return { name: nullable ? label.slice(0, -1) : label, nullable, type: plain ?? list };
}

function table(columns: string, keyLength: number, moments: string, interval?: [string, string]): ContractTable {
  const all = columns.split(/\s+/).filter(Boolean).map(columnOf);
  const shape = {
    key: all.slice(0, keyLength).map((column) => column.name),
    columns: all,
    moments: moments.split(" ").filter(Boolean),
  };
  return interval === undefined ? shape : { ...shape, interval };
}

export const contract: Readonly<Record<string, ContractTable>> = {
  activation_orders: table(
    `order_id ${service} technology
     order_type:new_line|active_line_same_operator|active_line_other_operator|operator_change|relocation|takeover|reactivation|change
     ${place} priority?:0|1 ordered_at?:time registered_at:time agreed_on?:date contract_days?:count
     customer_requested_later:0|1 suspended_days?:count delay_reason? completed_at?:time cancelled_at?:time`,
    1,
    "completed_at",
  ),
  fault_reports: table(
    `fault_id line_id? ${service} technology ${place} channel?:phone|email|web under_contract?:0|1
     reported_by:customer|operator reported_at:time taken_charge_at?:time wholesaler_closed_at?:time restored_at?:time
     cause:network|third_party|operator_equipment|interference|force_majeure|power_cut|customer_equipment|customer_premises|administrative_suspension|none_found|information|duplicate
     event_id? urgency? suspended_seconds?:count contract_hours?:count extent?:line|ancillary`,
    1,
    "reported_at restored_at",
  ),
  suspensions: table(
    `case_table:activation_orders|fault_reports case_id started_at:time ended_at?:time reason:customer|premises evidence?`,
    0,
    "",
    ["started_at", "ended_at"],
  ),
  events: table(
    `event_id started_at:time ended_at?:time kind:force_majeure|interference|strike|authority|maintenance document`,
    1,
    "",
    ["started_at", "ended_at"],
  ),
  access_lines: table(`month:month ${service} technology ${place} lines:count`, 6, "month"),
  invoices: table(
    `invoice_id services:internet|voice|internet+voice region:region customer_class:residential|business issued_on:date
     document:invoice|credit_note|proforma`,
    1,
    "issued_on",
  ),
  billing_disputes: table(
    `dispute_id invoice_id? ${service} received_at:time channel:letter|fax|email|pec|web|phone|counter traceable:0|1
     kind:dispute|query|fraud_claim|unrequested_service outcome:open|upheld|rejected|withdrawn decided_on?:date
     credited_on?:date`,
    1,
    "received_at credited_on",
  ),
  contact_calls: table(
    `call_id number purpose kind:customer_care|operator_service received_at:time agent_available?:0|1 ivr_ms?:count
     wait_ms?:count answered:0|1`,
    1,
    "received_at",
  ),
  ivr_trees: table(
    `number purpose valid_from:time valid_to?:time operator_option_ms:count complaint_option_ms:count`,
    3,
    "",
    ["valid_from", "valid_to"],
  ),
  phone_complaints: table(
    `complaint_id number purpose received_at:time closed_at?:time further_calls:count`,
    1,
    "received_at",
  ),
  complaints: table(
    `complaint_id ${service} channel kind received_at:time taken_charge_at?:time interim_at?:time answered_at?:time
     written:0|1 outcome`,
    1,
    "received_at answered_at",
  ),
  throughput_tests: table(
    `test_id profile:count direction:download|upload tested_at:time kbit_s?:count failed:0|1 region:region`,
    1,
    "tested_at",
  ),
  delay_tests: table(`test_id profile:count tested_at:time delay_us:count region:region`, 1, "tested_at"),
  packet_tests: table(
    `test_id profile:count tested_at:time packets_sent:count packets_lost:count region:region`,
    1,
    "tested_at",
  ),
  backbone_tests: table(
    `test_id point tested_at:time delay_us:count packets_sent:count packets_lost:count`,
    1,
    "tested_at",
  ),
  dialup_outages: table(`outage_id started_at:time ended_at:time`, 1, "", ["started_at", "ended_at"]),
  service_outages: table(`outage_id ${service} started_at:time ended_at?:time planned:0|1 cause`, 1, "", [
    "started_at",
    "ended_at",
  ]),
};
