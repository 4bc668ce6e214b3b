/** Explains one figure: measures it again on the report's own snapshot, and finds the rows that it stands on. */
import type { Act, Indicator } from "../reports/act.ts";
import { exclusionsOf } from "../reports/counted-exclusions.ts";
import { quantityUnit, workingOf } from "../reports/explain.ts";
import type { CaseRow, Explanation } from "../reports/explanation.ts";
import { factsOf } from "../reports/facts.ts";
import { figuresOf } from "../reports/figures.ts";
import { latenessOf } from "../reports/late-cases.ts";
import type { Period } from "../reports/period.ts";
import type { Figure, ReportRow } from "../reports/report-model.ts";
import { scopeText } from "../reports/scope.ts";
import type { Engine } from "../sql/engine.ts";
import { wording } from "../templates/wording.ts";
import { lateRows, witnessOf } from "./case-rows.ts";
import { jobError } from "./errors.ts";
import { monthsBehind } from "./explain-months.ts";
import type { FoundReport, ReportGround } from "./explained-report.ts";
import { type MeasureOptions, measure } from "./measure.ts";
import { openSnapshot, quarantinedReasons } from "./snapshot.ts";

export interface ExplainOptions {
  readonly engine: Engine;
  readonly report: FoundReport;
  readonly ground: ReportGround;
  readonly period: Period;
  readonly figure: Figure;
  readonly name: string;
}

export interface Explained {
  readonly explanation: Explanation;
  readonly row: ReportRow;
  /** The late cases one by one, read from the engine as they are asked for; undefined where no case can be late. */
  readonly late: (() => AsyncIterable<CaseRow>) | undefined;
}

/** Throws `explained-differs` where the snapshot gives another figure than the report holds. */
export async function explainFigure(options: ExplainOptions): Promise<Explained> {
  const { engine, report, ground, period, figure, name } = options;
  const { act, indicator } = ruleOf(ground.acts, figure, report);
  await openSnapshot(engine, ground.snapshot);
  const { manifest } = ground.snapshot;
  const { targets, services } = ground.profile;
  const measuring: MeasureOptions = {
    db: engine.db,
    period,
    calendar: { rome: manifest.rome, near: Number(period.startMicros / 1_000_000n) },
    acts: [{ ...act, indicators: [indicator] }],
    targets,
    services,
    quarantined: quarantinedReasons(manifest),
  };
  const measured = await measure(measuring);
  const context = { wording, period, targets, absent: manifest.absent };
  const row = measured.results
    .flatMap((results) => figuresOf(results, context))
    .find((one) => one.figure.measure === figure.measure && scopeText(one.figure.scope) === scopeText(figure.scope));
  if (row === undefined || numbersOf(row.figure) !== numbersOf(figure))
    throw jobError("explained-differs", { name, folder: report.folder, was: figure.value, is: row?.figure.value });
  const facts = measured.facts.find(({ scope }) => scopeText(scope) === scopeText(figure.scope));
  const working =
    facts === undefined || figure.value === null
      ? undefined
      : workingOf(row.measure, factsOf(facts.facts), figure.scope.limit);
  const behind = { ...options, measuring, row };
  const witness = await witnessOf(behind, working);
  const lateness = working === undefined ? undefined : latenessOf(indicator, row.measure, figure);
  const byMonth = await monthsBehind(behind, lateness);
  const { indicators: _, modelHeading: __, modelKnown: ___, readiness: ____, ...ofAct } = act;
  const explanation: Explanation = {
    operator: report.indicators.operator,
    period: report.indicators.period,
    report: { state: report.state, revision: report.revision, folder: report.folder },
    snapshot: report.indicators.snapshot,
    name,
    act: ofAct,
    indicator: {
      id: indicator.id,
      ordinal: indicator.ordinal,
      name: indicator.name,
      definition: indicator.definition,
      population: indicator.population,
      tables: row.measure.tables ?? indicator.tables,
    },
    measure: { id: row.measure.id, name: row.measure.name },
    rounding: { decimals: row.measure.decimals, rule: "half-up" },
    figure,
    ...(working !== undefined && { formula: working }),
    quantity_unit: quantityUnit(indicator, row.measure),
    ...(row.target !== undefined && { target: row.target }),
    ...(row.measure.minimum !== undefined && row.figure.minimum !== undefined && { minimum: row.measure.minimum }),
    exclusions: exclusionsOf(indicator, row.measure, figure, measured.conservation),
    choices: indicator.choices,
    conservation: measured.conservation,
    ...(witness !== undefined && { witness }),
    ...(lateness !== undefined && { late_against: lateness.against }),
    ...(byMonth !== undefined && { by_month: byMonth }),
  };
  return { explanation, row, late: lateness === undefined ? undefined : () => lateRows(behind, lateness) };
}

function ruleOf(acts: readonly Act[], figure: Figure, { folder }: FoundReport): { act: Act; indicator: Indicator } {
  const act = acts.find(({ id }) => id === figure.act);
  const indicator = act?.indicators.find(
    ({ id, service }) => id === figure.indicator && (service ?? null) === figure.service,
  );
  if (act === undefined || indicator === undefined)
    throw jobError("explained-differs", { name: figure.act, folder, was: figure.value, is: undefined });
  return { act, indicator };
}

/** All but the words, which a later release may put better. */
function numbersOf({ note: _, reason: __, ...numbers }: Figure): string {
  return JSON.stringify(numbers);
}
