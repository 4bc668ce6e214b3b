/** A year's two extractions: what the operator's tables held after the first half, and what they held after the second. */
import type { TableName } from "../../sql/tables.ts";
import type { Rows, Tables } from "./compare.ts";

type Row = Rows[number];

/** What of a row was not known yet, or not so, when the first half was extracted. Other tables did not change. */
const before: Partial<Record<TableName, (row: Row, year: number) => Row>> = {
  // Completed after all in the days that follow the first half, for which the first extraction had a date of June.
  activation_orders: (row, year) =>
    isOfSecond(row.completed_at, year) && !isOfSecond(row.registered_at, year)
      ? { ...row, completed_at: `${year}-06-30T23:59:59` }
      : { ...row, technology: "ADSL" },
  fault_reports: (row, year) =>
    isOfSecond(row.restored_at, year) ? { ...row, restored_at: null, cause: "none_found" } : { ...row, region: "07" },
  billing_disputes: (row, year) =>
    isOfSecond(row.credited_on, year) ? { ...row, credited_on: null, outcome: "open" } : { ...row, traceable: "0" },
  invoices: (row) => ({ ...row, document: "proforma" }),
  contact_calls: (row) => ({ ...row, answered: "0" }),
  ivr_trees: (row) => ({ ...row, operator_option_ms: "61000", complaint_option_ms: "62000" }),
  phone_complaints: (row) => ({ ...row, closed_at: null }),
  complaints: (row, year) => (isOfSecond(row.answered_at, year) ? { ...row, answered_at: null } : row),
  dialup_outages: (row, year) =>
    isOfSecond(row.ended_at, year) && !isOfSecond(row.started_at, year)
      ? { ...row, ended_at: `${year}-07-01T00:00:01` }
      : row,
};

/** Whichever way a time is written, it begins with its date; a day more or less does not matter here. */
function isOfSecond(time: string | null | undefined, year: number): boolean {
  return time != null && time > `${year}-07`;
}

/** Every third row was another at first, and all that belongs to the second half came later. */
export function extractionsOf(year: number, first: Tables, second: Tables): readonly [Tables, Tables] {
  const early = new Map([...first].map(([name, rows]) => [name, asBefore(name, rows, year)] as const));
  const late = new Map([...second].map(([name, rows]) => [name, [...rows, ...(first.get(name) ?? [])]] as const));
  return [early, late];
}

function asBefore(name: TableName, rows: Rows, year: number): Rows {
  const change = before[name];
  return change === undefined ? rows : rows.map((row, i) => (i % 3 === 0 ? change(row, year) : row));
}
