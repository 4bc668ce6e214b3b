/** A distribution in a few classes, for print: whole numbers from and to, both included; none is empty. */
import type { Distribution } from "../../reports/distribution.ts";

export interface ValueClass {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
}

const mostClasses = 20;

/** Each value by itself where they are few; else classes of one round width, counted from a multiple of it. */
export function classesOf(of: Distribution): readonly ValueClass[] {
  const { values, counts } = of;
  if (values.length <= mostClasses)
    return values.map((value, i) => ({ from: value, to: value, cases: counts[i] as number }));
  const width = roundWidth((values.at(-1) as number) - (values[0] as number));
  const classes: { from: number; to: number; cases: number }[] = [];
  for (const [i, value] of values.entries()) {
    const from = Math.floor(value / width) * width;
    const last = classes.at(-1);
    if (last?.from === from) last.cases += counts[i] as number;
    else classes.push({ from, to: from + width - 1, cases: counts[i] as number });
  }
  return classes;
}

/** The least of 1, 2, 5, 10, 20, ... with which the span takes no more classes than there may be, wherever it begins. */
function roundWidth(span: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 5]) if (Math.floor(span / (step * power)) + 2 <= mostClasses) return step * power;
}
