/** One choice that an operator's profile may take otherwise than the act's file does, and what that changes. Data and its type. */
import type { Choice, Exclusion, Indicator, Measure, Population, PopulationSettings } from "./act.ts";

export interface Setting {
  readonly name: string;
  /** Italian, short enough to name a sheet. */
  readonly title: string;
  /** As the acts take it. */
  readonly own: Pick<Choice, "value" | "words" | "reason">;
  readonly alternatives: readonly [Alternative, ...Alternative[]];
}

export interface Alternative {
  readonly value: string;
  /** Italian, a whole sentence for the notes. */
  readonly words: string;
  /** What another choice of the act says and is true no longer: the phrase goes, or `instead` stands in its place. */
  readonly untrue?: { readonly choice: string; readonly phrase: RegExp; readonly instead?: string };
  /** The indicator so measured; undefined where the choice does not concern it. */
  readonly applied: (indicator: Indicator) => Indicator | undefined;
}

/** Changes the indicators on these populations alone. */
export function onPopulations(
  populations: readonly Population[],
  change: (indicator: Indicator) => Indicator | undefined,
): Alternative["applied"] {
  return (indicator) => (populations.includes(indicator.population) ? change(indicator) : undefined);
}

/** The same in the population's query alone. */
export function measuredWith(
  populations: readonly Population[],
  settings: PopulationSettings,
  exclusions: ExclusionChanges = {},
): Alternative["applied"] {
  return onPopulations(populations, (indicator) => withPopulation(indicator, settings, exclusions));
}

export interface ExclusionChanges {
  readonly without?: string;
  /** In the place of the one of the same id, if there is one. */
  readonly with?: Exclusion;
}

export function withPopulation(
  indicator: Indicator,
  settings: PopulationSettings,
  { without, with: added }: ExclusionChanges = {},
): Indicator {
  const kept = indicator.exclusions.filter(({ id }) => id !== without && id !== added?.id);
  const exclusions = added === undefined ? kept : [...kept, added];
  return { ...indicator, settings: { ...indicator.settings, ...settings }, exclusions };
}

/** Undefined where `change` leaves every measure as it is. */
export function withMeasures(indicator: Indicator, change: (measure: Measure) => Measure): Indicator | undefined {
  const measures = indicator.measures.map(change);
  return measures.every((measure, i) => measure === indicator.measures[i]) ? undefined : { ...indicator, measures };
}
