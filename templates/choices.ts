/** The choices that a report rests on, numbered through: indicators that share one refer to it by its number. */
import type { Choice, Indicator } from "../reports/act.ts";
import { isOwnAct } from "../reports/acts/operator.ts";
import type { ReportModel } from "../reports/report-model.ts";
import { listWords, sections } from "./italian.ts";

export interface NumberedChoice extends Pick<Choice, "words" | "reason"> {
  /** From 1. */
  readonly number: number;
  /** `"131/06/CSP: 1, 2; 254/04/CSP: 3"`. */
  readonly indicators: string;
}

export function numberedChoices({ acts }: ReportModel): readonly NumberedChoice[] {
  const all = acts.flatMap((act) =>
    act.indicators.flatMap((indicator) => indicator.choices.map((choice) => ({ act, indicator, choice }))),
  );
  const alike = Map.groupBy(all, ({ choice }) => keyOf(choice));
  return [...alike.values()].flatMap((same, index) => {
    const [first] = same;
    if (first === undefined) return [];
    const ofActs = [...Map.groupBy(same, ({ act }) => act)].map(([act, entries]) => {
      const ordinals = [...new Set(entries.map(({ indicator }) => `${indicator.ordinal}`))];
      return `${isOwnAct(act) ? sections.charter : act.number}: ${listWords(ordinals)}`;
    });
    const { words, reason } = first.choice;
    return [{ number: index + 1, words, reason, indicators: ofActs.join("; ") }];
  });
}

/** Ascending. */
export function choiceNumbers(choices: readonly NumberedChoice[], indicator: Indicator): readonly number[] {
  const own = new Set(indicator.choices.map(keyOf));
  return choices.filter((choice) => own.has(keyOf(choice))).map(({ number }) => number);
}

const keyOf = ({ words, reason }: Pick<Choice, "words" | "reason">): string => `${words}\n${reason}`;
