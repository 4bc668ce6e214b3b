/** A sheet that is filled line by line. */
import type { AuditCell, AuditRow, AuditValue, Look } from "./audit-cell.ts";

/** The columns of every sheet of an indicator. */
export const widths = [34, 27, 9, 10, 10, 18, 13, 19, 11, 11, 11, 14, 14, 10] as const;
export const lastColumn = widths.length;

/** Lines from the top down. */
export class Page {
  readonly rows: AuditRow[] = [];
  line = 1;

  put(...cells: readonly AuditCell[]): void {
    this.rows.push({ line: this.line, cells });
    this.line += 1;
  }
}

export function text(column: number, words: AuditValue, look: Look, span?: number): AuditCell {
  return { column, value: words, look, ...(span !== undefined && { span }) };
}

export function heads(
  words: readonly string[],
  columns: readonly (readonly [column: number, span?: number])[],
): AuditCell[] {
  return columns.map(([column, span], i) => text(column, words[i] ?? "", "head", span));
}
