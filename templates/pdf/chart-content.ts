/** Charts on the report's pages: of what was promised or is asked first, so that the report stays short. */
import type { Content, ContentSvg } from "pdfmake/interfaces.js";
import type { ReportRow } from "../../reports/report-model.ts";
import type { Chart } from "../charts/chart.ts";
import { cumulativeCharts } from "../charts/cumulative.ts";
import type { IndicatorPart } from "../report-outline.ts";
import { checkGlyphs } from "./fonts.ts";

export interface ScopedChart {
  /** In words; absent where the indicator has but one scope. */
  readonly scope?: string;
  readonly chart: Chart;
}

/** No more than these stand under one indicator. */
const mostCharts = 3;

export interface IndicatorCharts {
  readonly shown: readonly ScopedChart[];
  /** How many there could be. */
  readonly all: number;
}

/**
 * A picture for each quantity of a scope that bears a target, else of the whole population. Where there are many, first of
 * the scopes that missed one.
 */
export function indicatorCharts(part: IndicatorPart): IndicatorCharts {
  const all = possibleCharts(part);
  const missed = all.filter(({ isMissed }) => isMissed);
  const first = [...missed, ...all.filter(({ isMissed }) => !isMissed)].slice(0, mostCharts);
  return { shown: all.filter((chart) => first.includes(chart)), all: all.length };
}

function possibleCharts({ blocks }: IndicatorPart): readonly (ScopedChart & { readonly isMissed: boolean })[] {
  const withTarget = blocks.filter(({ rows }) => rows.some(hasTarget));
  const shown = withTarget.length > 0 ? withTarget : blocks.filter(({ rows }) => rows.every(isWhole));
  return shown.flatMap(({ label, rows }) => {
    const marked = rows.filter((row) => hasTarget(row) || isHeadline(row));
    const isMissed = rows.some(({ figure }) => figure.outcome === "missed");
    return cumulativeCharts(marked).map((chart) => ({ chart, isMissed, ...(blocks.length > 1 && { scope: label }) }));
  });
}

const hasTarget = ({ figure }: ReportRow): boolean => figure.target !== undefined;
const isWhole = ({ figure }: ReportRow): boolean => Object.keys(figure.scope).length === 0;
const isHeadline = ({ measure }: ReportRow): boolean => measure.formula.kind === "percentile";

/** At most so wide, in points; smaller pictures keep their size. Throws `unprintable`; see checkGlyphs. */
export function chartContent({ svg, alt, width, height }: Chart, widest: number): Content {
  checkGlyphs(textsOf(svg));
  const scale = Math.min(1, widest / width);
  // The library passes what it does not know on to whoever makes the file accessible: `alt` is for that.
  const node: ContentSvg & { readonly alt: string } = {
    svg,
    width: width * scale,
    height: height * scale,
    alt,
    margin: [0, 4, 0, 4],
  };
  return node;
}

function* textsOf(svg: string): Generator<string> {
  for (const [, text = ""] of svg.matchAll(/>([^<>]+)<\/text>/g))
    yield text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
