/** The rows of a sheet as a reader takes them: each with the indicator and the scope it stands under. */
import { headRow } from "./agcom-workbook.ts";
import type { ReadCell } from "./read-workbook.ts";

export interface SheetLine {
  readonly line: number;
  /** See keyOf. */
  readonly key: string;
  readonly measure: string;
  readonly unit: string;
  readonly value: ReadCell | undefined;
}

/** A text that the model writes once holds for the rows below it, until the next. */
export function sheetLines(cells: readonly ReadCell[]): readonly SheetLine[] {
  const byRef = new Map(cells.map((cell) => [cell.ref, cell]));
  const last = Math.max(headRow, ...cells.map(({ ref }) => Number(/\d+$/.exec(ref)?.[0])));
  const lines: SheetLine[] = [];
  let [indicator, scope] = ["", ""];
  for (let line = headRow + 1; line <= last; line += 1) {
    const text = (column: string) => byRef.get(`${column}${line}`)?.text ?? "";
    indicator = text("B") || indicator;
    scope = text("C") || scope;
    const measure = text("E");
    const value = byRef.get(`G${line}`);
    lines.push({ line, key: keyOf(indicator, scope, measure), measure, unit: text("F"), value });
  }
  return lines;
}

export function keyOf(indicator: string, scope: string, measure: string): string {
  return [indicator, scope, measure].join(" › ");
}
