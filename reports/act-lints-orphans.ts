/** Nothing that names what is not there: facts, exclusions, measures, tables, indicators, acts; and no act that nothing names. */
import type { Act, Indicator, Measure } from "./act.ts";
import { type ActFinding, indicatorName, type Lawbook, measureName } from "./act-lints-finding.ts";
import type { ExpectedActs } from "./acts/coverage.ts";
import { populationNames } from "./population-facts.ts";

export function orphanFindings({ acts, expected, examples }: Lawbook): readonly ActFinding[] {
  const ids = acts.map(({ id }) => id);
  const named = expected.flatMap(actsOf);
  return [
    ...acts.flatMap((act) => act.indicators.flatMap((indicator) => indicatorFindings(act, indicator))),
    ...acts.flatMap(readinessFindings),
    ...expected.flatMap((row) =>
      actsOf(row)
        .filter((id) => !ids.includes(id))
        .map((id) => orphan(`expected acts from ${row.from}`, `"${id}" is no act`)),
    ),
    ...ids.filter((id) => !named.includes(id)).map((id) => orphan(id, "no half-year expects it")),
    ...[...examples.keys()].filter((id) => !ids.includes(id)).map((id) => orphan("examples", `"${id}" is no act`)),
  ];
}

const actsOf = ({ internet, voice, care }: ExpectedActs): readonly string[] => [...internet, ...voice, ...care];

function indicatorFindings(act: Act, indicator: Indicator): readonly ActFinding[] {
  const where = indicatorName(act, indicator);
  const known = populationNames[indicator.population];
  if (known === undefined) return [orphan(where, `nothing is written down of the population ${indicator.population}`)];
  const measures = indicator.measures.map(({ id }) => id);
  return [
    ...indicator.exclusions
      .filter(({ id }) => !known.exclusions.includes(id))
      .map(({ id }) => orphan(where, `no query leaves rows out as "${id}"`)),
    ...indicator.exclusions.flatMap(({ id, measures: limited = [] }) =>
      limited
        .filter((measure) => !measures.includes(measure))
        .map((measure) => orphan(where, `the exclusion "${id}" names the measure "${measure}", which is not there`)),
    ),
    ...indicator.measures.flatMap((measure) => [
      ...factsUsed(measure)
        .filter((fact) => !known.facts.includes(fact))
        .map((fact) => orphan(measureName(act, indicator, measure), `no query gives the fact "${fact}"`)),
      ...(measure.tables ?? [])
        .filter((table) => !indicator.tables.includes(table))
        .map((table) => orphan(measureName(act, indicator, measure), `the indicator has no table "${table}"`)),
    ]),
  ];
}

function factsUsed({ formula, cases }: Measure): readonly string[] {
  const own = formula.kind === "ratio" ? [formula.numerator, formula.denominator] : [formula.of];
  const over = formula.kind === "share" && formula.over !== undefined ? [formula.over] : [];
  return [...own, ...over, ...(cases === undefined ? [] : [cases])];
}

function readinessFindings(act: Act): readonly ActFinding[] {
  const ids = act.indicators.map(({ id }) => id);
  const expected = (act.readiness?.expected ?? []).flatMap(({ indicator }) => indicator ?? []);
  if (act.readiness === undefined) return [];
  return [
    ...expected.filter((id) => !ids.includes(id)).map((id) => orphan(act.id, `the readiness page names "${id}"`)),
    ...[...new Set(ids)]
      .filter((id) => !expected.includes(id))
      .map((id) => orphan(act.id, `the readiness page says nothing of "${id}"`)),
  ];
}

function orphan(where: string, what: string): ActFinding {
  return { lint: "orphan", where, what };
}
