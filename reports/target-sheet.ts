/** The published targets as this software reads them: what an operator signs before it is judged by them. */
import type { Act, Indicator, Measure } from "./act.ts";
import { targetTerms } from "./figures.ts";
import type { Comparator, OperatorIdentity } from "./report-model.ts";
import type { Target } from "./target.ts";
import { judgedComparator } from "./verdict.ts";

export interface TargetSheet {
  readonly operator: OperatorIdentity;
  readonly year: number;
  /** In the order of the acts, then of the profile. */
  readonly targets: readonly ReadTarget[];
  readonly commitments: readonly SheetCommitment[];
  /** What is odd in the charter as a whole. */
  readonly oddities: readonly { readonly section: string; readonly words: string }[];
}

export interface ReadTarget {
  readonly target: Target;
  readonly act: Act;
  readonly indicator: Indicator;
  readonly measure: Measure;
  /** By which it is judged. */
  readonly comparator: Comparator;
  /** In the measure's unit: a decimal with a dot, or `"p/q"`. */
  readonly value: string;
  /** The charter's words say the opposite of what is better. */
  readonly conflict: boolean;
}

/** A promise that no act measures. */
export interface SheetCommitment {
  readonly name: string;
  readonly words: string;
  readonly section: string;
  readonly value: string;
  readonly unit: string;
  readonly printed: Target["printed"];
  readonly year: number;
  readonly oddity?: string;
}

/** Throws where an act does not hold what a target names: profiles are checked against the acts before. */
export function readTargets(targets: readonly Target[], acts: readonly Act[]): readonly ReadTarget[] {
  const read = targets.map((target) => readTarget(target, acts));
  return acts.flatMap((act) => read.filter((one) => one.act === act));
}

function readTarget(target: Target, acts: readonly Act[]): ReadTarget {
  const act = acts.find(({ id }) => id === target.act);
  const indicator = act?.indicators.find(
    ({ id, service }) => id === target.indicator && (target.service === undefined || target.service === service),
  );
  const measure = indicator?.measures.find(({ id }) => id === target.measure);
  if (act === undefined || indicator === undefined || measure === undefined)
    throw new Error(
      `target ${target.id} is on ${target.act} ${target.indicator} ${target.measure}, which no act measures`,
    );
  const { target: value, comparator } = targetTerms(measure, target, undefined);
  if (value === undefined) throw new Error(`target ${target.id} has no value`);
  return {
    target,
    act,
    indicator,
    measure,
    comparator,
    value,
    conflict: judgedComparator(measure, target.printed).conflict,
  };
}
