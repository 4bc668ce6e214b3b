import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compare,
  decimalText,
  divide,
  integerSquareRoot,
  multiply,
  parseDecimal,
  parseRational,
  rational,
  rationalText,
  roundedText,
  subtract,
} from "../../reports/rational.ts";

describe("a fraction is kept reduced, with a positive denominator", () => {
  test.each([
    [4n, 6n, "2/3"],
    [-4n, 6n, "-2/3"],
    [4n, -6n, "-2/3"],
    [-4n, -6n, "2/3"],
    [0n, -6n, "0"],
    [12n, 4n, "3"],
    [2n ** 63n, 2n ** 62n, "2"],
  ])("%s / %s is %s", (num, den, text) => {
    expect(rationalText(rational(num, den))).toBe(text);
    expect(parseRational(text)).toEqual(rational(num, den));
  });

  test("nothing is divided by zero", () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError);
  });

  test.each(["", "1/0", "1.5", "1/-2", "+1", "1 / 2"])("%j is not read as a fraction", (text) => {
    expect(() => parseRational(text)).toThrow(RangeError);
  });
});

describe("arithmetic is exact", () => {
  const [third, sixth] = [rational(1, 3), rational(1, 6)];
  test.each([
    ["1/3 + 1/6", add(third, sixth), "1/2"],
    ["1/6 - 1/3", subtract(sixth, third), "-1/6"],
    ["1/3 x 1/6", multiply(third, sixth), "1/18"],
    ["1/3 : 1/6", divide(third, sixth), "2"],
    ["0.1 + 0.2", add(parseDecimal("0.1"), parseDecimal("0.2")), "3/10"],
  ])("%s", (_, result, text) => expect(rationalText(result)).toBe(text));

  test("order is that of cross products, beyond what a float tells apart", () => {
    const [less, more] = [rational(10n ** 20n, 3n), rational(10n ** 20n + 1n, 3n)];
    expect(Number(less.num) === Number(more.num)).toBe(true);
    expect([compare(less, more), compare(more, less), compare(less, less)]).toEqual([-1, 1, 0]);
  });
});

describe("a value is rounded half up", () => {
  test.each([
    // value, decimals, printed: n - 1, n and n + 1 around each half
    ["0.994", 2, "0.99"],
    ["0.995", 2, "1.00"],
    ["0.996", 2, "1.00"],
    ["12.4949999999999999999", 2, "12.49"],
    ["12.495", 2, "12.50"],
    ["12.4950000000000000001", 2, "12.50"],
    ["1.005", 2, "1.01"],
    ["2.675", 2, "2.68"],
    ["0.49", 0, "0"],
    ["0.5", 0, "1"],
    ["1.5", 0, "2"],
    ["2.5", 0, "3"],
    ["0.004", 2, "0.00"],
    ["0.005", 2, "0.01"],
    ["0", 2, "0.00"],
    ["99.995", 2, "100.00"],
    ["-0.004", 2, "0.00"],
    ["-0.005", 2, "-0.01"],
    ["-1.004", 2, "-1.00"],
    ["-1.005", 2, "-1.01"],
    ["-2.5", 0, "-3"],
  ])("%s to %i decimals is %s", (value, decimals, printed) => {
    expect(roundedText(parseDecimal(value), decimals)).toBe(printed);
  });

  test("the printed value of any fraction is the nearest one of its decimals", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 12n), fc.nat(6), (num, den, decimals) => {
        const value = rational(num, den);
        const off = subtract(parseDecimal(roundedText(value, decimals)), value);
        const half = rational(1n, 2n * 10n ** BigInt(decimals));
        expect(compare(off.num < 0n ? rational(-off.num, off.den) : off, half)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each([
    [0n, 2, "0.00"],
    [5n, 2, "0.05"],
    [-5n, 2, "-0.05"],
    [1250n, 2, "12.50"],
    [7n, 0, "7"],
  ])("%s units of the last of %i decimals are written %s", (units, decimals, text) => {
    expect(decimalText(units, decimals)).toBe(text);
  });

  test.each(["1,5", "1.", ".5", "1e3", "+1", "", " 1"])("%j is not read as a decimal", (text) => {
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });
});

describe("the integer square root", () => {
  test.each([0n, 1n, 2n, 3n, 10n, 94_906_266n, 2n ** 31n, 10n ** 25n])(
    "is right just below, at and above %s squared",
    (root) => {
      const square = root * root;
      expect(integerSquareRoot(square)).toBe(root);
      expect(integerSquareRoot(square + 2n * root)).toBe(root);
      expect(integerSquareRoot(square + 2n * root + 1n)).toBe(root + 1n);
      if (root > 0n) expect(integerSquareRoot(square - 1n)).toBe(root - 1n);
    },
  );

  test("of any integer r is the one with r r <= value < (r + 1) (r + 1)", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 60n), (value) => {
        const root = integerSquareRoot(value);
        expect(root * root <= value && value < (root + 1n) * (root + 1n)).toBe(true);
      }),
    );
  });

  test("a negative number has none", () => expect(() => integerSquareRoot(-1n)).toThrow(RangeError));
});
