/** A figure's arithmetic as a person reads it, with the terms that the formula was computed from. */
import { describe, expect, test } from "vitest";
import type { Working } from "../../reports/explain.ts";
import type { Explanation } from "../../reports/explanation.ts";
import type { Figure } from "../../reports/report-model.ts";
import { caseLine } from "../../templates/explain-text.ts";
import { formulaWords } from "../../templates/formula-words.ts";
import { headed } from "../../templates/headed-text.ts";

type Terms = Pick<Explanation, "quantity_unit"> & Pick<Figure, "value" | "unit">;

const explained = ({ quantity_unit, value, unit }: Terms) =>
  ({ quantity_unit, figure: { value, unit, outcome: "no_target" } }) as Explanation;

test.each<readonly [string, Working, Terms, readonly string[]]>([
  [
    "a percentile names its place",
    { kind: "percentile", p: 95, cases: "820", rank: "779", valueAtRank: "28", divisor: 1 },
    { quantity_unit: "days", value: "28", unit: "days" },
    ["posto ceil(95·820/100) = 779 di 820 casi, valore 28 giorni"],
  ],
  [
    "a percentile in hours is divided",
    { kind: "percentile", p: 80, cases: "1", rank: "1", valueAtRank: "5905", divisor: 3600 },
    { quantity_unit: "s", value: "1.64", unit: "hours" },
    ["posto ceil(80·1/100) = 1 di 1 caso, valore 5.905 s / 3.600 = 1,64 ore solari"],
  ],
  [
    "a mean",
    { kind: "mean", sum: "55", cases: "4", divisor: 1 },
    { quantity_unit: "days", value: "13.75", unit: "days" },
    ["somma 55 giorni / 4 casi = 13,75 giorni solari"],
  ],
  [
    "navigation weighs each path by its time in service",
    {
      kind: "weighted-mean",
      terms: [{ value: "20000", weight: "3600" }],
      sum: "72000000",
      weights: "3600",
      divisor: 1000,
    },
    { quantity_unit: "ms", value: "20.00", unit: "s" },
    ["percorso 20.000 ms × 3.600 s in servizio", "somma 72.000.000 / 3.600 s in servizio / 1.000 = 20,00 secondi"],
  ],
  [
    "a deviation, of 1 and 3: (2 · 10 − 16) / 4 = 1",
    { kind: "deviation", cases: "2", sum: "4", squares: "10", divideBy: "n", variance: "1", divisor: 1 },
    { quantity_unit: "kbit/s", value: "1", unit: "kbit/s" },
    ["radice di (n·Σx² − (Σx)²) / n²", "n = 2, Σx = 4 kbit/s, Σx² = 10", "varianza 1 sotto radice = 1 kbit/s"],
  ],
  [
    "a share",
    { kind: "share", good: "610", all: "820", test: { is: "under-limit", limitSeconds: 10 } },
    { quantity_unit: "ms", value: "74.39", unit: "%" },
    ["610 casi sotto 10 s / 820 casi × 100 = 74,39 %"],
  ],
  [
    "a ratio whose denominator is a fraction",
    {
      kind: "ratio",
      numeratorOf: "faults",
      denominatorOf: "mean-lines",
      numerator: "10",
      denominator: "2001/2",
    },
    { quantity_unit: "count", value: "1.00", unit: "%" },
    ["10 malfunzionamenti effettivi / (2.001/2) numero medio di linee × 100 = 1,00 %"],
  ],
  ["a count", { kind: "count", cases: "4" }, { quantity_unit: "count", value: "4", unit: "count" }, ["4 casi"]],
])("%s", (_, working, terms, expected) => {
  expect(formulaWords(working, explained(terms))).toEqual(expected);
});

describe("a case is one line", () => {
  const started = "2026-03-02T08:00:00+01:00";

  test.each([
    [
      { key: "f3", value: "356400", started, ended: "2026-03-06T12:00:00+01:00", suspended: "3600" },
      "  f3  valore 356.400 s, dal 2026-03-02T08:00:00+01:00 al 2026-03-06T12:00:00+01:00, sospensione 3.600 s",
    ],
    [{ key: "c3", value: null, started }, "  c3  senza valore, dal 2026-03-02T08:00:00+01:00"],
  ])("%#", (row, expected) => {
    expect(caseLine(row, "s")).toBe(expected);
  });
});

test("long text stays in its column, an entry of a list hangs below itself, and nothing is said of nothing", () => {
  const word = "parola".repeat(8);
  expect(headed("Note", [`${word} ${word} ${word}`, "b"])).toBe(
    `Note               ${word} ${word}\n                     ${word}\n                   b\n`,
  );
  expect([headed("Note", []), headed("Note", undefined)]).toEqual(["", ""]);
});
