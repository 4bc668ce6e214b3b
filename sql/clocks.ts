/** The net quantity of a case: how long an order or a fault took, less what is due to the customer. */
import { sql } from "kysely";
import { suspendedDays, suspendedSeconds } from "./suspended.ts";
import { micros, romeDay, romeMicros, type Sql, wholeSeconds } from "./time.ts";
import type { Offset } from "./zones.ts";

export interface Calendar {
  readonly rome: readonly Offset[];
  /** Seconds since 1970 near which most times lie. */
  readonly near: number;
}

/** The instant from which an order's clock runs: registration, or for voice the customer's order where its time is known. */
export function orderStart(clock: "registered_at" | "ordered_at", order: string): Sql<unknown> {
  const registered = sql.ref(`${order}.registered_at`);
  return clock === "registered_at" ? registered : sql`coalesce(${sql.ref(`${order}.ordered_at`)}, ${registered})`;
}

/** The start that goes with an order's own service, where no act says another. */
export function ownOrderStart(order: string): Sql<unknown> {
  const voice = orderStart("ordered_at", order);
  return sql`case ${sql.ref(`${order}.service`)} when 'voice' then ${voice} else ${orderStart("registered_at", order)} end`;
}

/**
 * Rows of completed orders: `row_id` and `days`, the net calendar days; negative where the data cannot be right.
 * `orders` and `suspensions` are tables or views with the columns of the contract; `rowId` is the column of `orders`
 * that tells its rows apart. `suspended` says `gross` where an operator's choice takes no suspension off.
 */
export function netOrderDays(
  tables: { readonly orders: Sql<unknown>; readonly suspensions: Sql<unknown>; readonly rowId: string },
  start: (order: string) => Sql<unknown>,
  calendar: Calendar,
  suspended: "net" | "gross" = "net",
): Sql<unknown> {
  const wallClock = (at: Sql<unknown>) => romeMicros(at, calendar.rome, calendar.near);
  const day = (at: Sql<unknown>) => romeDay(at, calendar.rome, calendar.near);
  const cases = sql`(
    select ${sql.ref(`o.${tables.rowId}`)} as row_id, o.order_id as case_id, ${micros(start("o"))} as start_us, ${micros(sql`o.completed_at`)} as end_us, o.suspended_days
    from ${tables.orders} as o where o.completed_at is not null and ${start("o")} is not null
  )`;
  const elapsed = sql`${day(sql`c.end_us`)} - ${day(sql`c.start_us`)}`;
  if (suspended === "gross") return sql`(select c.row_id, ${elapsed} as days from ${cases} as c)`;
  const daysOff = suspendedDays({ caseTable: "activation_orders", cases, suspensions: tables.suspensions }, wallClock);
  return sql`(
    select c.row_id,
      ${elapsed} - coalesce(s.days, c.suspended_days, 0) as days
    from ${cases} as c left join ${daysOff} as s on s.row_id = c.row_id
  )`;
}

/** Rows of restored faults: `row_id` and `seconds`, the net seconds; negative where the data cannot be right. */
export function netRepairSeconds(
  tables: { readonly faults: Sql<unknown>; readonly suspensions: Sql<unknown>; readonly rowId: string },
  suspended: "net" | "gross" = "net",
): Sql<unknown> {
  const cases = sql`(
    select ${sql.ref(`f.${tables.rowId}`)} as row_id, f.fault_id as case_id, ${micros(sql`f.reported_at`)} as start_us, ${micros(sql`f.restored_at`)} as end_us, f.suspended_seconds
    from ${tables.faults} as f where f.restored_at is not null and f.reported_at is not null
  )`;
  const elapsed = wholeSeconds(sql`(c.end_us - c.start_us)`);
  if (suspended === "gross") return sql`(select c.row_id, ${elapsed} as seconds from ${cases} as c)`;
  const secondsOff = suspendedSeconds({ caseTable: "fault_reports", cases, suspensions: tables.suspensions });
  return sql`(
    select c.row_id,
      ${elapsed} - coalesce(s.seconds, c.suspended_seconds, 0) as seconds
    from ${cases} as c left join ${secondsOff} as s on s.row_id = c.row_id
  )`;
}
