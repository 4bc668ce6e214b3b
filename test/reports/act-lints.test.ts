import { describe, expect, test } from "vitest";
import { lintActs } from "../../reports/act-lints.ts";
import type { ActLint } from "../../reports/act-lints-finding.ts";
import { expectedActs } from "../../reports/acts/coverage.ts";
import { examples } from "../../reports/acts/examples/index.ts";
import { acts } from "../../reports/acts/index.ts";
import { bad, good } from "./act-lint-fixtures.ts";

test("nothing is found in the acts that reports rest on", () => {
  expect(lintActs({ acts, expected: expectedActs, examples })).toEqual([]);
});

test("nothing is found in the good lawbook", () => {
  expect(lintActs(good)).toEqual([]);
});

describe("one fault in the good lawbook is found once, where it is", () => {
  test.each(Object.entries(bad))("%s", (_, { lint, where, book }) => {
    expect(lintActs(book).map((finding) => [finding.lint, finding.where])).toEqual([[lint, where]]);
  });
});

test("every lint has a lawbook that it refuses", () => {
  const lints: Readonly<Record<ActLint, true>> = {
    "no-source": true,
    "duplicate-id": true,
    orphan: true,
    dates: true,
    "no-example": true,
  };
  expect(new Set(Object.values(bad).map(({ lint }) => lint))).toEqual(new Set(Object.keys(lints)));
});
