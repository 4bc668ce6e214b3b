/** The long tail of repairs, from its median and the weight of its tail. */
import type { SampleShapes } from "./parameters.ts";
import type { Curve } from "./random.ts";

/** Net seconds to repair: the 95th percentile is `repairTail` medians, the longest four times as much again. */
export function repairCurve(shapes: SampleShapes, service: "internet" | "voice"): Curve {
  const median = service === "internet" ? shapes.internetRepairMedian : shapes.voiceRepairMedian;
  const tail = shapes.repairTail;
  return [
    [0, Math.floor(median / 8)],
    [500, median],
    [800, Math.floor((median * (10 + 3 * (tail - 1))) / 10)],
    [950, median * tail],
    [990, median * tail * 2],
    [1000, median * tail * 4],
  ];
}
