/** A missed figure by month, as lines for a person. */
import type { ByMonth, MonthOfFigure } from "../reports/explain-months.ts";
import type { Explanation } from "../reports/explanation.ts";
import { countWords } from "./explain-words.ts";
import { valueWords } from "./figure-words.ts";
import { outcomes, unitWords } from "./italian.ts";
import { decimalWords, integerWords, monthName } from "./number-format.ts";

/** What is missed where a ratio ought to be large. */
const missingWords: Readonly<Record<string, string>> = { "not-up-seconds": "secondi di interruzione" };

const sentences = {
  part: "Il valore di un mese, riferito alle linee di quel solo mese, è una parte di quello del periodo e non si confronta con l’obiettivo.",
  noMean: "Il valore del periodo è calcolato su tutti i casi e non è la media dei mesi.",
} as const;

/** A line a month, then where the misses are most, then how the months relate to the whole. */
export function monthLines(explanation: Explanation, byMonth: ByMonth): readonly string[] {
  const rows = byMonth.months.map((month) => ({
    name: monthAndYear(month.month),
    value: valueCell(month, explanation, byMonth),
    rest: [...counts(month, explanation, byMonth), ...outcomeWords(month, explanation)].join(", "),
  }));
  const width = (of: (row: (typeof rows)[0]) => string) => Math.max(...rows.map((row) => of(row).length));
  const [names, values] = [width(({ name }) => name), width(({ value }) => value)];
  return [
    ...rows.map(({ name, value, rest }) => `${name.padEnd(names)}  ${value.padStart(values)}  ${rest}`),
    ...mostWords(explanation, byMonth),
    byMonth.comparable ? sentences.noMean : sentences.part,
  ];
}

function valueCell(month: MonthOfFigure, { figure }: Explanation, { target, comparator }: ByMonth): string {
  const { value, exact, outcome = "no_target" } = month;
  const shown = valueWords({ ...figure, target, comparator, value, exact, outcome });
  return value === null ? shown : `${shown} ${unitWords(figure.unit)}`;
}

function counts(month: MonthOfFigure, explanation: Explanation, byMonth: ByMonth): readonly string[] {
  const { cases, denominator, misses } = month;
  const missed = misses === undefined ? [] : [countedWords(misses, explanation, byMonth)];
  // Of a rate the cases are the very misses; what they are divided by is another count.
  if (denominator !== undefined) return [...missed, `linee: ${decimalWords(denominator)}`];
  return [`casi: ${integerWords(cases)}`, ...missed];
}

/** "oltre l’obiettivo: 14". */
function countedWords(misses: string, explanation: Explanation, byMonth: ByMonth): string {
  return `${missedWords(explanation, byMonth)}: ${decimalWords(misses)}`;
}

function missedWords({ formula, late_against: against }: Explanation, byMonth: ByMonth): string {
  const { misses_are: are = "", comparator } = byMonth;
  if (are !== "late-cases") return missingWords[are] ?? countWords[are] ?? are;
  if (formula?.kind === "share") {
    if (formula.test.is === "zero") return "con ulteriori chiamate";
    if (formula.test.is !== "not-negative") return "oltre il limite o senza risposta";
  }
  if (against === "term") return "oltre il termine";
  return comparator.startsWith("<") ? "oltre l’obiettivo" : "sotto l’obiettivo";
}

function outcomeWords({ outcome }: MonthOfFigure, { figure, target }: Explanation): readonly string[] {
  if (outcome === undefined) return [];
  if (outcome === "not_assessable") return [lowerFirst(outcomes.notAssessable)];
  const ofLaw = target === undefined || figure.outcome !== "missed";
  const words = ofLaw
    ? { met: outcomes.standardMet, missed: outcomes.standardMissed }
    : { met: outcomes.met, missed: outcomes.missed };
  return [lowerFirst(words[outcome])];
}

/** "Il mese con più casi oltre l’obiettivo è marzo 2026." */
function mostWords(explanation: Explanation, byMonth: ByMonth): readonly string[] {
  const { most = [], misses_are: are } = byMonth;
  if (most.length === 0) return [];
  const what = `${are === "late-cases" ? "casi " : ""}${missedWords(explanation, byMonth)}`;
  const names = most.map(monthAndYear).join(", ");
  return [most.length === 1 ? `Il mese con più ${what} è ${names}.` : `I mesi con più ${what} sono ${names}.`];
}

function monthAndYear(month: string): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
