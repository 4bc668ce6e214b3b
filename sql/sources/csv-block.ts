/**
 * The records of a piece of CSV text. A record that cannot be read never takes others with it: it counts as its first
 * line, and reading goes on with the next line.
 */
import { linesOf, maxRecordLines, readUpToFault } from "./csv-fault.ts";

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

/** A record left open over more bytes than this is not waited for: see maxRecordLines. */
const maxRecordBytes = 1_048_576;

const newline = 0x0a;
const quote = 0x22;

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

/** A record left open at the end of a block may still be closed in the next one. */
function mayGoOn(rest: Buffer): boolean {
  if (rest.length > maxRecordBytes) return false;
  let lines = 0;
  for (let at = rest.indexOf(newline); at !== -1; at = rest.indexOf(newline, at + 1)) lines += 1;
  return lines <= maxRecordLines;
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
