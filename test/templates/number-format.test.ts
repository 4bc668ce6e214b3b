import { describe, expect, test } from "vitest";
import {
  dateWords,
  decimalWords,
  fractionWords,
  integerWords,
  marginWords,
  shortDateWords,
} from "../../templates/number-format.ts";

describe("a decimal in Italian", () => {
  test.each([
    ["0", "0"],
    ["7.00", "7,00"],
    ["999.5", "999,5"],
    ["1234.5", "1.234,5"],
    ["1000000", "1.000.000"],
    ["-1234.50", "−1.234,50"],
    ["123456789012345678901234567890.1", "123.456.789.012.345.678.901.234.567.890,1"],
  ])("%s is printed %s", (decimal, printed) => {
    expect(decimalWords(decimal)).toBe(printed);
  });

  test.each(["", "1,5", "1e3", ".5", "1.", "NaN"])("%j is refused", (text) => {
    expect(() => decimalWords(text)).toThrow(RangeError);
  });
});

describe("a whole number in Italian", () => {
  test("thousands are set apart", () => {
    expect(integerWords(1204)).toBe("1.204");
  });

  test.each([1.5, Number.NaN, 2 ** 53])("%d is refused: it is no exact count", (value) => {
    expect(() => integerWords(value)).toThrow(RangeError);
  });
});

describe("an exact fraction", () => {
  test.each([
    ["2/3", 2, "0,67"],
    // 1/200 = 0,005 exactly: half goes up.
    ["1/200", 2, "0,01"],
    ["57999/1000", 3, "57,999"],
    ["1234567/1", 0, "1.234.567"],
  ])("%s with %i decimals is %s", (exact, decimals, printed) => {
    expect(fractionWords(exact, decimals)).toBe(printed);
  });
});

describe("a margin", () => {
  test.each([
    ["0", "0,00"],
    ["17/4", "+4,25"],
    ["-3/20", "−0,15"],
    ["1606/100", "+16,06"],
    // Two decimals would print a zero, as if the target had been hit to the letter.
    ["1/1000", "+0,001"],
    ["-1/30000", "−0,00003"],
    // 1/200 rounds to a visible 0,01.
    ["1/200", "+0,01"],
  ])("%s is printed %s", (exact, printed) => {
    expect(marginWords(exact)).toBe(printed);
  });
});

test("dates are printed with and without leading zeros", () => {
  expect(dateWords("2006-07-12")).toBe("12/07/2006");
  expect(shortDateWords("2026-01-01")).toBe("1/1/2026");
  expect(() => dateWords("2026-1-1")).toThrow(RangeError);
});
