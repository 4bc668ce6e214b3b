import { compare } from "./period.ts";

/** What a measure gives: the cases behind it, the printed decimal, and the exact fraction in the measure's unit. */
export interface Outcome {
  readonly cases: number;
  readonly value: string | null;
  readonly exact: string | null;
}

export function nothing(cases = 0): Outcome {
  return { cases, value: null, exact: null };
}

/** An exact fraction, rounded half up to `decimals`; nothing where the denominator is 0. */
export function fraction(numerator: bigint, denominator: bigint, decimals: number, cases: number): Outcome {
  if (denominator === 0n) return nothing(cases);
  const divisor = greatestCommonDivisor(numerator, denominator);
  const [p, q] = [numerator / divisor, denominator / divisor];
  const scaled = (2n * p * 10n ** BigInt(decimals) + q) / (2n * q);
  return { cases, value: decimalText(scaled, decimals), exact: q === 1n ? `${p}` : `${p}/${q}` };
}

/** A share in percent; its cases are the denominator unless other ones are named. */
export function percent(numerator: number | bigint, denominator: number | bigint, cases?: number): Outcome {
  return fraction(100n * BigInt(numerator), BigInt(denominator), 2, cases ?? Number(denominator));
}

/** The k-th smallest value, k = p n / 100 rounded up. `perUnit` is how many of the values make one printed unit. */
export function percentile(values: readonly bigint[], p: number, perUnit: bigint, decimals: number): Outcome {
  const sorted = [...values].sort(compare);
  const rank = Math.max(1, Number((BigInt(p) * BigInt(sorted.length) + 99n) / 100n));
  const value = sorted[rank - 1];
  return value === undefined ? nothing() : fraction(value, perUnit, decimals, sorted.length);
}

export function mean(values: readonly bigint[], perUnit: bigint, decimals: number): Outcome {
  return fraction(total(values), BigInt(values.length) * perUnit, decimals, values.length);
}

/** The standard deviation of the population, from its exact variance; it has no exact fraction. */
export function deviation(values: readonly bigint[], perUnit: bigint, decimals: number): Outcome {
  if (values.length === 0) return nothing();
  const n = BigInt(values.length);
  const sum = total(values);
  const numerator = n * total(values.map((value) => value * value)) - sum * sum;
  const denominator = (n * perUnit) ** 2n;
  const root = squareRoot((4n * numerator * 100n ** BigInt(decimals)) / denominator);
  return { cases: values.length, value: decimalText((root + 1n) / 2n, decimals), exact: null };
}

export function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** The largest integer whose square does not exceed n, found bit by bit from above. */
function squareRoot(n: bigint): bigint {
  let root = 0n;
  for (let bit = 1n << BigInt(n.toString(2).length >> 1); bit > 0n; bit >>= 1n) {
    if ((root + bit) * (root + bit) <= n) root += bit;
  }
  return root;
}

function decimalText(scaled: bigint, decimals: number): string {
  if (decimals === 0) return scaled.toString();
  const digits = scaled.toString().padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
