/** What follows the figures: the charter's other commitments, the warnings, and how the figures were made. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { Commitment, ReportModel } from "../../reports/report-model.ts";
import { printedValueOf } from "../figure-words.ts";
import { sections, sectionWords, sentences } from "../italian.ts";
import { outlineOf, rowsOf } from "../report-outline.ts";
import { warningGroups } from "../warning-words.ts";
import { tableLines } from "./page-style.ts";

export function closing(model: ReportModel): Content {
  return [...commitments(model), ...warnings(model), ...method(model)];
}

function commitments({ commitments: listed }: ReportModel): readonly Content[] {
  if (listed.length === 0) return [];
  const head = [sections.section, sections.commitment, sections.charterWords, sections.printedValue];
  const body: TableCell[][] = [
    head.map((text) => ({ text, style: "head" })),
    ...listed.map((commitment) =>
      commitmentCells(commitment).map((text) => ({
        text,
        style: "summaryCell",
      })),
    ),
  ];
  return [
    { text: sections.commitments, style: "section", pageBreak: "before", outline: true },
    { table: { headerRows: 1, widths: [70, 150, "*", 110], body }, layout: tableLines() },
  ];
}

function commitmentCells(commitment: Commitment): readonly string[] {
  const { section, year, name, words } = commitment;
  return [`${sectionWords(section)} [${year}]`, name, `«${words}»`, printedValueOf(commitment)];
}

/** Numbered through, so that a warning can be cited by its number alone. */
function warnings(model: ReportModel): readonly Content[] {
  const head: Content = { text: sections.warnings, style: "section", headlineLevel: 2, outline: true };
  const groups = warningGroups(model);
  if (groups.length === 0) return [head, { text: sentences.noWarnings }];
  let number = 0;
  const content = groups.flatMap(({ head: text, lines }): Content[] => [
    { text, style: "part", headlineLevel: 3 },
    ...lines.map((line): Content => ({ text: `${++number}. ${line}`, style: "paragraph" })),
  ]);
  return [head, ...content];
}

function method(model: ReportModel): readonly Content[] {
  const rows = rowsOf(outlineOf(model));
  const withPercentiles = rows.some(({ measure }) => measure.formula.kind === "percentile");
  const withCalls = rows.some(({ indicator }) => indicator.population === "calls");
  const notes = [
    sentences.legend,
    sentences.rounding,
    sentences.moreDecimals,
    sentences.margin,
    ...(withPercentiles ? [sentences.percentile] : []),
    ...(withCalls ? [sentences.calls] : []),
    ...(model.period.half === null ? [sentences.year, sentences.halves] : []),
    `${sections.snapshot}: ${model.snapshot}`,
  ];
  return [
    { text: sections.method, style: "section", headlineLevel: 2, outline: true },
    { ul: notes.map((text) => ({ text, style: "paragraph" })) },
  ];
}
