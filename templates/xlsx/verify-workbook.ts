/**
 * Compares a workbook's bytes with the model it was made from. The figures are looked up one by one by their own words,
 * not by the rows that the renderer laid out, so that a row lost in layout is found as well as one lost in the file.
 */
import type { Figure, ReportModel, ReportRow } from "../../reports/report-model.ts";
import { model as modelWords, notApplicable, notDeterminable, unitWords } from "../italian.ts";
import { type ActPart, type IndicatorPart, rowsOf } from "../report-outline.ts";
import { noteLines } from "./agcom-notes.ts";
import { actPartOf, modelRows } from "./agcom-rows.ts";
import { type FigureSheet, figureSheets, sheetOf } from "./agcom-sheets.ts";
import { type ReadWorkbook, readWorkbook } from "./read-workbook.ts";
import { keyOf, type SheetLine, sheetLines } from "./sheet-lines.ts";
import { plainDecimal } from "./workbook-text.ts";

/** Each difference as a sentence; none where the file says what the model says. */
export async function verifyAgcomWorkbook(
  bytes: Uint8Array,
  model: ReportModel,
  actId: string,
): Promise<readonly string[]> {
  const part = actPartOf(model, actId);
  const read = await readWorkbook(bytes);
  const sheets = figureSheets(part);
  // A sheet lost in layout is missed by the figures that belong on it.
  const needed = rowsOf([part]).flatMap((row) => sheetOf(part, row) ?? []);
  const expected = [...new Set([...sheets.map(({ name }) => name), ...needed]), modelWords.notes];
  if (expected.join("|") !== read.sheets.join("|"))
    return [`The sheets are ${read.sheets.join(", ") || "none"}; expected ${expected.join(", ")}.`];
  return [
    ...sheets.flatMap((sheet) => [
      ...headingDifferences(read, sheet, model),
      ...figureDifferences(read, sheet, part),
      ...countDifferences(linesOf(read, sheet), sheet),
    ]),
    ...noteDifferences(read, modelWords.notes, model, part),
  ];
}

function headingDifferences(
  read: ReadWorkbook,
  sheet: FigureSheet,
  { operator, period }: ReportModel,
): readonly string[] {
  const box = ["E", "F", "G"][(period.half ?? 3) - 1];
  const expected = [
    ["A1", sheet.heading],
    ["C3", operator.name],
    ["C4", period.year.toString()],
    [`${box}6`, modelWords.mark],
  ] as const;
  return expected.flatMap(([ref, text]) => {
    const found = read.cells.find((cell) => cell.sheet === sheet.name && cell.ref === ref)?.text;
    return found === text ? [] : [`${sheet.name} ${ref}: "${found ?? ""}" instead of "${text}".`];
  });
}

function linesOf(read: ReadWorkbook, { name }: FigureSheet): readonly SheetLine[] {
  return sheetLines(read.cells.filter((cell) => cell.sheet === name));
}

/** The report's figures that belong on the sheet, and the rows that the model wants where the report has none. */
function figureDifferences(read: ReadWorkbook, sheet: FigureSheet, part: ActPart): readonly string[] {
  const byKey = new Map(linesOf(read, sheet).map((line) => [line.key, line]));
  const reported = part.indicators.flatMap(labelledRows);
  const known = new Set(reported.map(({ row }) => row));
  const wanted = [
    ...reported.filter(({ row }) => sheetOf(part, row) === sheet.name),
    ...sheet.indicators.flatMap(labelledRows).filter(({ row }) => !known.has(row)),
  ];
  return wanted.flatMap(({ row, label }) => {
    const key = keyOf(`${row.indicator.ordinal} - ${row.indicator.name}`, label, row.measure.name);
    return lineDifferences(sheet.name, key, row, byKey.get(key));
  });
}

function labelledRows({ blocks }: IndicatorPart): readonly { readonly label: string; readonly row: ReportRow }[] {
  return blocks.flatMap(({ label, rows }) => rows.map((row) => ({ label, row })));
}

function lineDifferences(sheet: string, key: string, row: ReportRow, line: SheetLine | undefined): readonly string[] {
  if (line === undefined) return [`${sheet}: no row for ${key}.`];
  const unit = unitWords(row.figure.unit);
  const [type, text] = expectedValue(row.figure);
  const found = line.value;
  const same = found?.type === type && (type === "number" ? plainDecimal(found.text) : found.text) === text;
  return [
    ...(same
      ? []
      : [
          `${sheet} G${line.line}: ${found?.type ?? "nothing"} "${found?.text ?? ""}" instead of ${type} "${text}" for ${key}.`,
        ]),
    ...(line.unit === unit ? [] : [`${sheet} F${line.line}: unit "${line.unit}" instead of "${unit}" for ${key}.`]),
  ];
}

function expectedValue({ value, outcome }: Figure): readonly ["number" | "text", string] {
  if (value !== null) return ["number", plainDecimal(value)];
  return ["text", outcome === "not_applicable" ? notApplicable : notDeterminable];
}

/** The rows of the numbers of cases are compared too, and no row stands there that nothing accounts for. */
function countDifferences(lines: readonly SheetLine[], sheet: FigureSheet): readonly string[] {
  const rows = modelRows(sheet);
  const counts = rows.filter(({ measure }) => measure.startsWith(modelWords.cases));
  const shown = lines.filter(({ measure }) => measure.startsWith(modelWords.cases));
  const wanted = counts.map(({ measure, value }) => `${measure}=${typeof value === "string" ? value : value.decimal}`);
  const found = shown.map(({ measure, value }) => `${measure}=${value?.text ?? ""}`);
  return [
    ...(wanted.join("|") === found.join("|") ? [] : [`${sheet.name}: the numbers of cases differ from the report's.`]),
    ...(lines.length === rows.length ? [] : [`${sheet.name}: ${lines.length} rows instead of ${rows.length}.`]),
  ];
}

function noteDifferences(read: ReadWorkbook, sheet: string, model: ReportModel, part: ActPart): readonly string[] {
  const found = read.cells.filter((cell) => cell.sheet === sheet).map(({ text }) => text);
  return noteLines(model, part).flatMap((line) =>
    found.includes(line) ? [] : [`${sheet}: the note "${line}" is missing.`],
  );
}
