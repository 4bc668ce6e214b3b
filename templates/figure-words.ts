/** The cells of a figure as the report prints them. */

import type { Measure } from "../reports/act.ts";
import { holds } from "../reports/comparator.ts";
import { compare, parseBound, parseDecimal, parseRational, roundedText } from "../reports/rational.ts";
import type { Figure, PrintedTarget, ReportRow } from "../reports/report-model.ts";
import type { Scope } from "../reports/scope.ts";
import {
  charterUnits,
  measureWithLimit,
  notApplicable,
  notDeterminable,
  notFixed,
  outcomes,
  sentences,
  standardWords,
  targetWords,
} from "./italian.ts";
import { boundWords, decimalWords, integerWords, marginWords } from "./number-format.ts";

const mostDecimals = 100;

/** The printed value. */
export function valueWords(figure: Figure): string {
  const shown = shownDecimal(figure);
  if (shown !== null) return decimalWords(shown);
  return figure.outcome === "not_applicable" ? notApplicable : notDeterminable;
}

/** With more decimals than the act's where rounding would show the opposite of the outcome; with a dot. */
export function shownDecimal(figure: Figure): string | null {
  if (figure.value === null || figure.exact === null || !contradicts(figure, figure.value)) return figure.value;
  const exact = parseRational(figure.exact);
  let decimals = decimalsOf(figure.value);
  let shown = figure.value;
  while (contradicts(figure, shown)) {
    decimals += 1;
    // More decimals show a true outcome in the end; they would never show one that the exact value denies.
    if (decimals > mostDecimals)
      throw new RangeError(`${figure.exact} is not ${figure.outcome} against ${figure.target}`);
    shown = roundedText(exact, decimals);
  }
  return shown;
}

/** A half-year's value beside the year's; a dash where the half has no such figure. */
export function halfWords({ figure, halves }: ReportRow, half: "first" | "second"): string {
  const value = halves?.[half];
  if (value === undefined) return notFixed;
  if (value !== null) return decimalWords(value);
  // What is offered is the same all year.
  return figure.outcome === "not_applicable" ? notApplicable : notDeterminable;
}

function decimalsOf(decimal: string): number {
  const point = decimal.indexOf(".");
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** Whether a reader who compares the shown decimal with the target would come to another outcome. */
function contradicts({ target, comparator, outcome }: Figure, shown: string): boolean {
  if (target === undefined || comparator === undefined) return false;
  if (outcome !== "met" && outcome !== "missed") return false;
  return holds(compare(parseDecimal(shown), parseBound(target)), comparator) !== (outcome === "met");
}

/** A target of the act itself, not of the operator's charter. */
export function isLegalStandard({ figure, target }: ReportRow): boolean {
  return figure.target !== undefined && target === undefined;
}

/** `withYear`: where the head of the column does not say it already. */
export function targetCell(row: ReportRow, withYear: boolean): string {
  const { target, comparator } = row.figure;
  if (target === undefined || comparator === undefined) return notFixed;
  const value = boundWords(target);
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

export function measureWords({ figure, measure }: ReportRow): string {
  return measureNameIn(figure.scope, measure);
}

/** The measure's name, with the limit where a target's own stands in place of the act's. */
export function measureNameIn({ limit }: Scope, measure: Measure): string {
  const { formula } = measure;
  const own = formula.kind === "share" && "limitSeconds" in formula.test ? formula.test.limitSeconds : undefined;
  return limit === undefined || limit === own ? measure.name : measureWithLimit(measure.name, own, limit);
}

/**
 * The notes of a figure, one sentence each, so that a table prints a sentence once however many figures it concerns.
 * They are the report's own; the one thing a document adds is that it cannot show why a rounded value has its outcome.
 */
export function notesOf({ figure }: ReportRow): readonly string[] {
  const tie = figure.value !== null && contradicts(figure, figure.value) && figure.exact === null;
  return [
    ...(figure.reason === undefined ? [] : [asSentence(figure.reason)]),
    ...(figure.note === undefined ? [] : sentencesOf(figure.note)),
    ...(tie ? [sentences.roundedTie] : []),
  ];
}

/** A full stop before a capital ends a sentence: "n. 131" and "p·n/100" do not. */
function sentencesOf(note: string): readonly string[] {
  return note.split(/(?<=[.!?]»?)\s+(?=[A-ZÀÈÉÌÒÙ])/).map(asSentence);
}

function asSentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]»?$/.test(capital) ? capital : `${capital}.`;
}

/** A target's value as the charter prints it, its number and unit in Italian: `"1.2 Mbit/s"` is `"1,2 Mbit/s"`. */
export function printedValueOf({ printedValue }: PrintedTarget): string {
  const match = /^(\d+(?:\.\d+)?) (\S+)$/.exec(printedValue);
  const unit = charterUnits[match?.[2] ?? ""];
  return unit === undefined ? printedValue : `${decimalWords(match?.[1] ?? "")} ${unit}`.trim();
}
