/** The bad rows of a table as a file that a person opens: what is wrong with each, where, and what to do about it. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { BadReason } from "../sql/checks/check.ts";
import type { QuarantinedRow } from "../sql/snapshot/seal.ts";
import type { Column, Table } from "../sql/tables.ts";

export interface QuarantineOptions {
  readonly table: Table;
  readonly rows: AsyncIterable<QuarantinedRow>;
  /** Whether the source has columns beside the contract's, which may hold personal data. */
  readonly hasFurtherColumns: boolean;
}

/** Writes `path`; nothing of the source but contract columns gets into it. */
export async function writeQuarantine(
  path: string,
  { table, rows, hasFurtherColumns }: QuarantineOptions,
): Promise<void> {
  async function* lines() {
    yield csvLine(["key", "line", "column", "reason", "remedy", ...table.columns.map((column) => column.name)]);
    for await (const read of rows) {
      // In a record with too few or too many fields a further column's value may stand under a contract column's name.
      const row = read.broken !== null && hasFurtherColumns ? { ...read, values: table.columns.map(() => null) } : read;
      const [column = "", reason] = row.problem.split(":") as [string, BadReason];
      yield csvLine([
        keyOf(table, row),
        `${row.line}`,
        column,
        reason,
        remedyFor(table, column, reason, row.broken),
        ...row.values,
      ]);
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

function keyOf(table: Table, row: QuarantinedRow): string {
  const names = table.key.length > 0 ? table.key : ["case_table", "case_id"];
  return names.map((name) => row.values[table.columns.findIndex((column) => column.name === name)] ?? "").join(" | ");
}

function remedyFor(table: Table, name: string, reason: BadReason, broken: string | null): string {
  const column = table.columns.find((candidate) => candidate.name === name);
  switch (reason) {
    case "unreadable":
      return column === undefined
        ? `${broken ?? "the record cannot be read"}: export the row again`
        : `write ${name} as ${shapeOf(column)}`;
    case "null":
      return `give ${name} a value: it may not be empty`;
    case "not-in-list":
      return `use one of: ${column === undefined ? "" : shapeOf(column)}`;
    case "end-before-start":
      return `correct ${name} or the start: the end lies before it`;
    case "negative":
      return `correct ${name} or the times: what is left after subtracting is below zero`;
    case "duplicate":
      return "delete the row: an identical one is kept";
    case "conflict":
      return "keep one row: another has the same key and other contents, so neither is used";
    default:
      return reason satisfies never;
  }
}

export function shapeOf({ type }: Column): string {
  switch (type.kind) {
    case "text":
      return "text";
    case "choice":
      return type.values.join(" | ");
    case "count":
      return "a whole number, 0 or more";
    case "flag":
      return "0 | 1";
    case "time":
      return "ISO 8601, such as 2026-03-29T10:15:00+02:00";
    case "date":
      return "yyyy-mm-dd";
    case "month":
      return "yyyy-mm";
    default:
      return type satisfies never;
  }
}

/** RFC 4180. A spreadsheet must not run what stands in a cell, so a text that looks like a formula gets an apostrophe. */
export function csvLine(values: readonly (string | null)[]): string {
  return `${values.map(csvField).join(",")}\r\n`;
}

function csvField(value: string | null): string {
  if (value === null) return "";
  const safe = /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
