import { parseDate, parseTime, type Zone } from "./clock.ts";
import type { ContractColumn, ContractTable } from "./contract.ts";

/** A parsed value: text as it is, a count, an instant in microseconds, or a date in days. */
export type Cell = string | bigint | null;
export type Row = Readonly<Record<string, Cell>>;
export type RawRow = Readonly<Record<string, string | null>>;
export type Reason = "unreadable" | "null" | "not-in-list" | "end-before-start" | "negative" | "duplicate" | "conflict";

/** A row as read: `broken` names the columns without a usable value, `content` tells rows apart under one key. */
export interface ReadRow {
  readonly row: Row;
  readonly broken: ReadonlySet<string>;
  readonly reason: Reason | null;
  readonly key: string | null;
  readonly content: string;
}

const maximum = 2n ** 63n - 1n;

/** The count or the time of a column, in its unit; null where there is none. */
export function quantity(row: Row, column: string): bigint | null {
  const cell = row[column];
  return typeof cell === "bigint" ? cell : null;
}

/** The text of a column; a count reads as its digits, because scopes are text. */
export function words(row: Row, column: string): string | null {
  const cell = row[column];
  return cell === undefined || cell === null ? null : String(cell);
}

function parseCount(text: string): bigint | null {
  const value = /^\d+$/.test(text) ? BigInt(text) : null;
  return value !== null && value <= maximum ? value : null;
}

function parseCell(column: ContractColumn, text: string, zone: Zone): Cell {
  switch (column.type) {
    case "text":
      return text;
    case "time":
      return parseTime(text, zone);
    case "date":
      return parseDate(text);
    case "month":
      return parseDate(`${text}-01`) === null ? null : text;
    case "count":
      return parseCount(text);
    default:
      return column.type.includes(text) ? text : null;
  }
}

/** Reads a raw row; its reason is that of the first column, in the order of the contract, that has one. */
export function readRow(table: ContractTable, raw: RawRow, zone: Zone): ReadRow {
  const row: Record<string, Cell> = {};
  const broken = new Set<string>();
  const content: string[] = [];
  let reason: Reason | null = null;
  for (const column of table.columns) {
    const text = raw[column.name] ?? "";
    const cell = text === "" ? null : parseCell(column, text, zone);
    row[column.name] = cell;
    if (cell === null && (text !== "" || !column.nullable)) {
      broken.add(column.name);
      reason ??= text === "" ? "null" : Array.isArray(column.type) ? "not-in-list" : "unreadable";
    }
    content.push(cell === null ? `?${text}` : `=${cell}`);
  }
  const hasKey = table.key.length > 0 && !table.key.some((column) => broken.has(column));
  const key = hasKey ? JSON.stringify(table.key.map((column) => words(row, column))) : null;
  return { row, broken, reason, key, content: JSON.stringify(content) };
}
