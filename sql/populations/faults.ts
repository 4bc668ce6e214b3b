import { type RawBuilder, sql } from "kysely";
import { netRepairSeconds } from "../clocks.ts";
import type { Sql } from "../time.ts";
import { where } from "./chosen.ts";
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
    .select(["l.month", "l.technology", "l.network", "l.region", "l.lines"])
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
      key: "month",
      listed: ["lines"],
      histograms: [],
      aggregates: lineAggregates(context),
    },
  ];
}

/** The lines that faults are divided by: the mean of the months, and what a choice of the operator puts in its place. */
function lineAggregates({ period: { months }, settings }: MeasuringContext): ClassifiedRows["aggregates"] {
  const ofMonths = total("lines");
  const final = sql<bigint>`cast(sum(case when month = ${months.at(-1)} then lines end) as bigint)`;
  const lineMonths = settings.finalLines === true ? sql<bigint>`${final} * ${months.length}` : ofMonths;
  return [
    { fact: "mean-lines", of: ofMonths, divisor: months.length },
    ...(settings.finalLines === true ? [{ fact: "final-lines", of: final }] : []),
    ...(settings.lineYears === true ? [{ fact: "line-years", of: lineMonths, divisor: 12 }] : []),
  ];
}

/** Faults restored in the period. Facts: `seconds` net, `contract-slack` in seconds of those with a contractual maximum. */
export function restoredFaults(context: MeasuringContext): readonly ClassifiedRows[] {
  const { settings } = context;
  const byReport = settings.repairPeriod === "report";
  const tables = { faults: sql.table("fault_reports"), suspensions: sql.table("suspensions"), rowId: "fault_id" };
  const net = sql<{ row_id: string; seconds: bigint }>`${netRepairSeconds(tables, settings.suspendedTime)}`.as("net");
  const rows = context.db
    .selectFrom("fault_reports as f")
    .leftJoin(net, "net.row_id", "f.fault_id")
    .select(["f.fault_id", "f.reported_at", "f.restored_at", "f.technology", "f.network", "f.region", "f.urgency"])
    .select("net.seconds")
    .select([
      faultClass(context, byReport ? "f.reported_at" : "f.restored_at", byReport).as("class"),
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
    ...(settings.suspendedTime === "gross" ? [] : [suspensionsOf("fault_reports", context)]),
  ];
}

/** The class of a fault, by the time that governs it; where `onlyRestored`, one that is still open is left out. */
function faultClass(context: MeasuringContext, governing: string, onlyRestored = false): RawBuilder<string> {
  const { period, settings } = context;
  return classOf([
    [outsidePeriod(period, governing), "outside"],
    [sql`f.service <> ${settings.service}`, "no-concern"],
    ...notEffective(context, "f"),
    ...where(settings.repeatedFaults === "one-per-line", [isRepeated(context), "repeated-report"]),
    ...where(onlyRestored, [sql`f.restored_at is null`, "not-restored"]),
  ]);
}

/** An effective fault is one that a customer reported on the line itself and that a cause in the network explains. */
function notEffective(
  { settings, ownFaultsOnly, normalConditionsOnly }: MeasuringContext,
  fault: "f" | "earlier",
): Parameters<typeof classOf>[0] {
  const of = (column: string) => sql.raw(`${fault}.${column}`);
  const declared = sql`${of("event_id")} in (select event_id from events)`;
  const declaredForce = sql`${of("event_id")} in (select event_id from events where kind = 'force_majeure')`;
  return [
    [sql`${settings.withoutDialup === true} and ${of("technology")} = 'DIALUP'`, "dialup"],
    ...where(settings.operatorFaults !== "included", [sql`${of("reported_by")} = 'operator'`, "reported-by-operator"]),
    [sql`${of("extent")} = 'ancillary'`, "ancillary"],
    [sql`${of("cause")} in ('customer_equipment', 'customer_premises')`, "customer-side"],
    [sql`${of("cause")} in ('none_found', 'information')`, "no-fault"],
    [sql`${of("cause")} = 'administrative_suspension'`, "administrative"],
    [sql`${of("cause")} = 'duplicate'`, "duplicate-report"],
    [
      sql`${ownFaultsOnly || settings.thirdPartyFaults === "excluded"} and ${of("cause")} = 'third_party'`,
      "third-party",
    ],
    [
      sql`${normalConditionsOnly} and (${of("cause")} in ('force_majeure', 'interference', 'power_cut') or coalesce(${declared}, false))`,
      "not-normal",
    ],
    ...where(settings.forceMajeure === "excluded", [
      sql`(${of("cause")} = 'force_majeure' or coalesce(${declaredForce}, false))`,
      "force-majeure",
    ]),
  ];
}

/** Whether an effective fault of the same line and service, reported before, was still open at the report. */
function isRepeated(context: MeasuringContext): Sql<boolean> {
  return sql<boolean>`exists (
    select 1 from fault_reports as earlier
    where earlier.line_id = f.line_id and earlier.service = f.service
      and (earlier.reported_at < f.reported_at or (earlier.reported_at = f.reported_at and earlier.fault_id < f.fault_id))
      and (earlier.restored_at is null or earlier.restored_at > f.reported_at)
      and ${classOf(notEffective(context, "earlier"))} = 'counted'
  )`;
}
