/** The records of a CSV file, streamed: whole lines are cut from the bytes, checked to be UTF-8, and read block by block. */
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { TableName } from "../tables.ts";
import { type CsvRecord, readBlock } from "./csv-block.ts";
import { SourceError } from "./source-error.ts";

const blockBytes = 262_144;
/** A longer line is no row of the contract, and nothing is to be held in memory until the end of such a file. */
const maxLineBytes = 1_048_576;
const newline = 0x0a;
const utf8Bom = Buffer.from([0xef, 0xbb, 0xbf]);
const utf16Boms = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/**
 * Batches of some thousand records, the header's among them, blank lines left out.
 * @throws SourceError table-refused: bytes that are not UTF-8, a NUL byte, a line without end; source-cut: a read that fails.
 */
export async function* csvRecords(path: string, table: TableName): AsyncGenerator<readonly CsvRecord[]> {
  const file = basename(path);
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const block of blocksOf(path, table)) {
    const bytes = rest.length === 0 ? block : Buffer.concat([rest, block]);
    const end = bytes.lastIndexOf(newline) + 1;
    if (bytes.length - end > maxLineBytes) throw endlessLine(table, file);
    if (end === 0) {
      rest = bytes;
      continue;
    }
    const whole = bytes.subarray(0, end);
    refuseUnreadableBytes(whole, line, table, file);
    const reading = readBlock(whole, line, false);
    if (reading.records.length > 0) yield reading.records;
    rest = bytes.subarray(reading.usedBytes);
    line = reading.nextLine;
  }
  refuseUnreadableBytes(rest, line, table, file);
  const { records } = readBlock(rest, line, true);
  if (records.length > 0) yield records;
}

async function* blocksOf(path: string, table: TableName): AsyncGenerator<Buffer> {
  const file = basename(path);
  let isFirst = true;
  try {
    for await (const block of createReadStream(path, { highWaterMark: blockBytes }) as AsyncIterable<Buffer>) {
      if (isFirst) refuseUtf16(block, table, file);
      yield isFirst && block.subarray(0, 3).equals(utf8Bom) ? block.subarray(3) : block;
      isFirst = false;
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError(
      "source-cut",
      `${file} cannot be read to its end: ${words}. Make the file readable for the user of this job, then run it again.`,
      { table, file, cause },
    );
  }
}

function refuseUtf16(block: Buffer, table: TableName, file: string): void {
  if (utf16Boms.every((bom) => !block.subarray(0, 2).equals(bom))) return;
  throw new SourceError(
    "table-refused",
    `${file} is UTF-16, not UTF-8. Export it again as UTF-8 (in a spreadsheet: "CSV UTF-8").`,
    { table, file, line: 1 },
  );
}

function refuseUnreadableBytes(bytes: Buffer, firstLine: number, table: TableName, file: string): void {
  const nulAt = bytes.indexOf(0);
  if (nulAt !== -1) {
    const line = firstLine + newlinesIn(bytes.subarray(0, nulAt));
    throw new SourceError(
      "table-refused",
      `${file}, line ${line}: a NUL byte, which no text holds: the file is damaged or is not CSV. Export it again.`,
      { table, file, line },
    );
  }
  if (isUtf8(bytes)) return;
  const line = firstLine + linesBeforeBadUtf8(bytes);
  throw new SourceError(
    "table-refused",
    `${file}, line ${line}: the bytes are not UTF-8, so letters such as "à" would be misread. Export the file as UTF-8.`,
    { table, file, line },
  );
}

/** A UTF-8 sequence never spans a line end, so that each line can be judged alone. */
function linesBeforeBadUtf8(bytes: Buffer): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; lines += 1) {
    const end = bytes.indexOf(newline, at);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(at, next))) return lines;
    at = next;
  }
  return lines;
}

function newlinesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

function endlessLine(table: TableName, file: string): SourceError {
  return new SourceError(
    "table-refused",
    `${file} holds a line of more than ${maxLineBytes} bytes: lines must end in LF or CRLF. Export it again as CSV.`,
    { table, file },
  );
}
