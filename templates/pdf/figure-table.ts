/** The table of one indicator's figures, one row a figure, and the notes it refers to. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { ReportPeriod, ReportRow } from "../../reports/report-model.ts";
import {
  casesCell,
  halfWords,
  marginCell,
  measureWords,
  notesOf,
  outcomeWords,
  targetCell,
  valueWords,
} from "../figure-words.ts";
import { columns, halfName, periodName, targetColumn, unitWords } from "../italian.ts";
import { standardBeside } from "../judged.ts";
import type { IndicatorPart } from "../report-outline.ts";
import { standardBesideWords } from "../report-words.ts";
import { cellSize, colours, tableLines } from "./page-style.ts";

type ColumnName =
  | "scope"
  | "measure"
  | "unit"
  | "target"
  | "first"
  | "second"
  | "value"
  | "cases"
  | "outcome"
  | "margin"
  | "notes";

interface TableColumn {
  readonly name: ColumnName;
  /** Points; with their padding the columns fill a landscape A4 page between its margins. */
  readonly width: number;
}

const ofHalf: readonly TableColumn[] = [
  { name: "scope", width: 150 },
  { name: "measure", width: 198 },
  { name: "unit", width: 48 },
  { name: "target", width: 72 },
  { name: "value", width: 54 },
  { name: "cases", width: 46 },
  { name: "outcome", width: 58 },
  { name: "margin", width: 44 },
  { name: "notes", width: 28 },
];

/** The year stands beside its halves: two columns more in the same width. */
const ofYear: readonly TableColumn[] = [
  { name: "scope", width: 112 },
  { name: "measure", width: 158 },
  { name: "unit", width: 46 },
  { name: "target", width: 58 },
  { name: "first", width: 44 },
  { name: "second", width: 44 },
  { name: "value", width: 50 },
  { name: "cases", width: 46 },
  { name: "outcome", width: 56 },
  { name: "margin", width: 42 },
  { name: "notes", width: 26 },
];

export function tableColumns({ half }: ReportPeriod): readonly TableColumn[] {
  return half === null ? ofYear : ofHalf;
}

const rightAligned: ReadonlySet<ColumnName> = new Set(["first", "second", "value", "cases", "margin"]);

export interface FigureTable {
  readonly columns: readonly TableColumn[];
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
  const notesIn = (row: ReportRow) => [...notesOf(row), ...standardNotes(row)];
  const notes = [...new Set(all.flatMap(notesIn))];
  const shown = tableColumns(period);
  const rows = blocks.flatMap((block) =>
    block.rows.map((row, index) => {
      const cells: Readonly<Record<ColumnName, string>> = {
        scope: block.label,
        measure: measureWords(row),
        unit: unitWords(row.figure.unit),
        target: targetCell(row, years.length > 1),
        first: halfWords(row, "first"),
        second: halfWords(row, "second"),
        value: valueWords(row.figure),
        cases: casesCell(row.figure),
        outcome: outcomeWords(row),
        margin: marginCell(row.figure),
        notes: notesIn(row)
          .map((note) => notes.indexOf(note) + 1)
          .join(", "),
      };
      return { row, startsBlock: index === 0, cells: shown.map(({ name }) => cells[name]) };
    }),
  );
  const heads: Readonly<Record<ColumnName, string>> = {
    ...columns,
    target: targetColumn(years),
    first: halfName(1),
    second: halfName(2),
    value: periodName(period),
  };
  return { columns: shown, head: shown.map(({ name }) => heads[name]), rows, notes };
}

/** Rows may break over pages: the library drops a row that may not break and is taller than a page. */
export function tableContent({ columns: shown, head, rows }: FigureTable): Content {
  const starts = rows.flatMap(({ startsBlock }, index) => (startsBlock ? [index + 1] : []));
  const body: TableCell[][] = [
    head.map((text, index) => ({ text, style: "head", alignment: alignmentOf(shown[index]) })),
    ...rows.map(({ row, cells }) => cells.map((text, index) => bodyCell(text, shown[index], row))),
  ];
  return {
    table: { headerRows: 1, widths: shown.map(({ width }) => width), body },
    layout: tableLines(new Set(starts)),
    margin: [0, 3, 0, 3],
  };
}

function bodyCell(text: string, column: TableColumn | undefined, row: ReportRow): TableCell {
  const cell = { text, fontSize: cellSize, alignment: alignmentOf(column) } as const;
  if (column?.name === "value") return { ...cell, bold: true };
  if (column?.name !== "outcome") return cell;
  const { outcome } = row.figure;
  if (outcome === "missed") return { ...cell, bold: true, color: colours.missed };
  if (outcome === "met") return { ...cell, color: colours.met };
  return cell;
}

function alignmentOf(column: TableColumn | undefined): "left" | "right" {
  return column !== undefined && rightAligned.has(column.name) ? "right" : "left";
}

/** The minimum set by law, where the column of the target holds the operator's own. */
function standardNotes(row: ReportRow): readonly string[] {
  const standard = standardBeside(row);
  if (standard === undefined) return [];
  return [standardBesideWords(targetCell(standard, false), unitWords(row.figure.unit), outcomeWords(standard))];
}
