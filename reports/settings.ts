/** The choices that an operator's profile may take otherwise than the act's file does, by name. */
import type { Act, Choice, Formula, Indicator } from "./act.ts";

export interface Setting {
  readonly name: string;
  /** Allowed values; the first is what the acts take. */
  readonly values: readonly [string, ...string[]];
}

export const settings: readonly Setting[] = [
  /** The invoices that disputes are divided by: those that bill the service, or all. */
  { name: "invoices", values: ["of-service", "all"] },
  /** Standard deviations divide by n, or by n - 1. */
  { name: "deviation", values: ["population", "sample"] },
];

/** The acts with those choices taken, each said in the notes. */
export function withSettings(acts: readonly Act[], chosen: Readonly<Record<string, string>>): readonly Act[] {
  return acts.map((act) => ({
    ...act,
    indicators: act.indicators.map((indicator) => withDeviation(withInvoices(indicator, chosen), chosen)),
  }));
}

function withInvoices(indicator: Indicator, chosen: Readonly<Record<string, string>>): Indicator {
  if (indicator.settings.invoices === undefined || chosen.invoices !== "all") return indicator;
  const words =
    "Si contano tutte le fatture emesse nel periodo, qualunque servizio addebitino, escluse note di credito e proforma.";
  return {
    ...indicator,
    settings: { ...indicator.settings, invoices: "all" },
    choices: [...indicator.choices, operatorsChoice("invoices", "all", words)],
  };
}

function withDeviation(indicator: Indicator, chosen: Readonly<Record<string, string>>): Indicator {
  const hasDeviation = indicator.measures.some(({ formula }) => formula.kind === "deviation");
  if (!hasDeviation || chosen.deviation !== "sample") return indicator;
  const sampled = (formula: Formula): Formula =>
    formula.kind === "deviation" ? { ...formula, divisor: "n-1" } : formula;
  const words = "La deviazione standard è quella campionaria (divisore n − 1).";
  return {
    ...indicator,
    measures: indicator.measures.map((measure) => ({ ...measure, formula: sampled(measure.formula) })),
    choices: [
      ...indicator.choices.filter(({ id }) => id !== "deviation"),
      operatorsChoice("deviation", "sample", words),
    ],
  };
}

function operatorsChoice(id: string, value: string, words: string): Choice {
  return { id, value, words, reason: "Scelta dell’operatore, indicata nel suo profilo." };
}
