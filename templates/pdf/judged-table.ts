/** The figures that were held against something, as the summary lists them. */
import type { Act } from "../../reports/act.ts";
import { isOwnAct } from "../../reports/acts/operator.ts";
import type { ReportPeriod, ReportRow } from "../../reports/report-model.ts";
import { marginCell, measureWords, notesOf, outcomeWords, targetCell, valueWords } from "../figure-words.ts";
import {
  actWords,
  casesToTurn,
  columns,
  notFixed,
  outcomes,
  periodName,
  sections,
  toConfirm,
  unitWords,
} from "../italian.ts";
import type { Judged } from "../judged.ts";
import { integerWords } from "../number-format.ts";
import type { RowTable } from "./row-table.ts";

/** What stands at the end of a row. */
export type LastColumn = "margin" | "reason" | "cases-to-turn";

export function judgedTable(period: ReportPeriod, judged: readonly Judged[], last: LastColumn): RowTable {
  const { act, indicator, measure, scope, unit, target, margin, outcome } = columns;
  const tail = { margin: [margin], reason: [sections.reason], "cases-to-turn": [margin, casesToTurn] }[last];
  return {
    heads: [act, indicator, measure, scope, unit, target, periodName(period), outcome, ...tail],
    widths: widths[last],
    rows: judged.map((one) => judgedCells(one, last)),
    right: (column) => column === 6 || (column >= 8 && last !== "reason"),
    bold: (column) => column === 6 || (column === 7 && last === "margin"),
  };
}

/** With their padding the columns fill a landscape A4 page between its margins. */
const widths: Readonly<Record<LastColumn, readonly number[]>> = {
  margin: [62, 106, 148, 98, 48, 72, 46, 76, 42],
  reason: [62, 100, 118, 80, 48, 66, 46, 66, 112],
  "cases-to-turn": [62, 100, 130, 80, 48, 66, 40, 62, 40, 62],
};

/** Which figure it is: act, indicator, measure, scope and unit. */
export function namingCells(row: ReportRow, scope: string): readonly string[] {
  const { act, indicator, figure } = row;
  return [
    shortActWords(act),
    `${indicator.ordinal} – ${indicator.name}`,
    measureWords(row),
    scope,
    unitWords(figure.unit),
  ];
}

/** In the order of the columns. */
export function judgedCells({ row, scope }: Judged, last: LastColumn): readonly string[] {
  return [
    ...namingCells(row, scope),
    targetCell(row, true),
    valueWords(row.figure),
    outcomeWords(row),
    ...tailCells(row, last),
  ];
}

/** `"131/06/CSP"`; the operator's own commitments by the document that they stand in. */
export function shortActWords(act: Act): string {
  if (isOwnAct(act)) return actWords(act);
  return act.verified === "no" ? `${act.number} ${toConfirm}` : act.number;
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
