/** What another choice would change: each figure of a report beside what it would be. Nothing of this is ever published. */
import type { Indicator } from "./act.ts";
import { parseDecimal, parseRational, rationalText, subtract } from "./rational.ts";
import type { Figure, OperatorIdentity, ReportPeriod, ReportRow } from "./report-model.ts";
import { scopeText } from "./scope.ts";

export interface Sensitivity {
  readonly operator: Pick<OperatorIdentity, "id" | "name">;
  readonly period: ReportPeriod;
  /** The digest of the snapshot. */
  readonly snapshot: string;
  /** What the figures of today's choices are: those of a report, or of a snapshot that no report was made of yet. */
  readonly base: { readonly state: "published" | "draft"; readonly revision: number } | { readonly state: "snapshot" };
  /** One for each alternative that touches an indicator reported. */
  readonly effects: readonly SettingEffect[];
  /** Titles of the choices whose alternatives touch none. */
  readonly unconcerned: readonly string[];
}

export interface SettingEffect {
  readonly setting: string;
  /** Italian, as the words below. */
  readonly title: string;
  /** As the report takes it; `reason` is the act's, or that the operator chose it. */
  readonly chosen: { readonly value: string; readonly words: string; readonly reason: string };
  readonly alternative: { readonly value: string; readonly words: string };
  readonly indicators: readonly Pick<Indicator, "id" | "name">[];
  /** Figures of those indicators. */
  readonly compared: number;
  /** Those of another value, first the ones whose outcome turns. */
  readonly moved: readonly MovedFigure[];
  readonly turned: number;
}

export interface MovedFigure {
  /** Absent where the report has no such figure, because no counted row had its scope; likewise the other. */
  readonly own: ReportRow | undefined;
  readonly alternative: ReportRow | undefined;
  /** Exact, the alternative less the report's own; of a standard deviation that of the printed values. */
  readonly difference: string | undefined;
  /** Whether the target or the legal minimum would be met that is missed, or missed that is met. */
  readonly turns: boolean;
}

export function movedFigures(own: readonly ReportRow[], alternative: readonly ReportRow[]): readonly MovedFigure[] {
  const others = new Map(alternative.map((row) => [figureKey(row.figure), row]));
  const known = new Set(own.map(({ figure }) => figureKey(figure)));
  const pairs: readonly (readonly [ReportRow | undefined, ReportRow | undefined])[] = [
    ...own.map((row) => [row, others.get(figureKey(row.figure))] as const),
    ...alternative.filter(({ figure }) => !known.has(figureKey(figure))).map((row) => [undefined, row] as const),
  ];
  const moved = pairs.flatMap(([before, after]): readonly MovedFigure[] => {
    if (before !== undefined && after !== undefined && isSame(before.figure, after.figure)) return [];
    const turns = before !== undefined && after !== undefined && isTurned(before.figure, after.figure);
    return [{ own: before, alternative: after, difference: difference(before?.figure, after?.figure), turns }];
  });
  return [...moved.filter(({ turns }) => turns), ...moved.filter(({ turns }) => !turns)];
}

export function figureKey({ act, indicator, service, measure, scope }: Figure): string {
  return [act, indicator, service ?? "", measure, scopeText(scope)].join(" ");
}

const isSame = (a: Figure, b: Figure): boolean => a.value === b.value && a.exact === b.exact && !isTurned(a, b);

const isTurned = (a: Figure, b: Figure): boolean =>
  a.outcome !== b.outcome || a.minimum?.outcome !== b.minimum?.outcome;

function difference(before: Figure | undefined, after: Figure | undefined): string | undefined {
  if (before === undefined || after === undefined || before.value === null || after.value === null) return undefined;
  if (before.exact === null || after.exact === null)
    return rationalText(subtract(parseDecimal(after.value), parseDecimal(before.value)));
  return rationalText(subtract(parseRational(after.exact), parseRational(before.exact)));
}
