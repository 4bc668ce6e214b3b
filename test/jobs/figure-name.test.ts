/** What a list shows to a person names the same figure again when it is typed. */
import { describe, expect, test } from "vitest";
import { figureName, findFigure, shownName } from "../../jobs/figure-name.ts";
import type { Figure } from "../../reports/report-model.ts";
import type { Scope } from "../../reports/scope.ts";

const figure = (scope: Scope, more: Partial<Figure> = {}) =>
  ({ act: "operator", indicator: "take-charge", measure: "within-term", service: null, scope, ...more }) as Figure;
const found = (all: readonly Figure[], ...words: readonly string[]) => findFigure(all, words, "semestrale explain");
const words = ["operator", "take-charge", "within-term"];

describe("a value with a sign that joins", () => {
  const plus = figure({ urgency: "P1+" });
  const all = [figure({ urgency: "P1" }), plus, figure({ urgency: "P1=a,b%2B" })];

  test.each([
    [plus, "urgency=P1%2B", "urgency=P1+"],
    [all[0] as Figure, "urgency=P1", "urgency=P1"],
    [all[2] as Figure, "urgency=P1%3Da%2Cb%252B", "urgency=P1=a,b%2B"],
  ])("is escaped for a machine alone", (one, exact, shown) => {
    expect(figureName(one, all)).toBe(`operator take-charge within-term ${exact}`);
    expect(shownName(one, all)).toBe(`operator take-charge within-term ${shown}`);
    expect(found(all, ...words, exact)).toBe(one);
    expect(found(all, ...words, shown)).toBe(one);
  });

  test("a wrong one is refused with those that are there, as they are shown", () => {
    expect(() => found(all, ...words, "urgency=P9")).toThrow("urgency=P1, urgency=P1+, urgency=P1=a,b%2B");
  });
});

describe("a value that reads like a set", () => {
  const set = figure({ technology: ["ADSL", "VDSL"] });
  const one = figure({ technology: "ADSL+VDSL" });

  test("stays escaped beside the set, and each name finds its own", () => {
    const all = [set, one];
    expect(all.map((each) => shownName(each, all))).toEqual([
      "operator take-charge within-term technology=ADSL+VDSL",
      "operator take-charge within-term technology=ADSL%2BVDSL",
    ]);
    expect(all.map((each) => findFigure(all, [shownName(each, all)], ""))).toEqual(all);
    expect(found(all, ...words, "technology=VDSL+ADSL")).toBe(set);
  });

  test("reads as it is where it stands alone", () => {
    expect(shownName(one, [one])).toBe("operator take-charge within-term technology=ADSL+VDSL");
    expect(found([one], ...words, "technology=ADSL+VDSL")).toBe(one);
  });

  test("two values that read alike are never guessed at", () => {
    const all = [figure({ technology: ["A+B", "C"] }), figure({ technology: ["A", "B+C"] })];
    expect(all.map((each) => shownName(each, all))).toEqual(all.map((each) => figureName(each, all)));
    expect(() => found(all, ...words, "technology=A+B+C")).toThrow(
      `'technology=A+B+C' may mean several scopes of operator take-charge within-term: say which, for example "operator take-charge within-term technology=A%2BB+C".`,
    );
  });
});
