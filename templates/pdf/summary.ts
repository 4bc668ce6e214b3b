/** The page a signer reads first: how many targets were reached, and which were not. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import {
  isLegalStandard,
  marginCell,
  measureWords,
  notesOf,
  outcomeWords,
  targetCell,
  valueWords,
} from "../figure-words.ts";
import {
  casesToTurn,
  columns,
  notFixed,
  outcomes,
  periodName,
  sections,
  sentences,
  standardsWords,
  summaryWords,
  toConfirm,
  unassessedWords,
  unitWords,
  warningsCount,
} from "../italian.ts";
import { integerWords } from "../number-format.ts";
import { outlineOf } from "../report-outline.ts";
import { warningGroups } from "../warning-words.ts";
import { hasCharterTarget } from "./figure-table.ts";
import { tableLines } from "./page-style.ts";

interface Judged {
  readonly row: ReportRow;
  readonly scope: string;
}

export function summary(model: ReportModel): Content {
  const judged = outlineOf(model)
    .flatMap(({ indicators }) => indicators.flatMap(({ blocks }) => blocks))
    .flatMap(({ label, rows }) => rows.map((row) => ({ row, scope: label })))
    .filter(({ row }) => row.figure.target !== undefined);
  const of = (outcome: string) => judged.filter(({ row }) => row.figure.outcome === outcome);
  const [missed, met, unassessed] = [of("missed"), of("met"), of("not_assessable")];
  return [
    { text: sections.summary, style: "section", pageBreak: "before", outline: true },
    ...counts(model, missed, met, unassessed),
    head(sections.missed),
    missed.length === 0 ? { text: sentences.noMissed } : judgedTable(model, missed, "margin"),
    ...(unassessed.length === 0 ? [] : [head(sections.unassessed), judgedTable(model, unassessed, "reason")]),
    ...(met.length === 0 ? [] : [head(sections.met), judgedTable(model, met, "cases-to-turn")]),
  ];
}

function head(text: string): Content {
  return { text, style: "indicator", headlineLevel: 2 };
}

function counts(
  model: ReportModel,
  missed: readonly Judged[],
  met: readonly Judged[],
  unassessed: readonly Judged[],
): readonly Content[] {
  const charter = (list: readonly Judged[]) => list.filter(({ row }) => hasCharterTarget(row)).length;
  const legal = (list: readonly Judged[]) => list.filter(({ row }) => isLegalStandard(row)).length;
  const assessable = charter(met) + charter(missed);
  const standards = legal(met) + legal(missed);
  const line = (text: string): Content => ({ text, style: "lead" });
  const warned = warningGroups(model).flatMap(({ lines }) => lines).length;
  const noTargets = assessable + charter(unassessed) === 0;
  return [
    line(noTargets ? sentences.noTargets : summaryWords(integerWords(charter(met)), integerWords(assessable))),
    ...(standards === 0 ? [] : [line(standardsWords(integerWords(legal(met)), integerWords(standards)))]),
    ...(unassessed.length === 0 ? [] : [{ text: unassessedWords(integerWords(unassessed.length)) }]),
    ...(warned === 0 ? [] : [{ text: warningsCount(integerWords(warned)) }]),
  ];
}

type LastColumn = "margin" | "reason" | "cases-to-turn";

function judgedTable({ period }: ReportModel, judged: readonly Judged[], last: LastColumn): Content {
  const { act, indicator, measure, scope, unit, target, margin, outcome } = columns;
  const tail = { margin: [margin], reason: [sections.reason], "cases-to-turn": [margin, casesToTurn] }[last];
  const head = [act, indicator, measure, scope, unit, target, periodName(period), outcome, ...tail];
  const body: TableCell[][] = [
    head.map((text, column) => ({ text, style: "head", alignment: aligned(column, last) })),
    ...judged.map((one) =>
      [...commonCells(one), ...tailCells(one.row, last)].map((text, column) => ({
        text,
        style: "summaryCell",
        alignment: aligned(column, last),
        bold: column === 6 || (column === 7 && one.row.figure.outcome === "missed"),
      })),
    ),
  ];
  const widths = { margin: [62, 106, 148, 98, 48, 72, 46, 76, 42], reason: [62, 100, 118, 80, 48, 66, 46, 66, 112] };
  const turning = [62, 100, 130, 80, 48, 66, 40, 62, 40, 62];
  return {
    table: { headerRows: 1, widths: last === "cases-to-turn" ? turning : widths[last], body },
    layout: tableLines(),
    margin: [0, 2, 0, 4],
  };
}

function commonCells({ row, scope }: Judged): readonly string[] {
  const { act, indicator, figure } = row;
  return [
    act.verified === "no" ? `${act.number} ${toConfirm}` : act.number,
    `${indicator.ordinal} – ${indicator.name}`,
    measureWords(row),
    scope,
    unitWords(figure.unit),
    targetCell(row, true),
    valueWords(figure),
    outcomeWords(row),
  ];
}

function tailCells(row: ReportRow, last: LastColumn): readonly string[] {
  const { cases_to_turn: turning } = row.figure;
  switch (last) {
    case "margin":
      return [marginCell(row.figure)];
    case "reason":
      return [notesOf(row)[0] ?? outcomes.notAssessable];
    case "cases-to-turn":
      return [marginCell(row.figure), turning === undefined ? notFixed : integerWords(turning)];
    default:
      return last satisfies never;
  }
}

function aligned(column: number, last: LastColumn): "left" | "right" {
  return column === 6 || (column >= 8 && last !== "reason") ? "right" : "left";
}
