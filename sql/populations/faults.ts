import { type RawBuilder, sql } from "kysely";
import { netRepairSeconds } from "../clocks.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod, rowCount, total } from "./population.ts";
import { suspensionsOf } from "./suspensions.ts";

/** Faults reported in the period and the mean of the monthly lines. Facts: counts `faults` and `mean-lines`. */
export function reportedFaults(context: MeasuringContext): readonly ClassifiedRows[] {
  const { db, period, settings } = context;
  const faults = db
    .selectFrom("fault_reports as f")
    .select(["f.fault_id", "f.reported_at", "f.restored_at", "f.technology", "f.network", "f.region", "f.urgency"])
    .select(faultClass(context, "f.reported_at").as("class"))
    .select(sql<null>`null`.as("left_out"));
  const lines = db
    .selectFrom("access_lines as l")
    .select(["l.technology", "l.network", "l.region", "l.lines"])
    .select([
      classOf([
        [sql`l.month < ${period.months[0]} or l.month > ${period.months.at(-1)}`, "outside"],
        [sql`l.service <> ${settings.service}`, "no-concern"],
        [sql`${settings.withoutDialup === true} and l.technology = 'DIALUP'`, "dialup"],
      ]).as("class"),
      sql<null>`null`.as("left_out"),
    ]);
  return [
    {
      table: "fault_reports",
      rows: faults,
      dimensions: ["technology", "network", "region", "urgency"],
      key: "fault_id",
      times: ["reported_at", "restored_at"],
      histograms: [],
      aggregates: [{ fact: "faults", of: rowCount }],
    },
    {
      table: "access_lines",
      rows: lines,
      dimensions: ["technology", "network", "region"],
      histograms: [],
      aggregates: [{ fact: "mean-lines", of: total("lines"), divisor: period.months.length }],
    },
  ];
}

/** Faults restored in the period. Facts: `seconds` net, `contract-slack` in seconds of those with a contractual maximum. */
export function restoredFaults(context: MeasuringContext): readonly ClassifiedRows[] {
  const tables = { faults: sql.table("fault_reports"), suspensions: sql.table("suspensions"), rowId: "fault_id" };
  const net = sql<{ row_id: string; seconds: bigint }>`${netRepairSeconds(tables)}`.as("net");
  const rows = context.db
    .selectFrom("fault_reports as f")
    .leftJoin(net, "net.row_id", "f.fault_id")
    .select(["f.fault_id", "f.reported_at", "f.restored_at", "f.technology", "f.network", "f.region", "f.urgency"])
    .select("net.seconds")
    .select([
      faultClass(context, "f.restored_at").as("class"),
      sql<null>`null`.as("left_out"),
      sql`f.contract_hours * 3600 - net.seconds`.as("contract_slack"),
    ]);
  return [
    {
      table: "fault_reports",
      rows,
      isCostly: true,
      dimensions: ["technology", "network", "region", "urgency"],
      key: "fault_id",
      times: ["reported_at", "restored_at"],
      histograms: [
        { fact: "seconds", column: "seconds" },
        { fact: "contract-slack", column: "contract_slack" },
      ],
      aggregates: [],
    },
    suspensionsOf("fault_reports", context),
  ];
}

/** An effective fault is one that a customer reported on the line itself and that a cause in the network explains. */
function faultClass(context: MeasuringContext, governing: string): RawBuilder<string> {
  const { period, settings, ownFaultsOnly, normalConditionsOnly } = context;
  const declared = sql`f.event_id in (select event_id from events)`;
  return classOf([
    [outsidePeriod(period, governing), "outside"],
    [sql`f.service <> ${settings.service}`, "no-concern"],
    [sql`${settings.withoutDialup === true} and f.technology = 'DIALUP'`, "dialup"],
    [sql`f.reported_by = 'operator'`, "reported-by-operator"],
    [sql`f.extent = 'ancillary'`, "ancillary"],
    [sql`f.cause in ('customer_equipment', 'customer_premises')`, "customer-side"],
    [sql`f.cause in ('none_found', 'information')`, "no-fault"],
    [sql`f.cause = 'administrative_suspension'`, "administrative"],
    [sql`f.cause = 'duplicate'`, "duplicate-report"],
    [sql`${ownFaultsOnly} and f.cause = 'third_party'`, "third-party"],
    [
      sql`${normalConditionsOnly} and (f.cause in ('force_majeure', 'interference', 'power_cut') or coalesce(${declared}, false))`,
      "not-normal",
    ],
  ]);
}
