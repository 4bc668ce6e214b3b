/** Complaints against the terms of the operator's own charter. */
import { sql } from "kysely";
import { micros, romeDay } from "../time.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod, total } from "./population.ts";
import { countsWork, daysLeft, horizonOf, withOrdinals } from "./terms.ts";

/**
 * Complaints received in the period, whenever they were taken in charge. Facts: `term-slack` days left of the term, count
 * `complaints`; one that nobody took in charge is counted and has no slack, unless it is open and its term goes on beyond the
 * half-year: whether it was kept the data cannot show.
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
  const horizon = horizonOf(period, calendar.rome, micros(sql.ref("c.received_at")));
  const cases = db
    .selectFrom("complaints as c")
    .select(["c.complaint_id", "c.received_at", `c.${ending} as ended_at`, "c.answered_at"])
    .select([
      classOf([[outsidePeriod(period, `c.${governing}`), "outside"]]).as("class"),
      day("c.received_at").as("from_day"),
      sql`coalesce(${day(`c.${ending}`)}, ${horizon.day})`.as("to_day"),
    ]);
  const left = daysLeft(term);
  // What was answered runs no more.
  const isRunning =
    ending === "answered_at" ? undefined : sql`(c.ended_at is null and c.answered_at is null and ${left} >= 0)`;
  const rows = db
    .selectFrom(sql<{ class: string }>`${withOrdinals(cases, workingDays, countsWork(term))}`.as("c"))
    .selectAll("c")
    .select([
      (isRunning === undefined ? sql`null` : sql`case when ${isRunning} then 'term-running' end`).as("left_out"),
      sql`case when c.ended_at is not null then ${left} end`.as("term_slack"),
      (isRunning === undefined ? sql`1` : sql`case when ${isRunning} then 0 else 1 end`).as("owed"),
    ]);
  return [
    {
      table: "complaints",
      rows,
      isCostly: true,
      dimensions: [],
      key: "complaint_id",
      times: ["received_at", "ended_at"],
      histograms: [{ fact: "term-slack", column: "term_slack" }],
      aggregates: [{ fact: "complaints", of: total("owed") }],
    },
  ];
}
