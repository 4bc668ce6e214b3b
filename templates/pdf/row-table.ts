/** A table of texts outside the figures' own: printed row by row, and read back row by row. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import { tableLines } from "./page-style.ts";

export interface RowTable {
  readonly heads: readonly string[];
  /** Points, without the padding of the cells. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold numbers. */
  readonly right?: (column: number) => boolean;
  readonly bold?: (column: number, cells: readonly string[], row: number) => boolean;
}

export function rowTable(table: RowTable): Content {
  const { heads, widths, rows, right = () => false, bold = () => false } = table;
  const alignment = (column: number): "left" | "right" => (right(column) ? "right" : "left");
  const body: TableCell[][] = [
    heads.map((text, column) => ({ text, style: "head", alignment: alignment(column) })),
    ...rows.map((cells, row) =>
      cells.map((text, column) => ({
        text,
        style: "summaryCell",
        alignment: alignment(column),
        bold: bold(column, cells, row),
      })),
    ),
  ];
  return {
    table: { headerRows: 1, dontBreakRows: keepsRowsWhole(table), widths: [...widths], body },
    layout: tableLines(),
    margin: [0, 2, 0, 4],
  };
}

/** A cell of so many letters for each point of its width is far from as tall as a page, however its words break. */
const safeLetters = 6;

/** The library drops a row that may not break and is taller than a page: where a cell is long, rows may break. */
export function keepsRowsWhole({ widths, rows }: RowTable): boolean {
  return rows.every((cells) => cells.every((text, column) => text.length <= safeLetters * (widths[column] ?? 0)));
}
