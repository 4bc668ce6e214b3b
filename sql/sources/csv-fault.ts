/** How far the parser gets, and what stops it: it throws away what it read before a fault, which is kept here. */
import { CsvError, parse } from "csv-parse/sync";

/**
 * A quote left open by mistake would swallow the good rows after it until some other quote closes it. No field of the
 * contract holds such a text, so a record that runs over more lines counts as a quote left open.
 */
export const maxRecordLines = 100;

/** Lone carriage returns are no line ends: they stay in the field, where the value's check sees them. */
const options = { relax_column_count: true, record_delimiter: ["\r\n", "\n"], skip_empty_lines: false };

export interface PartReading {
  readonly rows: readonly (readonly string[])[];
  /** What is wrong with the record after `rows`; undefined where the part was read to its end. */
  readonly fault?: string;
  /** The fault is a quote that is still open at the end of the part. */
  readonly unclosed?: boolean;
}

/** The records of `part`, which starts with one, up to the first that cannot be read. */
export function readUpToFault(part: Buffer): PartReading {
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

/** Physical lines a record takes: one, and one more for each line end inside its fields. */
export function linesOf(fields: readonly string[]): number {
  let lines = 1;
  for (const field of fields) {
    for (let at = field.indexOf("\n"); at !== -1; at = field.indexOf("\n", at + 1)) lines += 1;
  }
  return lines;
}
