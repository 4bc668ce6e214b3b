/** The choices that an operator's profile may take otherwise than the acts' files do, by name. */
import type { Act, Choice, Indicator } from "./act.ts";
import { billingSettings } from "./settings-billing.ts";
import { callSettings } from "./settings-calls.ts";
import type { Alternative, Setting } from "./settings-choice.ts";
import { faultSettings } from "./settings-faults.ts";
import { orderSettings } from "./settings-orders.ts";
import { statisticSettings } from "./settings-statistics.ts";

export const settings: readonly Setting[] = [
  ...orderSettings,
  ...faultSettings,
  ...callSettings,
  ...billingSettings,
  ...statisticSettings,
];

export const ofTheProfile = "Scelta dell’operatore, indicata nel suo profilo.";

/** What a profile may name; the first is what the acts take. */
export function valuesOf({ own, alternatives }: Setting): readonly [string, ...string[]] {
  return [own.value, ...alternatives.map(({ value }) => value)];
}

/** The acts with those choices taken, each said in the notes. */
export function withSettings(acts: readonly Act[], chosen: Readonly<Record<string, string>>): readonly Act[] {
  const taken = settings.flatMap((setting) => {
    const alternative = setting.alternatives.find(({ value }) => value === chosen[setting.name]);
    return alternative === undefined ? [] : [{ setting, alternative }];
  });
  if (taken.length === 0) return acts;
  const applied = (indicator: Indicator) =>
    taken.reduce((current, { setting, alternative }) => withAlternative(current, setting, alternative), indicator);
  return acts.map((act) => ({ ...act, indicators: act.indicators.map(applied) }));
}

function withAlternative(indicator: Indicator, { name }: Setting, alternative: Alternative): Indicator {
  const changed = alternative.applied(indicator);
  return changed === undefined ? indicator : { ...changed, choices: choicesWith(changed.choices, name, alternative) };
}

/** The operator's choice in the place of the act's own, and nothing left beside it that it makes untrue. */
function choicesWith(
  choices: readonly Choice[],
  name: string,
  { value, words, untrue }: Alternative,
): readonly Choice[] {
  const taken: Choice = { id: name, value, words, reason: ofTheProfile };
  let isSaid = false;
  const list = choices.map((choice): Choice => {
    const left =
      untrue?.choice === choice.id ? choice.words.replace(untrue.phrase, untrue.instead ?? "") : choice.words;
    if (choice.id !== name) return { ...choice, words: left };
    isSaid = true;
    return left === choice.words ? taken : { ...taken, words: `${words} ${left}`.trim() };
  });
  return isSaid ? list : [...list, taken];
}
