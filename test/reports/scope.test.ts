import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalScope, compareScopes, dimensions, type Scope, scopeParts, scopeText } from "../../reports/scope.ts";

describe("a scope's text", () => {
  test.each([
    [{}, ""],
    [{ technology: "ADSL" }, "technology=ADSL"],
    [{ network: "own", technology: "ADSL" }, "technology=ADSL,network=own"],
    [{ technology: ["VDSL", "ADSL"] }, "technology=ADSL+VDSL"],
    [{ technology: ["VDSL", "ADSL", "VDSL"] }, "technology=ADSL+VDSL"],
    [{ technology: ["ADSL"] }, "technology=ADSL"],
    [{ responsibility: "own", technology: ["WIRELESS", "ADSL"] }, "technology=ADSL+WIRELESS,responsibility=own"],
    [{ limit: 10, purpose: "technical", number: "0800" }, "number=0800,purpose=technical,limit=10"],
    [{ conditions: "normal", profile: "4000", direction: "upload" }, "profile=4000,direction=upload,conditions=normal"],
  ] as const)("of %o is %j", (scope, text) => {
    expect(scopeText(scope)).toBe(text);
    expect(scopeText(canonicalScope(scope))).toBe(text);
  });

  test("does not depend on the order in which parts and members were written", () => {
    const scope = fc.record({
      technology: fc.uniqueArray(fc.constantFrom("ADSL", "VDSL", "FTTH"), { minLength: 1 }),
      network: fc.constantFrom("own", "wholesale"),
      limit: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(scope, (one) => {
        const other: Scope = { limit: one.limit, technology: [...one.technology].reverse(), network: one.network };
        expect(scopeText(other)).toBe(scopeText(one));
        expect(JSON.stringify(canonicalScope(other))).toBe(JSON.stringify(canonicalScope(one)));
      }),
    );
  });

  test("the canonical form keeps a set of two or more as an array and leaves absent parts out", () => {
    expect(canonicalScope({ technology: ["VDSL", "ADSL"], region: ["09"] })).toEqual({
      technology: ["ADSL", "VDSL"],
      region: "09",
    });
    expect(Object.keys(canonicalScope({ network: "own", order_type: "new_line" }))).toEqual(["order_type", "network"]);
  });
});

describe("the order of scopes", () => {
  test("the whole first, then part by part, numbers as numbers and before names", () => {
    const expected: readonly Scope[] = [
      {},
      { region: "09" },
      { number: "119" },
      { number: "800100" },
      { number: "estero", purpose: "billing" },
      { number: "estero", purpose: "technical" },
      { profile: "4000", direction: "download" },
      { profile: "4000", direction: "upload" },
      { profile: "10000", direction: "download" },
    ];
    // Parts that stand later in the written order come first where the earlier ones are absent.
    const order = [0, 6, 7, 8, 2, 3, 4, 5, 1].map((i) => expected[i]);
    expect([...expected].reverse().sort(compareScopes)).toEqual(order);
    expect(expected.toSorted(compareScopes)).toEqual(order);
  });

  test("is one order also where a column mixes numbers and names: 9, 10 and 1a, however they come", () => {
    const values = ["9", "10", "1a", "1000000000000000", "09"];
    const sorted = [values, [...values].reverse(), ["1a", "9", "10", "09", "1000000000000000"]].map((each) =>
      each
        .map((number): Scope => ({ number }))
        .sort(compareScopes)
        .map(({ number }) => number),
    );
    expect(sorted).toEqual(Array(3).fill(["9", "09", "10", "1000000000000000", "1a"]));
  });

  test("is total: antisymmetric, transitive, and equal only for equal scopes", () => {
    const value = fc.constantFrom("1", "9", "10", "010", "1a", "a", "ADSL", "12345678901234567");
    const scope = fc
      .record(
        { number: value, purpose: value, technology: fc.array(value, { minLength: 1, maxLength: 2 }) },
        { requiredKeys: [] },
      )
      .map((each) => canonicalScope(each as Scope));
    fc.assert(
      fc.property(scope, scope, scope, (a, b, c) => {
        expect(Math.sign(compareScopes(a, b)) + Math.sign(compareScopes(b, a))).toBe(0);
        expect(compareScopes(a, b) === 0).toBe(scopeText(a) === scopeText(b));
        if (compareScopes(a, b) <= 0 && compareScopes(b, c) <= 0) expect(compareScopes(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

test("every part but the limit and the two conditions of the words is a dimension", () => {
  expect(scopeParts.filter((part) => !(dimensions as readonly string[]).includes(part))).toEqual([
    "limit",
    "responsibility",
    "conditions",
  ]);
});
