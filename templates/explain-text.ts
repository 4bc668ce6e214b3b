/** An explanation as lines for a person. */

import type { LegalMinimum } from "../reports/act.ts";
import type { QuantityUnit } from "../reports/explain.ts";
import type { CaseRow, Explanation, WitnessRow } from "../reports/explanation.ts";
import type { Figure, ReportRow } from "../reports/report-model.ts";
import { publicationWords } from "./act-words.ts";
import { conservationSentences } from "./conservation-words.ts";
import { monthLines } from "./explain-months.ts";
import {
  caseWords,
  heads,
  lateHeading,
  noExclusions,
  noLate,
  noTarget,
  placeWords,
  populationWords,
  quantityWords,
  roundingWords,
  states,
  turnWords,
} from "./explain-words.ts";
import {
  casesCell,
  isLegalStandard,
  marginCell,
  measureWords,
  notesOf,
  outcomeWords,
  targetCell,
  valueWords,
} from "./figure-words.ts";
import { formulaWords } from "./formula-words.ts";
import { headed } from "./headed-text.ts";
import {
  actWords,
  charterQuote,
  comparatorWords,
  outcomes,
  periodIdWords,
  stopped,
  tableWords,
  unitWords,
  verificationWords,
} from "./italian.ts";
import { decimalWords, integerWords } from "./number-format.ts";
import { scopeWords } from "./scope-words.ts";

/** Heads stand in one column; what belongs to one head and takes several lines is indented below it. */
export function explanationText(explanation: Explanation, row: ReportRow): string {
  const { act, indicator, figure, operator, period, report } = explanation;
  const unit = unitWords(figure.unit);
  const lines: readonly (readonly [string, string | readonly string[] | undefined])[] = [
    [
      heads.report,
      [`${operator}, ${periodIdWords(period)}, r${report.revision} (${states[report.state]})`, report.folder],
    ],
    [heads.scope, scopeWords(figure.scope)],
    [heads.value, `${valueWords(figure)} ${figure.value === null ? "" : unit}`.trim()],
    [heads.exact, figure.exact === null ? undefined : `${figure.exact} ${unit}`],
    [heads.rounding, roundingWords(explanation.rounding.decimals)],
    [heads.cases, casesCell(figure)],
    [heads.formula, explanation.formula && formulaWords(explanation.formula, explanation)],
    [heads.witness, explanation.witness?.map((one) => witnessLine(one, explanation.quantity_unit))],
    [heads.target, figure.target === undefined || isLegalStandard(row) ? undefined : targetLine(row)],
    [
      heads.charter,
      explanation.target && charterQuote(explanation.target.section, explanation.target.year, explanation.target.words),
    ],
    [heads.minimum, explanation.minimum && minimumWords(explanation.minimum, figure)],
    [heads.outcome, figure.outcome === "no_target" ? noTarget : outcomeWords(row)],
    [heads.margin, figure.margin === undefined ? undefined : `${marginCell(figure)} ${unit} (${figure.margin})`],
    [heads.turn, figure.cases_to_turn === undefined ? undefined : turnWords(integerWords(figure.cases_to_turn))],
    [heads.months, explanation.by_month && monthLines(explanation, explanation.by_month)],
    [heads.excluded, exclusionLines(explanation)],
    [heads.choices, explanation.choices.map(({ words, reason }) => `${words} ${reason}`)],
    [heads.conservation, conservationSentences(explanation.conservation)],
    [heads.notes, notesOf(row)],
    [heads.definition, indicator.definition],
    [heads.population, populationWords[indicator.population]],
    [heads.tables, indicator.tables.map((table) => `${tableWords(table)} (${table})`).join(", ")],
    [heads.law, [act.authority, actWords(row.act), act.title].map(stopped).join(" ")],
    [heads.source, [...(act.publication === undefined ? [] : [publicationWords(act.publication)]), act.text.address]],
    [heads.verified, verificationWords(act)],
  ];
  const title = `${indicator.name}\n${measureWords(row)}\n${explanation.name}`;
  return `${title}\n\n${lines.map(([head, text]) => headed(head, text)).join("")}`;
}

function targetLine(row: ReportRow): string {
  const year = row.target === undefined ? "" : ` [${row.target.year}]`;
  return `${targetCell(row, false)} ${unitWords(row.figure.unit)}${year}`;
}

function minimumWords({ comparator, value, clause }: LegalMinimum, { minimum, unit }: Figure): string {
  const { met, missed } = { met: outcomes.standardMet, missed: outcomes.standardMissed };
  const outcome = minimum?.outcome === "met" ? `: ${met}` : minimum?.outcome === "missed" ? `: ${missed}` : "";
  return `${comparatorWords[comparator]} ${decimalWords(value)} ${unitWords(unit)} (${clause})${outcome}`;
}

function exclusionLines({ exclusions }: Explanation): readonly string[] {
  if (exclusions.length === 0) return [noExclusions];
  return exclusions.map(({ rows, words, clause }) => `${integerWords(rows)} per ${words} (${clause})`);
}

function witnessLine(row: WitnessRow, unit: QuantityUnit): string {
  return `${placeWords[row.place]} ${decimalWords(row.rank)}: ${caseLine(row, unit).trim()}`;
}

/** `"  o3  valore 7 giorni, dal 2026-02-02T10:00:00+01:00 al 2026-02-09T12:00:00+01:00, sospensione 0 giorni"`. */
export function caseLine({ key, value, started, ended, suspended }: CaseRow, unit: QuantityUnit): string {
  const of = (quantity: string) => `${decimalWords(quantity)} ${quantityWords[unit]}`.trim();
  const times = [
    ...(started === undefined ? [] : [`${caseWords.started} ${started}`]),
    ...(ended === undefined ? [] : [`${caseWords.ended} ${ended}`]),
  ].join(" ");
  const parts = [
    value === null ? caseWords.noValue : `${caseWords.value} ${of(value)}`,
    ...(times === "" ? [] : [times]),
    ...(suspended === undefined ? [] : [`${caseWords.suspended} ${of(suspended)}`]),
  ];
  return `  ${key}  ${parts.join(", ")}`;
}

export function lateWords({ late_against: against, figure }: Explanation): { heading: string; none: string } {
  const target = `${figure.comparator ?? ""} ${figure.target ?? ""} ${figure.unit}`;
  return { heading: lateHeading(against, target), none: noLate };
}

/** A figure as one line of the list: its name, value and outcome. */
export function figureLine(figure: Figure, name: string): readonly string[] {
  return [name, `${valueWords(figure)} ${figure.value === null ? "" : figure.unit}`.trim(), figure.outcome];
}
