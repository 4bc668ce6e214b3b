/** Figures of several periods that were held against something, gathered by what they measure. */
import type { Act, Indicator } from "../../reports/act.ts";
import { isMinimumAlone } from "../../reports/minimum.ts";
import type { Figure, ReportPeriod } from "../../reports/report-model.ts";
import { figureKey } from "../../reports/settings-effect.ts";
import { casesCell, measureNameIn, valueWords } from "../figure-words.ts";
import { notFixed, outcomes, standardWords, targetWords } from "../italian.ts";
import { decimalWords } from "../number-format.ts";
import { scopeWords } from "../scope-words.ts";

export interface PeriodFigures {
  readonly period: ReportPeriod;
  readonly figures: readonly Figure[];
}

/** One figure over the periods that have it, in their order. */
export interface FigureHistory {
  readonly act: string;
  readonly indicator: string;
  readonly service: Figure["service"];
  /** Absent where no act knows it any more: names are ids then. */
  readonly known: Indicator | undefined;
  readonly measure: string;
  readonly scope: string;
  readonly unit: string;
  readonly values: readonly { readonly period: ReportPeriod; readonly figure: Figure }[];
}

/** In the order in which the periods name them; without those that no period held against anything. */
export function historiesOf(periods: readonly PeriodFigures[], acts: readonly Act[]): readonly FigureHistory[] {
  const all = periods.flatMap(({ period, figures }) => figures.map((figure) => ({ period, figure })));
  const alike = Map.groupBy(all, ({ figure }) => `${figureKey(figure)} ${figure.unit}`);
  return [...alike.values()].flatMap((values) => {
    const [first] = values;
    if (first === undefined || values.every(({ figure }) => figure.target === undefined)) return [];
    const { act, indicator, service, measure: id, scope, unit } = first.figure;
    const known = acts
      .find((one) => one.id === act)
      ?.indicators.find((one) => one.id === indicator && (one.service ?? null) === service);
    const measure = known?.measures.find((one) => one.id === id);
    const name = measure === undefined ? id : measureNameIn(scope, measure);
    return [{ act, indicator, service, known, measure: name, scope: scopeWords(scope), unit, values }];
  });
}

/** Target, value, number of cases, outcome: as the period's own page prints them. */
export function historyCells(figure: Figure): readonly [string, string, string, string] {
  const standard = standardOf(figure);
  const target = targetOf(figure);
  return [
    [target, standard?.words].filter((text) => text !== undefined).join("\n") || notFixed,
    valueWords(figure),
    casesCell(figure),
    [target === undefined ? undefined : outcomes[outcomeNames[figure.outcome]], standard?.outcome]
      .filter((text) => text !== undefined)
      .join("\n") || notFixed,
  ];
}

function targetOf(figure: Figure): string | undefined {
  const { target, comparator } = figure;
  if (target === undefined || comparator === undefined || isMinimumAlone(figure)) return undefined;
  return targetWords(comparator, /^-?\d+(?:\.\d+)?$/.test(target) ? decimalWords(target) : target, undefined);
}

function standardOf({ minimum }: Figure): { readonly words: string; readonly outcome: string } | undefined {
  if (minimum === undefined) return undefined;
  const { comparator, value, outcome } = minimum;
  return { words: standardWords(comparator, decimalWords(value)), outcome: outcomes[standardNames[outcome]] };
}

type OutcomeName = keyof typeof outcomes;

const outcomeNames: Readonly<Record<Figure["outcome"], OutcomeName>> = {
  met: "met",
  missed: "missed",
  no_target: "notAssessable",
  not_assessable: "notAssessable",
  not_applicable: "notApplicable",
};

const standardNames: Readonly<Record<Figure["outcome"], OutcomeName>> = {
  ...outcomeNames,
  met: "standardMet",
  missed: "standardMissed",
};
