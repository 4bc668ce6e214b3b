/** The audit workbook's sheets as data: what the writer lays out and what the file is read back against. */

/** A decimal with a dot, a formula with the result it was written with, a link to a cell, or a text. */
export type AuditValue =
  | string
  | { readonly decimal: string; readonly format: string }
  | { readonly formula: string; readonly cached: number | string; readonly format: string }
  | { readonly text: string; readonly to: { readonly sheet: string; readonly ref: string } };

export type Look = "title" | "line" | "head" | "band" | "text" | "centre" | "number" | "published";

export interface AuditCell {
  /** From 1. */
  readonly column: number;
  readonly value: AuditValue;
  readonly look: Look;
  /** Columns that the cell is stretched over. */
  readonly span?: number;
}

export interface AuditRow {
  readonly line: number;
  readonly cells: readonly AuditCell[];
}

export interface AuditSheet {
  readonly name: string;
  readonly widths: readonly number[];
  /** Lines that stay in view. */
  readonly frozen: number;
  /** Lines printed on every page. */
  readonly titles: readonly [first: number, last: number];
  /** Whether its width is made to fit one page. */
  readonly fits: boolean;
  readonly rows: readonly AuditRow[];
  /** What is printed, where it is not all of it. */
  readonly printed?: { readonly from: string; readonly to: string };
}

export const wholeFormat = "#,##0";
export const textFormat = "General";

/** `"AB"` for 28. */
export function letters(column: number): string {
  const rest = (column - 1) % 26;
  const own = String.fromCharCode(65 + rest);
  return column > 26 ? `${letters((column - 1 - rest) / 26)}${own}` : own;
}

export const whole = (value: number | bigint): AuditValue => ({ decimal: `${value}`, format: wholeFormat });

export function wholeFormula(formula: string, cached: number | bigint): AuditValue {
  return { formula, cached: Number(cached), format: wholeFormat };
}
