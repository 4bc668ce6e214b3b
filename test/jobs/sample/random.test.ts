import { describe, expect, test } from "vitest";
import { type Curve, randomAt, streamOf } from "../../../jobs/sample/random.ts";

describe("chance", () => {
  test("is the same for the same stream and index, on any machine", () => {
    const random = randomAt(streamOf(1, "cielo", "calls"), 42);
    expect([random.below(1000), random.below(1000), random.below(1000), random.below(4_294_967_296)]).toEqual([
      235, 976, 325, 851_342_986,
    ]);
  });

  test("differs from index to index and from stream to stream", () => {
    const first = (stream: string, index: number) => randomAt(streamOf(stream), index).below(4_294_967_296);
    const drawn = new Set(
      [..."abcdefgh"].flatMap((stream) => Array.from({ length: 1000 }, (_, i) => first(stream, i))),
    );
    expect(drawn.size).toBeGreaterThan(7990);
  });

  test("spreads evenly over a range", () => {
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 20_000; index += 1) {
      const drawn = randomAt(streamOf("even"), index).below(10);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    // 2000 expected in each; five standard deviations are 5 x sqrt(20000 x 0.1 x 0.9) = 212.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(212);
  });

  test("picks by weight and never what has none", () => {
    const weighted = [
      ["never", 0],
      ["often", 900],
      ["seldom", 100],
    ] as const;
    const picked = Array.from({ length: 5000 }, (_, index) => randomAt(streamOf("pick"), index).pick<string>(weighted));
    expect(picked).not.toContain("never");
    expect(Math.abs(picked.filter((value) => value === "seldom").length - 500)).toBeLessThan(110);
  });

  test("draws a curve's quantiles: half of the cases below the median, all within its ends", () => {
    const curve: Curve = [
      [0, 100],
      [500, 200],
      [1000, 1200],
    ];
    const drawn = Array.from({ length: 5000 }, (_, index) => randomAt(streamOf("curve"), index).draw(curve));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...drawn)).toBeLessThan(1200);
    expect(Math.abs(drawn.filter((value) => value < 200).length - 2500)).toBeLessThan(180);
    expect(drawn.every(Number.isInteger)).toBe(true);
  });
});
