/** The year's figures of an indicator region by region: one row each, and under each measure its value and its cases. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { RegionTable } from "../annual-report.ts";
import { annual, regionHeads } from "../annual-report-words.ts";
import { cellPadding, pageMargins, tableLines } from "./page-style.ts";

/** No other text of the annual report has the size of these cells: the read-back finds them by it. */
export const regionSize = 7.8;

/** A landscape A4 page between its margins. */
const space = 842 - pageMargins.left - pageMargins.right;
const codeWidth = 42;
const nameWidth = 120;
const widest = 66;

export function regionContent({ measures, rows }: RegionTable): Content {
  if (rows.length === 0) return { text: annual.noRegions, style: "small" };
  const heads = [
    [head(regionHeads.code, 2), head(regionHeads.region, 2), ...measures.flatMap(({ name }) => [over(name), {}])],
    [{}, {}, ...measures.flatMap(({ unit }) => [right(unit), right(regionHeads.cases)])],
  ];
  const columns = 2 * measures.length;
  const rest = space - codeWidth - nameWidth - 2 * cellPadding * (2 + columns);
  const width = Math.min(widest, Math.floor(rest / columns));
  return {
    table: {
      headerRows: heads.length,
      // Every row is one or two lines: none can outgrow a page, which is what would make the library drop it.
      dontBreakRows: true,
      widths: [codeWidth, nameWidth, ...Array.from({ length: columns }, () => width)],
      body: [...heads, ...rows.map((cells, index) => bodyRow(cells, index === rows.length - 1))],
    },
    layout: { ...tableLines(new Set([heads.length, heads.length + rows.length - 1])), fillColor: fill(heads.length) },
    margin: [0, 3, 0, 3],
  };
}

function fill(headRows: number) {
  const { fillColor } = tableLines();
  return (row: number) => (typeof fillColor === "function" && row < headRows ? fillColor(0, {} as never, 0) : null);
}

function bodyRow(cells: readonly string[], isTotal: boolean): TableCell[] {
  return cells.map((text, column) => ({
    text,
    fontSize: regionSize,
    bold: isTotal,
    alignment: column < 2 ? "left" : "right",
  }));
}

function head(text: string, rowSpan: number): TableCell {
  return { text, style: "head", rowSpan };
}

function over(text: string): TableCell {
  return { text, style: "head", colSpan: 2, alignment: "right" };
}

function right(text: string): TableCell {
  return { text, style: "head", alignment: "right" };
}
