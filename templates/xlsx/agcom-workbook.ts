/** The workbook that is sent to the Authority: its electronic model, filled in for one act. */
import type ExcelJS from "exceljs";
import type { ReportModel } from "../../reports/report-model.ts";
import { modelColumns, model as modelWords } from "../italian.ts";
import { fillNotes } from "./agcom-notes.ts";
import { actPartOf, type ModelRow, type ModelValue, modelRows } from "./agcom-rows.ts";
import { type FigureSheet, figureSheets } from "./agcom-sheets.ts";
import { newWorkbook } from "./new-workbook.ts";
import { sealedZip, unpacked } from "./sealed-zip.ts";
import { alignment, bandFill, font, headFont, newSheet, numberFormat, rowHeight, thinBorder } from "./sheet-style.ts";
import { cellNumber, cellText } from "./workbook-text.ts";

/** The row that holds the heads of the columns; figures stand below it. */
export const headRow = 8;

/** The same model gives the same bytes, on any day and in any zone. */
export async function renderAgcomWorkbook(model: ReportModel, actId: string): Promise<Buffer> {
  const part = actPartOf(model, actId);
  const workbook = newWorkbook(model);
  for (const sheet of figureSheets(part)) fillSheet(newSheet(workbook, sheet.name, model, headRow), model, sheet);
  fillNotes(newSheet(workbook, modelWords.notes, model), model, part);
  return sealedZip(new Uint8Array(await workbook.xlsx.writeBuffer(unpacked)), model.period.lastDay);
}

const widths = [6, 36, 38, 26, 60, 15, 14] as const;

function fillSheet(sheet: ExcelJS.Worksheet, model: ReportModel, figures: FigureSheet): void {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  fillHeading(sheet, model, figures.heading);
  modelColumns.forEach((title, index) => {
    const cell = sheet.getCell(headRow, index + 1);
    cell.value = title === "" ? null : title;
    cell.font = headFont();
    cell.fill = bandFill();
    cell.alignment = alignment("center");
    cell.border = thinBorder();
  });
  modelRows(figures).forEach((row, index) => {
    fillRow(sheet, headRow + 1 + index, row);
  });
}

/** The boxes of the period stand over the last three columns, with an X under the one that applies. */
function fillHeading(sheet: ExcelJS.Worksheet, { operator, period }: ReportModel, heading: string): void {
  const put = (row: number, column: number, value: string | number, bold = false) => {
    const cell = sheet.getCell(row, column);
    cell.value = typeof value === "string" ? cellText(value) : value;
    cell.font = bold ? headFont() : font();
    return cell;
  };
  sheet.mergeCells(1, 1, 1, modelColumns.length);
  put(1, 1, heading, true).alignment = alignment("center");
  sheet.getRow(1).height = 30;
  put(3, 2, modelWords.operator, true);
  put(3, 3, operator.name);
  put(4, 2, modelWords.year, true);
  put(4, 3, period.year).alignment = alignment("left");
  put(5, 2, modelWords.period, true);
  modelWords.boxes.forEach((box, index) => {
    put(5, 5 + index, box, true).alignment = alignment("center");
    const applies = index === (period.half ?? 3) - 1;
    put(6, 5 + index, applies ? modelWords.mark : "", true).alignment = alignment("center");
    for (const row of [5, 6]) sheet.getCell(row, 5 + index).border = thinBorder();
  });
}

function fillRow(sheet: ExcelJS.Worksheet, line: number, row: ModelRow): void {
  const texts = [row.periodicity, row.indicator, row.scope, row.appliesTo, row.measure, row.unit];
  texts.forEach((text, index) => {
    const cell = sheet.getCell(line, index + 1);
    cell.value = text === "" ? null : cellText(text);
    cell.font = font();
    cell.alignment = alignment(index === 0 || index === 5 ? "center" : "left");
    cell.border = thinBorder();
  });
  sheet.getRow(line).height = rowHeight(texts, widths);
  fillValue(sheet.getCell(line, texts.length + 1), row.value);
}

function fillValue(cell: ExcelJS.Cell, value: ModelValue): void {
  cell.font = font();
  cell.border = thinBorder();
  cell.alignment = alignment("right");
  if (typeof value === "string") {
    cell.value = cellText(value);
    return;
  }
  cell.value = cellNumber(value.decimal);
  cell.numFmt = numberFormat(value.decimals);
}
