/** Which single cases a figure's target, contract or limit is broken by. Bounds are whole numbers, so that no case is near one. */
import type { Indicator, Measure, ShareTest } from "./act.ts";
import { holds } from "./comparator.ts";
import { parseBound, type Rational, rational } from "./rational.ts";
import type { Figure } from "./report-model.ts";

/** Which cases of a distribution are late: those with a value on that side of a whole number, in the quantity's unit. */
export interface Lateness {
  readonly fact: string;
  readonly beyond: "<" | ">=";
  readonly bound: number;
  /** Counted rows without a value fail as well: a call that was abandoned was not answered in time. */
  readonly withoutValue: boolean;
  /** Reasons for which the measure leaves counted rows out: a request of a class without a term is late by none. */
  readonly leftOut: readonly string[];
  readonly against: "term" | "limit" | "target";
}

/**
 * The limit that single cases of the figure are held against: a share's own, else the target, else the contractual term where
 * the indicator has one. Undefined where no single case can be late.
 */
export function latenessOf(indicator: Indicator, measure: Measure, figure: Figure): Lateness | undefined {
  const late = boundOf(indicator, measure, figure);
  const leftOut = indicator.exclusions.filter(({ measures }) => measures?.includes(measure.id)).map(({ id }) => id);
  return late && { ...late, leftOut };
}

type Bound = Omit<Lateness, "leftOut">;

function boundOf(indicator: Indicator, measure: Measure, figure: Figure): Bound | undefined {
  const { formula } = measure;
  if (formula.kind === "share") return latenessOfShare(formula.of, formula.test, formula.over, figure.scope.limit);
  if (formula.kind !== "percentile" && formula.kind !== "mean") return undefined;
  // Navigation is the mean of trees and not of cases.
  if (measure.cases !== undefined) return undefined;
  const { target, comparator } = figure;
  if (target !== undefined && comparator !== undefined) {
    const { num, den } = parseBound(target);
    const exact = rational(num * BigInt(measure.divisor), den);
    const atBound = holds(0, comparator);
    const late = comparator.startsWith("<")
      ? { beyond: ">=" as const, bound: atBound ? below(exact) + 1 : ceiling(exact) }
      : { beyond: "<" as const, bound: atBound ? ceiling(exact) : below(exact) + 1 };
    return { fact: formula.of, ...late, withoutValue: false, against: "target" };
  }
  const contract = indicator.measures.some((other) => "of" in other.formula && other.formula.of === "contract-slack");
  return contract ? { fact: "contract-slack", beyond: "<", bound: 0, withoutValue: false, against: "term" } : undefined;
}

function latenessOfShare(fact: string, test: ShareTest, over: string | undefined, limitSeconds?: number): Bound {
  const withoutValue = over !== undefined;
  switch (test.is) {
    case "under-limit":
    case "within-limit": {
      const limit = (limitSeconds ?? test.limitSeconds) * 1000;
      const bound = test.is === "under-limit" ? limit : limit + 1;
      return { fact, beyond: ">=", bound, withoutValue, against: "limit" };
    }
    case "not-negative":
      return { fact, beyond: "<", bound: 0, withoutValue, against: "term" };
    case "zero":
      return { fact, beyond: ">=", bound: 1, withoutValue, against: "limit" };
    default:
      return test satisfies never;
  }
}

/** The largest whole number not above the value, and the smallest not below it; targets are never negative. */
const below = ({ num, den }: Rational): number => Number(num / den);
const ceiling = ({ num, den }: Rational): number => Number((num + den - 1n) / den);
