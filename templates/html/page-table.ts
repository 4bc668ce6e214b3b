/** A table that the documents share, as the page shows it. */
import type { RowTable } from "../pdf/row-table.ts";
import type { Column, Row, Table } from "./block.ts";

/** It stands under a heading that says what its caption does. Columns that `kinds` does not name hold text, or numbers where the table says so. */
export function pageTable(
  id: string,
  caption: string,
  { heads, rows, right = () => false }: Pick<RowTable, "heads" | "rows" | "right">,
  kinds: Readonly<Record<number, Column["kind"]>>,
  tone?: Row["tone"],
): Table {
  return {
    kind: "table",
    id,
    caption,
    isCaptionQuiet: true,
    columns: heads.map((head, index) => ({ head, kind: kinds[index] ?? (right(index) ? "number" : "text") })),
    rows: rows.map((cells) => ({ cells, ...(tone !== undefined && { tone }) })),
  };
}
