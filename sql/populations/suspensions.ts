import { sql } from "kysely";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod } from "./population.ts";

/** Suspensions that bear on the indicator's cases: they make no fact of their own and are accounted for all the same. */
export function suspensionsOf(
  caseTable: "activation_orders" | "fault_reports",
  { db, period, settings }: MeasuringContext,
): ClassifiedRows {
  const [id, governing] =
    caseTable === "activation_orders"
      ? ["order_id", "completed_at"]
      : ["fault_id", settings.repairPeriod === "report" ? "reported_at" : "restored_at"];
  const cases = sql`(
    select ${sql.ref(id)} from ${sql.table(caseTable)} as c
    where c.service = ${settings.service} and not ${outsidePeriod(period, `c.${governing}`)}
  )`;
  const rows = db.selectFrom("suspensions as s").select([
    ...(["s.case_id", "s.started_at", "s.ended_at"] as const),
    classOf([
      [sql`s.case_table <> ${caseTable}`, "no-concern"],
      [sql`s.case_id not in ${cases}`, "no-concern"],
    ]).as("class"),
    sql<null>`null`.as("left_out"),
  ]);
  const parts = { dimensions: [], histograms: [], aggregates: [] };
  return { table: "suspensions", rows, key: "case_id", times: ["started_at", "ended_at"], ...parts };
}
