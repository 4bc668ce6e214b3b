/** One act, and one indicator after the other: definition, figures, targets in the charter's words, what was left out. */
import type { Content } from "pdfmake/interfaces.js";
import type { ReportPeriod, ReportRow } from "../../reports/report-model.ts";
import { conservationSentences } from "../conservation-words.ts";
import { exclusionSentences } from "../exclusion-words.ts";
import { measureWords, printedValueOf } from "../figure-words.ts";
import {
  actWords,
  appliesToWords,
  charterQuote,
  indicatorTitle,
  printedValueWords,
  quotedValues,
  sections,
  sentences,
  verifiedWords,
} from "../italian.ts";
import type { ActPart, IndicatorPart } from "../report-outline.ts";
import { figureTable, tableContent } from "./figure-table.ts";

export function actSection({ act, indicators }: ActPart, period: ReportPeriod): Content {
  const status = verifiedWords[act.verified];
  return [
    { text: actWords(act), style: "act", pageBreak: "before", outline: true },
    { text: `${act.authority}. ${act.title}.`, style: "paragraph" },
    { text: status, style: act.verified === "no" ? "caution" : "small" },
    ...indicators.map((indicator) => indicatorSection(indicator, period)),
  ];
}

function indicatorSection(part: IndicatorPart, period: ReportPeriod): Content {
  const { indicator } = part;
  const table = figureTable(part, period);
  const leftOut = [...exclusionSentences(part), ...conservationSentences(part.conservation)];
  return [
    { text: indicatorTitle(indicator.ordinal, indicator.name), style: "indicator", headlineLevel: 2 },
    { text: [{ text: `${sections.definition}: `, bold: true }, indicator.definition], style: "paragraph" },
    { text: appliesToWords(indicator.appliesTo), style: "paragraph" },
    table.rows.length === 0 ? small(sentences.noFigures) : tableContent(table),
    ...table.notes.map((note, index) => small(`(${index + 1}) ${note}`)),
    ...quotes(part),
    ...leftOut.map((text, index) => (index === 0 ? [partHead(sections.excluded), small(text)] : small(text))),
    ...choices(part),
  ];
}

function small(text: string): Content {
  return { text, style: "small" };
}

function partHead(text: string): Content {
  return { text, style: "part", headlineLevel: 3 };
}

/** Each passage of the charter once, with every value it sets here. */
function quotes({ blocks }: IndicatorPart): readonly Content[] {
  const targeted = blocks.flatMap(({ label, rows }) =>
    rows.flatMap((row) => (row.target === undefined ? [] : [{ label, row, quote: quoteOf(row.target) }])),
  );
  if (targeted.length === 0) return [];
  const passages = [...Map.groupBy(targeted, ({ quote }) => quote)].map(([quote, rows]): Content => {
    const values = rows.map(({ label, row }) => printedValueWords(measureWords(row), label, printed(row)));
    return { text: quotedValues(quote, values), style: "small" };
  });
  return [partHead(sections.charterTargets), ...passages];
}

function quoteOf({ section, year, words }: NonNullable<ReportRow["target"]>): string {
  return charterQuote(section, year, words);
}

function printed({ target }: ReportRow): string {
  return target === undefined ? "" : printedValueOf(target);
}

function choices({ indicator }: IndicatorPart): readonly Content[] {
  if (indicator.choices.length === 0) return [];
  const words = indicator.choices.map((choice) => choice.words);
  return [{ text: [{ text: `${sections.choices}: `, bold: true }, words.join(" ")], style: "small" }];
}
