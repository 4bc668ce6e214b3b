import { describe, expect, test } from "vitest";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import { act244 } from "../../reports/acts/244-08-csp.ts";
import { distribution, sampleVariance, variance } from "../../reports/distribution.ts";
import { rationalText } from "../../reports/rational.ts";
import { withSettings } from "../../reports/settings.ts";

const indicator = (acts: ReturnType<typeof withSettings>, id: string) =>
  acts.flatMap(({ indicators }) => indicators).find((one) => one.id === id);

describe("a choice of the profile takes the place of the act's own", () => {
  test("without one the acts are as they are", () => {
    expect(withSettings([act131, act244], {})).toEqual([act131, act244]);
  });

  test("all invoices in the denominator, and said in the notes", () => {
    const disputed = indicator(withSettings([act131], { invoices: "all" }), "disputed-charges");
    expect(disputed?.settings.invoices).toBe("all");
    expect(disputed?.choices.at(-1)).toMatchObject({ id: "invoices", value: "all" });
  });

  test("the deviation of a sample, and said in place of the population's", () => {
    const delay = indicator(withSettings([act244], { deviation: "sample" }), "delay");
    expect(delay?.measures.find(({ id }) => id === "stddev")?.formula).toEqual({
      kind: "deviation",
      of: "delay",
      divisor: "n-1",
    });
    const speed = indicator(withSettings([act244], { deviation: "sample" }), "throughput");
    expect(speed?.choices.filter(({ id }) => id === "deviation").map(({ value }) => value)).toEqual(["sample"]);
  });
});

// Of 2, 4 and 9 the mean is 5; squares 9 + 1 + 16 = 26; 26/3 of the population, 26/2 of a sample.
test("the variance divides by n, that of a sample by n - 1", () => {
  const of = distribution([2, 4, 9].map((value) => [value, 1]));
  expect([variance(of), sampleVariance(of)].map((value) => value && rationalText(value))).toEqual(["26/3", "13"]);
  expect(sampleVariance(distribution([[7, 1]]))).toBeUndefined();
});
