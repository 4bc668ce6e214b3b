/**
 * How the sheets look. Each function returns a fresh object, because a spreadsheet library shares a style object among
 * all the cells it was given to.
 */
import type ExcelJS from "exceljs";
import type { ReportModel } from "../../reports/report-model.ts";
import { model as modelWords, periodName } from "../italian.ts";
import { pageText } from "./workbook-text.ts";

export function font(): Partial<ExcelJS.Font> {
  return { name: "Arial", family: 2, size: 9 };
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
  return { horizontal, vertical: "middle", wrapText: true };
}

/** Shown with the separators of the reader's own language: `1.234,50` in an Italian spreadsheet. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/**
 * The height in points of a row whose texts wrap in columns of those widths. It is written down because not every
 * spreadsheet fits the heights by itself; a letter is taken wide enough for fonts that stand in for the one named.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => wrappedLines(text, widths[index] ?? 1));
  return 4 + 11.5 * Math.max(1, ...lines);
}

function wrappedLines(text: string, columnWidth: number): number {
  const width = Math.floor((columnWidth * 6) / 5);
  let [lines, used] = [1, 0];
  for (const { length } of text.split(" ")) {
    const joined = used === 0 ? length : used + 1 + length;
    if (joined <= width) used = joined;
    else {
      const own = Math.ceil(length / width);
      lines += used === 0 ? own - 1 : own;
      used = length - (own - 1) * width;
    }
  }
  return lines;
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
