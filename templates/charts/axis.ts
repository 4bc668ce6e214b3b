/** An axis: from exact values to whole hundredths of a point, with ticks at round numbers. */
import { compare, divide, multiply, type Rational, rational, roundedText, subtract } from "../../reports/rational.ts";
import { decimalWords } from "../number-format.ts";
import type { Hundredths } from "./svg.ts";

export interface Axis {
  readonly lowest: Rational;
  readonly highest: Rational;
  readonly ticks: readonly Tick[];
  /** Where a value within the axis stands, from its beginning; half up. */
  place(value: Rational): Hundredths;
  /** The same for whole values of which `divisor` make one of the axis, without a fraction for each of a million. */
  placeWhole(divisor: number): (value: number) => Hundredths;
}

export interface Tick {
  readonly at: Hundredths;
  readonly words: string;
}

const mantissas = [1n, 2n, 5n] as const;

/**
 * Spans both values, widened to round numbers, on `length` hundredths with `steps` steps at most. Equal values get a
 * step of one around them.
 */
export function axisOver(low: Rational, high: Rational, length: Hundredths, steps: number): Axis {
  if (compare(low, high) > 0) throw new RangeError("the axis ends before it begins");
  const step = roundStep(subtract(high, low), BigInt(steps));
  const first = floorOf(divide(low, step));
  const above = ceilOf(divide(high, step));
  const last = above > first ? above : first + 1n;
  const span = last - first;
  const lowest = multiply(step, rational(first));
  const highest = multiply(step, rational(last));
  const placeOver = (den: bigint) => {
    const reach = subtract(highest, lowest);
    const [scale, whole] = [2n * BigInt(length) * reach.den, den * lowest.den * reach.num];
    return (num: bigint) => Number(flooredQuotient(scale * (num * lowest.den - lowest.num * den) + whole, 2n * whole));
  };
  const place = ({ num, den }: Rational): Hundredths => placeOver(den)(num);
  const placeWhole = (divisor: number) => {
    const at = placeOver(BigInt(divisor));
    return (value: number) => at(BigInt(value));
  };
  const decimals = decimalsOf(step);
  const ticks = Array.from({ length: Number(span) + 1 }, (_, index) => {
    const value = multiply(step, rational(first + BigInt(index)));
    return { at: place(value), words: decimalWords(roundedText(value, decimals)) };
  });
  return { lowest, highest, ticks, place, placeWhole };
}

/** The smallest of 1, 2, 5 times a power of ten of which `steps` reach over the span, with one to spare at the ends. */
function roundStep(span: Rational, steps: bigint): Rational {
  if (span.num === 0n) return rational(1n);
  for (let power = -6; power < 18; power++)
    for (const mantissa of mantissas) {
      const step = power < 0 ? rational(mantissa, 10n ** BigInt(-power)) : rational(mantissa * 10n ** BigInt(power));
      if (compare(multiply(step, rational(steps)), span) >= 0) return step;
    }
  throw new RangeError("the axis spans more than any quantity has");
}

function decimalsOf({ den }: Rational): number {
  let decimals = 0;
  for (let power = 1n; power % den !== 0n; power *= 10n) decimals += 1;
  return decimals;
}

function floorOf({ num, den }: Rational): bigint {
  return flooredQuotient(num, den);
}

/** Of a positive divisor. */
function flooredQuotient(num: bigint, den: bigint): bigint {
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
}

function ceilOf({ num, den }: Rational): bigint {
  return -flooredQuotient(-num, den);
}
