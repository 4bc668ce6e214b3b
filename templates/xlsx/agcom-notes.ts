/** The last sheet of an act's workbook: what the reader of the figures must know. The model's own sheet holds none of it. */
import type ExcelJS from "exceljs";
import type { ReportModel } from "../../reports/report-model.ts";
import {
  actWords,
  modelColumns,
  model as modelWords,
  periodName,
  sections,
  sentences,
  verifiedWords,
} from "../italian.ts";
import type { ActPart } from "../report-outline.ts";
import { figureSheets } from "./agcom-sheets.ts";
import { alignment, font, headFont, rowHeight } from "./sheet-style.ts";
import { cellText } from "./workbook-text.ts";

const noteWidth = 110;

export function fillNotes(sheet: ExcelJS.Worksheet, model: ReportModel, part: ActPart): void {
  sheet.getColumn(1).width = noteWidth;
  noteLines(model, part).forEach((line, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = cellText(line);
    cell.font = index === 0 ? headFont() : font();
    cell.alignment = alignment("left");
    sheet.getRow(index + 1).height = rowHeight([line], [noteWidth]);
  });
}

/** One line a cell, in the order of the sheet. */
export function noteLines({ operator, period, snapshot }: ReportModel, part: ActPart): readonly string[] {
  const { act, indicators } = part;
  const hasDetail = figureSheets(part).some(({ name }) => name === modelWords.detail);
  const choices = indicators.flatMap(({ indicator }) => indicator.choices.map(({ words }) => words));
  const lines = [
    `${sections.notes} – ${operator.name}, ${periodName(period)} ${period.year}`,
    `${actWords(act)}: ${act.title}.`,
    verifiedWords[act.verified],
    ...(act.modelKnown ? [] : [sentences.modelUnknown]),
    ...(hasDetail ? [sentences.detailSheet] : []),
    `«${modelColumns[6]}»: ${sentences.workbookLegend}`,
    sentences.rounding,
    ...choices,
    ...(period.half === null ? [sentences.year] : []),
    `${sections.snapshot}: ${snapshot}`,
  ];
  return [...new Set(lines)];
}
