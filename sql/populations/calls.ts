import { sql } from "kysely";
import { micros, wholeSeconds } from "../time.ts";
import { where } from "./chosen.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod, rowCount, total } from "./population.ts";

/**
 * Calls that chose an agent in opening hours. Facts: `wait` and `total` milliseconds of the answered ones, counts
 * `chosen` and `abandoned`; with the navigation of the IVR where the act measures it beside them.
 */
export function calls(context: MeasuringContext): readonly ClassifiedRows[] {
  const { db, period, settings } = context;
  const rows = db
    .selectFrom("contact_calls as c")
    .select(["c.call_id", "c.received_at", "c.number", "c.purpose"])
    .select([
      classOf([
        [outsidePeriod(period, "c.received_at"), "outside"],
        [sql`c.kind <> ${settings.callKind}`, "no-concern"],
        ...where(settings.outOfHoursCalls !== "included", [sql`c.agent_available = 0`, "out-of-hours"]),
        [sql`c.wait_ms is null`, "no-agent-chosen"],
      ]).as("class"),
      sql`case when c.answered = 0 then 'abandoned' end`.as("left_out"),
      sql`case when c.answered = 1 then c.wait_ms end`.as("wait"),
      // A call that chose an agent without any time in the IVR on record spent none there.
      sql`case when c.answered = 1 then c.wait_ms + coalesce(c.ivr_ms, 0) end`.as("total"),
      sql`1 - c.answered`.as("abandoned"),
    ]);
  const answers: ClassifiedRows = {
    table: "contact_calls",
    rows,
    dimensions: ["number", "purpose"],
    key: "call_id",
    times: ["received_at"],
    histograms: [
      { fact: "wait", column: "wait" },
      { fact: "total", column: "total" },
    ],
    aggregates: [
      { fact: "chosen", of: rowCount },
      { fact: "abandoned", of: total("abandoned") },
    ],
  };
  return settings.ivrPath === undefined ? [answers] : [answers, ...ivrTrees(context)];
}

/** IVR trees in service in the period. Facts: `path` milliseconds weighted by the seconds in service, count `trees`. */
export function ivrTrees({ db, period, settings }: MeasuringContext): readonly ClassifiedRows[] {
  const from = sql`greatest(${micros(sql.ref("t.valid_from"))}, ${period.startMicros})`;
  const to = sql`least(coalesce(${micros(sql.ref("t.valid_to"))}, ${period.endMicros}), ${period.endMicros})`;
  const rows = db
    .selectFrom("ivr_trees as t")
    .select(["t.number", "t.purpose"])
    .select([
      classOf([[sql`${to} <= ${from}`, "outside"]]).as("class"),
      sql<null>`null`.as("left_out"),
      sql.ref(`t.${settings.ivrPath ?? "complaint_option_ms"}`).as("path"),
      wholeSeconds(sql`(${to} - ${from})`).as("seconds"),
    ]);
  return [
    {
      table: "ivr_trees",
      rows,
      dimensions: ["number", "purpose"],
      histograms: [{ fact: "path", column: "path", weight: "seconds" }],
      aggregates: [{ fact: "trees", of: rowCount }],
    },
  ];
}

/**
 * Telephone complaints received in the period and closed at any time. Fact: `further-calls`; where the operator counts the
 * open ones too, of the closed ones alone, and the count `complaints` of all.
 */
export function phoneComplaints({ db, period, settings }: MeasuringContext): readonly ClassifiedRows[] {
  const takesOpen = settings.openComplaints === "included";
  const rows = db
    .selectFrom("phone_complaints as p")
    .select(["p.complaint_id", "p.received_at", "p.closed_at", "p.number", "p.purpose"])
    .select(
      takesOpen
        ? sql`case when p.closed_at is not null then p.further_calls end`.as("further_calls")
        : "p.further_calls",
    )
    .select([
      classOf([
        [outsidePeriod(period, "p.received_at"), "outside"],
        ...where(!takesOpen, [sql`p.closed_at is null`, "not-closed"]),
      ]).as("class"),
      sql<null>`null`.as("left_out"),
    ]);
  return [
    {
      table: "phone_complaints",
      rows,
      dimensions: ["number", "purpose"],
      key: "complaint_id",
      times: ["received_at", "closed_at"],
      histograms: [{ fact: "further-calls", column: "further_calls" }],
      aggregates: takesOpen ? [{ fact: "complaints", of: rowCount }] : [],
    },
  ];
}
