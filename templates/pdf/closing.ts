/** What follows the figures: the charter's other commitments, the warnings, and how the figures were made. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { Commitment, ReportModel } from "../../reports/report-model.ts";
import { printedValueOf } from "../figure-words.ts";
import { sections, sectionWords, sentences } from "../italian.ts";
import { extractCells, extractLabels, readingCells, readingLabels } from "../operator-words.ts";
import { outlineOf, rowsOf } from "../report-outline.ts";
import { attachmentWords, reportHeads } from "../report-words.ts";
import { warningGroups } from "../warning-words.ts";
import { annexes } from "./annexes.ts";
import { type Attachment, attachmentLines } from "./attachments.ts";
import { tableLines } from "./page-style.ts";

export function closing(model: ReportModel, attachments: readonly Attachment[]): Content {
  return [
    ...commitments(model),
    ...extract(model),
    ...readings(model),
    ...annexes(model),
    ...warnings(model),
    ...method(model, attachments),
  ];
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

/** Where no indicator accounts for the rows. */
function extract({ extract: listed = [], rows: figures }: ReportModel): readonly Content[] {
  if (listed.length === 0 || figures.length > 0) return [];
  const { title, table, rows, quarantined } = extractLabels;
  const lines = listed.map((one) => extractCells(one).map((text) => ({ text, style: "summaryCell" })));
  const head = [table, rows, quarantined].map((text) => ({ text, style: "head" }));
  const body = [head, ...lines].map((cells) =>
    cells.map((cell, column): TableCell => ({ ...cell, alignment: column === 0 ? "left" : "right" })),
  );
  return [
    { text: title, style: "section", headlineLevel: 2, outline: true },
    { table: { headerRows: 1, widths: [200, 110, 160], body }, layout: tableLines() },
  ];
}

function readings({ readings: listed = [] }: ReportModel): readonly Content[] {
  if (listed.length === 0) return [];
  const { title, lead, table, section, words, reading } = readingLabels;
  const body: TableCell[][] = [
    [table, section, words, reading].map((text) => ({ text, style: "head" })),
    ...listed.map((one) => readingCells(one).map((text) => ({ text, style: "summaryCell" }))),
  ];
  return [
    { text: title, style: "section", headlineLevel: 2, outline: true },
    { text: lead, style: "paragraph" },
    { table: { headerRows: 1, dontBreakRows: true, widths: [80, 110, "*", 250], body }, layout: tableLines() },
  ];
}

/** Numbered through, so that a warning can be cited by its number alone. */
function warnings(model: ReportModel): readonly Content[] {
  const head: Content = { text: reportHeads.warnings, style: "section", headlineLevel: 2, outline: true };
  const groups = warningGroups(model);
  if (groups.length === 0) return [head, { text: sentences.noWarnings }];
  let number = 0;
  const content = groups.flatMap(({ head: text, lines }): Content[] => [
    { text, style: "part", headlineLevel: 3 },
    ...lines.map((line): Content => ({ text: `${++number}. ${line}`, style: "paragraph" })),
  ]);
  return [head, ...content];
}

function method(model: ReportModel, attachments: readonly Attachment[]): readonly Content[] {
  const rows = rowsOf(outlineOf(model));
  // What an operator chose otherwise stands among the choices of its indicator.
  const withPercentiles = rows.some(
    ({ measure: { formula } }) => formula.kind === "percentile" && formula.rank === undefined,
  );
  const withCalls = rows.some(
    ({ indicator: { population, choices } }) =>
      population === "calls" && !choices.some(({ id, value }) => id === "abandoned-calls" && value === "out"),
  );
  const ofFigures = [sentences.legend, sentences.rounding, sentences.moreDecimals, sentences.margin];
  const notes = [
    ...(rows.length > 0 ? ofFigures : []),
    ...(withPercentiles ? [sentences.percentile] : []),
    ...(withCalls ? [sentences.calls] : []),
    ...(model.period.half === null && rows.length > 0 ? [sentences.year, sentences.halves] : []),
    `${sections.snapshot}: ${model.snapshot}`,
  ];
  return [
    { text: reportHeads.method, style: "section", headlineLevel: 2, outline: true },
    { ul: notes.map((text) => ({ text, style: "paragraph" })) },
    ...(attachments.length === 0 ? [] : [{ text: attachmentWords.lead, style: "part" }]),
    ...attachmentLines(attachments).map((text): Content => ({ text, style: "small" })),
  ];
}
