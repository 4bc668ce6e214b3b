/** An act as a sheet to read: what it measures, on which rows, and where that stands. */
import type { Act, Indicator, Measure } from "../reports/act.ts";
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
  serviceWords,
  standardWords,
  tableWords,
  unitWords,
  verifiedWords,
} from "./italian.ts";
import { dateWords, decimalWords } from "./number-format.ts";
import { wholeScope } from "./scope-words.ts";

/** A line of the list of acts. */
export function actLine(act: Act): readonly string[] {
  return [act.id, actWords(act), inForce(act), act.title];
}

export function actSheet(act: Act): string {
  const head = [
    `${actWords(act)} (${act.id})\n${act.authority}. ${act.title}.\n\n`,
    headed(
      heads.source,
      [act.gazette, act.source].filter((text) => text !== undefined),
    ),
    headed(heads.inForce, inForce(act)),
    headed(heads.verified, verifiedWords[act.verified]),
  ];
  return [head.join(""), ...act.indicators.map(indicatorSheet)].join("\n");
}

function inForce({ inForceFrom, inForceTo }: Act): string {
  return inForceWords(dateWords(inForceFrom), inForceTo === undefined ? undefined : dateWords(inForceTo));
}

function indicatorSheet(indicator: Indicator): string {
  const { ordinal, name, id, definition, service, population, tables, exclusions, choices } = indicator;
  return [
    `${indicatorTitle(ordinal, name)} (${id})\n`,
    headed(heads.definition, definition),
    headed(heads.service, service && serviceWords[service]),
    headed(heads.population, populationWords[population]),
    headed(heads.tables, tables.map((table) => `${tableWords(table)} (${table})`).join(", ")),
    headed(heads.excluded, exclusions.length === 0 ? noExclusions : exclusions.map(exclusionWords)),
    headed(heads.measures, indicator.measures.flatMap(measureLines)),
    headed(heads.scopes, scopeLines(indicator)),
    headed(heads.periodicity, `${indicator.periodicity}, ${periodicityWords[indicator.periodicity]}`),
    headed(heads.regional, yesOrNo(indicator.regional)),
    headed(
      heads.choices,
      choices.map(({ words, reason }) => `${words} ${reason}`),
    ),
  ].join("");
}

function exclusionWords({ words, clause, measures }: Indicator["exclusions"][number]): string {
  return `${words} (${clause})${measures === undefined ? "" : `; ${onlyFor(measures)}`}`;
}

function measureLines({ id, name, unit, decimals, better, minimum }: Measure): readonly string[] {
  const rounding = roundingWords(decimals).split(",")[0];
  const least =
    minimum === undefined
      ? []
      : [`  ${standardWords(minimum.comparator, decimalWords(minimum.value))} (${minimum.clause})`];
  return [`${id}: ${name}`, `  ${unitWords(unit)}, arrotondato ${rounding}, ${betterWords[better]}`, ...least];
}

function scopeLines({ scopes, yearScopes = [] }: Indicator): readonly string[] {
  const words = (by: (typeof scopes)[number]) => (by.length === 0 ? wholeScope : breakdownWords(by));
  return [...scopes.map(words), ...yearScopes.map((by) => inYear(words(by)))];
}
