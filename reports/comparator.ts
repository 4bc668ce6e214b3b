import type { Comparator } from "./report-model.ts";

/** Whether a comparison's result (-1, 0, 1) satisfies the comparator. */
export function holds(comparison: number, comparator: Comparator): boolean {
  switch (comparator) {
    case "<":
      return comparison < 0;
    case "<=":
      return comparison <= 0;
    case ">":
      return comparison > 0;
    case ">=":
      return comparison >= 0;
    default:
      return comparator satisfies never;
  }
}
