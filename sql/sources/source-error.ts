/** What can go wrong between a source and the first check, each as a sentence that names the place and the remedy. */
import type { TableName } from "../tables.ts";

export type SourceErrorCode =
  /** The folder or the database cannot be reached at all. */
  | "source-unreachable"
  /** Reading began and did not come to its end: what was read is not the whole table. */
  | "source-cut"
  /** The database refused a SELECT of the profile. */
  | "select-refused"
  /** The table is there, but not in the shape the contract asks for. */
  | "table-refused";

export interface SourcePlace {
  readonly table?: TableName | undefined;
  /** Name of the file inside the source's folder. */
  readonly file?: string | undefined;
  /** Physical line of the file, header = 1. */
  readonly line?: number | undefined;
  readonly cause?: unknown;
}

export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly code: SourceErrorCode;
  readonly table: TableName | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(code: SourceErrorCode, message: string, place: SourcePlace = {}) {
    super(message, place.cause === undefined ? undefined : { cause: place.cause });
    this.code = code;
    this.table = place.table;
    this.file = place.file;
    this.line = place.line;
  }
}
