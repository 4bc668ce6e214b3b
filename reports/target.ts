/** A published target: what the operator's charter promises, in its words, and where this software judges it. */
import type { Comparator } from "./report-model.ts";
import { type Scope, scopeText } from "./scope.ts";

/** Units as charters print them. Those of time and speed are converted to the measure's own; see target-units.ts. */
export type TargetUnit = "days" | "hours" | "minutes" | "s" | "ms" | "Mbit/s" | "kbit/s" | "%" | "ratio";

export interface Target {
  /** Unique among the targets of its year: `3.2.4` or `3.2.6-navigation`. */
  readonly id: string;
  readonly act: string;
  readonly indicator: string;
  readonly measure: string;
  /** Where the act measures the same indicator for internet and for voice: which of them. */
  readonly service?: "internet" | "voice";
  readonly scope: Scope;
  /** A decimal with a dot, in `unit`, as the charter prints it. */
  readonly value: string;
  readonly unit: TargetUnit;
  /** As printed: "inferiore a" is <, "> 50 %" is >; "bare" where only a value stands ("è di", "pari al", "entro"). */
  readonly printed: Comparator | "bare";
  /** Verbatim from the charter. */
  readonly words: string;
  /** Section of the charter. */
  readonly section: string;
  readonly page?: number;
  /** The year it holds for. */
  readonly year: number;
  /** Oddity of the charter's text, Italian, printed as a warning. */
  readonly oddity?: string;
}

/** Two targets with the same text are promises on one figure. */
export function targetFigure({ act, indicator, service, measure, scope }: Target): string {
  return [act, indicator, ...(service === undefined ? [] : [service]), measure, `{${scopeText(scope)}}`].join(" ");
}

/** The targets that a report of `year` judges by: of each figure one, in the order given. */
export function targetsFor(targets: readonly Target[], year: number): readonly Target[] {
  return standingIn(year, targets, targetFigure);
}

/**
 * Of those that `nameOf` calls the same: the year's own; where there is none the newest before it, because a promise holds
 * until it is renewed; else the oldest after it. The report says so of every one that is not the year's own.
 */
export function standingIn<Item extends { readonly year: number }>(
  year: number,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  const standing = new Map<string, Item>();
  for (const item of items) {
    const rival = standing.get(nameOf(item));
    if (rival === undefined || stands(item.year, rival.year, year)) standing.set(nameOf(item), item);
  }
  return items.filter((item) => standing.get(nameOf(item)) === item);
}

function stands(year: number, rival: number, asked: number): boolean {
  if (year <= asked !== rival <= asked) return year <= asked;
  return year <= asked ? year > rival : year < rival;
}
