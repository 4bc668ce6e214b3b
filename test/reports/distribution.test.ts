import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  casesOf,
  countWhere,
  type Distribution,
  distribution,
  emptyDistribution,
  mean,
  mergeDistributions,
  pairs,
  percentile,
  percentileRank,
  sumOf,
  valueAtRank,
  variance,
} from "../../reports/distribution.ts";
import { rationalText } from "../../reports/rational.ts";

const percentiles = [5, 7, 14, 28, 55, 56, 80, 95, 99];
const of = (values: readonly number[]): Distribution => distribution(values.map((value) => [value, 1]));
const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

describe("a distribution", () => {
  test("adds up equal values, orders them and drops what nobody has", () => {
    expect(
      distribution([
        [7, 1],
        [3, 2],
        [7, 4],
        [5, 0],
      ]),
    ).toEqual({ values: [3, 7], counts: [2, 5] });
  });

  test.each([
    [0.5, 1],
    [1, 0.5],
    [2 ** 53, 1],
    [1, 2 ** 53],
    [Number.NaN, 1],
  ])("refuses the pair %d, %d, which is no exact integer", (value, count) =>
    expect(() => distribution([[value, count]])).toThrow(RangeError),
  );

  test("refuses counts whose sum is no longer exact", () => {
    expect(() =>
      distribution([
        [1, Number.MAX_SAFE_INTEGER],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });

  test("of nothing has no percentile, mean or variance, and no case", () => {
    expect([percentile(emptyDistribution, 95), mean(emptyDistribution), variance(emptyDistribution)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(casesOf(emptyDistribution)).toBe(0n);
  });

  test("has exact sums beyond 2^53", () => {
    const large = distribution([[Number.MAX_SAFE_INTEGER, 3]]);
    expect(sumOf(large)).toBe(3n * (2n ** 53n - 1n));
    expect(rationalText(variance(large) ?? { num: -1n, den: 1n })).toBe("0");
  });

  test("of 2, 4, 4, 4, 5, 5, 7, 9 has mean 40 / 8 = 5 and variance 232 / 8 - 25 = 4", () => {
    const eight = of([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([mean(eight), variance(eight)].map((value) => value && rationalText(value))).toEqual(["5", "4"]);
  });
});

describe("the rank of a percentile is the smallest r with 100 r >= p n", () => {
  test.each(percentiles)("P%i for n from 1 to 2000, against counting", (p) => {
    let rank = 0;
    for (let n = 1; n <= 2000; n++) {
      while (100 * rank < p * n) rank += 1;
      expect(percentileRank(p, BigInt(n))).toBe(BigInt(rank));
    }
  });

  test.each([
    { p: 7, n: 100, rank: 7n, trap: Math.ceil(0.07 * 100), says: 8 },
    { p: 14, n: 50, rank: 7n, trap: Math.ceil(0.14 * 50), says: 8 },
    { p: 28, n: 25, rank: 7n, trap: Math.ceil(0.28 * 25), says: 8 },
    { p: 55, n: 100, rank: 55n, trap: Math.ceil(0.55 * 100), says: 56 },
    { p: 56, n: 100, rank: 56n, trap: Math.ceil(0.56 * 100), says: 57 },
  ])("P$p of $n cases is case $rank, where floats say $says", ({ p, n, rank, trap, says }) => {
    expect(trap).toBe(says);
    expect(percentileRank(p, BigInt(n))).toBe(rank);
  });

  test.each([
    [80, 5, 1n],
    [80, 10, 2n],
    [80, 1000, 200n],
    [90, 10, 1n],
    [90, 100, 10n],
    [90, 1000, 100n],
  ])("P%i of %i cases leaves exactly %s above it, where n (1 - p / 100) in floats falls short", (p, n, above) => {
    expect(BigInt(n) - percentileRank(p, BigInt(n))).toBe(above);
    expect(Math.floor(n * (1 - p / 100)) < Number(above)).toBe(true);
  });

  test.each([95, 99])("P%i at n - 1, n, n + 1 of a whole rank and at 10^18 cases", (p) => {
    const ranks = [99n, 100n, 101n].map((n) => percentileRank(p, n));
    expect(ranks).toEqual(p === 95 ? [95n, 95n, 96n] : [99n, 99n, 100n]);
    expect(percentileRank(p, 10n ** 18n)).toBe(BigInt(p) * 10n ** 16n);
  });

  test.each([0, 101, 9.5, -1, Number.NaN])("%d is no percentile", (p) => {
    expect(() => percentileRank(p, 10n)).toThrow(RangeError);
  });

  test("no rank lies past the last case", () => {
    expect(valueAtRank(of([1, 2]), 2n)).toBe(2);
    expect(() => valueAtRank(of([1, 2]), 3n)).toThrow(RangeError);
  });
});

/** Every way to draw `size` values out of `from`, order apart. */
function* multisets(size: number, from: readonly number[]): Generator<readonly number[]> {
  if (size === 0) yield [];
  else
    for (const [i, value] of from.entries())
      for (const rest of multisets(size - 1, from.slice(i))) yield [value, ...rest];
}

test.each([1, 2, 3, 4, 5, 6])(
  "of every multiset of %i of four values P50, P80, P95 and P99 are the cases that sorting finds",
  (size) => {
    let seen = 0;
    for (const values of multisets(size, [0, 1, 5, 86_400])) {
      seen += 1;
      for (const p of [50, 80, 95, 99]) {
        const rank = Array.from({ length: size }, (_, i) => i + 1).find((r) => 100 * r >= p * size) as number;
        expect(percentile(of(values), p)).toBe(sorted(values)[rank - 1]);
      }
    }
    // (size + 3)! / (size! 3!)
    expect(seen).toBe(((size + 1) * (size + 2) * (size + 3)) / 6);
  },
);

describe("whatever the cases are", () => {
  const cases = fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 1, maxLength: 60 });
  const anyPercentile = fc.integer({ min: 1, max: 100 });

  test("their order does not matter", () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), (values, keys) => {
        const shuffled = values.map((value) => [keys.next().value as number, value] as const).sort(([a], [b]) => a - b);
        expect(of(shuffled.map(([, value]) => value))).toEqual(of(values));
      }),
    );
  });

  test("two parts merged are the whole, in either order and however grouped", () => {
    fc.assert(
      fc.property(cases, cases, cases, (a, b, c) => {
        const [x, y, z] = [of(a), of(b), of(c)];
        expect(mergeDistributions(x, y)).toEqual(of([...a, ...b]));
        expect(mergeDistributions(y, x)).toEqual(mergeDistributions(x, y));
        expect(mergeDistributions(mergeDistributions(x, y), z)).toEqual(
          mergeDistributions(x, mergeDistributions(y, z)),
        );
        expect(mergeDistributions(x, emptyDistribution)).toEqual(x);
      }),
    );
  });

  test("a percentile is one of the cases and never falls as p rises", () => {
    fc.assert(
      fc.property(cases, anyPercentile, anyPercentile, (values, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)].map((each) => percentile(of(values), each) as number);
        expect(values).toContain(low);
        expect(low as number).toBeLessThanOrEqual(high as number);
        expect(percentile(of(values), 100)).toBe(sorted(values).at(-1));
      }),
    );
  });

  test("those that pass a test and those that do not are all of them, and the parts' add up", () => {
    fc.assert(
      fc.property(cases, cases, fc.integer({ min: -1000, max: 100_000 }), (a, b, limit) => {
        const within = (value: number) => value <= limit;
        const whole = mergeDistributions(of(a), of(b));
        expect(countWhere(whole, within) + countWhere(whole, (value) => !within(value))).toBe(
          BigInt(a.length + b.length),
        );
        expect(countWhere(whole, within)).toBe(countWhere(of(a), within) + countWhere(of(b), within));
      }),
    );
  });

  test("values stand in ascending order, each once, with as many cases as it has", () => {
    fc.assert(
      fc.property(cases, (values) => {
        const expanded = [...pairs(of(values))].flatMap(([value, count]) => Array.from({ length: count }, () => value));
        expect(expanded).toEqual(sorted(values));
        expect(of(values).values).toEqual([...new Set(sorted(values))]);
      }),
    );
  });
});
