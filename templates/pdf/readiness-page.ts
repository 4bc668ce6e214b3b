/** The readiness pages of a report: one for every act of it that was not read. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { Act, Readiness } from "../../reports/act.ts";
import type { ReportModel } from "../../reports/report-model.ts";
import {
  coveredWords,
  expectedCells,
  hypothesisLine,
  knownLines,
  readinessHeads,
  readinessTitle,
  toCheckLines,
} from "../readiness-words.ts";
import { tableLines } from "./page-style.ts";

export function readinessPages(model: ReportModel): readonly Content[] {
  return model.acts.flatMap((act) => (act.readiness === undefined ? [] : [page(act, act.readiness, model)]));
}

function page(act: Act, readiness: Readiness, model: ReportModel): Content {
  const { known, hypothesis, expected, unknown, toCheck } = readinessHeads;
  return [
    { text: readinessTitle(act), style: "section", pageBreak: "before", outline: true },
    head(hypothesis),
    { text: hypothesisLine(readiness), style: "small" },
    head(expected),
    table(act, readiness, model),
    { text: coveredWords(readiness), style: "small" },
    head(known),
    list(knownLines(readiness)),
    head(unknown),
    list(readiness.unknown),
    head(toCheck),
    list(toCheckLines(readiness)),
  ];
}

function head(text: string): Content {
  return { text, style: "part", headlineLevel: 3 };
}

function list(lines: readonly string[]): Content {
  return { ul: lines.map((text) => ({ text, style: "small" })) };
}

function table(act: Act, { expected }: Readiness, model: ReportModel): Content {
  const { ordinal, name, measures, confidence, data } = readinessHeads;
  const body: TableCell[][] = [
    [ordinal, name, measures, confidence, data].map((text) => ({ text, style: "head" })),
    ...expected.map((one) => expectedCells(act, one, model).map((text) => ({ text, style: "summaryCell" }))),
  ];
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: [18, 190, 190, 70, "*"], body },
    layout: tableLines(),
    margin: [0, 2, 0, 4],
  };
}
