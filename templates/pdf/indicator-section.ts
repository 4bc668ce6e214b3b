/** One act, and one indicator after the other: definition, figures, targets in the charter's words, what was left out. */
import type { Content, ContentText } from "pdfmake/interfaces.js";
import type { Indicator } from "../../reports/act.ts";
import type { ReportPeriod, ReportRow } from "../../reports/report-model.ts";
import { choiceNumbers, type NumberedChoice } from "../choices.ts";
import { exclusionSentences } from "../exclusion-words.ts";
import { measureWords, printedValueOf } from "../figure-words.ts";
import {
  actTitles,
  appliesToWords,
  charterQuote,
  indicatorTitle,
  printedValueWords,
  quotedValues,
  sections,
  sentences,
  stopped,
  verificationWords,
} from "../italian.ts";
import type { ActPart, IndicatorPart } from "../report-outline.ts";
import { chartsWords, choiceNumbersWords, reportHeads } from "../report-words.ts";
import { chartContent, indicatorCharts } from "./chart-content.ts";
import { figureTable, tableContent } from "./figure-table.ts";

export function actSection(
  { act, indicators }: ActPart,
  period: ReportPeriod,
  choices: readonly NumberedChoice[],
): Content {
  const status = verificationWords(act);
  const [title, subtitle] = actTitles(act);
  return [
    { text: title, style: "act", pageBreak: "before", outline: true },
    { text: `${stopped(act.authority)} ${stopped(subtitle)}`, style: "paragraph" },
    { text: status, style: act.verified === "no" ? "caution" : "small" },
    ...indicators.map((indicator, index) => [
      // Each has its page, the first that of its act: a reader finds it, and its picture stands beside its figures.
      { ...indicatorHead(indicator), ...(index > 0 && startsPage) },
      ...indicatorSection(indicator, period, choices),
    ]),
  ];
}

/** What stands first on a page needs no space above it. */
const startsPage: Pick<ContentText, "pageBreak" | "margin"> = { pageBreak: "before", margin: [0, 0, 0, 3] };

function indicatorHead({ indicator: { ordinal, name } }: IndicatorPart) {
  return { text: indicatorTitle(ordinal, name), style: "indicator" } as const;
}

function indicatorSection(
  part: IndicatorPart,
  period: ReportPeriod,
  choices: readonly NumberedChoice[],
): readonly Content[] {
  const { indicator } = part;
  const table = figureTable(part, period);
  const leftOut = exclusionSentences(part);
  return [
    { text: [{ text: `${sections.definition}: `, bold: true }, indicator.definition], style: "paragraph" },
    { text: appliesToWords(indicator.appliesTo), style: "paragraph" },
    table.rows.length === 0 ? small(sentences.noFigures) : tableContent(table),
    ...table.notes.map((note, index) => small(`(${index + 1}) ${note}`)),
    ...charts(part),
    ...quotes(part),
    ...leftOut.map((text, index) => (index === 0 ? [partHead(reportHeads.excluded), small(text)] : small(text))),
    ...choiceLineOf(choices, indicator).map(small),
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

/** None where the indicator takes no choice. */
export function choiceLineOf(choices: readonly NumberedChoice[], indicator: Indicator): readonly string[] {
  const numbers = choiceNumbers(choices, indicator);
  return numbers.length === 0 ? [] : [`${sections.choices}: ${choiceNumbersWords(numbers)}`];
}

/** A page between its margins is wider than any of them. */
const widest = 520;

/** Side by side where there are more than one. */
function charts(part: IndicatorPart): readonly Content[] {
  const { shown, all } = indicatorCharts(part);
  const stacks = shown.map(({ scope, chart }) => ({
    stack: [...(scope === undefined ? [] : [{ text: scope, style: "part" }]), chartContent(chart, widest)],
  }));
  const [first, ...others] = stacks;
  if (first === undefined) return [];
  // A title that may begin a page would tear a block apart that may not break.
  const row: Content =
    others.length === 0
      ? { ...first, unbreakable: true }
      : { columns: [first, ...others], columnGap: 14, unbreakable: true };
  return shown.length === all ? [row] : [row, small(chartsWords(shown.length, all))];
}
