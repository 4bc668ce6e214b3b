/**
 * How the sheets look. Each function returns a fresh object, because a spreadsheet library shares a style object among
 * all the cells it was given to.
 */
import type ExcelJS from "exceljs";
import type { ReportModel } from "../../reports/report-model.ts";
import { model as modelWords, periodName } from "../italian.ts";
import { pageText } from "./workbook-text.ts";

export function font(): Partial<ExcelJS.Font> {
  return { name: "Calibri", family: 2, size: 10 };
}

export function headFont(): Partial<ExcelJS.Font> {
  return { ...font(), bold: true };
}

export function bandFill(): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb: "FFE6ECF2" } };
}

export function thinBorder(): Partial<ExcelJS.Borders> {
  const side = () => ({ style: "thin" as const, color: { argb: "FF8A97A6" } });
  return { top: side(), bottom: side(), left: side(), right: side() };
}

export function alignment(horizontal: "left" | "center" | "right"): Partial<ExcelJS.Alignment> {
  return { horizontal, vertical: horizontal === "center" ? "middle" : "top", wrapText: true };
}

/** Shown with the separators of the reader's own language: `1.234,50` in an Italian spreadsheet. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** A landscape A4 sheet; with `headRow`, the rows above the figures stay in view and the heads are printed on every page. */
export function newSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  { operator, period }: ReportModel,
  headRow?: number,
): ExcelJS.Worksheet {
  const frozen = { state: "frozen" as const, ySplit: headRow ?? 0, xSplit: 0 };
  return workbook.addWorksheet(name, {
    views: headRow === undefined ? [] : [frozen],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(headRow === undefined ? {} : { printTitlesRow: `${headRow}:${headRow}` }),
    },
    headerFooter: {
      oddFooter: `&L${pageText(`${operator.name} – ${periodName(period)} ${period.year}`)}&R${modelWords.page}`,
    },
  });
}
