/** What a report must say besides its figures' own tables, in the order in which it says it. */
import type { ReportModel } from "../../reports/report-model.ts";
import type { Chart } from "../charts/chart.ts";
import { numberedChoices } from "../choices.ts";
import { exclusionSentences } from "../exclusion-words.ts";
import { indicatorTitle, sections, sentences } from "../italian.ts";
import { judgedOf } from "../judged.ts";
import { type IndicatorPart, outlineOf } from "../report-outline.ts";
import { changeSentences, revisionWords, supersedesWords, trendWords } from "../report-words.ts";
import { summaryHeads } from "../summary-words.ts";
import { trendOf } from "../trend.ts";
import { warningGroups } from "../warning-words.ts";
import { actsTable, balanceTable, choicesTable, pointsOf, quarantineLines } from "./annexes.ts";
import { type Attachment, attachmentLines } from "./attachments.ts";
import { indicatorCharts } from "./chart-content.ts";
import { changesTable, landscapeWidths } from "./corrections.ts";
import { figureTable } from "./figure-table.ts";
import { choiceLineOf } from "./indicator-section.ts";
import { remarkTexts } from "./remarks.ts";
import { keepsRowsWhole, type RowTable } from "./row-table.ts";
import { countLines, countTable, judgedTables } from "./summary.ts";
import { trendCharts, trendTable } from "./trend-section.ts";

/** One stretch of text without a break: a paragraph, or the cells of a row that stays on one page. */
export function reportTexts(model: ReportModel, attachments: readonly Attachment[]): readonly string[] {
  const groups = warningGroups(model);
  let warning = 0;
  return [
    ...coverTexts(model),
    ...summaryTexts(model),
    ...outlineOf(model).flatMap(({ indicators }) => indicators.flatMap((part) => indicatorTexts(part, model))),
    ...rowTexts(actsTable(model)),
    ...model.acts.flatMap(({ indicators }) => indicators.map(pointsOf)),
    ...rowTexts(choicesTable(model)),
    ...rowTexts(balanceTable(model)),
    ...quarantineLines(model),
    ...groups.flatMap(({ head, lines }) => [head, ...lines.map((line) => `${++warning}. ${line}`)]),
    `${sections.snapshot}: ${model.snapshot}`,
    ...attachmentLines(attachments),
  ];
}

/** Every picture of the report, in the order of its pages. */
export function reportCharts(model: ReportModel): readonly Chart[] {
  const parts = outlineOf(model);
  const trend = trendOf(model, judgedOf(parts));
  return [
    ...(trend === undefined ? [] : trendCharts(trend).map(({ chart }) => chart)),
    ...parts.flatMap(({ indicators }) =>
      indicators.flatMap((part) => indicatorCharts(part).shown.map(({ chart }) => chart)),
    ),
  ];
}

function coverTexts({ operator, revision, supersedes, snapshot }: ReportModel): readonly string[] {
  return [
    sections.title,
    operator.name,
    ...(revision === undefined ? [] : [revisionWords(revision)]),
    ...(supersedes === undefined ? [] : [supersedesWords(supersedes)]),
    snapshot,
  ];
}

function summaryTexts(model: ReportModel): readonly string[] {
  if (model.operator.notSubject !== undefined && model.rows.length === 0) return remarkTexts(model);
  const parts = outlineOf(model);
  const byAct = countTable(parts);
  const { missed, unassessed, met } = judgedTables(model);
  const changes = changesTable(model, landscapeWidths);
  const judged = judgedOf(parts);
  const trend = trendOf(model, judged);
  return [
    ...countLines(model).map(({ text }) => text),
    ...(byAct.rows.length > 2 ? rowTexts(byAct) : []),
    ...(model.supersedes === undefined ? [] : [supersedesWords(model.supersedes)]),
    ...(model.supersedes !== undefined && changes.rows.length === 0 ? [changeSentences.none] : rowTexts(changes)),
    ...(missed.rows.length === 0 ? [summaryHeads(judged).noMissed] : rowTexts(missed)),
    ...remarkTexts(model),
    ...rowTexts(unassessed),
    ...rowTexts(met),
    ...(judged.length > 0 && trend === undefined ? [trendWords.none] : []),
    ...(judged.length > 0 && trend !== undefined ? [...rowTexts(trendTable(trend)), trendWords.legend] : []),
  ];
}

function indicatorTexts(part: IndicatorPart, model: ReportModel): readonly string[] {
  const { indicator } = part;
  const { notes, rows } = figureTable(part, model.period);
  return [
    indicatorTitle(indicator.ordinal, indicator.name),
    indicator.definition,
    ...(rows.length === 0 ? [sentences.noFigures] : []),
    ...notes.map((note, index) => `(${index + 1}) ${note}`),
    ...indicatorCharts(part).shown.flatMap(({ scope }) => (scope === undefined ? [] : [scope])),
    ...exclusionSentences(part),
    ...choiceLineOf(numberedChoices(model), indicator),
  ];
}

/** A row that may break over pages is no one stretch: of it only short words are certain, and the figures' tables have them. */
function rowTexts(table: RowTable): readonly string[] {
  return keepsRowsWhole(table) ? table.rows.map((cells) => cells.join("")) : [];
}
