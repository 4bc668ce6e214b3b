/** What a revision corrects: each value before and now. */
import type { Content } from "pdfmake/interfaces.js";
import type { ReportModel } from "../../reports/report-model.ts";
import { type Change, changesOf } from "../changes.ts";
import { columns } from "../italian.ts";
import { changeHeads, changeSentences, reportHeads, supersedesWords } from "../report-words.ts";
import { type RowTable, rowTable } from "./row-table.ts";

export function corrections(model: ReportModel): readonly Content[] {
  const { supersedes } = model;
  if (supersedes === undefined) return [];
  return [
    { text: reportHeads.corrected, style: "indicator", headlineLevel: 2 },
    { text: supersedesWords(supersedes), style: "paragraph" },
    changesContent(model, landscapeWidths),
  ];
}

/** A sentence where no value is another. */
export function changesContent(model: ReportModel, widths: readonly number[]): Content {
  const table = changesTable(model, widths);
  return table.rows.length === 0 ? { text: changeSentences.none, style: "paragraph" } : rowTable(table);
}

/** Of a letter. */
export const portraitWidths: readonly number[] = [42, 96, 54, 38, 54, 54, 40, 41];
export const landscapeWidths: readonly number[] = [62, 210, 110, 52, 76, 76, 60, 60];

/** None without rows where nothing is corrected. */
export function changesTable(model: ReportModel, widths: readonly number[]): RowTable {
  const { figure, before, now, outcomeBefore, outcomeNow } = changeHeads;
  return {
    heads: [columns.act, figure, columns.scope, columns.unit, before, now, outcomeBefore, outcomeNow],
    widths,
    rows: changesOf(model).map(changeCells),
    bold: (column) => column === 5,
  };
}

/** In the order of the columns. */
export function changeCells(change: Change): readonly string[] {
  const { act, figure, scope, unit, before, now, outcomeBefore, outcomeNow } = change;
  return [act, figure, scope, unit, before, now, outcomeBefore, outcomeNow];
}
