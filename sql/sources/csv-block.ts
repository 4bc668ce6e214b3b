/**
 * The records of a piece of CSV text. A record that cannot be read never takes others with it: it counts as its first
 * line, and reading goes on with the next line.
 */
import { CsvError, parse } from "csv-parse/sync";

export interface CsvRecord {
  /** Physical line where the record starts, first line of the file = 1. */
  readonly line: number;
  /** Its fields; of a broken record those before the fault. */
  readonly fields: readonly string[];
  /** Why the record cannot be read, in English. */
  readonly broken?: string;
}

export interface BlockReading {
  readonly records: readonly CsvRecord[];
  /** Bytes of the block that were read; a record that goes on in the next block is left over. */
  readonly usedBytes: number;
  /** Physical line at which the left-over, or the next block, starts. */
  readonly nextLine: number;
}

/**
 * A quote left open by mistake would swallow the good rows after it until some other quote closes it. No field of the
 * contract holds such a text, so a record that runs over more lines, or more bytes, counts as a quote left open.
 */
const maxRecordLines = 100;
const maxRecordBytes = 1_048_576;

const newline = 0x0a;
const quote = 0x22;

/** Lone carriage returns are no line ends: they stay in the field, where the value's check sees them. */
const options = { relax_column_count: true, record_delimiter: ["\r\n", "\n"], skip_empty_lines: false };

/**
 * The records of `block`, which holds whole lines (the last line of the file may lack its end) and starts with a record
 * at physical line `firstLine`. `isLast` where the file ends with it. Blank lines are left out. Lines end in LF or CRLF, even mixed.
 */
export function readBlock(block: Buffer, firstLine: number, isLast: boolean): BlockReading {
  // Without a quote every line is a record: splitting gives what the parser gives, several times faster.
  if (!block.includes(quote)) return readUnquoted(block, firstLine);
  const records: CsvRecord[] = [];
  let at = 0;
  let line = firstLine;
  while (at < block.length) {
    const part = readUpToFault(block.subarray(at));
    for (const fields of part.rows) {
      if (!isBlank(fields)) records.push({ line, fields });
      const lines = linesOf(fields);
      at = skipLines(block, at, lines);
      line += lines;
    }
    if (part.fault === undefined) break;
    if (part.unclosed && !isLast && mayGoOn(block.subarray(at))) break;
    const next = skipLines(block, at, 1);
    const text = block.toString("utf8", at, next).replace(/\r?\n$/, "");
    records.push({ line, fields: readablePrefix(text), broken: part.fault });
    at = next;
    line += 1;
  }
  return { records, usedBytes: at, nextLine: line };
}

function readUnquoted(block: Buffer, firstLine: number): BlockReading {
  const lines = block.toString("utf8").split("\n");
  const last = lines.pop() ?? "";
  const records: CsvRecord[] = [];
  const add = (text: string, line: number) => {
    const fields = text.split(",");
    if (!isBlank(fields)) records.push({ line, fields });
  };
  for (const [index, text] of lines.entries()) add(text.endsWith("\r") ? text.slice(0, -1) : text, firstLine + index);
  // What follows the last line end is a line only where there is something.
  if (last !== "") add(last, firstLine + lines.length);
  return { records, usedBytes: block.length, nextLine: firstLine + lines.length + (last === "" ? 0 : 1) };
}

interface PartReading {
  readonly rows: readonly (readonly string[])[];
  /** What is wrong with the record after `rows`; undefined where the part was read to its end. */
  readonly fault?: string;
  /** The fault is a quote that is still open at the end of the part. */
  readonly unclosed?: boolean;
}

function readUpToFault(part: Buffer): PartReading {
  try {
    return cutAtEndless(parse(part, options) as string[][]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const goodRecords = error.records as number;
    // The parser throws away what it has read before the fault, so that it is asked again for just those records.
    const rows = goodRecords === 0 ? [] : (parse(part, { ...options, to: goodRecords }) as string[][]);
    const before = cutAtEndless(rows);
    if (before.fault !== undefined) return before;
    return { rows, fault: faultOf(error), unclosed: error.code === "CSV_QUOTE_NOT_CLOSED" };
  }
}

function cutAtEndless(rows: readonly (readonly string[])[]): PartReading {
  const endless = rows.findIndex((fields) => linesOf(fields) > maxRecordLines);
  if (endless === -1) return { rows };
  return { rows: rows.slice(0, endless), fault: `a quote is not closed within ${maxRecordLines} lines` };
}

function faultOf(error: CsvError): string {
  const field = (error.index as number) + 1;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return `the quote that opens field ${field} is not closed`;
    case "CSV_INVALID_CLOSING_QUOTE":
      return `field ${field} goes on after its closing quote (a quote inside a quoted field is written twice)`;
    case "INVALID_OPENING_QUOTE":
      return `field ${field} holds a quote but does not begin with one`;
    default:
      throw error;
  }
}

/** A record left open at the end of a block may still be closed in the next one. */
function mayGoOn(rest: Buffer): boolean {
  if (rest.length > maxRecordBytes) return false;
  let lines = 0;
  for (let at = rest.indexOf(newline); at !== -1; at = rest.indexOf(newline, at + 1)) lines += 1;
  return lines <= maxRecordLines;
}

/** Physical lines a record takes: one, and one more for each line end inside its fields. */
function linesOf(fields: readonly string[]): number {
  let lines = 1;
  for (const field of fields) {
    for (let at = field.indexOf("\n"); at !== -1; at = field.indexOf("\n", at + 1)) lines += 1;
  }
  return lines;
}

function skipLines(block: Buffer, from: number, lines: number): number {
  let at = from;
  for (let line = 0; line < lines; line += 1) {
    const end = block.indexOf(newline, at);
    if (end === -1) return block.length;
    at = end + 1;
  }
  return at;
}

function isBlank(fields: readonly string[]): boolean {
  return fields.length === 1 && (fields[0] ?? "").trim() === "";
}

/** The fields of one line that are well formed, up to the first that is not. */
function readablePrefix(line: string): string[] {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  while (field.lastIndex < line.length) {
    const match = field.exec(line);
    if (match === null) break;
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
  }
  return fields;
}
