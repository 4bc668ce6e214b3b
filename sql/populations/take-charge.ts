/** Requests for assistance taken in charge within the term of their class of urgency. */
import { type RawBuilder, sql } from "kysely";
import type { UrgencyClass } from "../../reports/own-commitments.ts";
import { micros, romeDay, wholeSeconds } from "../time.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod, total } from "./population.ts";
import { countsWork, horizonOf, secondsLeft, withOrdinals } from "./terms.ts";

/**
 * Requests that customers made in the period, whenever they were taken in charge. Facts: `seconds` from the request to its
 * taking in charge, `term-slack` seconds left of the class's term, `requests` (one each), count `owed` of those whose class
 * has a term. One that nobody took in charge has neither seconds nor slack, and is owed its term all the same, unless it is
 * open and its term goes on beyond the half-year: whether it was kept the data cannot show.
 */
export function requestsTakenCharge({ db, period, calendar, settings }: MeasuringContext): readonly ClassifiedRows[] {
  const classes = settings.urgencyClasses ?? [];
  const day = (column: string) => romeDay(micros(sql.ref(column)), calendar.rome, calendar.near);
  const horizon = horizonOf(period, calendar.rome, micros(sql.ref("f.reported_at")));
  const cases = db
    .selectFrom("fault_reports as f")
    .select([
      "f.fault_id",
      "f.urgency",
      "f.technology",
      "f.network",
      "f.region",
      "f.reported_at",
      "f.taken_charge_at",
      "f.restored_at",
    ])
    .select([
      classOf([
        [outsidePeriod(period, "f.reported_at"), "outside"],
        [sql`f.reported_by = 'operator'`, "reported-by-operator"],
        [sql`f.cause = 'duplicate'`, "duplicate-report"],
        [isNone(classes), "no-class"],
        ...refused(classes, "channel"),
        ...refused(classes, "underContract"),
      ]).as("class"),
      micros(sql.ref("f.reported_at")).as("from_us"),
      sql`coalesce(${micros(sql.ref("f.taken_charge_at"))}, ${horizon.micros})`.as("to_us"),
      day("f.reported_at").as("from_day"),
      sql`coalesce(${day("f.taken_charge_at")}, ${horizon.day})`.as("to_day"),
    ]);
  const counts = classes.some(({ term }) => countsWork(term));
  const isOwed = isOneOf(
    "c.urgency",
    classes.filter(({ term }) => term !== undefined),
  );
  const slack = slackOf(classes);
  const isRunning = sql`(${isOwed} and c.taken_charge_at is null and c.restored_at is null and ${slack} >= 0)`;
  const rows = db
    .selectFrom(sql<{ class: string }>`${withOrdinals(cases, settings.workingDays, counts)}`.as("c"))
    .selectAll("c")
    .select([
      sql`case when ${isRunning} then 'term-running' when c.taken_charge_at is null and ${isOwed} then 'not-taken' when c.taken_charge_at is null then 'no-term-not-taken' when not ${isOwed} then 'no-term' end`.as(
        "left_out",
      ),
      sql`case when c.taken_charge_at is not null then ${wholeSeconds(sql`(c.to_us - c.from_us)`)} end`.as("seconds"),
      sql`case when c.taken_charge_at is not null then ${slack} end`.as("term_slack"),
      sql`1`.as("request"),
      sql`case when ${isOwed} and not ${isRunning} then 1 else 0 end`.as("owed"),
    ]);
  return [
    {
      table: "fault_reports",
      rows,
      isCostly: true,
      dimensions: ["urgency", "technology", "network", "region"],
      key: "fault_id",
      times: ["reported_at", "taken_charge_at"],
      histograms: [
        { fact: "seconds", column: "seconds" },
        { fact: "term-slack", column: "term_slack" },
        { fact: "requests", column: "request" },
      ],
      aggregates: [{ fact: "owed", of: total("owed") }],
    },
  ];
}

/** Which requests a class with that condition does not take: nothing where no class has one. */
function refused(classes: readonly UrgencyClass[], condition: "channel" | "underContract") {
  const strict = classes.filter((one) => one[condition] !== undefined);
  const [id, meets] =
    condition === "channel"
      ? (["other-channel", ({ channel }: UrgencyClass) => sql`f.channel = ${channel}`] as const)
      : (["no-contract", () => sql`f.under_contract = 1`] as const);
  // What is not known of a request does not meet a condition.
  const misses = (one: UrgencyClass) => sql`(f.urgency = ${one.urgency} and not coalesce(${meets(one)}, false))`;
  return strict.length === 0 ? [] : [[sql`(${sql.join(strict.map(misses), sql` or `)})`, id] as const];
}

function isOneOf(column: string, classes: readonly UrgencyClass[]): RawBuilder<boolean> {
  const names = classes.map(({ urgency }) => urgency);
  return names.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`coalesce(${sql.ref(column)} in (${sql.join(names)}), false)`;
}

const isNone = (classes: readonly UrgencyClass[]) => sql<boolean>`not ${isOneOf("f.urgency", classes)}`;

function slackOf(classes: readonly UrgencyClass[]): RawBuilder<unknown> {
  const branches = classes.flatMap(({ urgency, term }) =>
    term === undefined ? [] : [sql`when c.urgency = ${urgency} then ${secondsLeft(term)}`],
  );
  return branches.length === 0 ? sql`cast(null as bigint)` : sql`case ${sql.join(branches, sql` `)} end`;
}
