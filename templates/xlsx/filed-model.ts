/** What the electronic model of 131/06 asks for, as a filed copy of it shows. */
import type { Figure, ReportRow } from "../../reports/report-model.ts";
import { scopeText } from "../../reports/scope.ts";
import type { Block, IndicatorPart } from "../report-outline.ts";
import { scopeWords } from "../scope-words.ts";

/**
 * Activation times stand there by these kinds of order and with these measures, in this order. The model asks for no
 * other indicator by parts, and for none of the measures that only charters use.
 */
const activation = {
  indicator: "activation-time",
  orderTypes: ["active_line_same_operator", "active_line_other_operator", "operator_change", "new_line"],
  measures: ["p95", "p99", "within-contract", "mean", "cases"],
} as const;

export function isAskedFor({ figure, indicator, measure }: ReportRow): boolean {
  const scope = scopeText(figure.scope);
  if (indicator.id !== activation.indicator) return scope === "";
  const isKind = activation.orderTypes.some((order_type) => scopeText({ order_type }) === scope);
  return isKind && activation.measures.some((id) => id === measure.id);
}

/** The model's blocks of an indicator; `all` are the report's figures of it. A kind of order without cases stands too. */
export function askedBlocks(part: IndicatorPart, all: readonly ReportRow[]): readonly Block[] {
  if (part.indicator.id !== activation.indicator) return part.blocks;
  return activation.orderTypes.map((orderType) => kindOfOrder(part, all, orderType));
}

function kindOfOrder({ act, indicator }: IndicatorPart, all: readonly ReportRow[], order_type: string): Block {
  const scope = { order_type };
  const rows = activation.measures.flatMap((id): readonly ReportRow[] => {
    const measure = indicator.measures.find((one) => one.id === id);
    if (measure === undefined) return [];
    const ofMeasure = (text: string) =>
      all.find((row) => row.measure.id === id && scopeText(row.figure.scope) === text);
    const known = ofMeasure(scopeText(scope));
    if (known !== undefined) return [known];
    const figure: Figure = {
      act: act.id,
      indicator: indicator.id,
      measure: id,
      service: indicator.service ?? null,
      scope,
      unit: measure.unit,
      cases: 0,
      ...withoutCases(measure.formula.kind === "count", ofMeasure("")?.figure),
      excluded: {},
    };
    return [{ act, indicator, measure, figure }];
  });
  return { label: scopeWords(scope), rows };
}

/** None of this kind is a count of 0, unless the orders as a whole were not counted either. */
function withoutCases(isCount: boolean, whole: Figure | undefined): Pick<Figure, "value" | "exact" | "outcome"> {
  if (whole?.outcome === "not_applicable") return { value: null, exact: null, outcome: "not_applicable" };
  if (isCount && whole?.value !== null) return { value: "0", exact: "0", outcome: "no_target" };
  return { value: null, exact: null, outcome: "not_assessable" };
}
