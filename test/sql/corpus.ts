/** The corpus of malformed rows: for every table a good row, and rows with one fault each. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { TableName } from "../../sql/tables.ts";

/** Column → text as a source would give it; NULL where empty. */
export type Row = Readonly<Record<string, string | null>>;

export interface BadRow {
  /** `column:reason`. */
  readonly problem: string;
  /** What of the good row is changed. */
  readonly row: Row;
  /** What is changed in a second row under the same key; absent: there is none. */
  readonly beside?: Row;
}

export interface TableCorpus {
  readonly good: Row;
  readonly bad: readonly BadRow[];
}

const parsed = new Map<TableName, TableCorpus>();

export function corpusOf(table: TableName): TableCorpus {
  const known = parsed.get(table);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`../corpus/bad-rows/${table}.yaml`, import.meta.url), "utf8");
  const corpus = parse(text) as TableCorpus;
  parsed.set(table, corpus);
  return corpus;
}

/** The good row of a table with these values changed. */
export function rowOf(table: TableName, changes: Row = {}): Row {
  const { good } = corpusOf(table);
  for (const name of Object.keys(changes)) if (!(name in good)) throw new Error(`${table} has no column ${name}`);
  return { ...good, ...changes };
}
