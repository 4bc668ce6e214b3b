/** The rows of the Authority's electronic model, from the figures of one act. */
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import { DocumentError } from "../document-error.ts";
import { casesOfMeasure, model as modelWords, notApplicable, notDeterminable, unitWords } from "../italian.ts";
import { type ActPart, type Block, type IndicatorPart, outlineOf } from "../report-outline.ts";
import type { FigureSheet } from "./agcom-sheets.ts";

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

export function modelRows({ indicators }: FigureSheet): readonly ModelRow[] {
  return indicators.flatMap(indicatorRows);
}

function indicatorRows({ indicator, blocks }: IndicatorPart): readonly ModelRow[] {
  return blocks.flatMap((block, index) => {
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
