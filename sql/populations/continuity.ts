/** Continuity of a service: what its interruptions leave of the period. */
import { sql } from "kysely";
import { rational } from "../../reports/rational.ts";
import { micros } from "../time.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, rowCount } from "./population.ts";
import { unitedOutages } from "./united-outages.ts";

/**
 * Interruptions of one service, cut to the period; one without an end lasts until the period's. Counts: `outages` (rows
 * before merging), `up-seconds` (of the period, outside of their union), `period-seconds` (real ones).
 */
export function serviceOutages({ db, period, settings }: MeasuringContext): readonly ClassifiedRows[] {
  const { planned = false, causes = [] } = settings.excepted ?? {};
  const started = micros(sql.ref("o.started_at"));
  const ended = sql`coalesce(${micros(sql.ref("o.ended_at"))}, ${period.endMicros})`;
  const cut = db
    .selectFrom("service_outages as o")
    .select(["o.outage_id", "o.started_at", "o.ended_at"])
    .select([
      sql`greatest(${started}, ${period.startMicros})`.as("from_us"),
      sql`least(${ended}, ${period.endMicros})`.as("to_us"),
      classOf([
        [sql`not (${started} < ${period.endMicros} and ${ended} > ${period.startMicros})`, "outside"],
        [sql`o.service <> ${settings.service}`, "no-concern"],
        ...(planned ? [[sql`o.planned = 1`, "planned"] as const] : []),
        ...(causes.length > 0 ? [[sql`o.cause in (${sql.join([...causes])})`, "excepted-cause"] as const] : []),
      ]).as("class"),
    ]);
  const seconds = (period.endMicros - period.startMicros) / 1_000_000n;
  return [
    {
      table: "service_outages",
      rows: unitedOutages(db, cut),
      dimensions: [],
      key: "outage_id",
      listed: ["added_us"],
      histograms: [],
      aggregates: [
        { fact: "outages", of: rowCount },
        { fact: "up-seconds", of: sql<bigint>`${seconds} - coalesce(cast(sum(added_us) as bigint) // 1000000, 0)` },
      ],
      constants: [{ fact: "period-seconds", value: rational(seconds) }],
    },
  ];
}
