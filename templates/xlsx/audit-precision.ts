/**
 * Whether a spreadsheet's numbers, of 53 bits and compared by their first 15 digits, can tell the printed digit and the
 * outcome of an exact value: decided here on the exact value itself, so that no formula is trusted near a half.
 */
import { integerSquareRoot, type Rational } from "../../reports/rational.ts";

/** `plain`: the quotient, rounded; `integers`: rounded without ever leaving them; `halfway`: nothing in the sheet can tell. */
export type Precision = "plain" | "integers" | "halfway";

/** Integers below it are held exactly, and so are sums and products that stay below it. */
const exactBelow = 2n ** 53n;
/** Spreadsheets round to 15 digits before they compare or cut: whole numbers are told apart below this. */
const digitsBelow = 10n ** 15n;

/** A value N/D, or the root of N/D over `rootDivisor`, as a sheet computes it. */
export interface SheetQuotient {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** The quotient of two integers, and of nothing that was rounded before. */
  readonly isSingle: boolean;
  /** For a standard deviation: what its root is divided by. */
  readonly rootDivisor?: number;
}

export function areHeldExactly(...integers: readonly bigint[]): boolean {
  return integers.every((integer) => integer < exactBelow && integer > -exactBelow);
}

export function roundingPrecision(value: SheetQuotient, decimals: number): Precision {
  const { numerator, denominator, isSingle, rootDivisor } = value;
  const scale = 10n ** BigInt(decimals);
  if (rootDivisor !== undefined) return rootPrecision(value, scale);
  const size = numerator < 0n ? -numerator : numerator;
  const units = (size * scale) / denominator;
  // Twice the distance from the half between two printed values, over the denominator.
  const distance = absolute(2n * size * scale - (2n * units + 1n) * denominator);
  const isExact = isSingle && areHeldExactly(size, denominator);
  if (distance === 0n && isExact) return "plain";
  const tolerance = isExact ? 10n ** 14n : 10n ** 11n;
  if (distance * tolerance > 2n * denominator * (units + 1n)) return "plain";
  // A cut at a whole number errs where it is nearer than half of the fifteenth digit: 1/(2 D) must be more than that.
  const fits = numerator >= 0n && size < digitsBelow && denominator < 10n ** 11n;
  return fits ? "integers" : "halfway";
}

/** Twelve digits beyond the printed ones; a root that is a half to the letter is one in the sheet too. */
function rootPrecision(value: SheetQuotient, scale: bigint): Precision {
  const { numerator, denominator, rootDivisor = 1 } = value;
  const finer = 10n ** 12n;
  const below = denominator * BigInt(rootDivisor) ** 2n;
  const root = integerSquareRoot((numerator * (scale * finer) ** 2n) / below);
  const units = root / finer;
  const half = 2n * units + 1n;
  if (4n * scale * scale * numerator === half * half * below && areHeldExactly(numerator, denominator)) return "plain";
  const distance = absolute(2n * (root % finer) - finer);
  return distance * 100n > 400n + units ? "plain" : "halfway";
}

/** The same for the comparison with a target, which is no less than 0. */
export function comparisonPrecision(value: SheetQuotient, target: Rational): Precision {
  const { numerator, denominator, isSingle, rootDivisor } = value;
  const isRoot = rootDivisor !== undefined;
  const bound = isRoot ? target.num ** 2n : target.num;
  const left = numerator * (isRoot ? target.den ** 2n : target.den);
  const right = bound * denominator * BigInt(rootDivisor ?? 1) ** 2n;
  const isExact = areHeldExactly(numerator, denominator);
  if (right === 0n) return "plain";
  if (left === right && isExact && isSingle) return "plain";
  if (absolute(left - right) * 10n ** (isExact ? 13n : 11n) > right) return "plain";
  return !isRoot && left < digitsBelow && right < digitsBelow ? "integers" : "halfway";
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
