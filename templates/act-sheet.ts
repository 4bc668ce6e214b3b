/** An act as a sheet to read: what it measures, on which rows, and where that stands. */
import type { Act, Indicator, Measure } from "../reports/act.ts";
import { isOf } from "../reports/act-lints-examples.ts";
import type { Example } from "../reports/acts/examples/example.ts";
import {
  actHeads,
  exampleResult,
  lawDayWords,
  lawLines,
  publicationWords,
  sourceWords,
  termWords,
} from "./act-words.ts";
import {
  betterWords,
  breakdownWords,
  heads,
  inForceWords,
  inYear,
  noExclusions,
  onlyFor,
  periodicityWords,
  populationWords,
  roundingWords,
  yesOrNo,
} from "./explain-words.ts";
import { headed } from "./headed-text.ts";
import {
  actWords,
  indicatorTitle,
  notDeterminable,
  periodIdWords,
  serviceWords,
  tableWords,
  unitWords,
  verifiedWords,
} from "./italian.ts";
import { dateWords, decimalWords } from "./number-format.ts";
import { readinessText } from "./readiness-text.ts";
import { wholeScope } from "./scope-words.ts";

/** A line of the list of acts. */
export function actLine(act: Act): readonly string[] {
  return [act.id, actWords(act), inForce(act), act.title];
}

/** `examples` are those of the act; each stands under its indicator. */
export function actSheet(act: Act, examples: readonly Example[]): string {
  const head = [
    `${actWords(act)} (${act.id})\n${act.authority}. ${act.title}.\n\n`,
    headed(actHeads.publication, publicationLine(act)),
    headed(actHeads.text, `${act.text.address} (${act.text.note})`),
    headed(heads.inForce, [
      lawDayWords("from", act.inForce.from),
      ...(act.inForce.to === undefined ? [] : [lawDayWords("to", act.inForce.to)]),
    ]),
    headed(heads.verified, verifiedWords[act.verified]),
  ];
  const sheets = act.indicators.map((indicator) =>
    indicatorSheet(
      indicator,
      examples.filter((example) => isOf(example, indicator)),
    ),
  );
  return [head.join(""), ...sheets, readinessText(act)].filter((part) => part !== "").join("\n");
}

function inForce({ inForce: { from, to } }: Act): string {
  return inForceWords(dateWords(from.day), to === undefined ? undefined : dateWords(to.day));
}

function publicationLine({ publication }: Act): string | undefined {
  return publication && `${publicationWords(publication)} – ${sourceWords(publication)}`;
}

function indicatorSheet(indicator: Indicator, examples: readonly Example[]): string {
  const { ordinal, name, id, definition, service, population, settings, tables, exclusions, choices } = indicator;
  return [
    `${indicatorTitle(ordinal, name)} (${id})\n`,
    headed(heads.definition, definition),
    headed(heads.service, service && serviceWords[service]),
    headed(heads.population, populationWords[population]),
    headed(heads.tables, tables.map((table) => `${tableWords(table)} (${table})`).join(", ")),
    headed(actHeads.terms, settings.complaintTerms?.map(termWords)),
    headed(heads.excluded, exclusions.length === 0 ? noExclusions : exclusions.map(exclusionWords)),
    headed(heads.measures, indicator.measures.flatMap(measureLines)),
    headed(heads.scopes, scopeLines(indicator)),
    headed(heads.periodicity, `${indicator.periodicity}, ${periodicityWords[indicator.periodicity]}`),
    headed(heads.regional, yesOrNo(indicator.regional)),
    headed(
      heads.choices,
      choices.map(({ words, reason }) => `${words} ${reason}`),
    ),
    headed(
      actHeads.examples,
      examples.flatMap((example) => exampleLines(example, indicator)),
    ),
  ].join("");
}

function exclusionWords({ words, clause, measures }: Indicator["exclusions"][number]): string {
  return `${words} (${clause})${measures === undefined ? "" : `; ${onlyFor(measures)}`}`;
}

function measureLines(measure: Measure): readonly string[] {
  const { id, name, unit, decimals, better } = measure;
  const rounding = roundingWords(decimals).split(",")[0];
  return [
    `${id}: ${name}`,
    `  ${unitWords(unit)}, arrotondato ${rounding}, ${betterWords[better]}`,
    ...lawLines(measure).map((line) => `  ${line}`),
  ];
}

function exampleLines({ period, words, expected }: Example, { measures }: Indicator): readonly string[] {
  const results = expected.map(({ measure: id, value, words: why }) => {
    const unit = measures.find((measure) => measure.id === id)?.unit ?? "";
    return `  ${exampleResult(id, value === null ? notDeterminable : decimalWords(value), unitWords(unit), why)}`;
  });
  return [`${periodIdWords(period)}. ${words}`, ...results];
}

function scopeLines({ scopes, yearScopes = [] }: Indicator): readonly string[] {
  const words = (by: (typeof scopes)[number]) => (by.length === 0 ? wholeScope : breakdownWords(by));
  return [...scopes.map(words), ...yearScopes.map((by) => inYear(words(by)))];
}
