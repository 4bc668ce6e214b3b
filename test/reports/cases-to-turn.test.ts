/** The number of bad cases that turn an outcome, against adding them one at a time. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Formula, Measure } from "../../reports/act.ts";
import { casesToTurn } from "../../reports/cases-to-turn.ts";
import { holds } from "../../reports/comparator.ts";
import type { Facts } from "../../reports/facts.ts";
import { measured } from "../../reports/measure.ts";
import { compare, parseDecimal, type Rational, rational } from "../../reports/rational.ts";
import type { Comparator } from "../../reports/report-model.ts";
import { factsFrom, measureOf } from "./measures.ts";

/** More than the sizes below can ask for, unless no number of cases would do. */
const patience = 3000;

interface World {
  readonly measure: Measure;
  /** The facts with k bad cases more. */
  readonly withBad: (k: number) => Facts;
  readonly target: Rational;
  readonly comparator: Comparator;
}

function isMet({ measure, withBad, target, comparator }: World, k: number): boolean {
  const { exact } = measured(measure, withBad(k));
  return exact !== undefined && holds(compare(exact, target), comparator);
}

/** Holds the formula against the first k for which the outcome really is another; once turned it stays so. */
function expectFirstTurn(world: World): void {
  if (!isMet(world, 0)) return;
  const claimed = casesToTurn(world.measure, measured(world.measure, world.withBad(0)), world.target, world.comparator);
  if (claimed === undefined) {
    expect(isMet(world, patience)).toBe(true);
    return;
  }
  const k = Number(claimed);
  expect(k).toBeGreaterThanOrEqual(1);
  expect([isMet(world, k - 1), isMet(world, k), isMet(world, k + 1)]).toEqual([true, false, false]);
}

const few = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 25 });
const percents = fc.integer({ min: 0, max: 1100 }).map((tenths) => rational(tenths, 10));
const below = fc.constantFrom<Comparator>("<", "<=");
const above = fc.constantFrom<Comparator>(">", ">=");
const byRank = fc.constantFrom<{ readonly rank?: "lower" }>({}, { rank: "lower" });

describe("k - 1 bad cases more keep the target met, k turn it", () => {
  test("an upper percentile: bad cases are longer ones", () => {
    const p = fc.constantFrom(5, 50, 80, 95, 99, 100);
    fc.assert(
      fc.property(
        few,
        p,
        fc.integer({ min: 0, max: 10 }),
        below,
        byRank,
        (values, percentile, target, comparator, rank) => {
          const measure = measureOf({ kind: "percentile", of: "cases", p: percentile, ...rank });
          const withBad = (k: number) => factsFrom([...values, ...Array<number>(k).fill(99)]);
          expectFirstTurn({ measure, withBad, target: rational(target), comparator });
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a lower percentile: bad cases are slower ones", () => {
    const p = fc.constantFrom(1, 5, 50, 95, 100);
    fc.assert(
      fc.property(
        few,
        p,
        fc.integer({ min: 1, max: 10 }),
        above,
        byRank,
        (values, percentile, target, comparator, rank) => {
          const measure = measureOf({ kind: "percentile", of: "cases", p: percentile, ...rank }, { better: "higher" });
          const withBad = (k: number) => factsFrom([...values, ...Array<number>(k).fill(0)]);
          expectFirstTurn({ measure, withBad, target: rational(target), comparator });
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a percentile in hours from seconds, around the target itself", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(3599, 3600, 3601), { minLength: 1, maxLength: 40 }),
        below,
        (seconds, comparator) => {
          const measure = measureOf({ kind: "percentile", of: "cases", p: 80 }, { unit: "hours", divisor: 3600 });
          const withBad = (k: number) => factsFrom([...seconds, ...Array<number>(k).fill(99_999)]);
          expectFirstTurn({ measure, withBad, target: rational(1), comparator });
        },
      ),
    );
  });

  test("a share: a bad case adds to the denominator alone", () => {
    const formula: Formula = { kind: "share", of: "cases", test: { is: "not-negative" } };
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), percents, above, (good, bad, target, comparator) => {
        const measure = measureOf(formula, { better: "higher" });
        const withBad = (k: number) => factsFrom([...Array<number>(good).fill(1), ...Array<number>(bad + k).fill(-1)]);
        expectFirstTurn({ measure, withBad, target, comparator });
      }),
      { numRuns: 1000 },
    );
  });

  test("a rate over lines: a bad case adds to the numerator alone", () => {
    const formula: Formula = { kind: "ratio", numerator: "bad", denominator: "all", badCaseAdds: "to-numerator" };
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 60 }), percents, below, (bad, all, target, comparator) => {
        const withBad = (k: number) => factsFrom([], { bad: bad + k, all });
        expectFirstTurn({ measure: measureOf(formula), withBad, target, comparator });
      }),
      { numRuns: 1000 },
    );
  });

  test("a share of bad ones: a bad case adds to both", () => {
    const formula: Formula = { kind: "ratio", numerator: "bad", denominator: "all", badCaseAdds: "to-both" };
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), percents, below, (bad, rest, target, comparator) => {
        const withBad = (k: number) => factsFrom([], { bad: bad + k, all: bad + rest + k });
        expectFirstTurn({ measure: measureOf(formula), withBad, target, comparator });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("written out", () => {
  const upper = measureOf({ kind: "percentile", of: "cases", p: 80 });
  const turn = (measure: Measure, facts: Facts, target: string, comparator: Comparator) =>
    casesToTurn(measure, measured(measure, facts), parseDecimal(target), comparator);

  test.each([
    // The rank among 10 + k is ceil(0,8 (10 + k)); it leaves the ten good ones once 0,8 (10 + k) > 10, k > 2,5.
    { good: 10, k: 3n },
    // 0,8 (8 + k) > 8: k > 2; at k = 2 the rank is exactly 8.
    { good: 8, k: 3n },
    { good: 4, k: 2n },
    { good: 1, k: 1n },
  ])("P80 of $good good cases turns with $k bad ones", ({ good, k }) => {
    expect(turn(upper, factsFrom(Array<number>(good).fill(1)), "5", "<=")).toBe(k);
  });

  test("100 calls of which 85 in time keep 'at least 80 %' until 85 / (100 + k) < 0,80: k > 6,25", () => {
    const share = measureOf({ kind: "share", of: "cases", test: { is: "not-negative" } }, { better: "higher" });
    const calls = factsFrom([...Array<number>(85).fill(1), ...Array<number>(15).fill(-1)]);
    expect(turn(share, calls, "80", ">=")).toBe(7n);
  });

  test("40 faults on 1000 lines keep 'at most 5 %' with 50 and no longer with 51", () => {
    const rate = measureOf({ kind: "ratio", numerator: "bad", denominator: "all", badCaseAdds: "to-numerator" });
    const facts = factsFrom([], { bad: 40, all: 1000 });
    expect(turn(rate, facts, "5", "<=")).toBe(11n);
    expect(turn(rate, facts, "5", "<")).toBe(10n);
  });

  test.each([
    ["a mean", { kind: "mean", of: "cases" }],
    ["a deviation", { kind: "deviation", of: "cases" }],
    ["a count", { kind: "count", of: "cases" }],
    ["a ratio of other things than cases", { kind: "ratio", numerator: "bad", denominator: "all" }],
  ] as const)("%s has none: a bad case has no fixed effect on it", (_, formula) => {
    expect(turn(measureOf(formula), factsFrom([1, 2], { bad: 1, all: 2 }), "50", "<=")).toBeUndefined();
  });

  test("no slower test exists than one of 0 kbit/s, so 'not less than 0' cannot be turned", () => {
    const slow = measureOf({ kind: "percentile", of: "cases", p: 5 }, { better: "higher" });
    expect(turn(slow, factsFrom([0, 5]), "0", ">=")).toBeUndefined();
    expect(turn(slow, factsFrom([1, 5]), "0", ">")).toBe(1n);
  });
});
