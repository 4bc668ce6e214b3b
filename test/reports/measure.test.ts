import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Formula, ShareTest } from "../../reports/act.ts";
import { factsOf, wholeNumber } from "../../reports/facts.ts";
import { exactText, measured, passing, printedValue } from "../../reports/measure.ts";
import { integerSquareRoot, rational } from "../../reports/rational.ts";
import { factsFrom, measureOf } from "./measures.ts";

describe("formula by formula", () => {
  const facts = factsFrom([3600, 5400, 9000], { bad: 1, all: 8, lost: 0, none: 0 });
  const hours = { unit: "hours", divisor: 3600 } as const;
  const share = (test: Extract<Formula, { kind: "share" }>["test"], over?: string): Formula => ({
    kind: "share",
    of: "cases",
    test,
    ...(over !== undefined && { over }),
  });
  test.each([
    {
      says: "P80 of 3 cases is the third: 9000 / 3600",
      formula: { kind: "percentile", of: "cases", p: 80 },
      is: ["2.50", "5/2", 3],
      ...hours,
    },
    {
      says: "mean 18000 / 3 = 6000 s = 5/3 h",
      formula: { kind: "mean", of: "cases" },
      is: ["1.67", "5/3", 3],
      ...hours,
    },
    {
      says: "one of three lies under 4 s, in ms",
      formula: share({ is: "under-limit", limitSeconds: 4 }),
      is: ["33.33", "100/3", 3],
    },
    {
      says: "of eight that count",
      formula: share({ is: "under-limit", limitSeconds: 4 }, "all"),
      is: ["12.50", "25/2", 8],
    },
    { says: "none is zero", formula: share({ is: "zero" }), is: ["0.00", "0", 3] },
    { says: "1 of 8", formula: { kind: "ratio", numerator: "bad", denominator: "all" }, is: ["12.50", "25/2", 8] },
    {
      says: "nothing lost of 8 is 0, not n.d.",
      formula: { kind: "ratio", numerator: "lost", denominator: "all" },
      is: ["0.00", "0", 8],
    },
    {
      says: "a fact that no row gave is 0",
      formula: { kind: "ratio", numerator: "absent", denominator: "all" },
      is: ["0.00", "0", 8],
    },
    { says: "1 of 0 is n.d.", formula: { kind: "ratio", numerator: "bad", denominator: "none" }, is: [null, null, 0] },
    {
      says: "a percentile of nothing is n.d.",
      formula: { kind: "percentile", of: "absent", p: 95 },
      is: [null, null, 0],
    },
    { says: "a mean of nothing is n.d.", formula: { kind: "mean", of: "absent" }, is: [null, null, 0] },
    { says: "a deviation of nothing is n.d.", formula: { kind: "deviation", of: "absent" }, is: [null, null, 0] },
    {
      says: "a share of nothing is n.d.",
      formula: { kind: "share", of: "absent", test: { is: "zero" } },
      is: [null, null, 0],
    },
    { says: "three cases", formula: { kind: "count", of: "cases" }, is: ["3.00", "3", 3] },
    { says: "no case counts as 0", formula: { kind: "count", of: "absent" }, is: ["0.00", "0", 0] },
  ] as const)("$formula.kind: $says", ({ formula, is, ...unit }) => {
    const { says: _, ...changes } = unit as { says: string };
    const measure = measureOf(formula as Formula, changes);
    const result = measured(measure, facts);
    expect([printedValue(measure, result), exactText(result), result.cases]).toEqual(is);
  });

  test("the count that an act names is printed as the number of cases", () => {
    const measure = measureOf({ kind: "ratio", numerator: "bad", denominator: "all" }, { cases: "bad" });
    expect(measured(measure, facts).cases).toBe(1);
  });
});

describe("limits, just below, at and just above", () => {
  test.each<readonly [ShareTest, number | undefined, readonly (readonly [value: number, passes: boolean])[]]>([
    [
      { is: "under-limit", limitSeconds: 20 },
      undefined,
      [
        [19_999, true],
        [20_000, false],
        [20_001, false],
      ],
    ],
    [
      { is: "within-limit", limitSeconds: 20 },
      undefined,
      [
        [19_999, true],
        [20_000, true],
        [20_001, false],
      ],
    ],
    [
      { is: "under-limit", limitSeconds: 20 },
      10,
      [
        [9_999, true],
        [10_000, false],
        [10_001, false],
      ],
    ],
    [
      { is: "not-negative" },
      undefined,
      [
        [-1, false],
        [0, true],
        [1, true],
      ],
    ],
    [
      { is: "zero" },
      undefined,
      [
        [-1, false],
        [0, true],
        [1, false],
      ],
    ],
  ])("%o with the target's limit %s", (limit, ofTarget, values) => {
    const passes = passing(limit, ofTarget);
    expect(values.map(([value]) => [value, passes(value)])).toEqual(values);
  });
});

describe("a standard deviation", () => {
  const deviation = measureOf({ kind: "deviation", of: "cases" }, { unit: "kbit/s" });
  const printed = (values: readonly number[], divisor = 1) => {
    const measure = { ...deviation, divisor };
    return printedValue(measure, measured(measure, factsFrom(values)));
  };

  test.each([
    { values: [2, 4, 4, 4, 5, 5, 7, 9], text: "2.00", why: "V = 4" },
    { values: [1, 2], text: "0.50", why: "V = 1/4" },
    { values: [0, 0, 1], text: "0.47", why: "V = 2/9, root 0.4714..." },
    { values: [0, 1, 5], text: "2.16", why: "V = 14/3, root 2.1602..." },
    { values: [5], text: "0.00", why: "V = 0" },
  ])("of $values is $text: $why", ({ values, text }) => expect(printed(values)).toBe(text));

  test("in ms from microseconds is a thousandth: of 1000 and 2000 it is 0.50", () => {
    expect(printed([1000, 2000], 1000)).toBe("0.50");
  });

  test("has no exact fraction to print", () => {
    expect(exactText(measured(deviation, factsFrom([1, 2])))).toBeNull();
  });

  test("of a sample, where an act says so, divides by n - 1: of 1 and 2 it is the root of 1/2; one case has none", () => {
    const sample = measureOf({ kind: "deviation", of: "cases", divisor: "n-1" }, { unit: "kbit/s" });
    expect(printedValue(sample, measured(sample, factsFrom([1, 2])))).toBe("0.71");
    expect(printedValue(sample, measured(sample, factsFrom([1])))).toBeNull();
  });

  test("is rounded half up at the half itself: of 0 and 1.01 it is 0.505, printed 0.51", () => {
    expect(printed([0, 1010], 1000)).toBe("0.51");
    expect(printed([0, 1009], 1000)).toBe("0.50");
  });

  test("is always floor((isqrt(floor(4 V 10^2d)) + 1) / 2) / 10^d of the variance by its definition", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 20 }), (values) => {
        const n = BigInt(values.length);
        const sum = values.reduce((total, value) => total + BigInt(value), 0n);
        // V = Σ (n x - Σx)² / n³
        const squares = values.reduce((total, value) => total + (n * BigInt(value) - sum) ** 2n, 0n);
        const hundredths = (integerSquareRoot((4n * squares * 10_000n) / n ** 3n) + 1n) / 2n;
        expect(printed(values)).toBe(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`);
      }),
    );
  });
});

describe("facts", () => {
  test("add up by name: values to distributions, counts to fractions, rows left out by reason", () => {
    const facts = factsOf([
      { fact: "days", value: 3, count: rational(2) },
      { fact: "days", value: 3, count: rational(1) },
      { fact: "lines", value: null, count: rational(1, 6) },
      { fact: "lines", value: null, count: rational(1, 3) },
      { fact: "cancelled", value: undefined, count: rational(4) },
      { fact: "cancelled", value: undefined, count: rational(1) },
    ]);
    expect(facts.distributions.get("days")).toEqual({ values: [3], counts: [3] });
    expect(facts.counts.get("lines")).toEqual(rational(1, 2));
    expect(facts.excluded.get("cancelled")).toBe(5);
  });

  test("a count is whole and safe, or it is refused", () => {
    expect(wholeNumber(rational(2n ** 53n - 1n))).toBe(2 ** 53 - 1);
    expect(() => wholeNumber(rational(2n ** 53n))).toThrow(RangeError);
    expect(() => wholeNumber(rational(1, 2))).toThrow(RangeError);
  });
});
