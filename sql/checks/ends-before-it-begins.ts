/** Completed or restored before its start, or an interval that ends before it begins. */
import { sql } from "kysely";
import { ownOrderStart } from "../clocks.ts";
import type { TableName } from "../tables.ts";
import type { Sql } from "../time.ts";

/** True for the failing rows of `row`, an alias with the table's readable values; undefined where nothing can fail. */
export function endsBeforeItBegins(
  table: TableName,
  row: string,
): { readonly column: string; readonly fails: Sql<boolean> } | undefined {
  const of = (column: string) => sql.ref(`${row}.${column}`);
  const earlier = (end: string, start: Sql<unknown>) => ({ column: end, fails: sql<boolean>`(${of(end)} < ${start})` });
  switch (table) {
    case "activation_orders":
      return earlier("completed_at", ownOrderStart(row));
    case "fault_reports":
      return earlier("restored_at", of("reported_at"));
    case "suspensions":
    case "events":
    case "dialup_outages":
    case "service_outages":
      return earlier("ended_at", of("started_at"));
    case "ivr_trees":
      return earlier("valid_to", of("valid_from"));
    default:
      return undefined;
  }
}
