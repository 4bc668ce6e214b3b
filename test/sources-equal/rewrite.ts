/** The same rows told in other ways: in another order, with other line ends and columns, by another clock. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { instantOf, inUtc } from "../../jobs/sample/rome-calendar.ts";
import type { SampleRow } from "../../jobs/sample/row-text.ts";
import type { SampleTables } from "../../jobs/sample/sample-tables.ts";
import { tables as contract, type TableName } from "../../sql/tables.ts";

export type Rewrite = (name: TableName, rows: readonly SampleRow[]) => readonly SampleRow[];

export function rewritten(tables: SampleTables, rewrite: Rewrite): SampleTables {
  return new Map([...tables].map(([name, rows]) => [name, rewrite(name, [...rows])]));
}

/** Fisher and Yates, with a fixed generator (Numerical Recipes): the same disorder every time. */
export const shuffled: Rewrite = (_, rows) => {
  const other = [...rows];
  let state = 1;
  for (let last = other.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const at = Math.floor((state / 2 ** 32) * (last + 1));
    [other[last], other[at]] = [other[at] as SampleRow, other[last] as SampleRow];
  }
  return other;
};

/** Every time through `write`, which is given milliseconds since 1970. Rows must not be spoilt. */
export const withTimes =
  (write: (instant: number) => string): Rewrite =>
  (name, rows) => {
    const times = contract[name].columns.filter(({ type }) => type.kind === "time").map((column) => column.name);
    return rows.map((row) => {
      const told: Record<string, string | null> = { ...row };
      for (const time of times) if (row[time]) told[time] = write(instantOf(row[time]));
      return told;
    });
  };

/** `2025-12-31T23:00:00`, with the milliseconds where there are any, and nothing that names the zone. */
export const naiveUtc = (instant: number): string => inUtc(instant).slice(0, -1);

/** The instant on the clock of a place four and a half hours west of Greenwich, with its offset. */
export const westOf = (instant: number): string => `${naiveUtc(instant - 4.5 * 3_600_000)}-04:30`;

export interface CsvShape {
  readonly lineEnd: "\n" | "\r\n";
  /** From the contract's columns to those of the file. */
  readonly columns: (names: readonly string[]) => readonly string[];
  /** Every field in quotes, needed or not. */
  readonly quoted: boolean;
}

/** A folder of CSV files that are right and look otherwise than the product's own. A column unknown to a row holds `?`. */
export async function writeCsvAs(dir: string, tables: SampleTables, shape: CsvShape): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const [name, rows] of tables) {
    const columns = shape.columns(contract[name].columns.map((column) => column.name));
    const field = (text: string) => (shape.quoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = [
      columns,
      ...[...rows].map((row) => columns.map((column) => (column in row ? (row[column] ?? "") : "?"))),
    ];
    await writeFile(
      join(dir, `${name}.csv`),
      lines.map((fields) => `${fields.map(field).join(",")}${shape.lineEnd}`).join(""),
    );
  }
}
