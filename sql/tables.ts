/**
 * The canonical tables: the data contract between an operator's systems and the measures. One place says for each
 * column its type, whether it may be NULL, and which values a closed list allows; the checks, the snapshot's types, the
 * printed schema and the sample data all follow from it.
 */

export type ColumnType =
  /** Text kept as it is, leading zeros included: ids, names of open lists, free words. */
  | { readonly kind: "text" }
  /** Text out of a closed list. */
  | { readonly kind: "choice"; readonly values: readonly string[] }
  /** An integer >= 0. */
  | { readonly kind: "count" }
  /** 0 or 1. */
  | { readonly kind: "flag" }
  /** An instant: ISO 8601 with offset, or naive in the source's declared zone, or a bare date (00:00 in Rome). */
  | { readonly kind: "time" }
  /** A date in Rome, yyyy-mm-dd. */
  | { readonly kind: "date" }
  /** yyyy-mm. */
  | { readonly kind: "month" };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly meaning: string;
}

export interface Table {
  readonly name: TableName;
  /** Empty where rows have no identity of their own (suspensions). */
  readonly key: readonly string[];
  /** An optional table may be missing from a source without a word in the profile. */
  readonly optional: boolean;
  readonly columns: readonly Column[];
  /** What puts a row into a period: one of these times in it, or the interval overlapping it, or the month in it. */
  readonly governs: Governing;
}

export interface Governing {
  readonly times?: readonly string[];
  readonly dates?: readonly string[];
  readonly month?: string;
  readonly interval?: readonly [startedAt: string, endedAt: string];
}

export const tableNames = [
  "activation_orders",
  "fault_reports",
  "suspensions",
  "events",
  "access_lines",
  "invoices",
  "billing_disputes",
  "contact_calls",
  "ivr_trees",
  "phone_complaints",
  "complaints",
  "throughput_tests",
  "delay_tests",
  "packet_tests",
  "backbone_tests",
  "dialup_outages",
  "service_outages",
] as const;

export type TableName = (typeof tableNames)[number];

const text = { kind: "text" } as const;
const count = { kind: "count" } as const;
const flag = { kind: "flag" } as const;
const time = { kind: "time" } as const;
const date = { kind: "date" } as const;
const choice = (...values: string[]): ColumnType => ({ kind: "choice", values });

const service = choice("internet", "voice");
const network = choice("own", "wholesale");
const customerClass = choice("residential", "business");
/** The 20 administrative regions by ISTAT code. */
export const regionCodes = Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, "0"));
const region = choice(...regionCodes);

/** `name?` may be NULL. */
function column(name: string, type: ColumnType, meaning: string): Column {
  const nullable = name.endsWith("?");
  return { name: nullable ? name.slice(0, -1) : name, type, nullable, meaning };
}

function table(
  name: TableName,
  key: readonly string[],
  governs: Governing,
  columns: readonly Column[],
  optional = false,
): Table {
  return { name, key, optional, columns, governs };
}

export const tables: Readonly<Record<TableName, Table>> = {
  activation_orders: table("activation_orders", ["order_id"], { times: ["completed_at"] }, [
    column("order_id", text, "the order"),
    column("service", service, "the service ordered"),
    column("technology", text, "ADSL, VDSL, FTTH, FWA, WIRELESS, DIALUP, ..."),
    column(
      "order_type",
      choice(
        "new_line",
        "active_line_same_operator",
        "active_line_other_operator",
        "operator_change",
        "relocation",
        "takeover",
        "reactivation",
        "change",
      ),
      "what is activated; the last four are no first activation",
    ),
    column("network", network, "whose access network carries it"),
    column("region", region, "ISTAT code of the installation address"),
    column("customer_class", customerClass, "kind of customer"),
    column("priority?", flag, "1 for the elderly and the disabled"),
    column("ordered_at?", time, "the customer's order"),
    column("registered_at", time, "registration as a valid order"),
    column("agreed_on?", date, "date agreed with the customer"),
    column("contract_days?", count, "contractual maximum, calendar days"),
    column("customer_requested_later", flag, "1 where the customer asked for a later date"),
    column("suspended_days?", count, "whole days due to the customer or the premises (NULL = 0)"),
    column("delay_reason?", text, "why it took long, in words"),
    column("completed_at?", time, "the service is really available"),
    column("cancelled_at?", time, "the order was cancelled"),
  ]),
  fault_reports: table("fault_reports", ["fault_id"], { times: ["reported_at", "restored_at"] }, [
    column("fault_id", text, "the report"),
    column("line_id?", text, "the line"),
    column("service", service, "the service that failed"),
    column("technology", text, "ADSL, VDSL, FTTH, FWA, WIRELESS, DIALUP, ..."),
    column("network", network, "whose access network carries it"),
    column("region", region, "ISTAT code of the line"),
    column("customer_class", customerClass, "kind of customer"),
    column("channel?", choice("phone", "email", "web"), "how it was reported"),
    column("under_contract?", flag, "1 with an assistance contract"),
    column("reported_by", choice("customer", "operator"), "who found it"),
    column("reported_at", time, "the report"),
    column("taken_charge_at?", time, "taken in charge"),
    column("wholesaler_closed_at?", time, "closed by the wholesale operator"),
    column("restored_at?", time, "full functionality restored"),
    column(
      "cause",
      choice(
        "network",
        "third_party",
        "operator_equipment",
        "interference",
        "force_majeure",
        "power_cut",
        "customer_equipment",
        "customer_premises",
        "administrative_suspension",
        "none_found",
        "information",
        "duplicate",
      ),
      "what it turned out to be; the first six are effective faults",
    ),
    column("event_id?", text, "the exceptional event it belongs to"),
    column("urgency?", text, "urgency class"),
    column("suspended_seconds?", count, "time due to the customer (NULL = 0)"),
    column("contract_hours?", count, "contractual maximum, clock hours"),
    column("extent?", choice("line", "ancillary"), "the line, or mail, fax, domain, numbers (NULL = line)"),
  ]),
  suspensions: table(
    "suspensions",
    [],
    { interval: ["started_at", "ended_at"] },
    [
      column("case_table", choice("activation_orders", "fault_reports"), "the table of the case"),
      column("case_id", text, "the order or the fault report"),
      column("started_at", time, "the clock stops"),
      column("ended_at?", time, "the clock runs again"),
      column("reason", choice("customer", "premises"), "to whom it is due"),
      column("evidence?", text, "what proves it"),
    ],
    true,
  ),
  events: table(
    "events",
    ["event_id"],
    { interval: ["started_at", "ended_at"] },
    [
      column("event_id", text, "the event"),
      column("started_at", time, "it began"),
      column("ended_at?", time, "it ended"),
      column("kind", choice("force_majeure", "interference", "strike", "authority", "maintenance"), "its kind"),
      column("document", text, "the document that declares it"),
    ],
    true,
  ),
  access_lines: table(
    "access_lines",
    ["month", "service", "technology", "network", "region", "customer_class"],
    { month: "month" },
    [
      column("month", { kind: "month" }, "the month, yyyy-mm"),
      column("service", service, "the service"),
      column("technology", text, "ADSL, VDSL, FTTH, FWA, WIRELESS, DIALUP, ..."),
      column("network", network, "whose access network"),
      column("region", region, "ISTAT code"),
      column("customer_class", customerClass, "kind of customer"),
      column("lines", count, "lines in service at the end of the month, suspended for arrears included"),
    ],
  ),
  invoices: table("invoices", ["invoice_id"], { dates: ["issued_on"] }, [
    column("invoice_id", text, "the invoice"),
    column("services", choice("internet", "voice", "internet+voice"), "what it bills"),
    column("region", region, "ISTAT code"),
    column("customer_class", customerClass, "kind of customer"),
    column("issued_on", date, "date of issue"),
    column("document", choice("invoice", "credit_note", "proforma"), "kind of document"),
  ]),
  billing_disputes: table("billing_disputes", ["dispute_id"], { times: ["received_at"], dates: ["credited_on"] }, [
    column("dispute_id", text, "the dispute"),
    column("invoice_id?", text, "the invoice disputed"),
    column("service", service, "service of the charge"),
    column("received_at", time, "received"),
    column("channel", choice("letter", "fax", "email", "pec", "web", "phone", "counter"), "how it came"),
    column("traceable", flag, "1 in writing or in another form that leaves a trace"),
    column("kind", choice("dispute", "query", "fraud_claim", "unrequested_service"), "what it is"),
    column("outcome", choice("open", "upheld", "rejected", "withdrawn"), "how it ended"),
    column("decided_on?", date, "date of the decision"),
    column("credited_on?", date, "date of the credit"),
  ]),
  contact_calls: table("contact_calls", ["call_id"], { times: ["received_at"] }, [
    column("call_id", text, "the call"),
    column("number", text, "the number called"),
    column("purpose", text, "the assistance asked for: technical, commercial, ..."),
    column("kind", choice("customer_care", "operator_service"), "assistance, or a service by operator"),
    column("received_at", time, "received"),
    column("agent_available?", flag, "1 in opening hours (NULL = 1)"),
    column("ivr_ms?", count, "from dialling completed to choosing the agent, milliseconds"),
    column("wait_ms?", count, "from that choice to the answer or the hang-up, milliseconds"),
    column("answered", flag, "1 where an agent answered"),
  ]),
  ivr_trees: table("ivr_trees", ["number", "purpose", "valid_from"], { interval: ["valid_from", "valid_to"] }, [
    column("number", text, "the number"),
    column("purpose", text, "the assistance"),
    column("valid_from", time, "in service from"),
    column("valid_to?", time, "in service until, exclusive"),
    column("operator_option_ms", count, "shortest path to a human, milliseconds"),
    column("complaint_option_ms", count, "shortest path to an agent who takes a complaint, milliseconds"),
  ]),
  phone_complaints: table("phone_complaints", ["complaint_id"], { times: ["received_at"] }, [
    column("complaint_id", text, "the complaint's code"),
    column("number", text, "the number called"),
    column("purpose", text, "the assistance"),
    column("received_at", time, "received"),
    column("closed_at?", time, "closed"),
    column("further_calls", count, "further calls on the same complaint"),
  ]),
  complaints: table("complaints", ["complaint_id"], { times: ["received_at", "answered_at"] }, [
    column("complaint_id", text, "the complaint's code"),
    column("service", service, "the service"),
    column("channel", text, "how it came"),
    column("kind", text, "what it is about"),
    column("received_at", time, "received"),
    column("taken_charge_at?", time, "taken in charge"),
    column("interim_at?", time, "interim answer"),
    column("answered_at?", time, "answered"),
    column("written", flag, "1 in writing"),
    column("outcome", text, "how it ended"),
  ]),
  throughput_tests: table("throughput_tests", ["test_id"], { times: ["tested_at"] }, [
    column("test_id", text, "the test"),
    column("profile", count, "nominal kbit/s of the offer (4 Megabit/s is 4000)"),
    column("direction", choice("download", "upload"), "direction"),
    column("tested_at", time, "when"),
    column("kbit_s?", count, "measured kbit/s; NULL when failed"),
    column("failed", flag, "1 where the transfer failed"),
    column("region", region, "ISTAT code of the probe"),
  ]),
  delay_tests: table("delay_tests", ["test_id"], { times: ["tested_at"] }, [
    column("test_id", text, "the test"),
    column("profile", count, "nominal kbit/s of the offer"),
    column("tested_at", time, "when"),
    column("delay_us", count, "round trip, microseconds"),
    column("region", region, "ISTAT code of the probe"),
  ]),
  packet_tests: table("packet_tests", ["test_id"], { times: ["tested_at"] }, [
    column("test_id", text, "the test"),
    column("profile", count, "nominal kbit/s of the offer"),
    column("tested_at", time, "when"),
    column("packets_sent", count, "packets sent"),
    column("packets_lost", count, "packets lost"),
    column("region", region, "ISTAT code of the probe"),
  ]),
  backbone_tests: table("backbone_tests", ["test_id"], { times: ["tested_at"] }, [
    column("test_id", text, "the test"),
    column("point", text, "transit or peering point"),
    column("tested_at", time, "when"),
    column("delay_us", count, "round trip, microseconds"),
    column("packets_sent", count, "packets sent"),
    column("packets_lost", count, "packets lost"),
  ]),
  dialup_outages: table("dialup_outages", ["outage_id"], { interval: ["started_at", "ended_at"] }, [
    column("outage_id", text, "the outage"),
    column("started_at", time, "no modem available from"),
    column("ended_at", time, "until"),
  ]),
  service_outages: table("service_outages", ["outage_id"], { interval: ["started_at", "ended_at"] }, [
    column("outage_id", text, "the outage"),
    column("service", service, "the service"),
    column("started_at", time, "from"),
    column("ended_at?", time, "until"),
    column("planned", flag, "1 where announced beforehand"),
    column("cause", text, "why"),
  ]),
};
