import { sql } from "kysely";
import { netOrderDays, orderStart } from "../clocks.ts";
import { dayOfDate, micros, romeDay } from "../time.ts";
import { where } from "./chosen.ts";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod } from "./population.ts";
import { suspensionsOf } from "./suspensions.ts";

/**
 * Orders completed in the period. Facts: `days` and `contract-slack` (contractual less actual days) of the orders without
 * a later date asked by the customer, `agreed-slack` (days by which the agreed date was kept) of all counted ones. A choice
 * of the operator changes the query where it says so.
 */
export function activationOrders(context: MeasuringContext): readonly ClassifiedRows[] {
  const { db, period, calendar, settings } = context;
  const start = (order: string) => orderStart(settings.clock ?? "registered_at", order);
  const tables = { orders: sql.table("activation_orders"), suspensions: sql.table("suspensions"), rowId: "order_id" };
  const net = sql<{
    row_id: string;
    days: bigint;
  }>`${netOrderDays(tables, start, calendar, settings.suspendedTime)}`.as("net");
  const days = settings.dayCount === "started-days" ? sql`(net.days + 1)` : sql`net.days`;
  const isCancelled =
    settings.cancelledOrders === "counted-once-completed"
      ? sql`(o.cancelled_at is not null and o.cancelled_at < o.completed_at)`
      : sql`o.cancelled_at is not null`;
  const takesLater = settings.laterDateOrders === "included";
  const isTimed = takesLater ? sql`true` : sql`o.customer_requested_later = 0`;
  const rows = db
    .selectFrom("activation_orders as o")
    .leftJoin(net, "net.row_id", "o.order_id")
    .select(["o.order_id", "o.order_type", "o.technology", "o.network", "o.region"])
    // Of a customer whose priority nobody recorded none is known.
    .select(sql`coalesce(o.priority, 0)`.as("priority"))
    .select([sql`${start("o")}`.as("started_at"), "o.completed_at"])
    .select([
      classOf([
        [outsidePeriod(period, "o.completed_at"), "outside"],
        [sql`o.service <> ${settings.service}`, "no-concern"],
        [isCancelled, "cancelled"],
        ...where(settings.orderTypes !== "all", [
          sql`o.order_type in ('relocation', 'takeover', 'reactivation', 'change')`,
          "not-first-activation",
        ]),
        [sql`${settings.withoutDialup === true} and o.technology = 'DIALUP'`, "dialup"],
        ...where(settings.orderPeriod === "begun-and-completed", [
          sql`${micros(start("o"))} < ${period.startMicros}`,
          "begun-before",
        ]),
        ...where(settings.negativeNet === "excluded", [sql`net.days < 0`, "negative-net"]),
      ]).as("class"),
      (takesLater ? sql`null` : sql`case when o.customer_requested_later = 1 then 'later-date' end`).as("left_out"),
      sql`case when ${isTimed} then ${days} end`.as("days"),
      sql`case when ${isTimed} then o.contract_days - ${days} end`.as("contract_slack"),
      sql`${dayOfDate(sql.ref("o.agreed_on"))} - ${romeDay(micros(sql.ref("o.completed_at")), calendar.rome, calendar.near)}`.as(
        "agreed_slack",
      ),
    ]);
  return [
    {
      table: "activation_orders",
      rows,
      isCostly: true,
      dimensions: ["order_type", "technology", "network", "region", "priority"],
      key: "order_id",
      times: ["started_at", "completed_at"],
      histograms: [
        { fact: "days", column: "days" },
        { fact: "contract-slack", column: "contract_slack" },
        { fact: "agreed-slack", column: "agreed_slack" },
      ],
      aggregates: [],
    },
    ...(settings.suspendedTime === "gross" ? [] : [suspensionsOf("activation_orders", context)]),
  ];
}
