/**
 * The workbook of single cases: written line by line while they are read, however many they are, and split over sheets
 * where one is full. The same rows give the same bytes.
 */
import type { Writable } from "node:stream";
import ExcelJS from "exceljs";
import type { Indicator } from "../../reports/act.ts";
import type { OperatorIdentity, ReportPeriod } from "../../reports/report-model.ts";
import { model as modelWords, periodWords, sections, tableWords } from "../italian.ts";
import { letters } from "./audit-cell.ts";
import { indicatorWords } from "./audit-words.ts";
import { classWords, evidenceWords, headWords, summaryColumns } from "./evidence-words.ts";
import { alignment, bandFill, font, headFont, numberFormat, rowHeight, thinBorder } from "./sheet-style.ts";
import { cellText, pageText, sheetName } from "./workbook-text.ts";

export interface EvidenceSheet {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly is: keyof typeof headWords }[];
  /** Class → rows. */
  readonly classes: Readonly<Record<string, number>>;
  /** Cells in the order of the columns. */
  readonly rows: () => AsyncIterable<readonly (string | bigint | null)[]>;
}

export type EvidenceRows = Omit<EvidenceSheet, "classes">;

export interface EvidenceBook {
  readonly operator: Pick<OperatorIdentity, "name">;
  readonly period: ReportPeriod;
  /** The digest of the snapshot. */
  readonly snapshot: string;
  readonly indicator: Indicator;
  /** As it is cited. */
  readonly act: string;
  /** Rows that a sheet holds below its heads; all but the first of a spreadsheet's lines. */
  readonly rowsPerSheet?: number;
}

const linesOfSheet = 1_048_576;
/** The library never waits for the disk: after so many rows it is given the time to write. */
const rowsAtOnce = 1000;

/** Opened at once, because the library writes the first part of the file when it is made. */
export class EvidenceWorkbook {
  readonly #book: EvidenceBook;
  readonly #writer: ExcelJS.stream.xlsx.WorkbookWriter;
  readonly #sheets = new Set<string>();

  constructor(stream: Writable, book: EvidenceBook) {
    this.#book = book;
    const date = new Date(`${book.period.lastDay}T00:00:00Z`);
    const Dated = datedWriter(date);
    this.#writer = new Dated({ stream, useStyles: true, zip: { zlib: { level: 6 } } });
    this.#writer.created = date;
    this.#writer.modified = date;
    this.#writer.creator = cellText(book.operator.name);
    this.#writer.lastModifiedBy = this.#writer.creator;
  }

  /** The first sheet: how many rows of which table stand in which class. */
  addSummary(sheets: readonly Pick<EvidenceSheet, "table" | "classes">[]): void {
    const { operator, period, snapshot, indicator, act } = this.#book;
    const widths = [34, 24, 48, 60, 14];
    const sheet = this.#newSheet(evidenceWords.summary, widths, 0);
    const lines = [
      `${evidenceWords.title}: ${act}, ${indicatorWords(indicator.ordinal, indicator.name, indicator.service)}`,
      evidenceWords.notice,
      `${operator.name} – ${periodWords(period)}`,
      `${sections.snapshot}: ${snapshot}`,
      evidenceWords.guide,
    ];
    lines.forEach((line, i) => {
      const row = sheet.getRow(i + 1);
      sheet.mergeCells(i + 1, 1, i + 1, widths.length);
      const cell = row.getCell(1);
      cell.value = cellText(line);
      cell.font = i < 2 ? headFont() : font();
      cell.alignment = alignment("left");
      row.height = rowHeight([line], [widths.reduce((sum, width) => sum + width, 0)]);
    });
    const top = lines.length + 2;
    putHeads(sheet, top, summaryColumns);
    const counts = sheets.flatMap(({ table, classes }) =>
      Object.entries(classes).map(([name, rows]) => ({
        table,
        rows,
        words: classWords(name, null, indicator.exclusions),
      })),
    );
    counts.forEach(({ table, rows, words }, i) => {
      const row = sheet.getRow(top + 1 + i);
      [tableWords(table), ...words, rows].forEach((value, k) => {
        const cell = row.getCell(k + 1);
        cell.value = typeof value === "string" ? cellText(value) || null : value;
        cell.font = font();
        cell.border = thinBorder();
        cell.alignment = alignment(typeof value === "string" ? "left" : "right");
        if (typeof value === "number") cell.numFmt = numberFormat(0);
      });
      row.height = rowHeight([tableWords(table), ...words], widths);
    });
    sheet.commit();
  }

  /** Returns how many rows were written. */
  async addRows(table: EvidenceRows): Promise<number> {
    const { indicator, rowsPerSheet = linesOfSheet - 1 } = this.#book;
    const at = (is: keyof typeof headWords) => table.columns.findIndex((column) => column.is === is);
    const [classAt, leftOutAt] = [at("class"), at("left-out")];
    const kinds = new Map<string, readonly [string, string, string]>();
    const wordsOf = (name: string, leftOut: string | null) => {
      const key = `${name} ${leftOut}`;
      const words = kinds.get(key) ?? classWords(name, leftOut, indicator.exclusions);
      kinds.set(key, words);
      return words;
    };
    // One object for all cells of a column: the library looks a style up by it, and would compare each cell's otherwise.
    const styles = table.columns.map(({ is }) => ({
      font: font(),
      ...(is === "quantity" && { numFmt: numberFormat(0) }),
    }));
    let sheet: ExcelJS.Worksheet | undefined;
    let written = 0;
    for await (const cells of table.rows()) {
      if (written % rowsPerSheet === 0) {
        sheet?.commit();
        sheet = this.#tableSheet(table, written / rowsPerSheet);
      }
      const words = wordsOf(`${cells[classAt]}`, cells[leftOutAt] as string | null);
      const values = cells.map((cell, i) =>
        i === classAt ? words[0] : i === leftOutAt ? words[1] || null : cellValue(cell),
      );
      const row = (sheet as ExcelJS.Worksheet).addRow(values);
      styles.forEach((style, i) => {
        if (values[i] !== null) row.getCell(i + 1).style = style;
      });
      row.commit();
      written += 1;
      if (written % rowsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    (sheet ?? this.#tableSheet(table, 0)).commit();
    return written;
  }

  /** Ends the file. */
  async end(): Promise<void> {
    await this.#writer.commit();
  }

  #tableSheet({ table, columns }: EvidenceRows, part: number): ExcelJS.Worksheet {
    const words = tableWords(table);
    const name = sheetName(part === 0 ? words : `${part + 1} ${words}`);
    const sheet = this.#newSheet(name, columns.map(widthOf), 1);
    putHeads(
      sheet,
      1,
      columns.map(({ is, name: of }) => wordsOfHead(is, of)),
    );
    sheet.autoFilter = `A1:${letters(columns.length)}1`;
    return sheet;
  }

  #newSheet(name: string, widths: readonly number[], frozen: number): ExcelJS.Worksheet {
    if (this.#sheets.has(name)) throw new Error(`two sheets are called ${name}`);
    this.#sheets.add(name);
    const sheet = this.#writer.addWorksheet(name, {
      views: frozen === 0 ? [] : [{ state: "frozen", ySplit: frozen, xSplit: 0 }],
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddHeader: `&C&B${pageText(evidenceWords.notice)}`, oddFooter: `&L&A&R${modelWords.page}` },
    });
    widths.forEach((width, i) => {
      sheet.getColumn(i + 1).width = width;
    });
    return sheet;
  }
}

function putHeads(sheet: ExcelJS.Worksheet, line: number, heads: readonly string[]): void {
  const row = sheet.getRow(line);
  heads.forEach((head, i) => {
    const cell = row.getCell(i + 1);
    cell.value = cellText(head);
    cell.font = headFont();
    cell.fill = bandFill();
    cell.alignment = alignment("center");
    cell.border = thinBorder();
  });
  row.height = 28;
  row.commit();
}

function wordsOfHead(is: keyof typeof headWords, name: string): string {
  const words = headWords[is];
  return typeof words === "string" ? words : words(name);
}

function widthOf({ is }: EvidenceSheet["columns"][number]): number {
  if (is === "left-out") return 44;
  return is === "started" || is === "ended" ? 27 : is === "class" ? 22 : 18;
}

/** Quantities are whole numbers that a cell holds exactly; a text that begins with `=` is stored as text and never run. */
function cellValue(value: string | bigint | null): string | number | null {
  if (value === null || typeof value === "string") return value === null ? null : cellText(value);
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a cell`);
  return number;
}

/** What the library appends to the file with the machine's time and its owner's rights gets one date and plain rights. */
function datedWriter(date: Date): typeof ExcelJS.stream.xlsx.WorkbookWriter {
  return class extends ExcelJS.stream.xlsx.WorkbookWriter {
    override addThemes(): Promise<void> {
      const { zip } = this as unknown as { readonly zip: Archive };
      const append = zip.append.bind(zip);
      zip.append = (source, { name }) => append(source, { name: name.replace(/^\//, ""), date, mode: 0o644 });
      return super.addThemes();
    }
  };
}

interface Archive {
  append(source: unknown, entry: { readonly name: string; readonly date?: Date; readonly mode?: number }): Archive;
}
