/** What the tests of the sample data share: rows as arrays, and a checker of single rows that is not the product's. */
import type { SampleParameters } from "../../../jobs/sample/parameters.ts";
import { instantOf } from "../../../jobs/sample/rome-calendar.ts";
import type { SampleRow } from "../../../jobs/sample/row-text.ts";
import { sampleTables } from "../../../jobs/sample/sample-tables.ts";
import { type Table, type TableName, tables } from "../../../sql/tables.ts";

export const cielo: SampleParameters = { seed: 1, operator: "cielo", year: 2026, half: 1, size: 20_000 };
export const hellotel: SampleParameters = { ...cielo, operator: "hellotel" };
/** Without flaws, so that shapes are measured on whole rows. */
export const whole = { badShare: 0, duplicateShare: 0, conflictShare: 0 };

/** The half-year of `cielo` and `hellotel`, Rome time. */
export const startAt = Date.parse("2026-01-01T00:00:00+01:00");
export const endAt = Date.parse("2026-07-01T00:00:00+02:00");

export function rowsOf(parameters: SampleParameters, table: TableName): readonly SampleRow[] {
  return [...(sampleTables(parameters).get(table) ?? [])];
}

export function timeOf(row: SampleRow, column: string): number {
  const text = row[column];
  if (typeof text !== "string") throw new Error(`${column} is NULL`);
  return instantOf(text);
}

export function isIn(row: SampleRow, column: string): boolean {
  return row[column] != null && timeOf(row, column) >= startAt && timeOf(row, column) < endAt;
}

/** Cases per thousand, as an integer. */
export function perMille(rows: readonly SampleRow[], holds: (row: SampleRow) => boolean): number {
  return Math.round((1000 * rows.filter(holds).length) / rows.length);
}

/** Nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  return [...values].sort((one, other) => one - other)[Math.ceil((p * values.length) / 100) - 1] ?? Number.NaN;
}

export function countBy(rows: Iterable<SampleRow>, key: (row: SampleRow) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}

export function keyOf(table: Table, row: SampleRow): string {
  return table.key.map((column) => row[column]).join("|");
}

const timeText = /^\d{4}-(0[1-9]|1[0-2])-\d\d([T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/;

/** The reason a row is bad for, as the contract names it; undefined where the row is good. */
export function faultOf(name: TableName, row: SampleRow, hasSuspensionRows: boolean): string | undefined {
  for (const { name: column, type, nullable } of tables[name].columns) {
    const value = row[column] ?? null;
    if (value === null) {
      if (!nullable) return "null";
      continue;
    }
    if (type.kind === "choice" && !type.values.includes(value)) return column === "region" ? "region" : "not-in-list";
    if (type.kind === "count" && !/^\d+$/.test(value)) return "unreadable";
    if (type.kind === "flag" && !/^[01]$/.test(value)) return "unreadable";
    if (type.kind === "month" && !/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return "unreadable";
    if (type.kind === "date" && !isDay(value)) return "unreadable";
    if (type.kind === "time" && !(timeText.test(value) && isDay(value.slice(0, 10)))) return "unreadable";
  }
  return faultOfDuration(name, row, hasSuspensionRows);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

function faultOfDuration(name: TableName, row: SampleRow, hasSuspensionRows: boolean): string | undefined {
  const clock = row.service === "voice" && row.ordered_at !== null ? "ordered_at" : "registered_at";
  const [from, to] =
    name === "activation_orders"
      ? [clock, "completed_at"]
      : name === "fault_reports"
        ? ["reported_at", "restored_at"]
        : (tables[name].governs.interval ?? []);
  if (from === undefined || to === undefined || row[to] === null) return undefined;
  const elapsedMs = timeOf(row, to) - timeOf(row, from);
  if (elapsedMs < 0) return "end-before-start";
  if (hasSuspensionRows) return undefined;
  if (name === "fault_reports") return Number(row.suspended_seconds ?? 0) * 1000 > elapsedMs ? "negative" : undefined;
  if (name !== "activation_orders") return undefined;
  return Number(row.suspended_days ?? 0) > Math.ceil(elapsedMs / 86_400_000) ? "negative" : undefined;
}
