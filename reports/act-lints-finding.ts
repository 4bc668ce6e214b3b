/** What a lint is given, and what it says. */
import type { Act, Indicator, Measure } from "./act.ts";
import type { ExpectedActs } from "./acts/coverage.ts";
import type { Example } from "./acts/examples/example.ts";

/** All that is known of the law, held together. */
export interface Lawbook {
  readonly acts: readonly Act[];
  readonly expected: readonly ExpectedActs[];
  /** Act id → its worked examples. */
  readonly examples: ReadonlyMap<string, readonly Example[]>;
}

export type ActLint = "no-source" | "duplicate-id" | "orphan" | "dates" | "no-example";

export interface ActFinding {
  readonly lint: ActLint;
  /** Act, indicator, measure. */
  readonly where: string;
  readonly what: string;
}

/** `131-06-csp activation-time`, with its service where the act has the indicator for both. */
export function indicatorName(act: Act, { id, service }: Indicator): string {
  const isOnly = act.indicators.filter((other) => other.id === id).length === 1;
  return isOnly ? `${act.id} ${id}` : `${act.id} ${id} ${service}`;
}

export function measureName(act: Act, indicator: Indicator, { id }: Pick<Measure, "id">): string {
  return `${indicatorName(act, indicator)} ${id}`;
}
