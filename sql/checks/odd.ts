/** What looks odd in a good row and counts all the same: it is said as a warning, and the row is used as it stands. */
import { type RawBuilder, sql } from "kysely";
import type { TableName } from "../tables.ts";

export interface OddCheck {
  readonly id: string;
  readonly table: TableName;
  /** True for the odd rows of the table. */
  readonly isOdd: RawBuilder<boolean>;
}

export const oddChecks: readonly OddCheck[] = [
  { id: "ordered-after-registration", table: "activation_orders", isOdd: sql`ordered_at > registered_at` },
  { id: "cancelled-after-completion", table: "activation_orders", isOdd: sql`cancelled_at > completed_at` },
  { id: "charge-before-report", table: "fault_reports", isOdd: sql`taken_charge_at < reported_at` },
  {
    id: "unknown-event",
    table: "fault_reports",
    isOdd: sql`event_id is not null and event_id not in (select event_id from events)`,
  },
  { id: "wait-without-ivr", table: "contact_calls", isOdd: sql`wait_ms is not null and ivr_ms is null` },
  { id: "answered-without-wait", table: "contact_calls", isOdd: sql`answered = 1 and wait_ms is null` },
  { id: "closed-before-receipt", table: "phone_complaints", isOdd: sql`closed_at < received_at` },
  { id: "failed-with-speed", table: "throughput_tests", isOdd: sql`failed = 1 and kbit_s is not null` },
  { id: "speed-missing", table: "throughput_tests", isOdd: sql`failed = 0 and kbit_s is null` },
  { id: "more-lost-than-sent", table: "packet_tests", isOdd: sql`packets_lost > packets_sent` },
  {
    id: "credit-before-receipt",
    table: "billing_disputes",
    // Italian time is an hour or two ahead: a day that began in Rome is never called late.
    isOdd: sql`credited_on < cast(received_at + interval 1 hour as date)`,
  },
  {
    id: "overlapping-tree",
    table: "ivr_trees",
    isOdd: sql`exists (
      select 1 from ivr_trees as other where other.number = ivr_trees.number and other.purpose = ivr_trees.purpose
        and other.valid_from > ivr_trees.valid_from and (ivr_trees.valid_to is null or other.valid_from < ivr_trees.valid_to)
    )`,
  },
];
