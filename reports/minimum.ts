/** The minimum that the law sets for a measure: when it holds, and when a figure has nothing but it to be held against. */
import type { LegalMinimum, Measure } from "./act.ts";
import type { Figure, ReportPeriod } from "./report-model.ts";

/** Undefined where there is none, or where it begins after the period's last day; ISO dates compare as text. */
export function minimumIn({ minimum }: Measure, { lastDay }: Pick<ReportPeriod, "lastDay">): LegalMinimum | undefined {
  return minimum?.from !== undefined && minimum.from > lastDay ? undefined : minimum;
}

/** The first day of the minimum where it is not that of the whole period. */
export function minimumBegins(
  { minimum }: Measure,
  { firstDay, lastDay }: Pick<ReportPeriod, "firstDay" | "lastDay">,
): { readonly from: string; readonly isAfter: boolean } | undefined {
  const from = minimum?.from;
  return from === undefined || from <= firstDay ? undefined : { from, isAfter: from > lastDay };
}

/** Where the operator published no target, the minimum stands in its place. */
export function isMinimumAlone({ target, target_is_own, comparator, minimum }: Figure): boolean {
  return (
    minimum !== undefined && minimum.value === target && minimum.comparator === comparator && target_is_own !== true
  );
}
