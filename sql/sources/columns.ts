/** Which of a source's columns are the contract's, found by name. */
import { type TableName, tables } from "../tables.ts";
import { SourceError, type SourcePlace } from "./source-error.ts";

export interface ColumnMatch {
  /** For each contract column, in the contract's order, its position in the source. */
  readonly positions: readonly number[];
  /** Columns the contract does not know, in the source's order. */
  readonly ignoredColumns: readonly string[];
}

/**
 * Matches the columns a source has with those the contract wants; names are compared exactly.
 * `origin` is how a sentence calls the source: a file's name, or "the SELECT of contact_calls".
 * @throws SourceError table-refused: a column twice, or contract columns missing (all of them named).
 */
export function matchColumns(
  table: TableName,
  found: readonly string[],
  origin: string,
  place: SourcePlace,
): ColumnMatch {
  const twice = found.filter((name, index) => found.indexOf(name) !== index);
  if (twice.length > 0) {
    throw new SourceError(
      "table-refused",
      `${origin}: ${columns(twice)} more than once, so it cannot be known which one counts. Keep one of each.`,
      place,
    );
  }
  const wanted = tables[table].columns.map((column) => column.name);
  const missing = wanted.filter((name) => !found.includes(name));
  if (missing.length > 0) {
    throw new SourceError(
      "table-refused",
      `${origin}: ${columns(missing)} missing (${shapeHint(found)}). The names are fixed; add what is missing, ` +
        "empty where there is nothing to say and the contract allows it.",
      place,
    );
  }
  return {
    positions: wanted.map((name) => found.indexOf(name)),
    ignoredColumns: found.filter((name) => !wanted.includes(name)),
  };
}

function columns(names: readonly string[]): string {
  return names.length === 1 ? `column ${names[0]} is` : `columns ${names.join(", ")} are`;
}

/** The usual reason why every column seems to be missing, or else what is there. */
function shapeHint(found: readonly string[]): string {
  const only = found.length === 1 ? (found[0] ?? "") : "";
  if (only.includes(";")) return "the file seems separated by ';' where ',' is asked for";
  if (only.includes("\t")) return "the file seems separated by tabs where ',' is asked for";
  if (found.some((name) => name.includes("\r")))
    return "its lines seem to end in CR alone where LF or CRLF is asked for";
  return `there are: ${found.join(", ")}`;
}
