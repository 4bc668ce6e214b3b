/**
 * The workbook of single cases: written line by line while they are read, however many they are, and split over sheets
 * where one is full. The same rows give the same bytes.
 */
import type { Indicator } from "../../reports/act.ts";
import type { OperatorIdentity, ReportPeriod } from "../../reports/report-model.ts";
import { periodWords, sections, tableWords } from "../italian.ts";
import { letters } from "./audit-cell.ts";
import { indicatorWords } from "./audit-words.ts";
import { classWords, evidenceWords, headWords, summaryColumns } from "./evidence-words.ts";
import { bookParts, cellXml, rowXml, sheetXml } from "./evidence-xml.ts";
import { rowHeight } from "./sheet-style.ts";
import { StreamZip, type WriteBytes } from "./stream-zip.ts";
import { sheetName } from "./workbook-text.ts";

export interface EvidenceRows {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly is: keyof typeof headWords }[];
  /** Cells in the order of the columns. */
  readonly rows: () => AsyncIterable<readonly (string | bigint | null)[]>;
}

export interface EvidenceClasses {
  readonly table: string;
  /** Class → rows. */
  readonly classes: Readonly<Record<string, number>>;
}

export interface EvidenceBook {
  readonly operator: Pick<OperatorIdentity, "name">;
  readonly period: ReportPeriod;
  /** The digest of the snapshot. */
  readonly snapshot: string;
  readonly indicator: Indicator;
  /** As it is cited. */
  readonly act: string;
  /** Rows that a sheet holds below its heads; absent: all but the first of a spreadsheet's lines. */
  readonly rowsPerSheet?: number;
}

const linesOfSheet = 1_048_576;
/** Lines are compressed by so many characters at a time. */
const textAtOnce = 65_536;

export class EvidenceWorkbook {
  readonly #book: EvidenceBook;
  readonly #zip: StreamZip;
  readonly #sheets: string[] = [];

  constructor(write: WriteBytes, book: EvidenceBook) {
    this.#book = book;
    this.#zip = new StreamZip(write, book.period.lastDay);
  }

  /** The first sheet: how many rows of which table stand in which class. */
  async addSummary(tables: readonly EvidenceClasses[]): Promise<void> {
    const { operator, period, snapshot, indicator, act } = this.#book;
    const widths = [34, 24, 48, 60, 14];
    const last = letters(widths.length);
    const lines = [
      `${evidenceWords.title}: ${act}, ${indicatorWords(indicator.ordinal, indicator.name, indicator.service)}`,
      evidenceWords.notice,
      `${operator.name} – ${periodWords(period)}`,
      `${sections.snapshot}: ${snapshot}`,
      evidenceWords.guide,
    ];
    const room = [widths.reduce((sum, width) => sum + width, 0)];
    const head = lines.length + 2;
    const counts = tables.flatMap(({ table, classes }) =>
      Object.entries(classes).map(([name, rows]) => {
        const texts = [tableWords(table), ...classWords(name, null, indicator.exclusions)];
        return { texts, rows };
      }),
    );
    const [before, after] = sheetXml({ widths, frozen: 0, merged: lines.map((_, i) => `A${i + 1}:${last}${i + 1}`) });
    await this.#add(evidenceWords.summary, [
      before,
      ...lines.map((line, i) =>
        rowXml(i + 1, cellXml(1, i + 1, line, i < 2 ? "bold" : "line"), rowHeight([line], room)),
      ),
      headsXml(head, summaryColumns),
      ...counts.map(({ texts, rows }, i) => {
        const line = head + 1 + i;
        const words = texts.map((text, k) => cellXml(k + 1, line, text, "boxed")).join("");
        return rowXml(line, `${words}${cellXml(5, line, BigInt(rows), "boxedNumber")}`, rowHeight(texts, widths));
      }),
      after,
    ]);
  }

  /** Returns how many rows were written. */
  async addRows(table: EvidenceRows): Promise<number> {
    const { rowsPerSheet = linesOfSheet - 1 } = this.#book;
    const rows = table.rows()[Symbol.asyncIterator]();
    let written = 0;
    let next = await rows.next();
    const sheet = async function* (this: EvidenceWorkbook) {
      const [before, after] = sheetXml({
        widths: table.columns.map(widthOf),
        frozen: 1,
        filter: `A1:${letters(table.columns.length)}1`,
      });
      let text = before + headsXml(1, table.columns.map(headOf));
      const lineOf = this.#lineWriter(table);
      for (let line = 2; next.done !== true && line <= rowsPerSheet + 1; line += 1) {
        text += lineOf(next.value, line);
        if (text.length > textAtOnce) {
          yield text;
          text = "";
        }
        written += 1;
        next = await rows.next();
      }
      yield text + after;
    };
    do {
      const words = tableWords(table.table);
      const part = Math.floor(written / rowsPerSheet) + 1;
      await this.#add(sheetName(part === 1 ? words : `${part} ${words}`), sheet.call(this));
    } while (next.done !== true);
    return written;
  }

  /** Ends the file. */
  async end(): Promise<void> {
    for (const [path, xml] of bookParts(this.#sheets)) await this.#zip.add(path, [xml]);
    await this.#zip.end();
  }

  async #add(name: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    if (this.#sheets.includes(name)) throw new Error(`two sheets are called ${name}`);
    this.#sheets.push(name);
    await this.#zip.add(`xl/worksheets/sheet${this.#sheets.length}.xml`, texts);
  }

  #lineWriter({ columns }: EvidenceRows): (cells: readonly (string | bigint | null)[], line: number) => string {
    const { exclusions } = this.#book.indicator;
    const [classAt, leftOutAt] = ["class", "left-out"].map((is) => columns.findIndex((column) => column.is === is));
    const known = new Map<string, readonly [string, string, string]>();
    return (cells, line) => {
      const [name, leftOut] = [cells[classAt ?? -1], cells[leftOutAt ?? -1]] as [string, string | null];
      const key = `${name} ${leftOut}`;
      const words = known.get(key) ?? classWords(name, leftOut, exclusions);
      known.set(key, words);
      let xml = "";
      for (let i = 0; i < cells.length; i += 1) {
        const cell = i === classAt ? words[0] : i === leftOutAt ? words[1] : (cells[i] as string | bigint | null);
        xml += cellXml(i + 1, line, exact(cell), typeof cell === "bigint" ? "number" : "plain");
      }
      return rowXml(line, xml);
    };
  }
}

function headsXml(line: number, heads: readonly string[]): string {
  return rowXml(line, heads.map((head, i) => cellXml(i + 1, line, head, "head")).join(""), 28);
}

function headOf({ is, name }: EvidenceRows["columns"][number]): string {
  const words = headWords[is];
  return typeof words === "string" ? words : words(name);
}

function widthOf({ is }: EvidenceRows["columns"][number]): number {
  if (is === "left-out") return 52;
  return is === "started" || is === "ended" ? 27 : is === "quantity" ? 17 : 23;
}

/** Quantities are whole numbers that a cell holds exactly. */
function exact(value: string | bigint | null): string | bigint | null {
  if (typeof value === "bigint" && !Number.isSafeInteger(Number(value)))
    throw new RangeError(`${value} is too large for a cell`);
  return value;
}
