/** How many targets were reached, which were not, what the operator says of it, and how that went before. */
import { isOwnAct } from "../../reports/acts/operator.ts";
import type { RemarkBlock, RemarkRun, ReportModel } from "../../reports/report-model.ts";
import { trendChart } from "../charts/trend.ts";
import { measureWords } from "../figure-words.ts";
import { sections, unitWords } from "../italian.ts";
import { type Judged, judgedOf } from "../judged.ts";
import { noOwnFigures, notSubjectLead, noWorkbooks } from "../operator-words.ts";
import { changesTable } from "../pdf/corrections.ts";
import { judgedTable, type LastColumn } from "../pdf/judged-table.ts";
import { countLines } from "../pdf/summary.ts";
import { trendTable } from "../pdf/trend-section.ts";
import { outlineOf } from "../report-outline.ts";
import { changeSentences, reportHeads, supersedesWords, trendWords } from "../report-words.ts";
import { type SummaryHeads, summaryHeads } from "../summary-words.ts";
import { type Trend, trendOf } from "../trend.ts";
import { type Block, heading, type Picture, paragraph, type Table } from "./block.ts";
import { pageTable } from "./page-table.ts";
import { trendTitle } from "./page-words.ts";

export const summaryId = "sintesi";

export function summaryBlocks(model: ReportModel): readonly Block[] {
  const title = heading(2, sections.summary, summaryId);
  if (model.operator.notSubject !== undefined && model.rows.length === 0)
    return [title, ...notSubject(model), ...remarks(model)];
  const judged = judgedOf(outlineOf(model));
  const of = (outcome: string) => judged.filter(({ row }) => row.figure.outcome === outcome);
  const [missed, met, unassessed] = [of("missed"), of("met"), of("not_assessable")];
  const { period } = model;
  const heads = summaryHeads(judged);
  const table = (of: readonly Judged[], last: LastColumn) => outcomeTable(period, of, last, heads);
  return [
    title,
    ...notSubject(model),
    ...countLines(model).map(({ text, isLead }) => (isLead ? paragraph(text, "lead") : paragraph(text))),
    ...corrections(model),
    heading(3, heads.missed),
    missed.length === 0 ? paragraph(heads.noMissed) : table(missed, "margin"),
    ...(unassessed.length === 0 ? [] : [heading(3, heads.unassessed), table(unassessed, "reason")]),
    ...(met.length === 0 ? [] : [heading(3, heads.met), table(met, "cases-to-turn")]),
    ...remarks(model),
    ...trend(model, judged),
  ];
}

/** What an operator that owes no report says in the place of targets, or before them. */
function notSubject({ operator, acts, rows }: ReportModel): readonly Block[] {
  if (operator.notSubject === undefined) return [];
  const owed = acts.some((act) => !isOwnAct(act));
  const consequence = rows.length === 0 ? noOwnFigures : owed ? undefined : noWorkbooks;
  return [
    paragraph(notSubjectLead, "lead"),
    paragraph(operator.notSubject.reason),
    ...(consequence === undefined ? [] : [paragraph(consequence)]),
  ];
}

/** Act, unit and target are of the figure that indicator, measure and scope name. */
const naming = { 1: "name", 2: "name", 3: "name" } as const;

function outcomeTable(
  period: ReportModel["period"],
  judged: readonly Judged[],
  last: LastColumn,
  { missed, unassessed, met }: SummaryHeads,
): Table {
  const captions = { margin: missed, reason: unassessed, "cases-to-turn": met } as const;
  const tones = { margin: "missed", reason: undefined, "cases-to-turn": "met" } as const;
  const kinds = { ...naming, 6: "value", 7: "outcome" } as const;
  return pageTable(`${summaryId}-${last}`, captions[last], judgedTable(period, judged, last), kinds, tones[last]);
}

function corrections(model: ReportModel): readonly Block[] {
  if (model.supersedes === undefined) return [];
  const changes = changesTable(model, []);
  const kinds = { 1: "name", 2: "name", 4: "number", 5: "value" } as const;
  const table = pageTable(`${summaryId}-rettifiche`, reportHeads.corrected, changes, kinds);
  return [
    heading(3, reportHeads.corrected),
    paragraph(supersedesWords(model.supersedes)),
    changes.rows.length === 0 ? paragraph(changeSentences.none) : table,
  ];
}

function remarks({ remarks: written = [] }: ReportModel): readonly Block[] {
  return written.length === 0 ? [] : [heading(3, reportHeads.remarks), ...written.map(remarkBlock)];
}

function remarkBlock(block: RemarkBlock): Block {
  switch (block.kind) {
    case "heading":
      return heading(4, block.text);
    case "paragraph":
      return paragraph(runsOf(block.runs));
    case "list": {
      const items = block.items.map((runs) => ({ text: runsOf(runs) }));
      return { kind: "list", items, ...(block.isOrdered && { start: 1 }) };
    }
    default:
      return block satisfies never;
  }
}

const runsOf = (runs: readonly RemarkRun[]) => runs.map(({ text, isBold }) => (isBold ? { bold: text } : text));

/** No more pictures than a reader looks at: the table has them all. */
const mostPictures = 6;

function trend(model: ReportModel, judged: readonly Judged[]): readonly Block[] {
  const found = trendOf(model, judged);
  if (judged.length === 0 || found === undefined) return [];
  const table = pageTable(`${summaryId}-andamento`, reportHeads.trend, trendTable(found), naming);
  return [heading(3, reportHeads.trend), table, paragraph(trendWords.legend, "small"), ...trendPictures(found)];
}

/** Of what was missed. */
function trendPictures({ rows }: Trend): readonly Picture[] {
  const missed = rows.filter(({ judged: { row } }) => row.figure.outcome === "missed");
  return missed.slice(0, mostPictures).flatMap(({ judged: { row, scope }, points }) => {
    const name = `${row.indicator.name}: ${measureWords(row)} (${scope})`;
    const chart = trendChart(name, unitWords(row.figure.unit), points);
    const title = trendTitle(`${row.indicator.name}: ${measureWords(row)}`, scope);
    return chart === undefined ? [] : [{ kind: "picture", title, chart }];
  });
}
