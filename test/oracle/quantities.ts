import { dayStart, romeDay, secondMicros } from "./clock.ts";
import { type Interval, mergeWithin } from "./period.ts";
import { quantity, type Row, words } from "./rows.ts";

/** The good suspension rows of each case, of whatever period. */
export type Suspensions = ReadonlyMap<string, readonly { readonly start: bigint; readonly end: bigint | null }[]>;

/** The name of a case among the suspensions. */
export function caseOf(table: string, id: string | null): string {
  return JSON.stringify([table, id]);
}

export function gatherSuspensions(rows: readonly Row[]): Suspensions {
  const cases = new Map<string, { start: bigint; end: bigint | null }[]>();
  for (const row of rows) {
    const key = caseOf(words(row, "case_table") ?? "", words(row, "case_id"));
    const start = quantity(row, "started_at");
    if (start === null) continue;
    const list = cases.get(key) ?? [];
    list.push({ start, end: quantity(row, "ended_at") });
    cases.set(key, list);
  }
  return cases;
}

/** Where the clock of an order starts: registration for internet, the customer's order, where known, for voice. */
export function orderStart(order: Row): bigint | null {
  const registeredAt = quantity(order, "registered_at");
  return words(order, "service") === "voice" ? (quantity(order, "ordered_at") ?? registeredAt) : registeredAt;
}

/** The Rome days covered from their first moment to their last. */
function wholeDays({ start, end }: Interval): bigint {
  const startDay = romeDay(start);
  const first = dayStart(startDay) === start ? startDay : startDay + 1n;
  const days = romeDay(end) - first;
  return days > 0n ? days : 0n;
}

/** Net calendar days of a completed order; null while it is open; negative where its row contradicts itself. */
export function orderDays(order: Row, suspensions: Suspensions): bigint | null {
  const [start, end] = [orderStart(order), quantity(order, "completed_at")];
  if (start === null || end === null) return null;
  const rows = suspensions.get(caseOf("activation_orders", words(order, "order_id")));
  const suspended = rows
    ? mergeWithin({ start, end }, rows).reduce((sum, interval) => sum + wholeDays(interval), 0n)
    : (quantity(order, "suspended_days") ?? 0n);
  return romeDay(end) - romeDay(start) - suspended;
}

/** Net seconds of a restored fault, elapsed and suspended time each in whole seconds; null while it is open. */
export function faultSeconds(fault: Row, suspensions: Suspensions): bigint | null {
  const [start, end] = [quantity(fault, "reported_at"), quantity(fault, "restored_at")];
  if (start === null || end === null) return null;
  const rows = suspensions.get(caseOf("fault_reports", words(fault, "fault_id")));
  const suspended = rows
    ? lengthMicros(mergeWithin({ start, end }, rows)) / secondMicros
    : (quantity(fault, "suspended_seconds") ?? 0n);
  return (end - start) / secondMicros - suspended;
}

export function lengthMicros(intervals: readonly Interval[]): bigint {
  return intervals.reduce((sum, interval) => sum + interval.end - interval.start, 0n);
}
