/** Compares the bytes of a report with the model it was made from. */
import type { ReportModel } from "../../reports/report-model.ts";
import { watermark } from "../italian.ts";
import { outlineOf } from "../report-outline.ts";
import { draftFooterOf } from "../report-words.ts";
import { tellsOf, warningGroups } from "../warning-words.ts";
import type { Attachment } from "./attachments.ts";
import { textsOf } from "./chart-content.ts";
import { figureTable, tableColumns } from "./figure-table.ts";
import { cellPadding, cellSize, footerSize, pageMargins, titleSize } from "./page-style.ts";
import { readAttachments } from "./read-attachments.ts";
import { readPdfText, type TextRun } from "./read-pdf.ts";
import { readPictureLabels } from "./read-pictures.ts";
import type { ReportPdfOptions } from "./report-pdf.ts";
import { reportCharts, reportTexts } from "./report-texts.ts";

/**
 * Each difference as a sentence; none where every cell of every figure stands in the file, in its column and in order.
 * Columns are read one by one from the first page to the last, so a row that breaks over two pages reads as one.
 */
export function verifyReportPdf(
  bytes: Buffer,
  model: ReportModel,
  { draft, attachments = [] }: ReportPdfOptions,
): readonly string[] {
  const runs = readPdfText(bytes);
  const rows = outlineOf(model)
    .flatMap(({ indicators }) => indicators)
    .flatMap((part) => figureTable(part, model.period).rows);
  if (rows.length !== model.rows.length) return [`${rows.length} rows are laid out of ${model.rows.length}.`];
  const cells = runs.filter(({ size }) => size === cellSize);
  const widths = tableColumns(model.period).map(({ width }) => width);
  const columns = widths.map((_, column) => columnDifference(cells, rows, column, widths));
  return [
    ...columns.flat(),
    ...missingTexts(runs, model, attachments),
    ...pictureDifferences(bytes, model),
    ...attachmentDifferences(bytes, attachments),
    ...draftDifferences(runs, draft, draftFooterOf(model)),
  ];
}

export function columnDifference(
  runs: readonly TextRun[],
  rows: readonly { readonly cells: readonly string[] }[],
  column: number,
  widths: readonly number[],
): readonly string[] {
  const [from, to] = columnEdges(widths, column);
  const found = packed(runs.filter(({ x }) => x >= from && x < to).map(({ text }) => text));
  let read = 0;
  for (const [index, { cells }] of rows.entries()) {
    const expected = packed([cells[column] ?? ""]);
    if (!found.startsWith(expected, read)) {
      const shown = found.slice(read, read + expected.length);
      return [
        `Column ${column + 1} of figure ${index + 1} (${cells.slice(0, 2).join(", ")}): "${shown}" instead of "${expected}".`,
      ];
    }
    read += expected.length;
  }
  return read === found.length
    ? []
    : [`Column ${column + 1} holds more than the figures: "${found.slice(read, read + 40)}".`];
}

function columnEdges(widths: readonly number[], column: number): readonly [number, number] {
  const edge = (count: number) =>
    widths.slice(0, count).reduce<number>((x, width) => x + width + 2 * cellPadding, pageMargins.left);
  return [edge(column), edge(column + 1)];
}

/** Lines break where there is a space; without spaces the text is the same wherever they broke. */
export function packed(texts: readonly string[]): string {
  return texts.join("").replace(/\s+/g, "");
}

/** Each text is looked for after the one before it, so that none stands for another. */
function missingTexts(
  runs: readonly TextRun[],
  model: ReportModel,
  attachments: readonly Attachment[],
): readonly string[] {
  const body = runs.filter(({ size }) => size !== footerSize && size <= titleSize);
  const whole = packed(body.map(({ text }) => text));
  const missing: string[] = [];
  let read = 0;
  for (const text of reportTexts(model, attachments)) {
    const expected = packed([text]);
    const at = whole.indexOf(expected, read);
    if (at < 0) missing.push(`The text "${text}" is missing${whole.includes(expected) ? " in its place" : ""}.`);
    else read = at + expected.length;
  }
  const lines = warningGroups(model).flatMap((group) => group.lines);
  const untold = model.warnings.filter((warning) => !lines.some((line) => tellsOf(line, warning)));
  return [...missing, ...untold.map(({ message }) => `No line of the report tells of the warning "${message}".`)];
}

/** Every number and word in a picture is the drawn picture's own, in its order: of the trends first, then of the indicators. */
function pictureDifferences(bytes: Buffer, model: ReportModel): readonly string[] {
  const expected = reportCharts(model).map(({ svg }) => [...textsOf(svg)]);
  const found = readPictureLabels(bytes);
  if (found.length !== expected.length) return [`${found.length} pictures are there instead of ${expected.length}.`];
  return expected.flatMap((labels, picture) => {
    const read = found[picture] ?? [];
    const at = Array.from({ length: Math.max(labels.length, read.length) }, (_, index) => index).find(
      (index) => packed([read[index] ?? ""]) !== packed([labels[index] ?? ""]),
    );
    return at === undefined
      ? []
      : [`Picture ${picture + 1} says "${read[at] ?? ""}" instead of "${labels[at] ?? ""}".`];
  });
}

/** Every file that should travel inside does, byte for byte, and no other. */
function attachmentDifferences(bytes: Buffer, attachments: readonly Attachment[]): readonly string[] {
  const found = readAttachments(bytes);
  const lost = attachments.filter(
    (one) => !found.some((file) => file.name === one.name && file.bytes.equals(one.bytes)),
  );
  return [
    ...lost.map(({ name }) => `The file ${name} inside the report is not there or is another.`),
    ...(found.length === attachments.length
      ? []
      : [`${found.length} files are inside instead of ${attachments.length}.`]),
  ];
}

function draftDifferences(runs: readonly TextRun[], draft: boolean, footer: string): readonly string[] {
  const pages = new Set(runs.map(({ page }) => page));
  const marked = [...pages].filter((page) => {
    const text = packed(runs.filter((run) => run.page === page).map((run) => run.text));
    return text.includes(watermark) && text.includes(packed([footer]));
  });
  if (!draft) return marked.length === 0 ? [] : ["The report is marked as a draft."];
  return marked.length === pages.size
    ? []
    : [`${pages.size - marked.length} pages of the draft are not marked as such.`];
}
