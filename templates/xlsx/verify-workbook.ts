/**
 * Compares a workbook's bytes with the model it was made from. The figures are looked up one by one by their own words,
 * not by the rows that the renderer laid out, so that a row lost in layout is found as well as one lost in the file.
 */
import type { Figure, ReportModel, ReportRow } from "../../reports/report-model.ts";
import { model as modelWords, notApplicable, notDeterminable, unitWords } from "../italian.ts";
import { type ActPart, rowsOf } from "../report-outline.ts";
import { noteLines } from "./agcom-notes.ts";
import { actPartOf, isOwnScope, modelRows } from "./agcom-rows.ts";
import { sheetNames } from "./agcom-workbook.ts";
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
  const names = sheetNames(part);
  const regional = rowsOf([part]).some(({ figure }) => isOwnScope(figure.scope) && figure.scope.region !== undefined);
  const expected = [names.whole, ...(regional ? [names.regions] : []), names.notes];
  if (expected.join("|") !== read.sheets.join("|"))
    return [`The sheets are ${read.sheets.join(", ") || "none"}; expected ${expected.join(", ")}.`];
  return [
    ...headingDifferences(read, names.whole, model, part),
    ...figureDifferences(read, names.whole, part, "whole"),
    ...(regional ? headingDifferences(read, names.regions, model, part) : []),
    ...(regional ? figureDifferences(read, names.regions, part, "regions") : []),
    ...noteDifferences(read, names.notes, model, part),
  ];
}

function headingDifferences(
  read: ReadWorkbook,
  sheet: string,
  { operator, period }: ReportModel,
  { act }: ActPart,
): readonly string[] {
  const box = ["E", "F", "G"][(period.half ?? 3) - 1];
  const expected = [
    ["A1", act.modelHeading],
    ["C3", operator.name],
    ["C4", period.year.toString()],
    [`${box}6`, modelWords.mark],
  ] as const;
  return expected.flatMap(([ref, text]) => {
    const found = read.cells.find((cell) => cell.sheet === sheet && cell.ref === ref)?.text;
    return found === text ? [] : [`${sheet} ${ref}: "${found ?? ""}" instead of "${text}".`];
  });
}

function figureDifferences(
  read: ReadWorkbook,
  sheet: string,
  part: ActPart,
  kind: "whole" | "regions",
): readonly string[] {
  const lines = sheetLines(read.cells.filter((cell) => cell.sheet === sheet));
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const differences: string[] = [];
  for (const { indicator, blocks } of part.indicators) {
    for (const { label, rows } of blocks) {
      for (const row of rows) {
        const { scope } = row.figure;
        if (!isOwnScope(scope) || (scope.region !== undefined) !== (kind === "regions")) continue;
        const key = keyOf(`${indicator.ordinal} - ${indicator.name}`, label, row.measure.name);
        differences.push(...lineDifferences(sheet, key, row, byKey.get(key)));
      }
    }
  }
  return [...differences, ...countDifferences(sheet, lines, part, kind)];
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
function countDifferences(
  sheet: string,
  lines: readonly SheetLine[],
  part: ActPart,
  kind: "whole" | "regions",
): readonly string[] {
  const counts = modelRows(part, kind).filter(({ measure }) => measure.startsWith(modelWords.cases));
  const shown = lines.filter(({ measure }) => measure.startsWith(modelWords.cases));
  const wanted = counts.map(({ measure, value }) => `${measure}=${typeof value === "string" ? value : value.decimal}`);
  const found = shown.map(({ measure, value }) => `${measure}=${value?.text ?? ""}`);
  const own = modelRows(part, kind).length;
  return [
    ...(wanted.join("|") === found.join("|") ? [] : [`${sheet}: the numbers of cases differ from the report's.`]),
    ...(lines.length === own ? [] : [`${sheet}: ${lines.length} rows instead of ${own}.`]),
  ];
}

function noteDifferences(read: ReadWorkbook, sheet: string, model: ReportModel, part: ActPart): readonly string[] {
  const found = read.cells.filter((cell) => cell.sheet === sheet).map(({ text }) => text);
  return noteLines(model, part).flatMap((line) =>
    found.includes(line) ? [] : [`${sheet}: the note "${line}" is missing.`],
  );
}
