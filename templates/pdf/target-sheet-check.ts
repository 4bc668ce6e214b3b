/** Compares the bytes of a sheet of targets with what it was made from. */
import type { TargetSheet } from "../../reports/target-sheet.ts";
import { oddityLines, sheetLabels, sheetSentences, sheetTitle } from "../target-sheet-words.ts";
import { cellPadding, cellSize, footerSize, pageMargins } from "./page-style.ts";
import { readPdfText, type TextRun } from "./read-pdf.ts";
import { type SheetPart, sheetParts } from "./target-sheet-tables.ts";

/**
 * Each difference as a sentence; none where every cell stands in its column and in order, and nothing else does. Columns are
 * read from the first page to the last, so a row that breaks over two pages reads as one.
 */
export function verifyTargetSheet(bytes: Buffer, sheet: TargetSheet): readonly string[] {
  const runs = readPdfText(bytes);
  const cells = runs.filter(({ size }) => size === cellSize);
  const parts = sheetParts(sheet);
  // The tables of the acts share their columns; that of the commitments comes last and has its own.
  const shapes = new Set(parts.map(({ widths }) => widths));
  const differences = [...shapes].length > 1 ? splitDifferences(cells, parts) : tableDifferences(cells, parts);
  return [...differences, ...missingTexts(runs, sheet, parts)];
}

/** The runs of the last table begin with the first run of its first row. */
function splitDifferences(cells: readonly TextRun[], parts: readonly SheetPart[]): readonly string[] {
  const first = parts.slice(0, -1);
  const expected = packed(first.flatMap(({ rows }) => rows.flat())).length;
  let read = 0;
  const end = cells.findIndex(({ text }) => {
    if (read >= expected) return true;
    read += packed([text]).length;
    return false;
  });
  const place = end < 0 ? cells.length : end;
  return [...tableDifferences(cells.slice(0, place), first), ...tableDifferences(cells.slice(place), parts.slice(-1))];
}

function tableDifferences(cells: readonly TextRun[], parts: readonly SheetPart[]): readonly string[] {
  const widths = parts[0]?.widths ?? [];
  return widths.flatMap((_, column) => {
    const from = edge(widths, column);
    const to = edge(widths, column + 1);
    const found = packed(cells.filter(({ x }) => x >= from && x < to).map(({ text }) => text));
    const expected = packed(parts.flatMap(({ rows }) => rows.map((row) => row[column] ?? "")));
    return found === expected ? [] : [differenceOf(column, found, expected)];
  });
}

function differenceOf(column: number, found: string, expected: string): string {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at += 1;
  // What stands before the first difference says where it is.
  const from = Math.max(0, at - 20);
  return `Column ${column + 1}: "${found.slice(from, at + 20)}" instead of "${expected.slice(from, at + 20)}".`;
}

function edge(widths: readonly number[], column: number): number {
  return widths.slice(0, column).reduce<number>((x, width) => x + width + 2 * cellPadding, pageMargins.left);
}

function missingTexts(runs: readonly TextRun[], sheet: TargetSheet, parts: readonly SheetPart[]): readonly string[] {
  const whole = packed(runs.filter(({ size }) => size !== footerSize).map(({ text }) => text));
  const { name, seat, roc, site, charter } = sheet.operator;
  const required = [
    sheetTitle(sheet.year),
    ...[name, seat, roc, site, charter].filter((text) => text !== undefined),
    ...parts.flatMap(({ title, notes }) => [title, ...notes]),
    ...oddityLines(sheet),
    sheetSentences.declaration,
    sheetLabels.place,
    sheetLabels.signer,
  ];
  return required.filter((text) => !whole.includes(packed([text]))).map((text) => `"${text}" is missing.`);
}

/** Lines break where there is a space; without spaces the text is the same wherever they broke. */
function packed(texts: readonly string[]): string {
  return texts.join("").replace(/\s+/g, "");
}
