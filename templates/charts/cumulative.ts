/** The cumulative distribution behind the figures of one scope, with its percentiles, means, limits and targets marked. */
import type { Formula } from "../../reports/act.ts";
import { casesOf, type Distribution, valueAtRank } from "../../reports/distribution.ts";
import { compare, parseBound, parseRational, type Rational, rational, zero } from "../../reports/rational.ts";
import type { ReportRow } from "../../reports/report-model.ts";
import { axisOver } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { beyondWords, cumulativeAlt, markWords, type Quantity, quantityOf, shareAxis } from "./chart-words.ts";
import { casesBeyond, curvePath, type Plot, shareAt } from "./curve.ts";
import { dot, grid, guide, ink, label, line, path, svgDocument, targetInk } from "./svg.ts";

/** How large a picture is; its letters have one size in all of them. */
export interface PictureShape {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly box: Omit<Plot, "x">;
  /** No more ticks than this on the axis of the quantity. */
  readonly steps: number;
}

export const wideShape: PictureShape = {
  width: 520,
  height: 176,
  box: { left: 2800, top: 900, width: 29_000, height: 13_000 },
  steps: 6,
};

/** Draws one picture in the shape that the page has room for. */
export type Picture = (shape: PictureShape) => Chart;

const legendGap = 1400;
const legendLine = 1150;

/** One row's part in the picture. `value` is in the axis' unit; `share` is its height among all cases. */
interface Mark {
  readonly row: ReportRow;
  readonly value: Rational;
  readonly share: readonly [cases: bigint, all: bigint] | undefined;
  /** A bound on the quantity itself, or on the share of cases. */
  readonly target: { readonly bound: Rational; readonly on: "quantity" | "share" } | undefined;
}

export function cumulativeCharts(rows: readonly ReportRow[]): readonly Chart[] {
  return cumulativePictures(rows).map((draw) => draw(wideShape));
}

/** One picture for each quantity that the rows, of one scope, rest on; none of rows without a distribution or cases. */
export function cumulativePictures(rows: readonly ReportRow[]): readonly Picture[] {
  const drawable = rows.filter((row) => row.figure.value !== null && factOf(row.measure.formula) !== undefined);
  return [...Map.groupBy(drawable, ({ measure }) => factOf(measure.formula))].flatMap(([fact, of]) => {
    const quantity = quantityOf[fact ?? ""];
    const curve = of[0]?.curve;
    return quantity === undefined || curve === undefined || curve.values.length === 0
      ? []
      : [(shape) => drawn(of, curve, quantity, shape)];
  });
}

/** What the picture can show: a value of the quantity, or the share of cases under a limit on it. */
function factOf(formula: Formula): string | undefined {
  if (formula.kind === "percentile" || formula.kind === "mean") return formula.of;
  return formula.kind === "share" && "limitSeconds" in formula.test ? formula.of : undefined;
}

function drawn(rows: readonly ReportRow[], of: Distribution, quantity: Quantity, shape: PictureShape): Chart {
  const { divisor } = quantity;
  const { width, height, box, steps } = shape;
  const all = allCases(rows, of);
  const marks = rows.map((row) => markOf(row, of, all));
  const most = highestShown(of, marks, divisor);
  const least = rational(of.values[0] as number, divisor);
  // Speeds lie far from zero: an axis that began there would show a wall. So would one of a single value, anywhere else.
  const isNear = compare(rational(least.num * 2n, least.den), most) < 0 || compare(least, most) === 0;
  const low = least.num >= 0n && isNear ? zero : least;
  const x = axisOver(low, most, box.width, steps);
  const plot: Plot = { ...box, x };
  const beyond = casesBeyond(of, divisor, x);
  const parts = [
    ...frame(plot, quantity.axis),
    ...marks.flatMap((mark, index) => targetLine(mark, plot, index)),
    path(curvePath(of, all, divisor, plot), ink, "1.2"),
    ...marks.flatMap((mark, index) => markLines(mark, marks[index + 1], plot)),
    ...legend(marks, beyond === 0n ? [] : beyondWords(beyond, x.highest, quantity), plot),
  ];
  return { svg: svgDocument(width, height, parts), alt: cumulativeAlt(rows, all, quantity), width, height };
}

/** Calls that nobody answered have no waiting time: the curve of a share ends below the top by as many. */
function allCases(rows: readonly ReportRow[], of: Distribution): bigint {
  const shares = rows.filter(({ measure }) => measure.formula.kind === "share");
  const denominator = shares[0]?.figure.denominator;
  return denominator === undefined ? casesOf(of) : parseRational(denominator).num;
}

function markOf(row: ReportRow, of: Distribution, all: bigint): Mark {
  const { figure, measure } = row;
  const { formula } = measure;
  const exact = parseRational(figure.exact ?? "0");
  const target = figure.target === undefined ? undefined : parseBound(figure.target);
  if (formula.kind === "share" && "limitSeconds" in formula.test) {
    const good = parseRational(figure.numerator ?? "0").num;
    const limit = rational(figure.scope.limit ?? formula.test.limitSeconds);
    return { row, value: limit, share: [good, all], target: target && { bound: target, on: "share" } };
  }
  const share = formula.kind === "percentile" ? ([casesUpTo(of, exact, measure.divisor), all] as const) : undefined;
  return { row, value: exact, share, target: target && { bound: target, on: "quantity" } };
}

function casesUpTo(of: Distribution, value: Rational, divisor: number): bigint {
  const last = (value.num * BigInt(divisor)) / value.den;
  let cases = 0n;
  for (const [i, own] of of.values.entries()) {
    if (BigInt(own) > last) break;
    cases += BigInt(of.counts[i] as number);
  }
  return cases;
}

/** All that is marked, and ninety-nine cases of a hundred: a long tail would press the rest against the axis. */
function highestShown(of: Distribution, marks: readonly Mark[], divisor: number): Rational {
  const n = casesOf(of);
  const tail = rational(valueAtRank(of, (99n * n + 99n) / 100n), divisor);
  const bounds = marks.flatMap(({ target }) => (target?.on === "quantity" ? [target.bound] : []));
  return [...marks.map(({ value }) => value), ...bounds].reduce((a, b) => (compare(a, b) < 0 ? b : a), tail);
}

function frame(plot: Plot, axis: string): readonly string[] {
  const { x, left, top } = plot;
  const [right, bottom] = [left + plot.width, top + plot.height];
  const shares = [0n, 25n, 50n, 75n, 100n].flatMap((share) => {
    const y = shareAt(plot, share, 100n);
    return [
      line({ from: [left, y], to: [right, y], colour: grid, width: "0.5" }),
      label({ at: [left - 400, y + 280], text: `${share} %`, anchor: "end" }),
    ];
  });
  const ticks = x.ticks.flatMap(({ at, words }) => [
    line({ from: [left + at, bottom], to: [left + at, bottom + 300], colour: ink, width: "0.6" }),
    label({ at: [left + at, bottom + 1150], text: words, anchor: "middle" }),
  ]);
  return [
    ...shares,
    line({ from: [left, bottom], to: [right, bottom], colour: ink, width: "0.6" }),
    ...ticks,
    label({ at: [left + Math.round(plot.width / 2), bottom + 2200], text: axis, anchor: "middle" }),
    label({ at: [left, top - 250], text: shareAxis }),
  ];
}

/** Each target has dashes of its own, so that two of them are told apart without colour. */
const dashes = ["5 2.5", "1.5 2", "7 2 1.5 2", "3 3"] as const;
const dashesOf = (index: number): string => dashes[index % dashes.length] as string;

function targetLine({ target }: Mark, plot: Plot, index: number): readonly string[] {
  if (target === undefined) return [];
  const { x, left, top } = plot;
  const common = { colour: targetInk, width: "1", dashes: dashesOf(index) };
  if (target.on === "quantity") {
    const at = left + x.place(target.bound);
    return [line({ from: [at, top], to: [at, top + plot.height], ...common })];
  }
  const y = shareAt(plot, target.bound.num, target.bound.den * 100n);
  return [line({ from: [left, y], to: [left + plot.width, y], ...common })];
}

function markLines({ value, share, row }: Mark, next: Mark | undefined, plot: Plot): readonly string[] {
  const { x, left, top } = plot;
  const [at, bottom] = [left + x.place(value), top + plot.height];
  const { short } = markWords(row);
  if (share === undefined)
    return [
      line({ from: [at, bottom - 600], to: [at, bottom], colour: ink, width: "1.6" }),
      label({ at: [at + 250, bottom - 350], text: short }),
    ];
  const y = shareAt(plot, ...share);
  const thin = { colour: guide, width: "0.6", dashes: "1 1.5" };
  return [
    line({ from: [at, y], to: [at, bottom], ...thin }),
    line({ from: [left, y], to: [at, y], ...thin }),
    dot(at, y, ink),
    // Below the curve, which never falls; of two marks on one spot the first has its name on the left.
    next?.share !== undefined && x.place(next.value) - x.place(value) < 2000
      ? label({ at: [at - 350, y + 950], text: short, bold: true, anchor: "end" })
      : label({ at: [at + 350, y + 950], text: short, bold: true }),
  ];
}

function legend(marks: readonly Mark[], beyond: readonly string[], { left, top, width }: Plot): readonly string[] {
  const legendLeft = left + width + legendGap;
  let y = top + 700;
  const parts: string[] = [];
  const say = (text: string, bold = false) => {
    parts.push(label({ at: [legendLeft, y], text, bold }));
    y += legendLine;
  };
  for (const [index, { row, target }] of marks.entries()) {
    const { head, bound } = markWords(row);
    say(head, true);
    if (target !== undefined && bound !== undefined) {
      const at = y - 280;
      const ends = { from: [legendLeft, at], to: [legendLeft + 1800, at] } as const;
      parts.push(line({ ...ends, colour: targetInk, width: "1", dashes: dashesOf(index) }));
      parts.push(label({ at: [legendLeft + 2200, y], text: bound }));
      y += legendLine;
    }
    y += 350;
  }
  for (const text of beyond) say(text);
  return parts;
}
