/** Complaints against the terms of the operator's own charter. */
import { sql } from "kysely";
import { micros, romeDay } from "../time.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod, rowCount } from "./population.ts";
import { countsWork, daysLeft, withOrdinals } from "./terms.ts";

/**
 * Complaints received in the period, whenever they were taken in charge. Facts: `term-slack` days left of the term, count
 * `complaints`; one that nobody took in charge is counted and has no slack.
 */
export function complaintsTakenCharge(context: MeasuringContext): readonly ClassifiedRows[] {
  return complaintsWithin(context, "received_at", "taken_charge_at");
}

/** Complaints answered in the period, whenever they were received. Facts as above. */
export function complaintsAnswered(context: MeasuringContext): readonly ClassifiedRows[] {
  return complaintsWithin(context, "answered_at", "answered_at");
}

function complaintsWithin(
  { db, period, calendar, settings }: MeasuringContext,
  governing: "received_at" | "answered_at",
  ending: "taken_charge_at" | "answered_at",
): readonly ClassifiedRows[] {
  const { term, workingDays } = settings;
  if (term === undefined) throw new Error("complaints are held against a term, and none is given");
  const day = (column: string) => romeDay(micros(sql.ref(column)), calendar.rome, calendar.near);
  const cases = db
    .selectFrom("complaints as c")
    .select(["c.complaint_id", "c.received_at", `c.${ending} as ended_at`])
    .select([
      classOf([[outsidePeriod(period, `c.${governing}`), "outside"]]).as("class"),
      day("c.received_at").as("from_day"),
      day(`c.${ending}`).as("to_day"),
    ]);
  const rows = db
    .selectFrom(sql<{ class: string }>`${withOrdinals(cases, workingDays, countsWork(term))}`.as("c"))
    .selectAll("c")
    .select([sql<null>`null`.as("left_out"), daysLeft(term).as("term_slack")]);
  return [
    {
      table: "complaints",
      rows,
      isCostly: true,
      dimensions: [],
      key: "complaint_id",
      times: ["received_at", "ended_at"],
      histograms: [{ fact: "term-slack", column: "term_slack" }],
      aggregates: [{ fact: "complaints", of: rowCount }],
    },
  ];
}
