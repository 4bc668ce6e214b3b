/** Exact fractions: every published figure is one until it is printed. The denominator is positive and the fraction reduced. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  let [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError(`${n}/0 is no number`);
  if (d < 0n) [n, d] = [-n, -d];
  const divisor = gcd(n < 0n ? -n : n, d);
  return { num: n / divisor, den: d / divisor };
}

export const zero = rational(0n);

export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `"p/q"`, or `"p"` for an integer. */
export function rationalText(value: Rational): string {
  return value.den === 1n ? `${value.num}` : `${value.num}/${value.den}`;
}

/** Reads what rationalText writes. */
export function parseRational(text: string): Rational {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  if (match === null) throw new RangeError(`"${text}" is not a fraction p/q`);
  return rational(BigInt(match[1] as string), BigInt(match[2] ?? "1"));
}

/** Reads a decimal with a dot: `"0.80"`. */
export function parseDecimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new RangeError(`"${text}" is not a decimal`);
  const [, sign, whole, fraction = ""] = match;
  const magnitude = rational(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length));
  return sign === "-" ? rational(-magnitude.num, magnitude.den) : magnitude;
}

/** Reads a target, which is a decimal, or a fraction where no decimal says it: 20 minutes are 1/3 of an hour. */
export function parseBound(text: string): Rational {
  return text.includes("/") ? parseRational(text) : parseDecimal(text);
}

/** Rounded half up (away from zero below it) to that many decimals: `"12.50"`. */
export function roundedText(value: Rational, decimals: number): string {
  const negative = value.num < 0n;
  const magnitude = negative ? -value.num : value.num;
  const scaled = magnitude * 10n ** BigInt(decimals);
  const rounded = (2n * scaled + value.den) / (2n * value.den);
  return decimalText(negative ? -rounded : rounded, decimals);
}

/** An integer count of units of the last decimal as text: (1250, 2) is `"12.50"`. */
export function decimalText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return units < 0n ? `-${text}` : text;
}

/** The largest integer whose square is not greater: Newton's method on integers. */
export function integerSquareRoot(value: bigint): bigint {
  if (value < 0n) throw new RangeError(`${value} has no square root`);
  if (value < 2n) return value;
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
