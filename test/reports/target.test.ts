import { describe, expect, test } from "vitest";
import { standingIn, type Target, targetFigure, targetsFor } from "../../reports/target.ts";

const target = (id: string, year: number, more: Partial<Target> = {}): Target => ({
  id,
  act: "131-06-csp",
  indicator: "repair-time",
  measure: "mean",
  scope: {},
  value: "48",
  unit: "hours",
  printed: "<",
  words: "inferiore a 48 ore",
  section: "1",
  year,
  ...more,
});

describe("of the years in which a promise was made", () => {
  const cases: readonly (readonly [readonly number[], number, number])[] = [
    [[2018], 2018, 2018],
    [[2018, 2026, 2027], 2026, 2026],
    [[2027, 2026, 2018], 2026, 2026],
    // None of the year itself: the newest before it.
    [[2018, 2024, 2027], 2026, 2024],
    [[2024, 2018, 2027], 2026, 2024],
    [[2018, 2027], 2026, 2018],
    // None before it either: the oldest after it.
    [[2027, 2018], 2012, 2018],
    [[2018, 2027], 2017, 2018],
  ];
  test.each(cases)("%j: a report of %i goes by that of %i", (years, asked, expected) => {
    const promises = years.map((year) => ({ id: "a", year }));
    expect(standingIn(asked, promises, ({ id }) => id).map(({ year }) => year)).toEqual([expected]);
  });
});

describe("the targets of a year", () => {
  const xdsl = { scope: { technology: ["ADSL", "VDSL"] } };
  const turned = { scope: { technology: ["VDSL", "ADSL"] } };
  const targets = [
    target("whole", 2018),
    target("xdsl", 2018, xdsl),
    target("p95", 2018, { measure: "p95" }),
    // Another id and another order of the set: still a promise on the same figure.
    target("xdsl-new", 2026, turned),
  ];

  test("stand one for each figure, whatever their ids, in the order of the profile", () => {
    expect(targetsFor(targets, 2026).map(({ id }) => id)).toEqual(["whole", "p95", "xdsl-new"]);
    expect(targetsFor(targets, 2025).map(({ id }) => id)).toEqual(["whole", "xdsl", "p95"]);
  });

  test("are on one figure only where act, indicator, service, measure and scope are the same", () => {
    const others: readonly Partial<Target>[] = [
      { act: "254-04-csp" },
      { indicator: "fault-rate" },
      { service: "voice" },
      { measure: "p80" },
      { scope: { limit: 10 } },
    ];
    const names = [target("a", 2018), ...others.map((more) => target("a", 2018, more))].map(targetFigure);
    expect(new Set(names).size).toBe(6);
    expect(targetFigure(target("b", 2027, { value: "1", words: "" }))).toBe(names[0]);
  });
});
