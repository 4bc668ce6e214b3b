/** No value of law without its source, no exclusion without its point of law, no choice without its reason. */
import type { Act, Indicator, Measure, Sourced } from "./act.ts";
import { type ActFinding, indicatorName, measureName } from "./act-lints-finding.ts";

export function sourceFindings(act: Act): readonly ActFinding[] {
  const { publication, text, inForce, readiness } = act;
  const known = readiness === undefined ? [] : [...readiness.known, readiness.hypothesis];
  return [
    ...(publication === undefined
      ? [missing(act.id, "no publication")]
      : unsourced(act.id, "the publication", publication)),
    ...(/^https?:\/\/\S+$/.test(text.address) ? [] : [missing(act.id, "no address of the text")]),
    ...unsourced(act.id, "the first day in force", inForce.from),
    ...(inForce.to === undefined ? [] : unsourced(act.id, "the last day in force", inForce.to)),
    ...known.flatMap((fact) => unsourced(act.id, `"${fact.words}"`, fact)),
    ...act.indicators.flatMap((indicator) => indicatorFindings(act, indicator)),
  ];
}

function indicatorFindings(act: Act, indicator: Indicator): readonly ActFinding[] {
  const where = indicatorName(act, indicator);
  const { exclusions, choices, settings } = indicator;
  return [
    ...exclusions
      .filter(({ words, clause }) => isBlank(words) || isBlank(clause))
      .map(({ id }) => missing(where, `no words or no clause for the exclusion "${id}"`)),
    ...choices
      .filter(({ words, reason }) => isBlank(words) || isBlank(reason))
      .map(({ id }) => missing(where, `no words or no reason for the choice "${id}"`)),
    ...(settings.complaintTerms ?? []).flatMap((term) => unsourced(where, `the term of ${term.days} days`, term)),
    ...indicator.measures.flatMap((measure) => measureFindings(measureName(act, indicator, measure), measure)),
  ];
}

function measureFindings(where: string, { formula, minimum }: Measure): readonly ActFinding[] {
  return [
    ...(formula.kind === "percentile" ? unsourced(where, `the percentile ${formula.p}`, formula) : []),
    ...(formula.kind === "share" && "limitSeconds" in formula.test
      ? unsourced(where, `the limit of ${formula.test.limitSeconds} s`, formula.test)
      : []),
    ...(minimum === undefined ? [] : unsourced(where, `the minimum of ${minimum.value}`, minimum)),
    ...(minimum !== undefined && isBlank(minimum.clause)
      ? [missing(where, `no clause for the minimum of ${minimum.value}`)]
      : []),
  ];
}

function unsourced(where: string, what: string, { source }: Partial<Sourced>): readonly ActFinding[] {
  return source === undefined || isBlank(source) ? [missing(where, `no source for ${what}`)] : [];
}

function missing(where: string, what: string): ActFinding {
  return { lint: "no-source", where, what };
}

const isBlank = (text: string): boolean => text.trim() === "";
