import type { Zone } from "./clock.ts";
import { type ContractTable, contract } from "./contract.ts";
import { holds, holdsDay, overlaps, type Period } from "./period.ts";
import { caseOf, faultSeconds, gatherSuspensions, orderDays, orderStart, type Suspensions } from "./quantities.ts";
import { quantity, type RawRow, type ReadRow, type Reason, type Row, readRow, words } from "./rows.ts";

/** What is left of the raw tables: the good rows of the period, and a reason for each bad one. */
export interface Admitted {
  /** A table that is not here is one the operator does not have. */
  readonly kept: Readonly<Record<string, readonly Row[]>>;
  readonly quarantined: Readonly<Record<string, Record<string, number>>>;
  readonly suspensions: Suspensions;
}

/** Sorts every row of every table into kept, outside the period, and quarantined. */
export function admit(tables: Readonly<Record<string, readonly RawRow[]>>, period: Period, zone: Zone): Admitted {
  const kept: Record<string, readonly Row[]> = {};
  const quarantined: Record<string, Record<string, number>> = {};
  let suspensions: Suspensions = new Map();
  const judged = new Map<string, { table: ContractTable; read: readonly ReadRow[]; reasons: (Reason | null)[] }>();
  // A suspension decides whether an order is negative, so the suspensions come first.
  for (const name of ["suspensions", ...Object.keys(contract).filter((name) => name !== "suspensions")]) {
    const [table, raw] = [contract[name], tables[name]];
    if (table === undefined || raw === undefined) continue;
    const read = raw.map((row) => readRow(table, row, zone));
    const reasons = judge(name, table, read, suspensions);
    if (name === "suspensions") suspensions = gatherSuspensions(good(read, reasons));
    judged.set(name, { table, read, reasons });
  }
  // A suspension goes with its case and an event with its faults: those are sorted out once the cases are.
  const last = ["suspensions", "events"];
  for (const name of [...[...judged.keys()].filter((name) => !last.includes(name)), ...last]) {
    const { table, read, reasons } = judged.get(name) ?? {};
    if (table === undefined || read === undefined || reasons === undefined) continue;
    const isLinked = linkTo(name, kept);
    kept[name] = good(read, reasons).filter((row) => governs(table, row, period) || isLinked(row));
    quarantined[name] = tally(
      reasons.filter((_, i) => mayTouch(table, read[i], period) || isLinked(read[i]?.row ?? {})),
    );
  }
  return { kept, quarantined, suspensions };
}

function good(read: readonly ReadRow[], reasons: readonly (Reason | null)[]): Row[] {
  return read.filter((_, i) => reasons[i] === null).map(({ row }) => row);
}

/** Whether a row belongs to a kept case, wherever in time it lies itself. */
function linkTo(name: string, { activation_orders = [], fault_reports = [] }: Admitted["kept"]): (row: Row) => boolean {
  if (name === "suspensions") {
    const cases = new Set([
      ...activation_orders.map((row) => caseOf("activation_orders", words(row, "order_id"))),
      ...fault_reports.map((row) => caseOf("fault_reports", words(row, "fault_id"))),
    ]);
    return (row) => cases.has(caseOf(words(row, "case_table") ?? "", words(row, "case_id")));
  }
  const named = new Set(name === "events" ? fault_reports.map((row) => words(row, "event_id")) : []);
  return (row) => words(row, "event_id") !== null && named.has(words(row, "event_id"));
}

function tally(reasons: readonly (Reason | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** The reason of each row, null for a good one. */
function judge(
  name: string,
  table: ContractTable,
  read: readonly ReadRow[],
  suspensions: Suspensions,
): (Reason | null)[] {
  const contents = new Map<string, Set<string>>();
  for (const { key, content } of read) {
    if (key !== null) contents.set(key, (contents.get(key) ?? new Set()).add(content));
  }
  const seen = new Set<string>();
  return read.map(({ row, reason, key }) => {
    const own = reason ?? contradiction(name, table, row, suspensions);
    if (own !== null || key === null) return own;
    if ((contents.get(key)?.size ?? 0) > 1) return "conflict";
    if (seen.has(key)) return "duplicate";
    seen.add(key);
    return null;
  });
}

function contradiction(name: string, table: ContractTable, row: Row, suspensions: Suspensions): Reason | null {
  const [start, end] = span(name, table, row);
  if (start !== null && end !== null && end < start) return "end-before-start";
  const net = netQuantity(name, row, suspensions);
  return net !== null && net < 0n ? "negative" : null;
}

function netQuantity(name: string, row: Row, suspensions: Suspensions): bigint | null {
  if (name === "activation_orders") return orderDays(row, suspensions);
  return name === "fault_reports" ? faultSeconds(row, suspensions) : null;
}

function span(name: string, table: ContractTable, row: Row): [bigint | null, bigint | null] {
  if (name === "activation_orders") return [orderStart(row), quantity(row, "completed_at")];
  if (name === "fault_reports") return [quantity(row, "reported_at"), quantity(row, "restored_at")];
  if (table.interval === undefined) return [null, null];
  return [quantity(row, table.interval[0]), quantity(row, table.interval[1])];
}

function momentIn(table: ContractTable, row: Row, column: string, period: Period): boolean {
  const type = table.columns.find((candidate) => candidate.name === column)?.type;
  if (type === "month") return period.months.includes(words(row, column) ?? "");
  return type === "date" ? holdsDay(period, quantity(row, column)) : holds(period, quantity(row, column));
}

/** Whether a good row belongs to the period. */
function governs(table: ContractTable, row: Row, period: Period): boolean {
  if (table.moments.some((column) => momentIn(table, row, column, period))) return true;
  if (table.interval === undefined) return false;
  const [start, end] = table.interval;
  return overlaps(period, quantity(row, start), quantity(row, end));
}

/**
 * Whether a bad row is a matter of this period: unless all its governing times are readable and none of them, nor its
 * interval, touches the period. The ends of an interval that runs backwards count as times, or it would fall nowhere.
 */
function mayTouch(table: ContractTable, read: ReadRow | undefined, period: Period): boolean {
  if (read === undefined) return false;
  const ends = table.interval ?? [];
  if ([...table.moments, ...ends].some((column) => read.broken.has(column))) return true;
  const [start, end] = ends.map((column) => quantity(read.row, column));
  const runsBackwards = start != null && end != null && end < start;
  const times = runsBackwards ? [...table.moments, ...ends] : table.moments;
  if (times.some((column) => momentIn(table, read.row, column, period))) return true;
  return governs(table, read.row, period);
}
