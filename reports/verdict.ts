/** A figure against its target: comparator, outcome, margin. Always on the exact value, never on the printed one. */
import type { Measure } from "./act.ts";
import { casesToTurn } from "./cases-to-turn.ts";
import { holds } from "./comparator.ts";
import type { Measured } from "./measure.ts";
import { compare, multiply, type Rational, subtract } from "./rational.ts";
import type { Comparator } from "./report-model.ts";
import type { Target } from "./target.ts";

export interface Judgement {
  readonly comparator: Comparator;
  readonly outcome: "met" | "missed" | "not_assessable";
  readonly margin: Rational | undefined;
  readonly casesToTurn: bigint | undefined;
}

/**
 * The printed comparator where the charter's words have one, else "not more than" or "not less than" by the measure's
 * direction. Where the words say the opposite of what is better, the direction wins and `conflict` says so.
 */
export function judgedComparator(
  measure: Measure,
  printed: Target["printed"],
): { comparator: Comparator; conflict: boolean } {
  const byDirection = measure.better === "lower" ? "<=" : ">=";
  if (printed === "bare") return { comparator: byDirection, conflict: false };
  const conflict = measure.better !== "neither" && printed.startsWith("<") !== (measure.better === "lower");
  return { comparator: conflict ? byDirection : printed, conflict };
}

/** `target` is in the measure's unit. */
export function judge(measure: Measure, result: Measured, target: Rational, comparator: Comparator): Judgement {
  const { exact, squared } = result;
  if (exact === undefined) return { comparator, outcome: "not_assessable", margin: undefined, casesToTurn: undefined };
  // A standard deviation is judged by its square, which is exact where the root is not.
  const met = holds(compare(exact, squared ? multiply(target, target) : target), comparator);
  const margin = comparator.startsWith("<") ? subtract(target, exact) : subtract(exact, target);
  return {
    comparator,
    outcome: met ? "met" : "missed",
    margin: squared ? undefined : margin,
    casesToTurn: met ? casesToTurn(measure, result, target, comparator) : undefined,
  };
}
