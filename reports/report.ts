/** The report model: every figure once, every row accounted for, every warning said. */
import type { Act } from "./act.ts";
import type { Conservation, Indicators, ReportModel, ReportRow } from "./report-model.ts";
import { scopeText } from "./scope.ts";

/** Throws where two figures answer to the same name or a row is lost: such a report is never published. */
export function assertWhole(rows: readonly ReportRow[], conservation: readonly Conservation[]): void {
  const seen = new Set<string>();
  for (const { figure } of rows) {
    const key = [figure.act, figure.indicator, figure.measure, figure.service ?? "", scopeText(figure.scope)].join(" ");
    if (seen.has(key)) throw new Error(`two figures answer to ${key}`);
    seen.add(key);
  }
  for (const line of conservation) {
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((total, rows) => total + rows, 0);
    const accounted = line.outside + line.no_concern + line.counted + sum(line.excluded) + sum(line.quarantined);
    if (accounted !== line.read)
      throw new Error(
        `${line.act} ${line.indicator}: of ${line.read} rows of ${line.table} only ${accounted} are accounted for`,
      );
  }
}

/** indicators.json: what the model says, without what only print needs. */
export function indicatorsOf(model: ReportModel): Indicators {
  return {
    operator: model.operator.id,
    period: model.period.id,
    snapshot: model.snapshot,
    acts: model.acts.map((act) => act.id),
    indicators: model.rows.map(({ figure }) => figure),
    conservation: model.conservation,
    warnings: model.warnings,
  };
}

/** The acts to report: those the profile names, else those in force on any day of the period. */
export function actsFor(
  known: readonly Act[],
  named: readonly string[] | undefined,
  firstDay: string,
  lastDay: string,
): readonly Act[] {
  return known.filter((act) => (named === undefined ? isInForce(act, firstDay, lastDay) : named.includes(act.id)));
}

/** In force on any day of the span; ISO dates compare as text. */
export function isInForce(act: Act, firstDay: string, lastDay: string): boolean {
  const { from, to } = act.inForce;
  return from.day <= lastDay && (to === undefined || to.day >= firstDay);
}
