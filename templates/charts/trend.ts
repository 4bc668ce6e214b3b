/** One figure over half-years, with the target of each. */
import { compare, parseBound, parseDecimal, type Rational } from "../../reports/rational.ts";
import { notDeterminable } from "../italian.ts";
import { decimalWords } from "../number-format.ts";
import { axisOver } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { trendAlt } from "./chart-words.ts";
import { dot, grid, type Hundredths, ink, label, line, svgDocument, targetInk } from "./svg.ts";

export interface TrendPoint {
  /** The period as it is printed: `"1° sem. 2026"`. */
  readonly label: string;
  /** The published decimal, with a dot; null where there was none. */
  readonly value: string | null;
  /** The target of that period, in the same unit. */
  readonly target?: string;
}

const box = { left: 3600, top: 1600, height: 8000 } as const;
const stepWidth = 7600;

/** None of fewer than two values: a single one is no trend. `name` is the measure, to follow "Andamento di". */
export function trendChart(name: string, unit: string, points: readonly TrendPoint[]): Chart | undefined {
  const values = points.flatMap(({ value }) => (value === null ? [] : [parseDecimal(value)]));
  if (values.length < 2) return undefined;
  const bounds = points.flatMap(({ target }) => (target === undefined ? [] : [parseBound(target)]));
  const [low, high] = extremes([...values, ...bounds]);
  const y = axisOver(low, high, box.height, 4);
  const bottom = box.top + box.height;
  const up = (value: Rational): Hundredths => bottom - y.place(value);
  const centre = (index: number): Hundredths => box.left + stepWidth * index + stepWidth / 2;
  const right = box.left + stepWidth * points.length;
  const parts = [
    label({ at: [box.left, 700], text: unit }),
    ...y.ticks.flatMap(({ at, words }) => [
      line({ from: [box.left, bottom - at], to: [right, bottom - at], colour: grid, width: "0.5" }),
      label({ at: [box.left - 400, bottom - at + 280], text: words, anchor: "end" }),
    ]),
    ...points.flatMap(({ label: text, value, target }, index) => [
      ...(target === undefined ? [] : [targetStep(centre(index), up(parseBound(target)))]),
      ...joined(points, index, centre, up),
      ...valueMark(value, centre(index), up),
      label({ at: [centre(index), bottom + 1150], text, anchor: "middle" }),
    ]),
  ];
  const [width, height] = [right / 100 + 10, bottom / 100 + 16];
  return { svg: svgDocument(width, height, parts), alt: trendAlt(name, points), width, height };
}

function extremes(values: readonly Rational[]): readonly [Rational, Rational] {
  const [first, ...others] = values as readonly [Rational, ...Rational[]];
  return others.reduce<readonly [Rational, Rational]>(
    ([low, high], value) => [compare(value, low) < 0 ? value : low, compare(value, high) > 0 ? value : high],
    [first, first],
  );
}

function targetStep(x: Hundredths, y: Hundredths): string {
  const half = stepWidth / 2 - 300;
  return line({ from: [x - half, y], to: [x + half, y], colour: targetInk, width: "1", dashes: "5 2.5" });
}

/** A line to the value before; a period without a value leaves a gap. */
function joined(
  points: readonly TrendPoint[],
  index: number,
  centre: (index: number) => Hundredths,
  up: (value: Rational) => Hundredths,
): readonly string[] {
  const [before, now] = [points[index - 1]?.value ?? null, points[index]?.value ?? null];
  if (before === null || now === null) return [];
  const from = [centre(index - 1), up(parseDecimal(before))] as const;
  return [line({ from, to: [centre(index), up(parseDecimal(now))], colour: ink, width: "1" })];
}

function valueMark(value: string | null, x: Hundredths, up: (value: Rational) => Hundredths): readonly string[] {
  if (value === null) return [label({ at: [x, box.top + box.height - 400], text: notDeterminable, anchor: "middle" })];
  const y = up(parseDecimal(value));
  return [dot(x, y, ink), label({ at: [x, y - 500], text: decimalWords(value), anchor: "middle", bold: true })];
}
