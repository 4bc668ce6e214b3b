/** Flaws: rows spoilt in one of the six ways a row can be bad, identical doubles, and doubles that disagree. */
import type { Table } from "../../sql/tables.ts";
import { type BadKind, spoil } from "./bad-rows.ts";
import type { Random } from "./random.ts";
import type { SampleRow } from "./row-text.ts";
import type { Sample } from "./sample.ts";

/** A double comes so many rows after the first, as a second export run would bring it. */
const doubleDistance = 7;

interface TextRow {
  readonly row: SampleRow;
  readonly spared: BadKind | undefined;
}

/** The rows with their flaws; the first row of a table is left whole, so that no table is refused entire. */
export function* withFlaws(sample: Sample, table: Table, rows: Iterable<TextRow>): Generator<SampleRow> {
  const { badShare, duplicateShare, conflictShare } = sample.parameters;
  const doubles: { readonly at: number; readonly row: SampleRow }[] = [];
  let index = 0;
  for (const { row, spared } of rows) {
    while (doubles[0] !== undefined && doubles[0].at <= index) yield (doubles.shift() as (typeof doubles)[0]).row;
    const random = sample.random(`flaws/${table.name}`, index);
    const chance = index === 0 ? 1000 : random.below(1000);
    if (chance < badShare) {
      yield spoil(table, row, spared, random);
    } else {
      yield row;
      const double = doubleOf(table, row, random, chance - badShare, duplicateShare, conflictShare);
      if (double !== undefined) doubles.push({ at: index + doubleDistance, row: double });
    }
    index += 1;
  }
  for (const { row } of doubles) yield row;
}

function doubleOf(
  table: Table,
  row: SampleRow,
  random: Random,
  chance: number,
  duplicateShare: number,
  conflictShare: number,
): SampleRow | undefined {
  // A row without a key has no double: it is another row.
  if (table.key.length === 0 || chance >= duplicateShare + conflictShare) return undefined;
  return chance < duplicateShare ? row : conflictOf(table, row, random);
}

/** The row under the same key with one value changed to another that is as good; undefined where it has none. */
function conflictOf(table: Table, row: SampleRow, random: Random): SampleRow | undefined {
  const start = random.below(table.columns.length);
  for (let step = 0; step < table.columns.length; step += 1) {
    const column = table.columns[(start + step) % table.columns.length];
    // Suspended time is left alone: more of it than the case lasted would make the double a bad row besides.
    if (column === undefined || table.key.includes(column.name) || column.name.startsWith("suspended_")) continue;
    const value = row[column.name] ?? null;
    const { type } = column;
    if (value === null) continue;
    if (type.kind === "flag") return { ...row, [column.name]: value === "1" ? "0" : "1" };
    if (type.kind === "count") return { ...row, [column.name]: String(Number(value) + 1) };
    if (type.kind === "choice") {
      const others = type.values.filter((other) => other !== value);
      return { ...row, [column.name]: others[random.below(others.length)] ?? value };
    }
  }
  return undefined;
}
