/** How a figure follows from its facts: the formula with the numbers in it, in the quantity's own units. Nothing is rounded. */
import type { Indicator, Measure, ShareTest } from "./act.ts";
import {
  casesOf,
  countWhere,
  type Distribution,
  emptyDistribution,
  pairs,
  percentileRank,
  sampleVariance,
  sumOf,
  valueAtRank,
  variance,
} from "./distribution.ts";
import type { Facts } from "./facts.ts";
import { passing } from "./measure.ts";
import { rational, rationalText, zero } from "./rational.ts";

/** The unit in which single cases are counted; `us` are microseconds. */
export type QuantityUnit = "days" | "s" | "ms" | "us" | "kbit/s" | "count";

/** The terms of a formula. Integers and fractions stand as exact text. */
export type Working =
  | {
      readonly kind: "percentile";
      readonly p: number;
      readonly cases: string;
      /** From 1, cases in ascending order. */
      readonly rank: string;
      /** Where the operator chose another rank than the nearest. */
      readonly by?: "lower";
      readonly valueAtRank: string;
      readonly divisor: number;
    }
  | { readonly kind: "mean"; readonly sum: string; readonly cases: string; readonly divisor: number }
  | {
      readonly kind: "weighted-mean";
      readonly terms: readonly { readonly value: string; readonly weight: string }[];
      readonly sum: string;
      readonly weights: string;
      readonly divisor: number;
    }
  | {
      readonly kind: "deviation";
      readonly cases: string;
      readonly sum: string;
      readonly squares: string;
      readonly divideBy: "n" | "n-1";
      /** Of the quantity, before it is brought into the measure's unit. */
      readonly variance: string | null;
      readonly divisor: number;
    }
  | { readonly kind: "share"; readonly good: string; readonly all: string; readonly test: ShareTest }
  | {
      readonly kind: "ratio";
      /** Names of the counts. */
      readonly numeratorOf: string;
      readonly denominatorOf: string;
      readonly numerator: string;
      readonly denominator: string;
    }
  | { readonly kind: "count"; readonly cases: string };

/** `limitSeconds` stands in the place of the act's own, as a scope may say. */
export function workingOf({ formula, divisor, cases }: Measure, facts: Facts, limitSeconds?: number): Working {
  switch (formula.kind) {
    case "percentile": {
      const { of, n } = distributionOf(facts, formula.of);
      const rank = percentileRank(formula.p, n, formula.rank);
      return {
        kind: "percentile",
        p: formula.p,
        cases: `${n}`,
        rank: `${rank}`,
        ...(formula.rank !== undefined && { by: formula.rank }),
        valueAtRank: n === 0n ? "" : `${valueAtRank(of, rank)}`,
        divisor,
      };
    }
    case "mean": {
      const { of, n, sum } = distributionOf(facts, formula.of);
      // Only a distribution of weights counts its cases apart: navigation, by the seconds each tree was in service.
      if (cases === undefined) return { kind: "mean", sum: `${sum}`, cases: `${n}`, divisor };
      const terms = [...pairs(of)].map(([value, weight]) => ({ value: `${value}`, weight: `${weight}` }));
      return { kind: "weighted-mean", terms, sum: `${sum}`, weights: `${n}`, divisor };
    }
    case "deviation": {
      const { of, n, sum } = distributionOf(facts, formula.of);
      const divideBy = formula.divisor ?? ("n" as const);
      const squares = [...pairs(of)].reduce((total, [value, count]) => total + BigInt(value) ** 2n * BigInt(count), 0n);
      const exact = divideBy === "n" ? variance(of) : sampleVariance(of);
      const terms = { cases: `${n}`, sum: `${sum}`, squares: `${squares}`, divideBy, divisor };
      return { kind: "deviation", ...terms, variance: exact === undefined ? null : rationalText(exact) };
    }
    case "share": {
      const { of, n } = distributionOf(facts, formula.of);
      const test = "limitSeconds" in formula.test ? withLimit(formula.test, limitSeconds) : formula.test;
      const all = formula.over === undefined ? rational(n) : (facts.counts.get(formula.over) ?? zero);
      return { kind: "share", good: `${countWhere(of, passing(test))}`, all: rationalText(all), test };
    }
    case "ratio": {
      const count = (name: string) => rationalText(facts.counts.get(name) ?? zero);
      return {
        kind: "ratio",
        numeratorOf: formula.numerator,
        denominatorOf: formula.denominator,
        numerator: count(formula.numerator),
        denominator: count(formula.denominator),
      };
    }
    case "count":
      return { kind: "count", cases: `${distributionOf(facts, formula.of).n}` };
    default:
      return formula satisfies never;
  }
}

function distributionOf(facts: Facts, name: string): { readonly of: Distribution; readonly n: bigint; sum: bigint } {
  const of = facts.distributions.get(name) ?? emptyDistribution;
  return { of, n: casesOf(of), sum: sumOf(of) };
}

/** Without the source of the act's own limit, which is not that of another. */
function withLimit(
  test: Extract<ShareTest, { readonly limitSeconds: number }>,
  limitSeconds: number | undefined,
): ShareTest {
  return { is: test.is, limitSeconds: limitSeconds ?? test.limitSeconds };
}

/** What the cases of the measure's own distribution are counted in. */
export function quantityUnit({ population }: Indicator, { formula, unit, divisor }: Measure): QuantityUnit {
  if (formula.kind === "share") {
    if (formula.test.is === "zero") return "count";
    if (formula.test.is !== "not-negative") return "ms";
    return population === "restored-faults" || population === "requests-taken-charge" ? "s" : "days";
  }
  if (divisor === 3600) return "s";
  if (divisor === 1000) return unit === "ms" ? "us" : "ms";
  return unit === "days" || unit === "kbit/s" ? unit : "count";
}
