/** Report rows for the charts' tests, figured from distributions as any other. */
import { actOf } from "../../../reports/acts/index.ts";
import { type Distribution, distribution } from "../../../reports/distribution.ts";
import type { Facts } from "../../../reports/facts.ts";
import { figuresOf } from "../../../reports/figures.ts";
import { period } from "../../../reports/period.ts";
import { type Rational, rational } from "../../../reports/rational.ts";
import type { ReportRow } from "../../../reports/report-model.ts";
import type { Scope } from "../../../reports/scope.ts";
import type { Target } from "../../../reports/target.ts";
import { wording } from "../../../templates/wording.ts";

interface Measured {
  readonly indicator: string;
  readonly distributions: Readonly<Record<string, Distribution>>;
  readonly counts?: Readonly<Record<string, Rational>>;
  readonly scope?: Scope;
  readonly targets?: readonly (readonly [measure: string, value: string])[];
}

function rowsOf({
  indicator: id,
  distributions,
  counts = {},
  scope = {},
  targets = [],
}: Measured): readonly ReportRow[] {
  const act = actOf("131-06-csp");
  const indicator = act?.indicators.find((candidate) => candidate.id === id);
  if (act === undefined || indicator === undefined) throw new Error(`131-06-csp has no ${id}`);
  const facts: Facts = {
    distributions: new Map(Object.entries(distributions)),
    counts: new Map(Object.entries(counts)),
    excluded: new Map(),
    counted: new Map(),
  };
  const published = targets.map(
    ([measure, value]): Target => ({
      id: measure,
      act: act.id,
      indicator: id,
      measure,
      scope: {},
      value,
      unit: indicator.measures.find((candidate) => candidate.id === measure)?.unit as Target["unit"],
      printed: "bare",
      words: "",
      section: "1",
      year: 2026,
    }),
  );
  return figuresOf(
    { act, indicator, offered: true, scopes: [{ scope, facts, measures: "all", empty: false }] },
    { wording, period: period(2026, 1), targets: published, absent: [] },
  );
}

const each = (values: readonly number[]): Distribution => distribution(values.map((value) => [value, 1] as const));

/** Faults repaired in 1 to 20 hours, one each. */
export function repair(targets: readonly (readonly [string, string])[]): readonly ReportRow[] {
  const seconds = each(Array.from({ length: 20 }, (_, i) => (i + 1) * 3600));
  return rowsOf({ indicator: "repair-time", distributions: { seconds }, targets });
}

export function activation(days: readonly number[]): readonly ReportRow[] {
  return rowsOf({ indicator: "activation-time", distributions: { days: each(days) } });
}

/** `chosen`: the calls that chose the agent, abandoned included. */
export function answer(waits: readonly number[], chosen: number): readonly ReportRow[] {
  return rowsOf({
    indicator: "call-answer",
    distributions: { wait: each(waits) },
    counts: { chosen: rational(chosen) },
  });
}

/** Of 100 lines in the region. */
export function faultRate(region: string, faults: number): ReportRow {
  const [row] = rowsOf({
    indicator: "fault-rate",
    distributions: {},
    counts: { faults: rational(faults), "mean-lines": rational(100) },
    scope: { region },
  });
  return row as ReportRow;
}
