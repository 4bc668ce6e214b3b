/** How the judged figures of a report went over the last half-years, as they were published. */
import type { Figure, ReportModel, ReportRow } from "../reports/report-model.ts";
import { figureKey } from "../reports/settings-effect.ts";
import type { TrendPoint } from "./charts/trend.ts";
import { shownDecimal, valueWords } from "./figure-words.ts";
import { notFixed } from "./italian.ts";
import type { Judged } from "./judged.ts";
import { shortPeriod, trendWords } from "./report-words.ts";

export interface Trend {
  /** The half-years, the oldest first. */
  readonly periods: readonly string[];
  readonly rows: readonly TrendRow[];
}

export interface TrendRow {
  readonly judged: Judged;
  /** One for each period: the printed value, marked where it missed its target. */
  readonly cells: readonly string[];
  readonly points: readonly TrendPoint[];
}

/** Undefined where no earlier half-year was published. A year is no half-year: its own figures are not among them. */
export function trendOf(model: ReportModel, judged: readonly Judged[]): Trend | undefined {
  const { earlier = [], period } = model;
  if (earlier.length === 0) return undefined;
  const halves = earlier.map(({ period: id, revision, figures }) => ({
    label: shortPeriod(id, revision),
    figures: new Map(figures.map((figure) => [figureKey(figure), figure])),
  }));
  const isHalf = period.half !== null;
  const labels = halves.map(({ label }) => label);
  const rows = distinct(judged).map((one) => {
    const key = figureKey(one.row.figure);
    const before = halves.map(({ figures }) => comparable(figures.get(key), one.row));
    const figures = isHalf ? [...before, one.row.figure] : before;
    return {
      judged: one,
      cells: figures.map(cellOf),
      points: figures.map((figure, index) => pointOf(labels[index] ?? shortPeriod(period.id), figure)),
    };
  });
  return { periods: isHalf ? [...labels, shortPeriod(period.id)] : labels, rows };
}

/** A figure that is held against a minimum too has one trend. */
function distinct(judged: readonly Judged[]): readonly Judged[] {
  const seen = new Set<string>();
  return judged.filter(({ row }) => {
    const key = figureKey(row.figure);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** A figure in another unit is another figure. */
function comparable(figure: Figure | undefined, { figure: now }: ReportRow): Figure | undefined {
  return figure?.unit === now.unit ? figure : undefined;
}

function cellOf(figure: Figure | undefined): string {
  if (figure === undefined) return notFixed;
  const isMissed = figure.outcome === "missed" || figure.minimum?.outcome === "missed";
  return `${valueWords(figure)}${isMissed ? trendWords.missedMark : ""}`;
}

function pointOf(label: string, figure: Figure | undefined): TrendPoint {
  const { target } = figure ?? {};
  return { label, value: figure === undefined ? null : shownDecimal(figure), ...(target !== undefined && { target }) };
}
