/** Compares the bytes of an annual report with the model it was made from. */
import type { ReportModel } from "../../reports/report-model.ts";
import { type AnnualIndicator, type AnnualReport, annualReportOf } from "../annual-report.ts";
import { annual } from "../annual-report-words.ts";
import { actWords, indicatorTitle, watermark } from "../italian.ts";
import { regionSize } from "./annual-report-regions.ts";
import { figureTable, tableColumns } from "./figure-table.ts";
import { cellSize, footerSize } from "./page-style.ts";
import { readPdfText, type TextRun } from "./read-pdf.ts";
import { columnDifference, packed } from "./verify-pdf.ts";

/** Each difference as a sentence; none where every figure of the year stands in its place and every sentence is there. */
export function verifyAnnualReport(bytes: Buffer, model: ReportModel): readonly string[] {
  const runs = readPdfText(bytes);
  const report = annualReportOf(model);
  const indicators = report.acts.flatMap((act) => act.indicators);
  const rows = indicators.flatMap(({ part }) => figureTable(part, model.period).rows);
  const widths = tableColumns(model.period).map(({ width }) => width);
  const cells = runs.filter(({ size }) => size === cellSize);
  return [
    ...widths.flatMap((_, column) => columnDifference(cells, rows, column, widths)),
    ...unplaced(model, indicators),
    ...regionDifferences(runs, indicators),
    ...missingTexts(runs, model, report),
  ];
}

/** Every figure of the Authority's acts stands in a table of figures or in one of regions. */
function unplaced(model: ReportModel, indicators: readonly AnnualIndicator[]): readonly string[] {
  const acts = new Set(indicators.map(({ part }) => part.act.id));
  const placed = new Set(indicators.flatMap(({ part }) => part.blocks.flatMap(({ rows }) => rows)));
  const withRegions = new Set(
    indicators.filter(({ regions }) => (regions?.rows.length ?? 0) > 0).map(({ part }) => part.indicator),
  );
  return model.rows
    .filter((row) => acts.has(row.figure.act) && !placed.has(row))
    .filter(({ figure, indicator }) => figure.scope.region === undefined || !withRegions.has(indicator))
    .map(({ figure: { act, indicator, measure } }) => `${act} ${indicator} ${measure} stands in no table.`);
}

/** Their rows do not break over pages, so the cells are drawn one after the other as they stand. */
function regionDifferences(runs: readonly TextRun[], indicators: readonly AnnualIndicator[]): readonly string[] {
  const found = packed(runs.filter(({ size }) => size === regionSize).map(({ text }) => text));
  let read = 0;
  for (const { part, regions } of indicators)
    for (const cells of regions?.rows ?? []) {
      const expected = packed(cells);
      const shown = found.slice(read, read + expected.length);
      if (shown !== expected)
        return [
          `Region ${cells.slice(0, 2).join(" ")} of "${part.indicator.name}": "${shown}" instead of "${expected}".`,
        ];
      read += expected.length;
    }
  return read === found.length ? [] : [`The regions hold more than the figures: "${found.slice(read, read + 40)}".`];
}

function missingTexts(runs: readonly TextRun[], { operator }: ReportModel, report: AnnualReport): readonly string[] {
  const whole = packed(runs.filter(({ size }) => size !== footerSize).map(({ text }) => text));
  const { subject, lead, services, closing, acts, general } = report;
  const required = [
    operator.name,
    ...annual.addressee,
    subject,
    lead,
    ...services,
    ...annual.items,
    ...closing,
    annual.signature,
    ...acts.flatMap(({ act, indicators }) => [actWords(act), ...indicators.flatMap(textsOf)]),
    ...general,
  ];
  return [
    ...required.filter((text) => !whole.includes(packed([text]))).map((text) => `The text "${text}" is missing.`),
    ...(whole.includes(watermark) ? ["The report is marked as a draft."] : []),
  ];
}

function textsOf({ part, periods, notes, regions }: AnnualIndicator): readonly string[] {
  const { ordinal, name, definition } = part.indicator;
  return [indicatorTitle(ordinal, name), definition, periods, ...notes, ...(regions === null ? [] : [annual.regions])];
}
