/**
 * How many more bad cases would turn a met target into a missed one, the cases there are being kept: the smallest k >= 1
 * that does. All in integers: n (1 - p/100) in floats is wrong for one n in five.
 */
import type { Measure } from "./act.ts";
import { holds } from "./comparator.ts";
import { countWhere } from "./distribution.ts";
import type { Measured } from "./measure.ts";
import { compare, type Rational, rational } from "./rational.ts";
import type { Comparator } from "./report-model.ts";

/** Undefined where a bad case has no fixed effect (means, deviations) or no number of them would do. */
export function casesToTurn(
  measure: Measure,
  result: Measured,
  target: Rational,
  comparator: Comparator,
): bigint | undefined {
  const { formula } = measure;
  const strict = comparator === "<" || comparator === ">";
  switch (formula.kind) {
    case "percentile": {
      if (result.distribution === undefined) return undefined;
      // No day, second or kbit/s lies below zero: nothing could fall short of it.
      if (comparator === ">=" && target.num <= 0n) return undefined;
      const n = BigInt(result.cases);
      const isGood = (value: number) => holds(compare(rational(value, measure.divisor), target), comparator);
      const good = countWhere(result.distribution, isGood);
      const p = BigInt(formula.p);
      if (formula.rank === "lower")
        return comparator.startsWith("<") ? ofUpperByLowerRank(p, n, good) : ofLowerByLowerRank(p, n, n - good);
      return comparator.startsWith("<") ? ofUpperPercentile(p, n, good) : ofLowerPercentile(p, n, n - good);
    }
    case "share":
      if (!result.numerator || !result.denominator || !comparator.startsWith(">")) return undefined;
      return ofShare(result.numerator, result.denominator, target, strict);
    case "ratio":
      if (formula.badCaseAdds === undefined || !result.numerator || !result.denominator || !comparator.startsWith("<"))
        return undefined;
      return formula.badCaseAdds === "to-numerator"
        ? ofRate(result.numerator, result.denominator, target, strict)
        : ofBadShare(result.numerator, result.denominator, target, strict);
    case "mean":
    case "deviation":
    case "count":
      return undefined;
    default:
      return formula satisfies never;
  }
}

/** Bad values stand above: met while the rank ceil(p (n + k) / 100) is not past the good ones. */
function ofUpperPercentile(p: bigint, n: bigint, good: bigint): bigint {
  return (100n * good - p * n) / p + 1n;
}

/** Bad values stand below: met while the rank is past the bad ones; 100 % of a percentile 100 can never fail so. */
function ofLowerPercentile(p: bigint, n: bigint, bad: bigint): bigint | undefined {
  return p === 100n ? undefined : ceiling(rational(p * n - 100n * bad, 100n - p));
}

/** By the rank floor(p (n + k) / 100), which no bad value may reach; the first rank is never less than 1. */
function ofUpperByLowerRank(p: bigint, n: bigint, good: bigint): bigint {
  return ceiling(rational(100n * (good + 1n) - p * n, p));
}

function ofLowerByLowerRank(p: bigint, n: bigint, bad: bigint): bigint | undefined {
  return p === 100n ? undefined : firstBeyond(rational(p * n - 100n * (bad + 1n), 100n - p), false);
}

/** 100 good / (n + k) against a target to reach. */
function ofShare(good: Rational, n: Rational, target: Rational, strict: boolean): bigint | undefined {
  if (target.num <= 0n) return undefined;
  const most = rational(100n * good.num * target.den, good.den * target.num);
  const room = rational(most.num * n.den - n.num * most.den, most.den * n.den);
  return firstBeyond(room, strict);
}

/** 100 (f + k) / n against a target not to pass; n does not grow. */
function ofRate(f: Rational, n: Rational, target: Rational, strict: boolean): bigint {
  const most = rational(target.num * n.num, 100n * target.den * n.den);
  return firstBeyond(rational(most.num * f.den - f.num * most.den, most.den * f.den), strict);
}

/** 100 (f + k) / (n + k) against a target not to pass. */
function ofBadShare(f: Rational, n: Rational, target: Rational, strict: boolean): bigint | undefined {
  const rest = 100n * target.den - target.num;
  if (rest <= 0n) return undefined;
  const room = rational(target.num * n.num * f.den - 100n * target.den * f.num * n.den, n.den * f.den * rest);
  return firstBeyond(room, strict);
}

/** The smallest whole k >= 1 past `room`, or reaching it where the comparator is strict. */
function firstBeyond(room: Rational, strict: boolean): bigint {
  const k = strict ? ceiling(room) : floor(room) + 1n;
  return k < 1n ? 1n : k;
}

function floor({ num, den }: Rational): bigint {
  return num >= 0n ? num / den : -((-num + den - 1n) / den);
}

function ceiling(value: Rational): bigint {
  return -floor({ num: -value.num, den: value.den });
}
