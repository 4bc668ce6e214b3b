/** What follows the figures: readiness, the charter's other commitments, the warnings, how the figures were made. */
import type { Act, Readiness } from "../../reports/act.ts";
import type { ReportModel } from "../../reports/report-model.ts";
import { numberedChoices } from "../choices.ts";
import { printedValueOf } from "../figure-words.ts";
import { actTitles, sections, sectionWords, sentences } from "../italian.ts";
import { extractCells, extractLabels, readingCells, readingLabels } from "../operator-words.ts";
import { actsTable, pointsOf } from "../pdf/annexes.ts";
import {
  coveredWords,
  expectedCells,
  hypothesisLine,
  knownLines,
  readinessHeads,
  readinessTitle,
  toCheckLines,
} from "../readiness-words.ts";
import { outlineOf, rowsOf } from "../report-outline.ts";
import { actTable } from "../report-words.ts";
import { warningGroups } from "../warning-words.ts";
import { type Block, type Column, heading, list, paragraph, type Table } from "./block.ts";
import { pageTable } from "./page-table.ts";
import { choiceWords, pageWords } from "./page-words.ts";

export function closingBlocks(model: ReportModel): readonly Block[] {
  return [
    ...model.acts.flatMap((act) => (act.readiness === undefined ? [] : readiness(act, act.readiness, model))),
    ...commitments(model),
    ...extract(model),
    ...readings(model),
    ...acts(model),
    ...choices(model),
    ...warnings(model),
    ...method(model),
  ];
}

function readiness(act: Act, of: Readiness, model: ReportModel): readonly Block[] {
  const heads = readinessHeads;
  const id = `${act.id}-preparazione`;
  const table: Table = {
    kind: "table",
    id: `${id}-indicatori`,
    caption: heads.expected,
    isCaptionQuiet: true,
    columns: textColumns([heads.ordinal, heads.name, heads.measures, heads.confidence, heads.data], 1),
    rows: of.expected.map((one) => ({ cells: expectedCells(act, one, model) })),
  };
  return [
    heading(2, readinessTitle(act), id),
    heading(3, heads.hypothesis),
    paragraph(hypothesisLine(of)),
    heading(3, heads.expected),
    table,
    paragraph(coveredWords(of)),
    heading(3, heads.known),
    list(knownLines(of)),
    heading(3, heads.unknown),
    list(of.unknown),
    heading(3, heads.toCheck),
    list(toCheckLines(of)),
  ];
}

/** All text, but for the column that names the row. */
function textColumns(heads: readonly string[], naming: number): readonly Column[] {
  return heads.map((head, index) => ({ head, kind: index === naming ? "name" : "text" }));
}

function commitments({ commitments: listed }: ReportModel): readonly Block[] {
  if (listed.length === 0) return [];
  const { section, commitment, charterWords, printedValue } = sections;
  return [
    heading(2, sections.commitments, "impegni"),
    {
      kind: "table",
      id: "impegni-tabella",
      caption: sections.commitments,
      isCaptionQuiet: true,
      columns: textColumns([section, commitment, charterWords, printedValue], 1),
      rows: listed.map((one) => ({
        cells: [`${sectionWords(one.section)} [${one.year}]`, one.name, `«${one.words}»`, printedValueOf(one)],
      })),
    },
  ];
}

/** Where no indicator accounts for the rows. */
function extract({ extract: listed = [], rows: figures }: ReportModel): readonly Block[] {
  if (listed.length === 0 || figures.length > 0) return [];
  const { title, table, rows, quarantined } = extractLabels;
  const numbers = [rows, quarantined].map((head): Column => ({ head, kind: "number" }));
  return [
    heading(2, title, "dati"),
    {
      kind: "table",
      id: "dati-tabella",
      caption: title,
      isCaptionQuiet: true,
      columns: [{ head: table, kind: "name" }, ...numbers],
      rows: listed.map((one) => ({ cells: extractCells(one) })),
    },
  ];
}

function readings({ readings: listed = [] }: ReportModel): readonly Block[] {
  if (listed.length === 0) return [];
  const { title, lead, table, section, words, reading } = readingLabels;
  return [
    heading(2, title, "lettura"),
    paragraph(lead),
    {
      kind: "table",
      id: "lettura-tabella",
      caption: title,
      isCaptionQuiet: true,
      columns: textColumns([table, section, words, reading], 0),
      rows: listed.map((one) => ({ cells: readingCells(one) })),
    },
  ];
}

function acts(model: ReportModel): readonly Block[] {
  if (model.acts.length === 0) return [];
  const table = pageTable("atti-tabella", pageWords.acts, actsTable(model), { 0: "name", 1: "address", 3: "address" });
  return [
    heading(2, pageWords.acts, "atti"),
    ...(table.rows.length === 0 ? [] : [table]),
    heading(3, actTable.points),
    ...model.acts.flatMap((one) => [heading(4, actTitles(one)[0]), list(one.indicators.map(pointsOf), "small")]),
  ];
}

export const choiceId = (number: number): string => `criterio-${number}`;

function choices(model: ReportModel): readonly Block[] {
  const numbered = numberedChoices(model);
  if (numbered.length === 0) return [];
  const items = numbered.map(({ number, words, reason, indicators }) => ({
    id: choiceId(number),
    text: choiceWords(words, reason, indicators),
  }));
  return [heading(2, sections.choices, "criteri"), { kind: "list", items, start: 1, tone: "small" }];
}

/** Numbered through, as in the other documents. */
function warnings(model: ReportModel): readonly Block[] {
  const head = heading(2, sections.warnings, "avvertenze");
  const groups = warningGroups(model);
  if (groups.length === 0) return [head, paragraph(sentences.noWarnings)];
  let told = 0;
  const listed = groups.flatMap(({ head: title, lines }): Block[] => {
    const start = told + 1;
    told += lines.length;
    return [heading(3, title), { kind: "list", start, items: lines.map((text) => ({ text })) }];
  });
  return [head, ...listed];
}

function method(model: ReportModel): readonly Block[] {
  const rows = rowsOf(outlineOf(model));
  const withPercentiles = rows.some(
    ({ measure: { formula } }) => formula.kind === "percentile" && formula.rank === undefined,
  );
  // What an operator chose otherwise stands among the choices of its indicator.
  const withCalls = rows.some(
    ({ indicator: { population, choices } }) =>
      population === "calls" && !choices.some(({ id, value }) => id === "abandoned-calls" && value === "out"),
  );
  const { legend, rounding, moreDecimals, margin, percentile, calls, year, halves } = sentences;
  return [
    heading(2, sections.method, "metodo"),
    list([
      ...(rows.length > 0 ? [legend, rounding, moreDecimals, margin] : []),
      ...(withPercentiles ? [percentile] : []),
      ...(withCalls ? [calls] : []),
      ...(model.period.half === null && rows.length > 0 ? [year, halves] : []),
      `${sections.snapshot}: ${model.snapshot}`,
    ]),
  ];
}
