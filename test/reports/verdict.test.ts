import { describe, expect, test } from "vitest";
import { measured } from "../../reports/measure.ts";
import { parseDecimal, rationalText } from "../../reports/rational.ts";
import type { Comparator } from "../../reports/report-model.ts";
import { judge, judgedComparator } from "../../reports/verdict.ts";
import { factsFrom, measureOf } from "./measures.ts";

describe("the comparator", () => {
  test.each([
    ["lower", "bare", "<=", false],
    ["lower", "<", "<", false],
    ["lower", "<=", "<=", false],
    ["lower", ">", "<=", true],
    ["lower", ">=", "<=", true],
    ["higher", "bare", ">=", false],
    ["higher", ">", ">", false],
    ["higher", ">=", ">=", false],
    // Cielo 3.4.3: "inferiore al 82 %" of the calls answered in time.
    ["higher", "<", ">=", true],
    ["higher", "<=", ">=", true],
    ["neither", "<", "<", false],
    ["neither", ">", ">", false],
  ] as const)(
    "where %s is better and the charter prints %s is %s, conflict %s",
    (better, printed, comparator, conflict) => {
      const measure = measureOf({ kind: "mean", of: "cases" }, { better });
      expect(judgedComparator(measure, printed)).toEqual({ comparator, conflict });
    },
  );
});

describe("a mean of 4.00 (cases 3, 4, 5)", () => {
  const measure = measureOf({ kind: "mean", of: "cases" });
  const result = measured(measure, factsFrom([3, 4, 5]));
  test.each([
    ["<", "3.99", "missed", "-1/100"],
    ["<", "4", "missed", "0"],
    ["<", "4.01", "met", "1/100"],
    ["<=", "3.99", "missed", "-1/100"],
    ["<=", "4", "met", "0"],
    ["<=", "4.01", "met", "1/100"],
    [">", "3.99", "met", "1/100"],
    [">", "4", "missed", "0"],
    [">", "4.01", "missed", "-1/100"],
    [">=", "3.99", "met", "1/100"],
    [">=", "4", "met", "0"],
    [">=", "4.01", "missed", "-1/100"],
  ] as const)("against %s %s is %s with margin %s", (comparator, target, outcome, margin) => {
    const judgement = judge(measure, result, parseDecimal(target), comparator);
    expect(judgement.outcome).toBe(outcome);
    expect(judgement.margin && rationalText(judgement.margin)).toBe(margin);
  });
});

test("a value is judged as it is and not as it is printed: 20.004 misses 20.00 though both print 20.00", () => {
  const measure = measureOf({ kind: "mean", of: "cases" }, { divisor: 1000 });
  const result = measured(measure, factsFrom([20_004]));
  expect(judge(measure, result, parseDecimal("20.00"), "<=").outcome).toBe("missed");
});

describe("a standard deviation is judged by its square: of 0 and 3 it is 1.5, V = 9/4", () => {
  const measure = measureOf({ kind: "deviation", of: "cases" }, { unit: "kbit/s" });
  const result = measured(measure, factsFrom([0, 3]));
  test.each([
    ["<", "1.49", "missed"],
    ["<", "1.5", "missed"],
    ["<", "1.51", "met"],
    ["<=", "1.5", "met"],
    ["<=", "1.499999999999", "missed"],
  ] as const)("against %s %s it is %s, without a margin", (comparator, target, outcome) => {
    const judgement = judge(measure, result, parseDecimal(target), comparator);
    expect(judgement).toMatchObject({ outcome, margin: undefined, casesToTurn: undefined });
  });

  test("also where the root is irrational: of 0 and 0 and 1, V = 2/9 = 0.4714...² lies between two neighbours", () => {
    const third = measured(measure, factsFrom([0, 0, 1]));
    // 0.4714045² = 0.22222220262025, 0.4714046² = 0.22222229690116, 2/9 = 0.2222222222...
    expect(judge(measure, third, parseDecimal("0.4714045"), "<=").outcome).toBe("missed");
    expect(judge(measure, third, parseDecimal("0.4714046"), "<=").outcome).toBe("met");
  });
});

test.each(["<", "<=", ">", ">="] as const)(
  "without cases nothing is judged, by %s neither",
  (comparator: Comparator) => {
    const measure = measureOf({ kind: "mean", of: "cases" });
    const judgement = judge(measure, measured(measure, factsFrom([])), parseDecimal("1"), comparator);
    expect(judgement).toEqual({ comparator, outcome: "not_assessable", margin: undefined, casesToTurn: undefined });
  },
);

test("only a met target can be turned: a missed one has no cases to turn", () => {
  const measure = measureOf({ kind: "percentile", of: "cases", p: 95 });
  const result = measured(measure, factsFrom([5]));
  expect(judge(measure, result, parseDecimal("5"), "<=").casesToTurn).toBe(1n);
  expect(judge(measure, result, parseDecimal("4"), "<=").casesToTurn).toBeUndefined();
});
