/** Measures a report's figures again under every other choice, each taken alone. */
import type { Act, Indicator } from "../reports/act.ts";
import { figuresOf, type IndicatorResults } from "../reports/figures.ts";
import type { Period } from "../reports/period.ts";
import { assertWhole } from "../reports/report.ts";
import type { ReportRow } from "../reports/report-model.ts";
import { ofTheProfile, settings, valuesOf } from "../reports/settings.ts";
import type { Setting } from "../reports/settings-choice.ts";
import { movedFigures, type SettingEffect } from "../reports/settings-effect.ts";
import { wording } from "../templates/wording.ts";
import { type MeasureOptions, measure } from "./measure.ts";
import type { Profile } from "./profile.ts";
import { actsOf } from "./run.ts";

export interface SensitivityOptions {
  readonly measuring: Omit<MeasureOptions, "acts">;
  readonly profile: Profile;
  readonly period: Period;
  /** Tables that the operator has no data for. */
  readonly absent: readonly string[];
  /** Hears what is being tried. */
  readonly onStep: (words: string) => void;
}

export interface Effects {
  /** The figures under the profile's own choices, to be held against the report's. */
  readonly own: readonly ReportRow[];
  readonly effects: readonly SettingEffect[];
  readonly unconcerned: readonly string[];
}

export async function effectsOf(options: SensitivityOptions): Promise<Effects> {
  const { measuring, profile, period, onStep } = options;
  const acts = actsOf(profile, period);
  onStep("measuring under the report's own choices");
  const base = (await measure({ ...measuring, acts })).results;
  const effects: SettingEffect[] = [];
  const unconcerned: string[] = [];
  for (const setting of settings) {
    const chosen = profile.settings[setting.name] ?? setting.own.value;
    let isConcerned = false;
    for (const value of valuesOf(setting).filter((other) => other !== chosen)) {
      const others = actsOf({ ...profile, settings: { ...profile.settings, [setting.name]: value } }, period);
      const touched = touchedIndicators(acts, others);
      if (touched.length === 0) continue;
      isConcerned = true;
      onStep(`trying ${setting.name}: ${value}`);
      effects.push(await effectOf(setting, { chosen, value }, touched, base, options));
    }
    if (!isConcerned) unconcerned.push(setting.title);
  }
  return { own: base.flatMap((results) => figuresOf(results, figuringOf(options))), effects, unconcerned };
}

/** An indicator as the report has it, and as the other choice has it. */
interface Touched {
  readonly act: Act;
  readonly own: Indicator;
  readonly other: Indicator;
}

function touchedIndicators(acts: readonly Act[], others: readonly Act[]): readonly Touched[] {
  return acts.flatMap((act, i) =>
    act.indicators.flatMap((own, j): readonly Touched[] => {
      const other = others[i]?.indicators[j];
      return other === undefined || JSON.stringify(own) === JSON.stringify(other) ? [] : [{ act, own, other }];
    }),
  );
}

async function effectOf(
  setting: Setting,
  { chosen, value }: { readonly chosen: string; readonly value: string },
  touched: readonly Touched[],
  base: readonly IndicatorResults[],
  options: SensitivityOptions,
): Promise<SettingEffect> {
  const own: ReportRow[] = [];
  const alternative: ReportRow[] = [];
  for (const one of touched) {
    const results = base.find(({ act, indicator }) => act === one.act && indicator === one.own) as IndicatorResults;
    own.push(...figuresOf(results, figuringOf(options)));
    alternative.push(...(await rowsUnder(one, results, options)));
  }
  const moved = movedFigures(own, alternative);
  return {
    setting: setting.name,
    title: setting.title,
    chosen: choiceOf(setting, chosen, options.profile),
    alternative: choiceOf(setting, value, options.profile),
    indicators: [...new Map(touched.map(({ own: { id, name } }) => [`${id} ${name}`, { id, name }])).values()],
    compared: own.length,
    moved,
    turned: moved.filter(({ turns }) => turns).length,
  };
}

/** Where only the arithmetic is another, what was measured serves again. */
async function rowsUnder(
  { act, own, other }: Touched,
  results: IndicatorResults,
  options: SensitivityOptions,
): Promise<readonly ReportRow[]> {
  if (JSON.stringify(own.settings) === JSON.stringify(other.settings))
    return figuresOf({ ...results, indicator: other }, figuringOf(options));
  const measured = await measure({ ...options.measuring, acts: [{ ...act, indicators: [other] }] });
  const rows = measured.results.flatMap((one) => figuresOf(one, figuringOf(options)));
  assertWhole(rows, measured.conservation);
  return rows;
}

function figuringOf({ measuring, period, absent }: SensitivityOptions): Parameters<typeof figuresOf>[1] {
  return { wording, period, targets: measuring.targets, absent };
}

function choiceOf(setting: Setting, value: string, profile: Profile): SettingEffect["chosen"] {
  const { name, own, alternatives } = setting;
  const { words } = [own, ...alternatives].find((choice) => choice.value === value) ?? own;
  return { value, words, reason: profile.settings[name] === value ? ofTheProfile : own.reason };
}
