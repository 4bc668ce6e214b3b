import { sql } from "kysely";
import { micros, romeDay } from "../time.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod } from "./population.ts";

/**
 * Complaints answered in the period, whenever they were received. Facts: `days` in Rome from receipt (that day not
 * counted) to answer, `term-slack` days left of the term in force when the complaint was received.
 */
export function answeredComplaints({ db, period, calendar, settings }: MeasuringContext): readonly ClassifiedRows[] {
  const day = (column: string) => romeDay(micros(sql.ref(column)), calendar.rome, calendar.near);
  const received = day("c.received_at");
  const days = sql`(${day("c.answered_at")} - ${received})`;
  const terms = [...(settings.complaintTerms ?? [])].reverse().map(({ receivedFrom, days: term }) => {
    const from =
      receivedFrom === null ? sql`true` : sql`${received} >= cast(${receivedFrom} as date) - date '1970-01-01'`;
    return sql`when ${from} then ${term}`;
  });
  const slack = terms.length === 0 ? sql`null` : sql`(case ${sql.join(terms, sql` `)} end - ${days})`;
  const rows = db
    .selectFrom("complaints as c")
    .select(["c.complaint_id", "c.received_at", "c.answered_at"])
    .select([
      classOf([[outsidePeriod(period, "c.answered_at"), "outside"]]).as("class"),
      sql<null>`null`.as("left_out"),
      days.as("days"),
      slack.as("term_slack"),
    ]);
  return [
    {
      table: "complaints",
      rows,
      dimensions: [],
      key: "complaint_id",
      times: ["received_at", "answered_at"],
      histograms: [
        { fact: "days", column: "days" },
        { fact: "term-slack", column: "term_slack" },
      ],
      aggregates: [],
    },
  ];
}
