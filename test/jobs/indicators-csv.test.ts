import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { indicatorsCsv } from "../../jobs/indicators-csv.ts";
import { indicatorsOf } from "../../reports/report.ts";
import type { Figure, Indicators } from "../../reports/report-model.ts";
import { sampleModel } from "../templates/sample-model.ts";

const indicators = indicatorsOf(sampleModel());
const [first] = indicators.indicators as readonly [Figure, ...Figure[]];
const of = (...figures: readonly Figure[]): Indicators => ({ ...indicators, indicators: figures });
const read = (csv: string) => parse(csv, { columns: true }) as readonly Readonly<Record<string, string>>[];

test("there is one line for each figure, in their order, with what indicators.json says of it", () => {
  const lines = read(indicatorsCsv(indicators));
  expect(
    lines.map(({ act, indicator, measure, value, exact, cases, outcome, margin }) => [
      act,
      indicator,
      measure,
      value,
      exact,
      cases,
      outcome,
      margin,
    ]),
  ).toEqual(
    indicators.indicators.map(({ act, indicator, measure, value, exact, cases, outcome, margin }) => [
      act,
      indicator,
      measure,
      value ?? "",
      exact ?? "",
      `${cases}`,
      outcome,
      margin ?? "",
    ]),
  );
});

test("a scope, what was left out and a minimum of the law have a column each", () => {
  const figure: Figure = {
    ...first,
    scope: { technology: ["ADSL", "VDSL"], limit: 10 },
    excluded: { cancelled: 9, "later-date": 3 },
    minimum: { value: "150", comparator: "<=", outcome: "met" },
  };
  expect(read(indicatorsCsv(of(figure)))[0]).toMatchObject({
    scope: "technology=ADSL+VDSL,limit=10",
    excluded: "cancelled=9; later-date=3",
    minimum_comparator: "<=",
    minimum: "150",
    minimum_outcome: "met",
  });
});

test.each([
  ["=cmd|' /C calc'!A1", "'=cmd|' /C calc'!A1"],
  ["+39 02", "'+39 02"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-1+1", "'-1+1"],
  ["Nota, con «virgola»\ne a capo", "Nota, con «virgola»\ne a capo"],
])("a note %j reads %j: a spreadsheet does not run it", (note, expected) => {
  expect(read(indicatorsCsv(of({ ...first, note })))[0]?.note).toBe(expected);
});

test("a margin below zero stays the exact number that it is", () => {
  expect(read(indicatorsCsv(of({ ...first, margin: "-3/20" })))[0]?.margin).toBe("-3/20");
});
