/** The pages a signer reads first: how many targets were reached, which were not, and how that went before. */
import type { Content } from "pdfmake/interfaces.js";
import type { ReportModel } from "../../reports/report-model.ts";
import { columns, sections, standardsWords, summaryWords, warningsCount } from "../italian.ts";
import { type Judged, judgedOf, outcomeCounts } from "../judged.ts";
import { integerWords } from "../number-format.ts";
import { noOwnFigures, notSubjectLead, noWorkbooks } from "../operator-words.ts";
import { type ActPart, outlineOf } from "../report-outline.ts";
import { countHeads } from "../report-words.ts";
import { noTargetsWords, summaryHeads, unassessedWords } from "../summary-words.ts";
import { warningGroups } from "../warning-words.ts";
import { corrections } from "./corrections.ts";
import { judgedTable, shortActWords } from "./judged-table.ts";
import { remarks } from "./remarks.ts";
import { type RowTable, rowTable } from "./row-table.ts";
import { trendSection } from "./trend-section.ts";

export function summary(model: ReportModel): Content {
  const parts = outlineOf(model);
  const judged = judgedOf(parts);
  const title: Content = { text: sections.summary, style: "section", pageBreak: "before", outline: true };
  if (model.operator.notSubject !== undefined && model.rows.length === 0)
    return [title, ...notSubject(model), ...remarks(model)];
  const byAct = countTable(parts);
  const { missed, unassessed, met } = judgedTables(model);
  const heads = summaryHeads(judged);
  return [
    title,
    ...notSubject(model),
    ...countLines(model).map(({ text, isLead }): Content => (isLead ? { text, style: "lead" } : { text })),
    // Of a report on one act the lines above say it all.
    ...(byAct.rows.length > 2 ? [rowTable(byAct)] : []),
    ...corrections(model),
    head(heads.missed),
    missed.rows.length === 0 ? { text: heads.noMissed } : rowTable(missed),
    ...remarks(model),
    ...(unassessed.rows.length === 0 ? [] : [head(heads.unassessed), rowTable(unassessed)]),
    ...(met.rows.length === 0 ? [] : [head(heads.met), rowTable(met)]),
    ...trendSection(model, judged),
  ];
}

/** What an operator says in the place of targets, or before them, where it owes no report. */
function notSubject({ operator, acts, rows }: ReportModel): readonly Content[] {
  if (operator.notSubject === undefined) return [];
  const { reason } = operator.notSubject;
  const owed = acts.some(({ id }) => id !== "operator");
  const consequence = rows.length === 0 ? noOwnFigures : owed ? undefined : noWorkbooks;
  return [
    { text: notSubjectLead, style: "lead" },
    ...[reason, consequence].flatMap((text) => (text === undefined ? [] : [{ text, style: "paragraph" }])),
  ];
}

function head(text: string): Content {
  return { text, style: "indicator", headlineLevel: 2 };
}

export function countLines(model: ReportModel): readonly { readonly text: string; readonly isLead: boolean }[] {
  const judged = judgedOf(outlineOf(model));
  const { targets, standards } = outcomeCounts(judged);
  const warned = warningGroups(model).flatMap(({ lines }) => lines).length;
  const assessable = targets.met + targets.missed;
  const legal = standards.met + standards.missed;
  const unassessed = targets.unassessed + standards.unassessed;
  const noTargets = assessable + targets.unassessed === 0;
  return [
    {
      isLead: true,
      text: noTargets ? noTargetsWords(standards.unassessed + legal > 0) : met(targets.met, assessable, summaryWords),
    },
    ...(legal === 0 ? [] : [{ isLead: true, text: met(standards.met, legal, standardsWords) }]),
    ...(unassessed === 0
      ? []
      : [{ isLead: false, text: unassessedWords(summaryHeads(judged), integerWords(unassessed)) }]),
    ...(warned === 0 ? [] : [{ isLead: false, text: warningsCount(integerWords(warned)) }]),
  ];
}

function met(count: number, of: number, words: typeof summaryWords): string {
  return words(integerWords(count), integerWords(of));
}

/** Each act that has something judged, and all of them; the last columns only where the law sets minimums. */
export function countTable(parts: readonly ActPart[]): RowTable {
  const judged = judgedOf(parts);
  const { standards } = outcomeCounts(judged);
  const columnsShown = standards.met + standards.missed + standards.unassessed > 0 ? 5 : 3;
  const cells = (label: string, of: readonly Judged[]) => {
    const counted = outcomeCounts(of);
    const { targets, standards: legal } = counted;
    const open = targets.unassessed + legal.unassessed;
    const numbers = [targets.met, targets.missed, open, legal.met, legal.missed];
    return [label, ...numbers.slice(0, columnsShown).map((count) => integerWords(count))];
  };
  const acts = parts.flatMap((part) => {
    const own = judgedOf([part]);
    return own.length === 0 ? [] : [cells(shortActWords(part.act), own)];
  });
  const rows = [...acts, cells(countHeads.all, judged)];
  return {
    heads: [columns.act, ...countHeads.numbers.slice(0, columnsShown)],
    widths: [220, ...countHeads.numbers.slice(0, columnsShown).map(() => 80)],
    rows,
    right: (column) => column > 0,
    bold: (_, __, row) => row === rows.length - 1,
  };
}

export function judgedTables(model: ReportModel): Readonly<Record<"missed" | "unassessed" | "met", RowTable>> {
  const judged = judgedOf(outlineOf(model));
  const of = (outcome: string) => judged.filter(({ row }) => row.figure.outcome === outcome);
  const { period } = model;
  return {
    missed: judgedTable(period, of("missed"), "margin"),
    unassessed: judgedTable(period, of("not_assessable"), "reason"),
    met: judgedTable(period, of("met"), "cases-to-turn"),
  };
}
