/** Charts on the report's pages: of what was promised or is asked first, so that the report stays short. */
import type { Content, ContentSvg } from "pdfmake/interfaces.js";
import type { ReportRow } from "../../reports/report-model.ts";
import type { Chart } from "../charts/chart.ts";
import { cumulativePictures, type Picture, type PictureShape } from "../charts/cumulative.ts";
import type { IndicatorPart } from "../report-outline.ts";
import { checkGlyphs } from "./fonts.ts";

export interface ScopedChart {
  /** In words; absent where the indicator has but one scope. */
  readonly scope?: string;
  readonly chart: Chart;
}

/** No more than these stand under one indicator, beside each other; the page on the site has them all. */
const mostCharts = 2;

/** Lower than on a screen: with its picture an indicator should not need another page. */
const alone: PictureShape = {
  width: 520,
  height: 139,
  box: { left: 2800, top: 900, width: 29_000, height: 10_400 },
  steps: 6,
};
/** Of two. */
const paired: PictureShape = {
  width: 378,
  height: 139,
  box: { left: 2800, top: 900, width: 16_000, height: 10_400 },
  steps: 4,
};

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
  const shape = first.length > 1 ? paired : alone;
  const shown = all
    .filter((one) => first.includes(one))
    .map(({ draw, scope }) => ({ chart: draw(shape), ...(scope !== undefined && { scope }) }));
  return { shown, all: all.length };
}

interface PossibleChart extends Pick<ScopedChart, "scope"> {
  readonly draw: Picture;
  readonly isMissed: boolean;
}

function possibleCharts({ blocks }: IndicatorPart): readonly PossibleChart[] {
  const withTarget = blocks.filter(({ rows }) => rows.some(hasTarget));
  const shown = withTarget.length > 0 ? withTarget : blocks.filter(({ rows }) => rows.every(isWhole));
  return shown.flatMap(({ label, rows }) => {
    const marked = rows.filter((row) => hasTarget(row) || isHeadline(row));
    const isMissed = rows.some(({ figure }) => figure.outcome === "missed");
    return cumulativePictures(marked).map((draw) => ({ draw, isMissed, ...(blocks.length > 1 && { scope: label }) }));
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

/** What the picture says, label by label. */
export function* textsOf(svg: string): Generator<string> {
  for (const [, text = ""] of svg.matchAll(/>([^<>]+)<\/text>/g))
    yield text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
