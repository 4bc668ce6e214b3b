/** How the judged figures went over the last half-years: all as a table, those that missed as pictures too. */
import type { Content } from "pdfmake/interfaces.js";
import type { ReportModel } from "../../reports/report-model.ts";
import type { Chart } from "../charts/chart.ts";
import { trendChart } from "../charts/trend.ts";
import { measureWords } from "../figure-words.ts";
import { columns, unitWords } from "../italian.ts";
import type { Judged } from "../judged.ts";
import { reportHeads, trendWords } from "../report-words.ts";
import { type Trend, type TrendRow, trendOf } from "../trend.ts";
import { chartContent } from "./chart-content.ts";
import { namingCells } from "./judged-table.ts";
import { type RowTable, rowTable } from "./row-table.ts";

/** No more pictures than fit on a page: the table has them all. */
const mostCharts = 6;
/** Two stand side by side. */
const chartWidth = 360;

export function trendSection(model: ReportModel, judged: readonly Judged[]): readonly Content[] {
  if (judged.length === 0) return [];
  const trend = trendOf(model, judged);
  if (trend === undefined) return [{ text: trendWords.none, style: "small" }];
  const head: Content = { text: reportHeads.trend, style: "section", headlineLevel: 2, outline: true };
  return [head, rowTable(trendTable(trend)), { text: trendWords.legend, style: "small" }, ...charts(trend)];
}

export function trendTable({ periods, rows }: Trend): RowTable {
  const { act, indicator, measure, scope, unit } = columns;
  return {
    heads: [act, indicator, measure, scope, unit, ...periods],
    widths: [62, 124, 160, 92, 48, ...periods.map(() => 45)],
    rows: rows.map(trendCells),
    right: (column) => column >= 5,
    bold: (column, cells) => column >= 5 && cells[column]?.endsWith(trendWords.missedMark) === true,
  };
}

/** In the order of the columns. */
export function trendCells({ judged: { row, scope }, cells }: TrendRow): readonly string[] {
  return [...namingCells(row, scope), ...cells];
}

/** Of what missed its target. */
export function trendCharts({ rows }: Trend): readonly { readonly name: string; readonly chart: Chart }[] {
  const missed = rows.filter(({ judged: { row } }) => row.figure.outcome === "missed");
  return missed.slice(0, mostCharts).flatMap(({ judged: { row, scope }, points }) => {
    const name = `${row.indicator.name}: ${measureWords(row)} (${scope})`;
    const chart = trendChart(name, unitWords(row.figure.unit), points);
    return chart === undefined ? [] : [{ name, chart }];
  });
}

function charts(trend: Trend): readonly Content[] {
  const stacks = trendCharts(trend).map(
    ({ name, chart }): Content => ({
      stack: [{ text: name, style: "small", bold: true }, chartContent(chart, chartWidth)],
    }),
  );
  return Array.from({ length: Math.ceil(stacks.length / 2) }, (_, pair) => ({
    columns: [stacks[2 * pair] as Content, stacks[2 * pair + 1] ?? { text: "" }],
    columnGap: 20,
    margin: [0, 6, 0, 0],
    unbreakable: true,
  }));
}
