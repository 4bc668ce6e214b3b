/**
 * An exact histogram of an integer quantity: how many cases have each value. Percentile, mean, standard deviation,
 * share and count all follow from it exactly, and two periods unite by adding. It holds no personal data.
 */
import { type Rational, rational } from "./rational.ts";

export interface Distribution {
  /** Distinct values, ascending, with their counts, all positive. Quantities and counts are safe integers. */
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

export const emptyDistribution: Distribution = { values: [], counts: [] };

/** From pairs in any order; equal values are added up. */
export function distribution(pairs: Iterable<readonly [value: number, count: number]>): Distribution {
  const counts = new Map<number, number>();
  for (const [value, count] of pairs) counts.set(safe(value), safe((counts.get(value) ?? 0) + count));
  const values = [...counts.keys()].filter((value) => counts.get(value) !== 0).sort((a, b) => a - b);
  return { values, counts: values.map((value) => counts.get(value) as number) };
}

/** From values already distinct and ascending, with their counts: nothing is sorted or looked up. */
export function sortedDistribution(values: readonly number[], counts: readonly number[]): Distribution {
  if (values.length !== counts.length) throw new RangeError(`${values.length} values with ${counts.length} counts`);
  for (const [i, value] of values.entries()) {
    if (i > 0 && value <= (values[i - 1] as number)) throw new RangeError(`${value} does not ascend`);
    safe(value);
    if (safe(counts[i] as number) <= 0) throw new RangeError(`${counts[i]} cases of ${value}`);
  }
  return { values, counts };
}

/** The union of the cases of both. */
export function mergeDistributions(a: Distribution, b: Distribution): Distribution {
  return distribution([...pairs(a), ...pairs(b)]);
}

export function* pairs(of: Distribution): Generator<readonly [number, number]> {
  for (const [i, value] of of.values.entries()) yield [value, of.counts[i] as number];
}

export function casesOf(of: Distribution): bigint {
  return of.counts.reduce((sum, count) => sum + BigInt(count), 0n);
}

/**
 * Rank of the p-th percentile among n cases by nearest rank, from 1: ceil(p n / 100), in integers because binary
 * fractions shift it for some p (0.07 x 100 is not 7). By the lower rank, which an operator may choose: floor(p n / 100),
 * and never below 1.
 */
export function percentileRank(p: number, n: bigint, rank: "nearest" | "lower" = "nearest"): bigint {
  if (!Number.isInteger(p) || p < 1 || p > 100) throw new RangeError(`${p} is no whole percentile`);
  if (rank === "nearest") return (BigInt(p) * n + 99n) / 100n;
  const lower = (BigInt(p) * n) / 100n;
  return lower < 1n ? 1n : lower;
}

/** The value of the case at that rank (from 1), cases in ascending order. */
export function valueAtRank(of: Distribution, rank: bigint): number {
  let seen = 0n;
  for (const [value, count] of pairs(of)) {
    seen += BigInt(count);
    if (seen >= rank) return value;
  }
  throw new RangeError(`rank ${rank} in ${seen} cases`);
}

/** No interpolation: always an observed value. Undefined without cases. */
export function percentile(of: Distribution, p: number, rank?: "lower"): number | undefined {
  const n = casesOf(of);
  return n === 0n ? undefined : valueAtRank(of, percentileRank(p, n, rank));
}

export function sumOf(of: Distribution): bigint {
  let sum = 0n;
  for (const [value, count] of pairs(of)) sum += BigInt(value) * BigInt(count);
  return sum;
}

export function mean(of: Distribution): Rational | undefined {
  const n = casesOf(of);
  return n === 0n ? undefined : rational(sumOf(of), n);
}

/** Variance of the population (divided by n), exact: (n Σx² − (Σx)²) / n². */
export function variance(of: Distribution): Rational | undefined {
  const n = casesOf(of);
  if (n === 0n) return undefined;
  let squares = 0n;
  for (const [value, count] of pairs(of)) squares += BigInt(value) * BigInt(value) * BigInt(count);
  const sum = sumOf(of);
  return rational(n * squares - sum * sum, n * n);
}

/** Variance of a sample (divided by n - 1), exact. Undefined under two cases. */
export function sampleVariance(of: Distribution): Rational | undefined {
  const n = casesOf(of);
  const ofPopulation = variance(of);
  return n < 2n || ofPopulation === undefined ? undefined : rational(ofPopulation.num * n, ofPopulation.den * (n - 1n));
}

/** How many cases pass. */
export function countWhere(of: Distribution, passes: (value: number) => boolean): bigint {
  let count = 0n;
  for (const [value, n] of pairs(of)) if (passes(value)) count += BigInt(n);
  return count;
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an exact integer`);
  return value;
}
