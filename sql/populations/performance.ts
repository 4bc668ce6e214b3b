import { sql } from "kysely";
import { rational } from "../../reports/rational.ts";
import { micros } from "../time.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod, rowCount, total } from "./population.ts";
import { unitedOutages } from "./united-outages.ts";

/** Transfer tests. Facts: `speed` in kbit/s of those that did not fail; counts `tests`, `failed`. */
export function throughputTests({ db, period, settings }: MeasuringContext): readonly ClassifiedRows[] {
  const rows = db
    .selectFrom("throughput_tests as t")
    .select([
      "t.test_id",
      "t.tested_at",
      "t.direction",
      "t.failed",
      sql<string>`cast(t.profile as varchar)`.as("profile"),
    ])
    .select([
      classOf([[outsidePeriod(period, "t.tested_at"), "outside"]]).as("class"),
      ...(settings.failedTransfers === "as-zero"
        ? [sql`null`.as("left_out"), sql`case when t.failed = 0 then t.kbit_s else 0 end`.as("speed")]
        : [
            sql`case when t.failed = 1 then 'failed' end`.as("left_out"),
            sql`case when t.failed = 0 then t.kbit_s end`.as("speed"),
          ]),
    ]);
  return [
    {
      table: "throughput_tests",
      rows,
      dimensions: ["profile", "direction"],
      key: "test_id",
      times: ["tested_at"],
      listed: ["failed"],
      histograms: [{ fact: "speed", column: "speed" }],
      aggregates: [
        { fact: "tests", of: rowCount },
        { fact: "failed", of: total("failed") },
      ],
    },
  ];
}

/** Round trips. Fact: `delay` in microseconds. */
export function delayTests({ db, period }: MeasuringContext): readonly ClassifiedRows[] {
  const rows = db
    .selectFrom("delay_tests as t")
    .select(["t.test_id", "t.tested_at", "t.delay_us", sql<string>`cast(t.profile as varchar)`.as("profile")])
    .select([classOf([[outsidePeriod(period, "t.tested_at"), "outside"]]).as("class"), sql<null>`null`.as("left_out")]);
  return [
    {
      table: "delay_tests",
      rows,
      dimensions: ["profile"],
      key: "test_id",
      times: ["tested_at"],
      histograms: [{ fact: "delay", column: "delay_us" }],
      aggregates: [],
    },
  ];
}

/** Packet tests. Counts: `sent`, `lost`, `tests`. */
export function packetTests({ db, period }: MeasuringContext): readonly ClassifiedRows[] {
  const rows = db
    .selectFrom("packet_tests as t")
    .select([
      "t.test_id",
      "t.tested_at",
      "t.packets_sent",
      "t.packets_lost",
      sql<string>`cast(t.profile as varchar)`.as("profile"),
    ])
    .select([classOf([[outsidePeriod(period, "t.tested_at"), "outside"]]).as("class"), sql<null>`null`.as("left_out")]);
  return [
    {
      table: "packet_tests",
      rows,
      dimensions: ["profile"],
      key: "test_id",
      times: ["tested_at"],
      listed: ["packets_sent", "packets_lost"],
      histograms: [],
      aggregates: [
        { fact: "sent", of: total("packets_sent") },
        { fact: "lost", of: total("packets_lost") },
        { fact: "tests", of: rowCount },
      ],
    },
  ];
}

/**
 * Dial-up outages cut to the period. Counts: `outages` (rows that overlap it, before merging), `outage-seconds` (of their
 * union), `period-seconds` (real ones).
 */
export function dialupOutages({ db, period }: MeasuringContext): readonly ClassifiedRows[] {
  const from = sql`greatest(${micros(sql.ref("o.started_at"))}, ${period.startMicros})`;
  const to = sql`least(${micros(sql.ref("o.ended_at"))}, ${period.endMicros})`;
  const overlapping = sql`(${micros(sql.ref("o.started_at"))} < ${period.endMicros} and ${micros(sql.ref("o.ended_at"))} > ${period.startMicros})`;
  const cut = db
    .selectFrom("dialup_outages as o")
    .select([
      from.as("from_us"),
      to.as("to_us"),
      "o.outage_id",
      classOf([[sql`not ${overlapping}`, "outside"]]).as("class"),
    ]);
  const seconds = rational(period.endMicros - period.startMicros, 1_000_000n);
  return [
    {
      table: "dialup_outages",
      rows: unitedOutages(db, cut),
      dimensions: [],
      key: "outage_id",
      listed: ["added_us"],
      histograms: [],
      aggregates: [
        { fact: "outages", of: rowCount },
        { fact: "outage-seconds", of: sql<bigint>`cast(sum(added_us) as bigint) // 1000000` },
      ],
      constants: [{ fact: "period-seconds", value: seconds }],
    },
  ];
}
