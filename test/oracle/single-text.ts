import type { Indicator } from "./indicator.ts";

/**
 * What 156/23 takes over from the older acts as it stands: the indicator of which act, and under which name. Charges and
 * billing accuracy, which it asks of both services, are no mere takeover.
 */
const takenOver: readonly (readonly [act: string, indicator: string, name: string])[] = [
  ["131-06-csp", "activation-time", "supply-time"],
  ["254-04-csp", "supply-time", "supply-time"],
  ["131-06-csp", "fault-rate", "fault-rate"],
  ["254-04-csp", "fault-rate", "fault-rate"],
  ["131-06-csp", "repair-time", "repair-time"],
  ["254-04-csp", "repair-time", "repair-time"],
  ["244-08-csp", "throughput", "throughput"],
  ["244-08-csp", "delay", "delay"],
  ["244-08-csp", "packet-loss", "packet-loss"],
];

/** The older acts' indicators once more, as the single text on fixed services names them. */
export function singleTextIndicators(older: readonly Indicator[]): Indicator[] {
  return takenOver.map(([act, indicator, name]) => {
    const found = older.find((one) => one.act === act && one.indicator === indicator);
    if (found === undefined) throw new RangeError(`There is no ${act} ${indicator} to take over.`);
    return { ...found, act: "156-23-cons", indicator: name };
  });
}
