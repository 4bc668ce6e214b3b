/** The readiness page: every indicator expected of the act once, with its data or without, on a terminal and in print. */
import { expect, test } from "vitest";
import type { Act } from "../../reports/act.ts";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import { act156 } from "../../reports/acts/156-23-cons.ts";
import type { ReportModel } from "../../reports/report-model.ts";
import { readinessPages } from "../../templates/pdf/readiness-page.ts";
import { readinessText } from "../../templates/readiness-text.ts";
import { coveredWords, expectedCells } from "../../templates/readiness-words.ts";
import { sampleModel } from "./sample-model.ts";

const readiness = (act156 as Required<Act>).readiness;

/** A report with one figure of each of these: indicator, direction, value. */
function modelOf(figures: readonly (readonly [string, string, string | null])[]): ReportModel {
  const model = sampleModel();
  const [row] = model.rows;
  if (row === undefined) throw new Error("the sample has no row");
  const rows = figures.map(([indicator, direction, value]) => ({
    ...row,
    figure: { ...row.figure, act: act156.id, indicator, scope: { direction }, value },
  }));
  return { ...model, acts: [act156], rows };
}

test("ten indicators are expected, nine of which have data", () => {
  expect(readiness.expected.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(coveredWords(readiness)).toBe("Con dati: 9 su 10.");
});

test.each<readonly [number, readonly (readonly [string, string, string | null])[], string]>([
  [6, [["throughput", "download", "1000"]], "prove di velocità: valori esposti in questa relazione"],
  [7, [["throughput", "download", "1000"]], "prove di velocità: nessun valore nel periodo"],
  [6, [["throughput", "download", null]], "prove di velocità: nessun valore nel periodo"],
  [8, [["throughput", "download", "1000"]], "prove di ritardo: nessun valore nel periodo"],
  [10, [["throughput", "download", "1000"]], "nessun dato"],
])("indicator %i of a report with %j: %s", (ordinal, figures, words) => {
  const expected = readiness.expected.find((one) => one.ordinal === ordinal);
  if (expected === undefined) throw new Error(`no indicator ${ordinal}`);
  expect(expectedCells(act156, expected, modelOf(figures)).at(-1)).toBe(words);
});

test("outside a report the cell names the tables that hold the data, each once", () => {
  const [, rate] = readiness.expected;
  if (rate === undefined) throw new Error("no second indicator");
  expect(expectedCells(act156, rate).at(-1)).toBe("segnalazioni di malfunzionamento, linee di accesso");
});

test("a terminal gets all of it, and nothing of an act that was checked", () => {
  const text = readinessText(act156).replace(/\s+/g, " ");
  const { known, hypothesis, expected, unknown, toCheck } = readiness;
  const said = [...known, hypothesis, ...toCheck].map(({ words }) => words);
  for (const words of [...said, ...unknown, ...expected.map(({ name }) => name), ...toCheck.map(({ where }) => where)])
    expect(text).toContain(words);
  expect(readinessText(act131)).toBe("");
});

test("a report has a page for each of its acts that was not read, and for no other", () => {
  const { acts: _, ...model } = sampleModel();
  expect(readinessPages({ ...model, acts: [act131, act156] })).toHaveLength(1);
  expect(readinessPages({ ...model, acts: [act131] })).toEqual([]);
});
