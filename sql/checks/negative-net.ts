/** A net quantity below zero: more suspended than elapsed, or an answer on a day before the receipt. Never clamped. */
import { sql } from "kysely";
import { type Calendar, netOrderDays, netRepairSeconds, ownOrderStart } from "../clocks.ts";
import type { TableName } from "../tables.ts";
import { micros, romeDay, type Sql } from "../time.ts";

/** Rows `line`: the failing rows of `rows`, a table of readable values with their line; undefined where nothing can fail. */
export function negativeNet(
  table: TableName,
  rows: Sql<unknown>,
  suspensions: Sql<unknown>,
  calendar: Calendar,
): { readonly column: string; readonly failing: Sql<unknown> } | undefined {
  switch (table) {
    case "activation_orders": {
      const net = netOrderDays({ orders: rows, suspensions, rowId: "line" }, ownOrderStart, calendar);
      return { column: "suspended_days", failing: sql`(select row_id as line from ${net} where days < 0)` };
    }
    case "fault_reports": {
      const net = netRepairSeconds({ faults: rows, suspensions, rowId: "line" });
      return { column: "suspended_seconds", failing: sql`(select row_id as line from ${net} where seconds < 0)` };
    }
    case "complaints": {
      const day = (column: string) => romeDay(micros(sql.ref(column)), calendar.rome, calendar.near);
      const failing = sql`(select line from ${rows} where ${day("answered_at")} < ${day("received_at")})`;
      return { column: "answered_at", failing };
    }
    default:
      return undefined;
  }
}
