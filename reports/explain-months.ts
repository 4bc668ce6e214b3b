/** A figure that missed its target, month by month: where in the period the misses lie. Every month is measured by itself. */
import { DateTime } from "luxon";
import type { Measure } from "./act.ts";
import { countWhere, emptyDistribution } from "./distribution.ts";
import type { Facts } from "./facts.ts";
import type { Lateness } from "./late-cases.ts";
import { exactText, growsWithThePeriod, type Measured, measured, printedValue } from "./measure.ts";
import type { Period } from "./period.ts";
import {
  compare,
  parseBound,
  parseRational,
  type Rational,
  rational,
  rationalText,
  subtract,
  zero,
} from "./rational.ts";
import type { Comparator, Figure } from "./report-model.ts";
import { judge } from "./verdict.ts";

export interface ByMonth {
  /** What was missed; the operator's target before the law's minimum. */
  readonly target: string;
  readonly comparator: Comparator;
  /** Whether a month's value can be held against it: of a rate that grows with the period it is only a part. */
  readonly comparable: boolean;
  /**
   * What `misses` counts: `late-cases`, else a count of the ratio by its name, with `not-` before it where the ratio ought
   * to be large; absent where nothing single is missed.
   */
  readonly misses_are?: string;
  readonly months: readonly MonthOfFigure[];
  /** The months with the most misses; absent where there is none, or where all months have as many. */
  readonly most?: readonly string[];
}

/** The figure of a month, in the unit and with the decimals of the whole. */
export interface MonthOfFigure {
  /** `yyyy-mm`. */
  readonly month: string;
  readonly cases: number;
  readonly value: string | null;
  readonly exact: string | null;
  /** What a part of the whole is divided by: the lines of the month. Exact text. */
  readonly denominator?: string;
  readonly outcome?: "met" | "missed" | "not_assessable";
  /** Exact text. */
  readonly misses?: string;
}

/** What the figure missed; undefined where it missed nothing. */
export function missedBound(figure: Figure): { target: string; comparator: Comparator } | undefined {
  const { outcome, target, comparator, minimum } = figure;
  if (outcome === "missed" && target !== undefined && comparator !== undefined) return { target, comparator };
  return minimum?.outcome === "missed" ? { target: minimum.value, comparator: minimum.comparator } : undefined;
}

/** The months of a period as periods of their own, in Italian time. */
export function monthsOf({ year, months }: Period): readonly Period[] {
  return months.map((id) => {
    const start = DateTime.fromISO(`${id}-01`, { zone: "Europe/Rome" });
    const end = start.plus({ months: 1 });
    return {
      id,
      year,
      half: null,
      firstDay: start.toISODate() as string,
      lastDay: end.minus({ days: 1 }).toISODate() as string,
      startMicros: BigInt(start.toMillis()) * 1000n,
      endMicros: BigInt(end.toMillis()) * 1000n,
      months: [id],
    };
  });
}

/** A missed figure by month. `months` holds the facts of each, measured as the whole was but in its own bounds. */
export function byMonth(
  measure: Measure,
  figure: Figure,
  lateness: Lateness | undefined,
  months: readonly { readonly month: string; readonly facts: Facts }[],
): ByMonth | undefined {
  const bound = missedBound(figure);
  if (bound === undefined) return undefined;
  const target = parseBound(bound.target);
  const comparable = isComparable(measure);
  const missesAre = missesOf(measure, lateness);
  const found = months.map(({ month, facts }) => {
    const result = measured(measure, facts, figure.scope.limit);
    const misses = missesAre === undefined ? undefined : missesIn(measure, result, facts, lateness);
    return {
      month,
      cases: result.cases,
      value: printedValue(measure, result),
      exact: exactText(result),
      ...(!comparable && result.denominator !== undefined && { denominator: rationalText(result.denominator) }),
      ...(comparable && { outcome: judge(measure, result, target, bound.comparator).outcome }),
      ...(misses !== undefined && { misses: rationalText(misses) }),
    };
  });
  const most = mostMisses(found);
  return {
    ...bound,
    comparable,
    ...(missesAre !== undefined && { misses_are: missesAre }),
    months: found,
    ...(most.length > 0 && { most }),
  };
}

/** A plain count grows with the period too. */
function isComparable(measure: Measure): boolean {
  return !growsWithThePeriod(measure) && measure.formula.kind !== "count";
}

function missesOf({ formula, better }: Measure, lateness: Lateness | undefined): ByMonth["misses_are"] {
  if (formula.kind === "ratio") return better === "lower" ? formula.numerator : `not-${formula.numerator}`;
  if (formula.kind === "share") return "late-cases";
  return lateness?.against === "target" ? "late-cases" : undefined;
}

function missesIn({ formula, better }: Measure, result: Measured, facts: Facts, lateness: Lateness | undefined) {
  if (formula.kind === "share" || formula.kind === "ratio") {
    const { numerator = zero, denominator = zero } = result;
    return formula.kind === "ratio" && better === "lower" ? numerator : subtract(denominator, numerator);
  }
  if (lateness === undefined) return undefined;
  const { fact, beyond, bound } = lateness;
  const isLate = beyond === "<" ? (value: number) => value < bound : (value: number) => value >= bound;
  return rational(countWhere(facts.distributions.get(fact) ?? emptyDistribution, isLate));
}

function mostMisses(months: readonly MonthOfFigure[]): readonly string[] {
  const counted = months.flatMap(({ month, misses }) =>
    misses === undefined ? [] : [{ month, misses: parseRational(misses) }],
  );
  const largest = counted.reduce<Rational>((most, { misses }) => (compare(misses, most) > 0 ? misses : most), zero);
  const most = counted.filter(({ misses }) => compare(misses, largest) === 0);
  return compare(largest, zero) === 0 || most.length === months.length ? [] : most.map(({ month }) => month);
}
