/** A measure's formula applied to facts: exact value, cases, numerator and denominator. No verdict, no rounding but the printed one. */
import type { Formula, Measure, ShareTest } from "./act.ts";
import {
  casesOf,
  countWhere,
  type Distribution,
  emptyDistribution,
  mean,
  percentile,
  sampleVariance,
  variance,
} from "./distribution.ts";
import { type Facts, wholeNumber } from "./facts.ts";
import {
  decimalText,
  divide,
  integerSquareRoot,
  multiply,
  type Rational,
  rational,
  rationalText,
  roundedText,
  zero,
} from "./rational.ts";

export interface Measured {
  readonly cases: number;
  /** In the measure's unit; for a deviation its square (the variance), which is what is judged. Undefined without cases. */
  readonly exact: Rational | undefined;
  readonly squared: boolean;
  readonly numerator?: Rational;
  readonly denominator?: Rational;
  /** For shares and percentiles: the cases the figure rests on, to say how many more would turn the outcome. */
  readonly distribution?: Distribution;
}

/** Faults of a period over its mean lines: in twice the time there are twice as many. */
export function growsWithThePeriod({ formula }: Measure): boolean {
  return formula.kind === "ratio" && ["mean-lines", "final-lines"].includes(formula.denominator);
}

/** `limitSeconds` overrides the act's own limit where a target names another. */
export function measured(measure: Measure, facts: Facts, limitSeconds?: number): Measured {
  const result = evaluate(measure, measure.formula, facts, limitSeconds);
  return measure.cases === undefined ? result : { ...result, cases: wholeNumber(countOf(facts, measure.cases)) };
}

function evaluate(measure: Measure, formula: Formula, facts: Facts, limitSeconds?: number): Measured {
  switch (formula.kind) {
    case "percentile": {
      const of = distributionOf(facts, formula.of);
      const value = percentile(of, formula.p, formula.rank);
      return fromDistribution(of, value === undefined ? undefined : rational(value, measure.divisor));
    }
    case "mean": {
      const of = distributionOf(facts, formula.of);
      const value = mean(of);
      return fromDistribution(of, value && divide(value, rational(measure.divisor)));
    }
    case "deviation": {
      const of = distributionOf(facts, formula.of);
      const value = formula.divisor === "n-1" ? sampleVariance(of) : variance(of);
      const squaredDivisor = rational(BigInt(measure.divisor) * BigInt(measure.divisor));
      return { ...fromDistribution(of, value && divide(value, squaredDivisor)), squared: true };
    }
    case "share": {
      const of = distributionOf(facts, formula.of);
      const good = rational(countWhere(of, passing(formula.test, limitSeconds)));
      const all = formula.over === undefined ? rational(casesOf(of)) : countOf(facts, formula.over);
      return { ...percentage(good, all), cases: wholeNumber(all), distribution: of };
    }
    case "ratio": {
      const denominator = countOf(facts, formula.denominator);
      return {
        ...percentage(countOf(facts, formula.numerator), denominator),
        cases: Number(denominator.num / denominator.den),
      };
    }
    case "count": {
      const count = rational(casesOf(distributionOf(facts, formula.of)));
      return { cases: wholeNumber(count), exact: count, squared: false };
    }
    default:
      return formula satisfies never;
  }
}

function fromDistribution(of: Distribution, exact: Rational | undefined): Measured {
  return { cases: wholeNumber(rational(casesOf(of))), exact, squared: false, distribution: of };
}

function percentage(numerator: Rational, denominator: Rational): Omit<Measured, "cases"> {
  const exact = denominator.num === 0n ? undefined : multiply(rational(100n), divide(numerator, denominator));
  return { exact, squared: false, numerator, denominator };
}

/** Limits are in seconds, waits in milliseconds. */
export function passing(test: ShareTest, limitSeconds?: number): (value: number) => boolean {
  switch (test.is) {
    case "under-limit":
      return (value) => value < (limitSeconds ?? test.limitSeconds) * 1000;
    case "within-limit":
      return (value) => value <= (limitSeconds ?? test.limitSeconds) * 1000;
    case "not-negative":
      return (value) => value >= 0;
    case "zero":
      return (value) => value === 0;
    default:
      return test satisfies never;
  }
}

/**
 * The printed decimal. A standard deviation is the root of the variance V rounded half up at the d-th decimal without
 * ever leaving the integers: floor((isqrt(floor(4 V 10^2d)) + 1) / 2) / 10^d.
 */
export function printedValue(measure: Measure, result: Measured): string | null {
  if (result.exact === undefined) return null;
  if (!result.squared) return roundedText(result.exact, measure.decimals);
  const { num, den } = result.exact;
  const root = integerSquareRoot((4n * num * 100n ** BigInt(measure.decimals)) / den);
  return decimalText((root + 1n) / 2n, measure.decimals);
}

export function exactText(result: Measured): string | null {
  return result.exact === undefined || result.squared ? null : rationalText(result.exact);
}

function distributionOf(facts: Facts, name: string): Distribution {
  return facts.distributions.get(name) ?? emptyDistribution;
}

function countOf(facts: Facts, name: string): Rational {
  return facts.counts.get(name) ?? zero;
}
