/** What every source of canonical tables offers, so that nothing behind it knows where rows came from. */
import type { TableName } from "../tables.ts";

/** One row as the source gave it: contract columns in the contract's order, as text; NULL where empty. */
export interface RawRow {
  /** Line of the file, header = 1; for a database the ordinal of the row, from 1. */
  readonly line: number;
  readonly values: readonly (string | null)[];
  /** Where the record itself cannot be read (wrong number of fields, broken quoting): what is wrong, in English. */
  readonly broken?: string;
}

export type RawTable =
  | {
      readonly kind: "rows";
      /** Batches, so that a row costs no promise. */
      readonly batches: AsyncIterable<readonly RawRow[]>;
      /** Columns of the source that the contract does not know. */
      readonly ignoredColumns: readonly string[];
      /** What the manifest says of its origin: a file name, or the SELECT's text. */
      readonly origin: string;
    }
  /** A Parquet file, read by the engine itself. */
  | { readonly kind: "parquet"; readonly path: string; readonly origin: string };

/** The bounds of a period as instants, for sources that can select by them. */
export interface SourcePeriod {
  /** ISO 8601 in UTC: `2025-12-31T23:00:00Z`. */
  readonly startAt: string;
  readonly endAt: string;
}

export interface Source {
  /** IANA zone of naive times. */
  readonly zone: string;
  /** Undefined where the source has no such table. One table is read at a time. */
  open(table: TableName): Promise<RawTable | undefined>;
  close(): Promise<void>;
}
