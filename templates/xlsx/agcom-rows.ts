/** The rows of the Authority's electronic model, from the figures of one act. */
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import type { Scope } from "../../reports/scope.ts";
import { DocumentError } from "../document-error.ts";
import { casesOfMeasure, model as modelWords, notApplicable, notDeterminable, unitWords } from "../italian.ts";
import { type ActPart, type Block, type IndicatorPart, outlineOf } from "../report-outline.ts";

/** A cell is a text, or a decimal with a dot that is written as a number with so many decimals. */
export type ModelValue = string | { readonly decimal: string; readonly decimals: number };

/** One row of the model. Texts that the model writes once for several rows are empty on the rows below. */
export interface ModelRow {
  readonly periodicity: string;
  readonly indicator: string;
  readonly scope: string;
  readonly appliesTo: string;
  readonly measure: string;
  readonly unit: string;
  readonly value: ModelValue;
}

/** Throws `unknown-act` where the report does not hold the act. */
export function actPartOf(model: ReportModel, actId: string): ActPart {
  const part = outlineOf(model).find(({ act }) => act.id === actId);
  if (part === undefined) throw new DocumentError("unknown-act", `The report holds no act "${actId}".`);
  return part;
}

/** Regions stand on a sheet of their own, as in the reports of the operators. */
export function modelRows(part: ActPart, sheet: "whole" | "regions"): readonly ModelRow[] {
  return part.indicators.flatMap((indicator) => indicatorRows(indicator, sheet));
}

/** The act's own figures; those narrowed to a target's words belong beside the target, not in the Authority's model. */
export function isOwnScope(scope: Scope): boolean {
  const { limit, responsibility, conditions, ...dimensions } = scope;
  const narrowed = limit !== undefined || responsibility !== undefined || conditions !== undefined;
  return !narrowed && Object.values(dimensions).every((value) => typeof value === "string");
}

function indicatorRows({ indicator, blocks }: IndicatorPart, sheet: "whole" | "regions"): readonly ModelRow[] {
  const shown = blocks.filter(({ rows }) => {
    const scope = rows[0]?.figure.scope ?? {};
    return isOwnScope(scope) && (sheet === "regions") === (scope.region !== undefined);
  });
  return shown.flatMap((block, index) => {
    const first = {
      periodicity: index === 0 ? indicator.periodicity : "",
      indicator: index === 0 ? `${indicator.ordinal} - ${indicator.name}` : "",
      appliesTo: index === 0 ? indicator.appliesTo : modelWords.same,
      scope: block.label,
    };
    const blank = { periodicity: "", indicator: "", appliesTo: "", scope: "" };
    return blockRows(block).map((row, line) => ({ ...(line === 0 ? first : blank), ...row }));
  });
}

function blockRows({ rows }: Block): readonly Pick<ModelRow, "measure" | "unit" | "value">[] {
  const figures = rows.map(({ figure, measure }) => ({
    measure: measure.name,
    unit: unitWords(figure.unit),
    value: figureValue(figure, measure.decimals),
  }));
  return [...figures, ...casesRows(rows)];
}

function figureValue({ value, outcome }: ReportRow["figure"], decimals: number): ModelValue {
  if (value !== null) return { decimal: value, decimals };
  return outcome === "not_applicable" ? notApplicable : notDeterminable;
}

/**
 * The number of cases of the percentile and mean measures, which the model asks for. One row where they rest on the
 * same cases, else one for each measure; none where the act has a measure of its own for it.
 */
function casesRows(rows: readonly ReportRow[]): readonly Pick<ModelRow, "measure" | "unit" | "value">[] {
  if (rows.some(({ measure }) => measure.formula.kind === "count")) return [];
  const counted = rows.filter(
    ({ figure, measure }) => hasCases(measure.formula.kind) && figure.outcome !== "not_applicable",
  );
  const row = (measure: string, cases: number) => ({
    measure,
    unit: unitWords("count"),
    value: { decimal: cases.toString(), decimals: 0 },
  });
  const numbers = new Set(counted.map(({ figure }) => figure.cases));
  if (numbers.size > 1) return counted.map(({ figure, measure }) => row(casesOfMeasure(measure.name), figure.cases));
  return [...numbers].map((cases) => row(modelWords.cases, cases));
}

function hasCases(kind: ReportRow["measure"]["formula"]["kind"]): boolean {
  return kind === "percentile" || kind === "mean" || kind === "deviation";
}
