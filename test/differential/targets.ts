/** The charters' targets carried over to the acts that came after those charters, so that these have some to judge too. */
import { act156 } from "../../reports/acts/156-23-cons.ts";
import type { Target } from "../../reports/target.ts";

const singleText = act156.indicators.map(({ id, service, measures }) => ({ id, service, measures }));
const renamed: Readonly<Record<string, string>> = {
  "activation-time": "supply-time",
  "disputed-invoices": "disputed-charges",
};

/** Each target, and beside it the same of the act that took the indicator over; every other one for whatever service. */
export function withSingleTextTargets(targets: readonly Target[]): readonly Target[] {
  return targets.flatMap((target, i) => {
    const heir = heirOf(target);
    if (heir === undefined) return [target];
    const service = target.act === "254-04-csp" ? "voice" : "internet";
    return [target, { ...target, ...heir, ...(heir.act === act156.id && i % 2 === 0 && { service }) } as Target];
  });
}

function heirOf({ act, indicator, measure }: Target): Pick<Target, "act" | "indicator" | "measure"> | undefined {
  if (act === "79-09-csp")
    return indicator === "agent-answer" && measure !== "abandoned"
      ? { act: "255-24-cons", indicator, measure }
      : undefined;
  const id = renamed[indicator] ?? indicator;
  const isThere = singleText.some((one) => one.id === id && one.measures.some((of) => of.id === measure));
  return isThere ? { act: act156.id, indicator: id, measure } : undefined;
}
