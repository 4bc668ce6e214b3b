/** The annexes: the acts and where their values stand, the choices taken, where every row went. */
import type { Content } from "pdfmake/interfaces.js";
import type { Indicator } from "../../reports/act.ts";
import { isOwnAct } from "../../reports/acts/operator.ts";
import type { ReportModel } from "../../reports/report-model.ts";
import { lawDayWords, lawLines, publicationWords, sourceWords } from "../act-words.ts";
import { numberedChoices } from "../choices.ts";
import { balancesOf, quarantineSentence } from "../conservation-words.ts";
import { actTitles, indicatorTitle, notFixed, stopped, tableWords } from "../italian.ts";
import { integerWords } from "../number-format.ts";
import { actTable, choiceHeads, conservationHeads, pointWords, quarantineLine, reportHeads } from "../report-words.ts";
import { shortActWords } from "./judged-table.ts";
import { type RowTable, rowTable } from "./row-table.ts";

export function annexes(model: ReportModel): readonly Content[] {
  const [acts, choices, conservation] = [actsTable(model), choicesTable(model), balanceTable(model)];
  return [
    ...(model.acts.length === 0 ? [] : [{ ...head(reportHeads.acts), pageBreak: "before" as const }]),
    ...(acts.rows.length === 0 ? [] : [rowTable(acts)]),
    ...points(model),
    ...(choices.rows.length === 0 ? [] : [head(reportHeads.choices), rowTable(choices)]),
    ...(conservation.rows.length === 0
      ? []
      : [
          head(reportHeads.conservation),
          { text: pointWords.balance, style: "paragraph" },
          rowTable(conservation),
          ...quarantineLines(model).map(small),
        ]),
  ];
}

function head(text: string) {
  return { text, style: "section", headlineLevel: 2, outline: true } as const;
}

function small(text: string): Content {
  return { text, style: "small" };
}

/** The operator's own commitments were published by nobody else. */
export function actRows({ acts }: ReportModel): readonly (readonly string[])[] {
  return acts
    .filter((act) => !isOwnAct(act))
    .map((act) => {
      const { publication, inForce, text } = act;
      const published = publication && `${publicationWords(publication)} – ${sourceWords(publication)}`;
      const days = [
        lawDayWords("from", inForce.from),
        ...(inForce.to === undefined ? [] : [lawDayWords("to", inForce.to)]),
      ];
      return [actTitles(act).join("\n"), published ?? notFixed, days.join("\n"), `${text.address}\n${text.note}`];
    });
}

export function actsTable(model: ReportModel): RowTable {
  const { act, publication, inForce, text } = actTable;
  return { heads: [act, publication, inForce, text], widths: [150, 150, 220, 218], rows: actRows(model) };
}

function points({ acts }: ReportModel): readonly Content[] {
  if (acts.length === 0) return [];
  const ofActs = acts.flatMap((act): Content[] => [
    { text: shortActWords(act), style: "part", headlineLevel: 3 },
    ...act.indicators.map((indicator) => small(pointsOf(indicator))),
  ]);
  return [{ text: actTable.points, style: "indicator", headlineLevel: 2 }, ...ofActs];
}

/** Every value that the law sets for an indicator and every exclusion, each with its point. */
export function pointsOf({ ordinal, name, measures, exclusions }: Indicator): string {
  const left = exclusions.map(({ words, clause }) => `${words} (${clause})`);
  const parts = [
    ...new Set(measures.flatMap(lawLines)),
    ...(left.length === 0 ? [] : [`${pointWords.excluded}: ${left.join(", ")}`]),
  ];
  return `${indicatorTitle(ordinal, name)}: ${stopped(parts.length === 0 ? pointWords.none : parts.join("; "))}`;
}

export function choicesTable(model: ReportModel): RowTable {
  return {
    heads: choiceHeads,
    widths: [18, 320, 260, 140],
    rows: numberedChoices(model).map(({ number, words, reason, indicators }) => [
      `${number}`,
      words,
      reason,
      indicators,
    ]),
  };
}

/** Throws `unbalanced`; see balancesOf. */
export function balanceTable({ acts, conservation }: ReportModel): RowTable {
  const rows = balancesOf(conservation).map(({ of, read, counted, excluded, quarantined, outside, noConcern }) => {
    const act = acts.find(({ id }) => id === of.act);
    const indicator = act?.indicators.find(({ id, service = null }) => id === of.indicator && service === of.service);
    const numbers = [read, counted, excluded, quarantined, outside, noConcern];
    return [
      act === undefined ? of.act : shortActWords(act),
      indicator === undefined ? of.indicator : `${indicator.ordinal} – ${indicator.name}`,
      tableWords(of.table),
      ...numbers.map((count) => integerWords(count)),
    ];
  });
  return {
    heads: conservationHeads,
    widths: [76, 190, 130, 50, 58, 44, 52, 50, 48],
    rows,
    right: (column) => column > 2,
  };
}

/** Each table's bad rows once, however many indicators read them. */
export function quarantineLines({ conservation }: ReportModel): readonly string[] {
  const lines = conservation.flatMap((row) => {
    const words = quarantineSentence(row);
    return words === undefined ? [] : [quarantineLine(tableWords(row.table), words)];
  });
  return [...new Set(lines)];
}
