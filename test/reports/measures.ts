/** Measures and results made by hand, for tests of what is done with them. */
import type { Formula, Measure } from "../../reports/act.ts";
import { type Distribution, distribution } from "../../reports/distribution.ts";
import { type FactRow, type Facts, factsOf } from "../../reports/facts.ts";
import { rational } from "../../reports/rational.ts";

export function measureOf(formula: Formula, changes: Partial<Measure> = {}): Measure {
  return { id: "measure", name: "misura", formula, unit: "%", divisor: 1, decimals: 2, better: "lower", ...changes };
}

/** Facts of one distribution `cases` and of counts. */
export function factsFrom(values: readonly number[], counts: Readonly<Record<string, number>> = {}): Facts {
  const rows: FactRow[] = values.map((value) => ({ fact: "cases", value, count: rational(1) }));
  for (const [fact, count] of Object.entries(counts)) rows.push({ fact, value: null, count: rational(count) });
  return factsOf(rows);
}

export const distributionOf = (values: readonly number[]): Distribution =>
  distribution(values.map((value) => [value, 1]));
