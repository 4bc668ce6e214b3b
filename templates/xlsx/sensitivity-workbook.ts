/** What other choices would change, as a workbook that the operator keeps to itself. */
import type ExcelJS from "exceljs";
import type { Sensitivity, SettingEffect } from "../../reports/settings-effect.ts";
import { model as modelWords, sections } from "../italian.ts";
import type { ModelValue } from "./agcom-rows.ts";
import { newWorkbook } from "./new-workbook.ts";
import { sealedZip, unpacked } from "./sealed-zip.ts";
import { sensitivityRow } from "./sensitivity-rows.ts";
import {
  baseWords,
  figureColumns,
  internalNotice,
  introduction,
  movedWords,
  sensitivityWords,
  summaryColumns,
} from "./sensitivity-words.ts";
import { alignment, bandFill, font, headFont, numberFormat, rowHeight, thinBorder } from "./sheet-style.ts";
import { cellNumber, cellText, pageText, sheetName } from "./workbook-text.ts";

/** The rows that hold the heads of the columns; what they head stands below. */
export const summaryHead = 8;
export const figureHead = 9;

const summaryWidths = [8, 26, 62, 62, 12, 12, 12] as const;
const figureWidths = [8, 34, 26, 40, 11, 17, 9, 11, 17, 9, 11, 17, 12] as const;

/** The same model gives the same bytes, on any day and in any zone. */
export async function renderSensitivity(sensitivity: Sensitivity): Promise<Buffer> {
  const { operator, period, effects } = sensitivity;
  const workbook = newWorkbook({ operator, period });
  fillSummary(
    newSheet(workbook, sensitivityWords.summary, sensitivity, { first: summaryHead, last: summaryHead }),
    sensitivity,
  );
  effects.forEach((effect, index) => {
    fillEffect(
      newSheet(workbook, effectSheet(effect, index), sensitivity, { first: figureHead - 1, last: figureHead }),
      effect,
    );
  });
  return sealedZip(new Uint8Array(await workbook.xlsx.writeBuffer(unpacked)), period.lastDay);
}

/** `"07 Ordini annullati"`: the number tells two alternatives of one choice apart. */
export function effectSheet({ title }: SettingEffect, index: number): string {
  return sheetName(`${`${index + 1}`.padStart(2, "0")} ${title}`);
}

function newSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  { operator, period }: Sensitivity,
  heads: { readonly first: number; readonly last: number },
): ExcelJS.Worksheet {
  return workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: heads.last, xSplit: 0 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${heads.first}:${heads.last}`,
    },
    headerFooter: {
      oddHeader: `&C&B${pageText(internalNotice)}`,
      oddFooter: `&L${pageText(`${operator.name} – ${period.id}`)}&R${modelWords.page}`,
    },
  });
}

function fillSummary(sheet: ExcelJS.Worksheet, sensitivity: Sensitivity): void {
  const { operator, snapshot, effects, unconcerned } = sensitivity;
  setWidths(sheet, summaryWidths);
  putLine(sheet, 1, `${sensitivityWords.title} – ${operator.name}`, summaryWidths, true);
  putLine(sheet, 2, internalNotice, summaryWidths, true);
  putLine(sheet, 3, baseWords(sensitivity), summaryWidths);
  putLine(sheet, 4, `${sections.snapshot}: ${snapshot}`, summaryWidths);
  putLine(sheet, 6, introduction, summaryWidths);
  putHeads(sheet, summaryHead, summaryColumns);
  effects.forEach((effect, index) => {
    putRow(sheet, summaryHead + 1 + index, summaryRow(effect, index), summaryWidths, [0, 4, 5, 6], effect.turned > 0);
  });
  if (unconcerned.length === 0) return;
  const words = `${sensitivityWords.unconcerned}: ${unconcerned.join(", ")}.`;
  putLine(sheet, summaryHead + effects.length + 2, words, summaryWidths);
}

export function summaryRow(effect: SettingEffect, index: number): readonly ModelValue[] {
  const { title, chosen, alternative, compared, moved, turned } = effect;
  const counts = [compared, moved.length, turned].map((count) => ({ decimal: `${count}`, decimals: 0 }));
  return [`${index + 1}`.padStart(2, "0"), title, chosen.words, alternative.words, ...counts];
}

/** The lines above the figures of one alternative. */
export function effectLines(effect: SettingEffect): readonly string[] {
  const { title, setting, chosen, alternative, indicators, compared, moved, turned } = effect;
  return [
    `${sensitivityWords.setting}: ${title} (${setting}: ${chosen.value} → ${alternative.value})`,
    internalNotice,
    `${sensitivityWords.chosen}: ${chosen.words}`,
    `${sensitivityWords.reason}: ${chosen.reason}`,
    `${sensitivityWords.alternative}: ${alternative.words}`,
    `${sensitivityWords.concerned}: ${indicators.map(({ name }) => name).join("; ")}.`,
    movedWords(compared, moved.length, turned),
  ];
}

function fillEffect(sheet: ExcelJS.Worksheet, effect: SettingEffect): void {
  setWidths(sheet, figureWidths);
  effectLines(effect).forEach((line, index) => {
    putLine(sheet, index + 1, line, figureWidths, index < 2);
  });
  const groups: readonly (readonly [number, string])[] = [
    [7, sensitivityWords.chosen],
    [10, sensitivityWords.alternative],
  ];
  for (const [column, words] of groups) {
    sheet.mergeCells(figureHead - 1, column, figureHead - 1, column + 2);
    putHead(sheet.getCell(figureHead - 1, column), words);
  }
  putHeads(sheet, figureHead, figureColumns);
  if (effect.moved.length === 0) putLine(sheet, figureHead + 1, sensitivityWords.none, figureWidths);
  effect.moved.forEach((figure, index) => {
    putRow(sheet, figureHead + 1 + index, sensitivityRow(figure), figureWidths, [0, 4, 8, 11], figure.turns);
  });
}

function setWidths(sheet: ExcelJS.Worksheet, widths: readonly number[]): void {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
}

/** A text over the whole width of the sheet. */
function putLine(sheet: ExcelJS.Worksheet, row: number, text: string, widths: readonly number[], bold = false): void {
  sheet.mergeCells(row, 1, row, widths.length);
  const cell = sheet.getCell(row, 1);
  cell.value = cellText(text);
  cell.font = bold ? headFont() : font();
  cell.alignment = alignment("left");
  sheet.getRow(row).height = rowHeight([text], [widths.reduce((sum, width) => sum + width, 0)]);
}

function putHeads(sheet: ExcelJS.Worksheet, row: number, heads: readonly string[]): void {
  heads.forEach((head, index) => {
    putHead(sheet.getCell(row, index + 1), head);
  });
  sheet.getRow(row).height = 28;
}

function putHead(cell: ExcelJS.Cell, text: string): void {
  cell.value = text;
  cell.font = headFont();
  cell.fill = bandFill();
  cell.alignment = alignment("center");
  cell.border = thinBorder();
}

function putRow(
  sheet: ExcelJS.Worksheet,
  line: number,
  row: readonly ModelValue[],
  widths: readonly number[],
  centred: readonly number[],
  marked: boolean,
): void {
  row.forEach((value, index) => {
    const cell = sheet.getCell(line, index + 1);
    cell.font = marked ? headFont() : font();
    cell.border = thinBorder();
    if (typeof value === "string") {
      cell.value = value === "" ? null : cellText(value);
      cell.alignment = alignment(centred.includes(index) ? "center" : "left");
    } else {
      cell.value = cellNumber(value.decimal);
      cell.numFmt = numberFormat(value.decimals);
      cell.alignment = alignment("right");
    }
  });
  const texts = row.map((value) => (typeof value === "string" ? value : value.decimal));
  sheet.getRow(line).height = rowHeight(texts, widths);
}
