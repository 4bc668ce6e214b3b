/** From facts to figures: for every scope of an indicator the measures of the act, judged against the targets on it. */
import type { Act, Indicator, LegalMinimum, Measure } from "./act.ts";
import { percentileRank } from "./distribution.ts";
import { excludedRows, type Facts, factsOf } from "./facts.ts";
import { exactText, growsWithThePeriod, type Measured, measured, printedValue } from "./measure.ts";
import { minimumBegins, minimumIn } from "./minimum.ts";
import { parseBound, parseDecimal, type Rational, rationalText, roundedText } from "./rational.ts";
import type { Comparator, Figure, PrintedTarget, ReportPeriod, ReportRow } from "./report-model.ts";
import { canonicalScope, type Scope, scopeText } from "./scope.ts";
import type { Target } from "./target.ts";
import { targetInUnit } from "./target-units.ts";
import { judge, judgedComparator } from "./verdict.ts";
import type { Wording } from "./wording.ts";

/** What was measured at one scope, and which measures are printed there: all, or those that targets name. */
export interface MeasuredScope {
  readonly scope: Scope;
  readonly facts: Facts;
  readonly measures: "all" | readonly string[];
  /** No row at all lies in the scope. */
  readonly empty: boolean;
}

export interface IndicatorResults {
  readonly act: Act;
  readonly indicator: Indicator;
  /** Whether the operator sells the service at all. */
  readonly offered: boolean;
  readonly scopes: readonly MeasuredScope[];
}

/** What a target's own words leave out: ids of exclusions. */
const narrowings = ["third-party", "not-normal"] as const;

export const noFacts: Facts = factsOf([]);

export interface FiguringContext {
  readonly wording: Wording;
  /** To say when a target is of another year, and to hold against it no minimum that begins later. */
  readonly period: Pick<ReportPeriod, "year" | "half" | "firstDay" | "lastDay">;
  readonly targets: readonly Target[];
  /** Tables that the operator has no data for. */
  readonly absent: readonly string[];
}

/** Report rows of one indicator, scope by scope in the order given, measures in the act's order. */
export function figuresOf(results: IndicatorResults, context: FiguringContext): readonly ReportRow[] {
  return results.scopes.flatMap((at) =>
    results.indicator.measures
      .filter((measure) => at.measures === "all" || at.measures.includes(measure.id))
      .map((measure) => rowOf(results, at, measure, context)),
  );
}

function rowOf(results: IndicatorResults, at: MeasuredScope, measure: Measure, context: FiguringContext): ReportRow {
  const { act, indicator, offered } = results;
  const target = context.targets.find(
    (candidate) =>
      candidate.act === act.id &&
      candidate.indicator === indicator.id &&
      candidate.measure === measure.id &&
      (candidate.service === undefined || candidate.service === indicator.service) &&
      scopeText(candidate.scope) === scopeText(at.scope),
  );
  const scope = canonicalScope(at.scope);
  const common = {
    act: act.id,
    indicator: indicator.id,
    measure: measure.id,
    service: indicator.service ?? null,
    scope,
    unit: measure.unit,
  };
  const absent = (measure.tables ?? indicator.tables).find((table) => context.absent.includes(table));
  const why: Pick<Figure, "outcome" | "reason"> | undefined = !offered
    ? { outcome: "not_applicable", reason: context.wording.reasons.notOffered }
    : absent !== undefined
      ? { outcome: "not_assessable", reason: context.wording.reasons.noTable(absent) }
      : undefined;
  const figure: Figure =
    why === undefined
      ? { ...common, ...judged(indicator, measure, at, target, context) }
      : { ...common, cases: 0, value: null, exact: null, ...unjudged(measure, target, why, context), excluded: {} };
  const curve = "of" in measure.formula ? at.facts.distributions.get(measure.formula.of) : undefined;
  return { figure, act, indicator, measure, ...(target && { target: printedTarget(target) }), ...(curve && { curve }) };
}

/** The keys stand in the order in which they are published. */
function judged(
  indicator: Indicator,
  measure: Measure,
  at: MeasuredScope,
  target: Target | undefined,
  { wording, period }: FiguringContext,
) {
  const result = measured(measure, at.facts, at.scope.limit);
  const minimum = minimumIn(measure, period);
  const terms = targetTerms(measure, target, minimum);
  const verdict =
    terms.target === undefined ? undefined : judge(measure, result, parseBound(terms.target), terms.comparator);
  const noValue = result.exact === undefined;
  const reason =
    at.empty && target !== undefined ? wording.reasons.noRowInScope : whyNoCases(indicator, measure, at.facts, wording);
  const notes = notesOf(indicator, measure, result, at, target, { wording, period });
  return {
    cases: result.cases,
    ...(result.numerator && { numerator: rationalText(result.numerator) }),
    ...(result.denominator && { denominator: rationalText(result.denominator) }),
    value: printedValue(measure, result),
    exact: exactText(result),
    ...terms,
    outcome: noValue ? ("not_assessable" as const) : (verdict?.outcome ?? ("no_target" as const)),
    ...(minimum && { minimum: judgedMinimum(minimum, measure, result) }),
    ...(noValue && { reason }),
    ...(verdict?.margin && { margin: rationalText(verdict.margin) }),
    ...(verdict?.casesToTurn !== undefined && { cases_to_turn: Number(verdict.casesToTurn) }),
    excluded: excludedOf(indicator, measure, at.facts),
    ...(notes.length > 0 && { note: notes.join(" ") }),
  };
}

/** No case at all, or none that the measure takes: what left the others out is then the reason. */
function whyNoCases(indicator: Indicator, measure: Measure, facts: Facts, { reasons }: Wording): string {
  const table = ownTable(indicator, measure);
  const left = indicator.exclusions.filter(
    ({ id, measures }) => measures?.includes(measure.id) === true && excludedRows(facts, table, id) > 0,
  );
  return left.length === 0 ? reasons.noCases : reasons.allLeftOut(left.map(({ words }) => words));
}

/** What a figure that cannot be had would have been held against; the keys in the published order. */
function unjudged(
  measure: Measure,
  target: Target | undefined,
  { outcome, reason }: Pick<Figure, "outcome" | "reason">,
  { period }: FiguringContext,
) {
  const minimum = minimumIn(measure, period);
  return {
    ...targetTerms(measure, target, minimum),
    outcome,
    ...(minimum && { minimum: { value: minimum.value, comparator: minimum.comparator, outcome } }),
    ...(reason !== undefined && { reason }),
  };
}

/** The operator's target; where it published none, the minimum that the law sets in the period. */
export function targetTerms(
  measure: Measure,
  target: Target | undefined,
  minimum: LegalMinimum | undefined,
): { target: string; comparator: Comparator; target_is_own?: true } | { target?: never; comparator?: never } {
  if (target !== undefined) {
    const value =
      target.unit === measure.unit ? target.value : decimalOf(targetInUnit(target.value, target.unit, measure.unit));
    const { comparator } = judgedComparator(measure, target.printed);
    const isTheMinimum = minimum?.value === value && minimum.comparator === comparator;
    return { target: value, comparator, ...(isTheMinimum && { target_is_own: true as const }) };
  }
  return minimum === undefined ? {} : { target: minimum.value, comparator: minimum.comparator };
}

function judgedMinimum(
  { value, comparator }: LegalMinimum,
  measure: Measure,
  result: Measured,
): NonNullable<Figure["minimum"]> {
  return { value, comparator, outcome: judge(measure, result, parseDecimal(value), comparator).outcome };
}

/** A target is a decimal in its own unit and stays one after conversion; the shortest text that is exact. */
function decimalOf(value: Rational): string {
  for (let decimals = 0; decimals <= 12; decimals++)
    if ((value.num * 10n ** BigInt(decimals)) % value.den === 0n) return roundedText(value, decimals);
  return rationalText(value);
}

function printedTarget(target: Target): PrintedTarget {
  const { section, words, value, unit, year } = target;
  return { section, words, printedValue: `${value} ${unit}`, year };
}

/** The table whose rows are the measure's cases: what was left out of another one is not left out of these. */
function ownTable(indicator: Indicator, measure: Measure): string {
  return (measure.tables ?? indicator.tables)[0] as string;
}

/** Exclusion id → rows, in the act's order; those that the measure is free of are not its own. */
function excludedOf(indicator: Indicator, measure: Measure, facts: Facts): Record<string, number> {
  const table = ownTable(indicator, measure);
  return Object.fromEntries(
    indicator.exclusions
      .filter(({ measures }) => measures === undefined || measures.includes(measure.id))
      .map(({ id }) => [id, excludedRows(facts, table, id)] as const)
      .filter(([, rows]) => rows > 0),
  );
}

function notesOf(
  indicator: Indicator,
  measure: Measure,
  result: Measured,
  at: MeasuredScope,
  target: Target | undefined,
  { wording, period }: Pick<FiguringContext, "wording" | "period">,
): readonly string[] {
  const { notes } = wording;
  const { formula } = measure;
  const list: string[] = [];
  const hasValue = result.exact !== undefined;
  if (formula.kind === "percentile" && result.cases > 0) {
    const n = BigInt(result.cases);
    const rank = percentileRank(formula.p, n, formula.rank);
    if (formula.p > 50 && rank === n) list.push(notes.percentileIsMaximum);
    if (formula.p < 50 && rank === 1n) list.push(notes.percentileIsMinimum);
  }
  if (at.scope.responsibility !== undefined || at.scope.conditions !== undefined || at.scope.limit !== undefined) {
    list.push(notes.narrowed(at.scope));
    const table = ownTable(indicator, measure);
    const left = narrowings.map((id) => ({ id, rows: excludedRows(at.facts, table, id) }));
    const all = left.reduce((total, { rows }) => total + rows, at.facts.counted.get(table) ?? 0);
    for (const { id, rows } of left) {
      const words = indicator.exclusions.find((exclusion) => exclusion.id === id)?.words ?? id;
      if (rows > 0) list.push(notes.leftOutShare(words, rows, all));
    }
  }
  if (target !== undefined) {
    if (target.year !== period.year) list.push(notes.oldTarget(target, period.year));
    if (judgedComparator(measure, target.printed).conflict) list.push(notes.judgedByDirection(target));
    if (target.unit !== measure.unit) list.push(notes.convertedTarget(target));
    if (period.half === null && growsWithThePeriod(measure) && hasValue) list.push(notes.rateOfTheYear);
  }
  const begins = minimumBegins(measure, period);
  if (begins !== undefined && hasValue) list.push(notes.minimumBegins(begins.from, begins.isAfter));
  return list;
}
