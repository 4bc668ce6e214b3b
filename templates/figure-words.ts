/** The cells of a figure as the report prints them. */

import { compare, parseDecimal, parseRational, type Rational, roundedText } from "../reports/rational.ts";
import type { Comparator, Figure, ReportRow } from "../reports/report-model.ts";
import {
  notApplicable,
  notDeterminable,
  notFixed,
  oldTarget,
  otherLimit,
  outcomes,
  sentences,
  standardWords,
  targetWords,
} from "./italian.ts";
import { decimalWords, integerWords, marginWords } from "./number-format.ts";

/** The printed value; with more decimals than the act's where rounding would show the opposite of the outcome. */
export function valueWords(figure: Figure): string {
  if (figure.value === null) return figure.outcome === "not_applicable" ? notApplicable : notDeterminable;
  if (!contradicts(figure, figure.value) || figure.exact === null) return decimalWords(figure.value);
  const exact = parseRational(figure.exact);
  let decimals = decimalsOf(figure.value);
  let shown = figure.value;
  while (contradicts(figure, shown)) {
    decimals += 1;
    shown = roundedText(exact, decimals);
  }
  return decimalWords(shown);
}

function decimalsOf(decimal: string): number {
  const point = decimal.indexOf(".");
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** Whether a reader who compares the shown decimal with the target would come to another outcome. */
function contradicts({ target, comparator, outcome }: Figure, shown: string): boolean {
  if (target === undefined || comparator === undefined) return false;
  if (outcome !== "met" && outcome !== "missed") return false;
  return holds(comparator, parseDecimal(shown), parseDecimal(target)) !== (outcome === "met");
}

function holds(comparator: Comparator, value: Rational, target: Rational): boolean {
  const order = compare(value, target);
  switch (comparator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return comparator satisfies never;
  }
}

/** A target of the act itself, not of the operator's charter. */
export function isLegalStandard({ figure, target }: ReportRow): boolean {
  return figure.target !== undefined && target === undefined;
}

/** `withYear`: where the head of the column does not say it already. */
export function targetCell(row: ReportRow, withYear: boolean): string {
  const { target, comparator } = row.figure;
  if (target === undefined || comparator === undefined) return notFixed;
  const value = decimalWords(target);
  if (isLegalStandard(row)) return standardWords(comparator, value);
  return targetWords(comparator, value, withYear ? row.target?.year : undefined);
}

export function outcomeWords(row: ReportRow): string {
  switch (row.figure.outcome) {
    case "met":
      return isLegalStandard(row) ? outcomes.standardMet : outcomes.met;
    case "missed":
      return isLegalStandard(row) ? outcomes.standardMissed : outcomes.missed;
    case "no_target":
      return notFixed;
    case "not_assessable":
      return outcomes.notAssessable;
    case "not_applicable":
      return outcomes.notApplicable;
    default:
      return row.figure.outcome satisfies never;
  }
}

export function casesCell({ cases, outcome }: Figure): string {
  return outcome === "not_applicable" ? notApplicable : integerWords(cases);
}

export function marginCell({ margin }: Figure): string {
  return margin === undefined ? notFixed : marginWords(margin);
}

/** The notes of a figure, each a text that ends in a full stop. */
export function notesOf({ figure, measure, target }: ReportRow, reportYear: number): readonly string[] {
  const { formula } = measure;
  const own = formula.kind === "share" && "limitSeconds" in formula.test ? formula.test.limitSeconds : undefined;
  const { limit } = figure.scope;
  const notes = [
    ...(figure.reason === undefined ? [] : [asSentence(figure.reason)]),
    ...(limit === undefined || own === undefined || limit === own ? [] : [otherLimit(limit, own)]),
    ...(target === undefined || target.year === reportYear ? [] : [oldTarget(target.year)]),
    ...(formula.kind === "percentile" && isMaximum(figure.cases, formula.p) ? [sentences.smallNumber] : []),
    ...(figure.exact === null && figure.value !== null && contradicts(figure, figure.value)
      ? [sentences.roundedTie]
      : []),
  ];
  // The judgement may have put one of these sentences in its own note: it is not printed twice.
  return figure.note === undefined
    ? notes
    : [...notes.filter((note) => !figure.note?.includes(note)), asSentence(figure.note)];
}

/** The nearest rank p·n/100, rounded up, is n itself; the lower percentiles are never spoken of as a maximum. */
function isMaximum(cases: number, p: number): boolean {
  return p > 50 && cases > 0 && cases * (100 - p) < 100;
}

function asSentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
