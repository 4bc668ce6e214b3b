/** One act on the page, and one indicator after the other: definition, figures, charter's words, what was left out. */
import type { ReportModel, ReportPeriod } from "../../reports/report-model.ts";
import { choiceNumbers, numberedChoices } from "../choices.ts";
import { conservationSentences } from "../conservation-words.ts";
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
  stopped,
  verificationWords,
} from "../italian.ts";
import type { ActPart, IndicatorPart } from "../report-outline.ts";
import { type Block, heading, paragraph } from "./block.ts";
import { choiceId } from "./closing-blocks.ts";
import { figureBlocks } from "./figures.ts";
import type { IndexEntry } from "./page.ts";
import { choiceLabel } from "./page-words.ts";

export function actBlocks({ act, indicators }: ActPart, model: ReportModel): readonly Block[] {
  const choices = numberedChoices(model);
  const [title, subtitle] = actTitles(act);
  return [
    heading(2, title, act.id),
    paragraph(`${stopped(act.authority)} ${stopped(subtitle)}`),
    paragraph(verificationWords(act), act.verified === "no" ? "caution" : "small"),
    ...indicators.flatMap((part) => indicatorBlocks(part, model.period, choiceNumbers(choices, part.indicator))),
  ];
}

export function actEntry({ act, indicators }: ActPart): IndexEntry {
  const parts = indicators.map((part) => ({ text: titleOf(part), href: `#${idOf(part)}` }));
  return { text: actTitles(act)[0], href: `#${act.id}`, parts };
}

/** An act may measure one indicator for each service. */
function idOf({ act, indicator }: IndicatorPart): string {
  return [act.id, indicator.id, ...(indicator.service === undefined ? [] : [indicator.service])].join("-");
}

const titleOf = ({ indicator }: IndicatorPart): string => indicatorTitle(indicator.ordinal, indicator.name);

function indicatorBlocks(part: IndicatorPart, period: ReportPeriod, choices: readonly number[]): readonly Block[] {
  const { indicator } = part;
  const leftOut = [...exclusionSentences(part), ...conservationSentences(part.conservation)];
  return [
    heading(3, titleOf(part), idOf(part)),
    { kind: "paragraph", head: sections.definition, text: indicator.definition },
    paragraph(appliesToWords(indicator.appliesTo)),
    ...figureBlocks(part, period, idOf(part)),
    ...quotes(part),
    ...(leftOut.length === 0 ? [] : [heading(4, sections.excluded)]),
    ...leftOut.map((text) => paragraph(text, "small")),
    ...(choices.length === 0 ? [] : [chosen(choices)]),
  ];
}

function chosen(numbers: readonly number[]): Block {
  const text = numbers.flatMap((number, index) => {
    const link = { text: `${number}`, href: `#${choiceId(number)}`, label: choiceLabel(number) };
    return index === 0 ? [link] : [", ", link];
  });
  return { kind: "paragraph", head: sections.choices, text, tone: "small" };
}

/** Each passage of the charter once, with every value it sets here. */
function quotes({ blocks }: IndicatorPart): readonly Block[] {
  const targeted = blocks.flatMap(({ label, rows }) =>
    rows.flatMap((row) => (row.target === undefined ? [] : [{ label, row, target: row.target }])),
  );
  const passages = Map.groupBy(targeted, ({ target: { section, year, words } }) => charterQuote(section, year, words));
  const texts = [...passages].map(([quote, same]) => {
    const values = same.map(({ label, row, target }) =>
      printedValueWords(measureWords(row), label, printedValueOf(target)),
    );
    return paragraph(quotedValues(quote, values), "small");
  });
  return texts.length === 0 ? [] : [heading(4, sections.charterTargets), ...texts];
}
