/** The audit workbook: every published figure as live formulas over the distribution of its cases. */
import type ExcelJS from "exceljs";
import type { ReportModel } from "../../reports/report-model.ts";
import { model as modelWords, periodName } from "../italian.ts";
import type { AuditCell, AuditSheet, AuditValue, Look } from "./audit-cell.ts";
import { type AuditPlan, definedNames, planOf } from "./audit-curves.ts";
import { dataSheet, ownCurves, putSampleLine, withDistributions } from "./audit-data.ts";
import { indexSheet } from "./audit-index.ts";
import { indicatorSheet } from "./audit-sheet.ts";
import { newWorkbook } from "./new-workbook.ts";
import { sealedZip, unpacked } from "./sealed-zip.ts";
import { alignment, bandFill, font, headFont, rowHeight, thinBorder } from "./sheet-style.ts";
import { cellNumber, cellText, pageText } from "./workbook-text.ts";

/** The sheets in their order, but for the lines of the distributions. */
export function auditSheets(model: ReportModel, plan: AuditPlan): readonly AuditSheet[] {
  const sheets = plan.indicators.map((indicator) => ({ indicator, sheet: indicatorSheet(model, indicator, plan) }));
  const all = sheets.flatMap(({ indicator, sheet }): readonly AuditSheet[] =>
    ownCurves(indicator).length === 0 ? [sheet] : [sheet, dataSheet(indicator)],
  );
  return [indexSheet(model, sheets), ...all];
}

/** The same model gives the same bytes, on any day and in any zone. Throws `audit-differs` where a figure does not follow. */
export async function renderAuditWorkbook(model: ReportModel): Promise<Buffer> {
  const plan = planOf(model);
  const sheets = auditSheets(model, plan);
  const workbook = newWorkbook(model);
  const withData = new Map(plan.indicators.map((indicator) => [indicator.dataSheet, ownCurves(indicator)]));
  for (const sheet of sheets) {
    const made = newSheet(workbook, sheet, model);
    for (const { line, cells } of sheet.rows) fillRow(made, line, cells, sheet.widths);
    if (withData.has(sheet.name)) putSampleLine(made);
  }
  const changes = new Map([["xl/workbook.xml", (xml: string) => withNames(xml, definedNames(plan))]]);
  for (const [i, { name }] of sheets.entries()) {
    const curves = withData.get(name);
    if (curves !== undefined) changes.set(`xl/worksheets/sheet${i + 1}.xml`, (xml) => withDistributions(xml, curves));
  }
  return sealedZip(new Uint8Array(await workbook.xlsx.writeBuffer(unpacked)), model.period.lastDay, changes);
}

/** Printed titles are names too, so the list is there already; the library would take a range apart cell by cell. */
function withNames(xml: string, names: ReadonlyMap<string, string>): string {
  const elements = [...names].map(([name, cells]) => `<definedName name="${name}">${cells}</definedName>`);
  return xml.replace("</definedNames>", () => `${elements.join("")}</definedNames>`);
}

function newSheet(workbook: ExcelJS.Workbook, sheet: AuditSheet, { operator, period }: ReportModel): ExcelJS.Worksheet {
  const [first, last] = sheet.titles;
  const made = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", ySplit: sheet.frozen, xSplit: 0 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      ...(sheet.fits && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${first}:${last}`,
      ...(sheet.printed && { printArea: fixed(sheet.printed) }),
    },
    headerFooter: {
      oddFooter: `&L${pageText(`${operator.name} – ${periodName(period)} ${period.year} – `)}&A&R${modelWords.page}`,
    },
  });
  sheet.widths.forEach((width, i) => {
    made.getColumn(i + 1).width = width;
  });
  return made;
}

/** The library fixes the columns and leaves the lines relative, which spreadsheets do not take for an area. */
function fixed({ from, to }: NonNullable<AuditSheet["printed"]>): string {
  return [from, to].map((ref) => ref.replace(/(?=\d)/, "$")).join(":");
}

function fillRow(sheet: ExcelJS.Worksheet, line: number, cells: readonly AuditCell[], widths: readonly number[]): void {
  const texts: string[] = [];
  const room: number[] = [];
  for (const { column, value, look, span = 1 } of cells) {
    if (span > 1) sheet.mergeCells(line, column, line, column + span - 1);
    sheet.getCell(line, column).value = cellValue(value);
    const style = styleOf(look, typeof value !== "string" && "format" in value ? value.format : undefined);
    for (let i = 0; i < span; i += 1) sheet.getCell(line, column + i).style = style;
    texts.push(typeof value === "string" ? value : "");
    room.push(widths.slice(column - 1, column - 1 + span).reduce((sum, width) => sum + width, 0));
  }
  sheet.getRow(line).height = rowHeight(texts, room);
}

function cellValue(value: AuditValue): ExcelJS.CellValue {
  if (typeof value === "string") return value === "" ? null : cellText(value);
  if ("decimal" in value) return cellNumber(value.decimal);
  if ("formula" in value) return { formula: value.formula, result: value.cached };
  return { text: cellText(value.text), hyperlink: `#'${value.to.sheet}'!${value.to.ref}` };
}

const styles = new Map<string, Partial<ExcelJS.Style>>();

/** One object for all cells that look the same: the library writes each style object out once. */
function styleOf(look: Look, format: string | undefined): Partial<ExcelJS.Style> {
  const key = `${look} ${format ?? ""}`;
  const style = styles.get(key) ?? newStyle(look, format);
  styles.set(key, style);
  return style;
}

function newStyle(look: Look, format: string | undefined): Partial<ExcelJS.Style> {
  const isBold = look === "title" || look === "head" || look === "band" || look === "published";
  return {
    ...(format !== undefined && { numFmt: format }),
    font: isBold ? { ...headFont(), ...(look === "title" && { size: 12 }) } : font(),
    alignment: alignment(look === "head" || look === "centre" ? "center" : isRight(look) ? "right" : "left"),
    ...((look === "head" || look === "band") && { fill: bandFill() }),
    ...(look !== "title" && look !== "line" && { border: thinBorder() }),
  };
}

const isRight = (look: Look): boolean => look === "number" || look === "published";
