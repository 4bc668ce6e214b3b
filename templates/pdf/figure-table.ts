/** The table of one indicator's figures, one row a figure, and the notes it refers to. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { ReportPeriod, ReportRow } from "../../reports/report-model.ts";
import {
  casesCell,
  isLegalStandard,
  marginCell,
  measureWords,
  notesOf,
  outcomeWords,
  targetCell,
  valueWords,
} from "../figure-words.ts";
import { columns, periodName, targetColumn, unitWords } from "../italian.ts";
import type { IndicatorPart } from "../report-outline.ts";
import { cellSize, colours, tableLines } from "./page-style.ts";

/** The columns' widths in points; with their padding they fill a landscape A4 page between its margins. */
export const columnWidths = [124, 172, 50, 74, 54, 52, 88, 50, 34] as const;
const rightAligned: ReadonlySet<number> = new Set([4, 5, 7]);

export interface FigureTable {
  readonly head: readonly string[];
  /** The cells of each figure, with the scope it stands under. */
  readonly rows: readonly {
    readonly row: ReportRow;
    readonly cells: readonly string[];
    readonly startsBlock: boolean;
  }[];
  /** The first is note 1. */
  readonly notes: readonly string[];
}

export function figureTable({ blocks }: IndicatorPart, period: ReportPeriod): FigureTable {
  const all = blocks.flatMap(({ rows }) => rows);
  const years = [...new Set(all.flatMap((row) => row.target?.year ?? []))].sort((a, b) => a - b);
  const notes = [...new Set(all.flatMap((row) => notesOf(row)))];
  const rows = blocks.flatMap((block) =>
    block.rows.map((row, index) => ({
      row,
      startsBlock: index === 0,
      cells: [
        block.label,
        measureWords(row),
        unitWords(row.figure.unit),
        targetCell(row, years.length > 1),
        valueWords(row.figure),
        casesCell(row.figure),
        outcomeWords(row),
        marginCell(row.figure),
        notesOf(row)
          .map((note) => notes.indexOf(note) + 1)
          .join(", "),
      ],
    })),
  );
  return { head: tableHead(period, years), rows, notes };
}

function tableHead(period: ReportPeriod, years: readonly number[]): readonly string[] {
  const { scope, measure, unit, cases, outcome, margin, notes } = columns;
  return [scope, measure, unit, targetColumn(years), periodName(period), cases, outcome, margin, notes];
}

/** Rows may break over pages: the library drops a row that may not break and is taller than a page. */
export function tableContent({ head, rows }: FigureTable): Content {
  const starts = rows.flatMap(({ startsBlock }, index) => (startsBlock ? [index + 1] : []));
  const body: TableCell[][] = [
    head.map((text, column) => ({ text, style: "head", alignment: alignmentOf(column) })),
    ...rows.map(({ row, cells }) => cells.map((text, column) => bodyCell(text, column, row))),
  ];
  return {
    table: { headerRows: 1, widths: [...columnWidths], body },
    layout: tableLines(new Set(starts)),
    margin: [0, 3, 0, 3],
  };
}

function bodyCell(text: string, column: number, row: ReportRow): TableCell {
  const cell = { text, fontSize: cellSize, alignment: alignmentOf(column) } as const;
  if (column === 4) return { ...cell, bold: true };
  if (column !== 6) return cell;
  const { outcome } = row.figure;
  if (outcome === "missed") return { ...cell, bold: true, color: colours.missed };
  if (outcome === "met") return { ...cell, color: colours.met };
  return cell;
}

function alignmentOf(column: number): "left" | "right" {
  return rightAligned.has(column) ? "right" : "left";
}

/** Whether the row's outcome counts among the operator's own targets. */
export function hasCharterTarget(row: ReportRow): boolean {
  return row.figure.target !== undefined && !isLegalStandard(row);
}
