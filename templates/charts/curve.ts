/** The line of a cumulative distribution: the share of cases up to each value. */
import type { Distribution } from "../../reports/distribution.ts";
import type { Axis } from "./axis.ts";
import { type Hundredths, points } from "./svg.ts";

/** No two steps of the line are nearer than this: finer than any screen or press shows. */
const grain: Hundredths = 20;

export interface Plot {
  readonly x: Axis;
  readonly left: Hundredths;
  readonly top: Hundredths;
  readonly width: Hundredths;
  readonly height: Hundredths;
}

/** Where the share `cases / all` stands. */
export function shareAt({ top, height }: Plot, cases: bigint, all: bigint): Hundredths {
  // Half up, in whole numbers: the curve of a million cases is as exact as that of ten.
  return top + height - Number((2n * BigInt(height) * cases + all) / (2n * all));
}

/**
 * The steps of the curve over the plot, as an SVG path. `divisor` makes the axis' unit of the quantity's own; cases
 * above the axis are not drawn, so the line ends where they would begin. A million values give no more steps than the
 * plot is wide.
 */
export function curvePath(of: Distribution, all: bigint, divisor: number, plot: Plot): string {
  const { x, left, width } = plot;
  let seen = 0n;
  let [lastX, lastY] = [left, shareAt(plot, 0n, all)];
  let d = `M${points(lastX)} ${points(lastY)}`;
  let [column, height] = [lastX, lastY];
  const step = () => {
    if (height === lastY) return;
    d += column === lastX ? `V${points(height)}` : `H${points(column)}V${points(height)}`;
    [lastX, lastY] = [column, height];
  };
  const placed = x.placeWhole(divisor);
  for (const [i, value] of of.values.entries()) {
    const at = placed(value);
    if (at > width) break;
    const next = left + Math.min(width, Math.max(0, Math.round(at / grain) * grain));
    if (next !== column) step();
    column = next;
    seen += BigInt(of.counts[i] as number);
    height = shareAt(plot, seen, all);
  }
  step();
  return lastX === left + width ? d : `${d}H${points(left + width)}`;
}

/** Cases whose value lies above the axis. */
export function casesBeyond(of: Distribution, divisor: number, { highest }: Axis): bigint {
  const last = (highest.num * BigInt(divisor)) / highest.den;
  let beyond = 0n;
  for (const [i, value] of of.values.entries()) if (BigInt(value) > last) beyond += BigInt(of.counts[i] as number);
  return beyond;
}
