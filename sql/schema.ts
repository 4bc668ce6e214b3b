/** The canonical tables as the engine's queries see them: a view per table over the snapshot's Parquet. */

/** An instant (UTC) or a date: only ever used inside SQL, through time.ts. */
type Time = string;

type Nullable<T> = T | null;

export interface CanonicalTables {
  activation_orders: {
    order_id: string;
    service: string;
    technology: string;
    order_type: string;
    network: string;
    region: string;
    customer_class: string;
    priority: Nullable<bigint>;
    ordered_at: Nullable<Time>;
    registered_at: Time;
    agreed_on: Nullable<Time>;
    contract_days: Nullable<bigint>;
    customer_requested_later: bigint;
    suspended_days: Nullable<bigint>;
    delay_reason: Nullable<string>;
    completed_at: Nullable<Time>;
    cancelled_at: Nullable<Time>;
  };
  fault_reports: {
    fault_id: string;
    line_id: Nullable<string>;
    service: string;
    technology: string;
    network: string;
    region: string;
    customer_class: string;
    channel: Nullable<string>;
    under_contract: Nullable<bigint>;
    reported_by: string;
    reported_at: Time;
    taken_charge_at: Nullable<Time>;
    wholesaler_closed_at: Nullable<Time>;
    restored_at: Nullable<Time>;
    cause: string;
    event_id: Nullable<string>;
    urgency: Nullable<string>;
    suspended_seconds: Nullable<bigint>;
    contract_hours: Nullable<bigint>;
    extent: Nullable<string>;
  };
  suspensions: {
    case_table: string;
    case_id: string;
    started_at: Time;
    ended_at: Nullable<Time>;
    reason: string;
    evidence: Nullable<string>;
  };
  events: { event_id: string; started_at: Time; ended_at: Nullable<Time>; kind: string; document: string };
  access_lines: {
    month: string;
    service: string;
    technology: string;
    network: string;
    region: string;
    customer_class: string;
    lines: bigint;
  };
  invoices: {
    invoice_id: string;
    services: string;
    region: string;
    customer_class: string;
    issued_on: Time;
    document: string;
  };
  billing_disputes: {
    dispute_id: string;
    invoice_id: Nullable<string>;
    service: string;
    received_at: Time;
    channel: string;
    traceable: bigint;
    kind: string;
    outcome: string;
    decided_on: Nullable<Time>;
    credited_on: Nullable<Time>;
  };
  contact_calls: {
    call_id: string;
    number: string;
    purpose: string;
    kind: string;
    received_at: Time;
    agent_available: Nullable<bigint>;
    ivr_ms: Nullable<bigint>;
    wait_ms: Nullable<bigint>;
    answered: bigint;
  };
  ivr_trees: {
    number: string;
    purpose: string;
    valid_from: Time;
    valid_to: Nullable<Time>;
    operator_option_ms: bigint;
    complaint_option_ms: bigint;
  };
  phone_complaints: {
    complaint_id: string;
    number: string;
    purpose: string;
    received_at: Time;
    closed_at: Nullable<Time>;
    further_calls: bigint;
  };
  complaints: {
    complaint_id: string;
    service: string;
    channel: string;
    kind: string;
    received_at: Time;
    taken_charge_at: Nullable<Time>;
    interim_at: Nullable<Time>;
    answered_at: Nullable<Time>;
    written: bigint;
    outcome: string;
  };
  throughput_tests: {
    test_id: string;
    profile: bigint;
    direction: string;
    tested_at: Time;
    kbit_s: Nullable<bigint>;
    failed: bigint;
    region: string;
  };
  delay_tests: { test_id: string; profile: bigint; tested_at: Time; delay_us: bigint; region: string };
  packet_tests: {
    test_id: string;
    profile: bigint;
    tested_at: Time;
    packets_sent: bigint;
    packets_lost: bigint;
    region: string;
  };
  backbone_tests: {
    test_id: string;
    point: string;
    tested_at: Time;
    delay_us: bigint;
    packets_sent: bigint;
    packets_lost: bigint;
  };
  dialup_outages: { outage_id: string; started_at: Time; ended_at: Time };
  service_outages: {
    outage_id: string;
    service: string;
    started_at: Time;
    ended_at: Nullable<Time>;
    planned: bigint;
    cause: string;
  };
}
