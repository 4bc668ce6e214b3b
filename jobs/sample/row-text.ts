/** A drafted row as text, in the contract's columns, with its instants in one of the ways a source may write them. */
import type { Table } from "../../sql/tables.ts";
import type { Random } from "./random.ts";
import { inUtc, isDoubled, romeWall, withOffset } from "./rome-calendar.ts";
import type { Draft, Sample } from "./sample.ts";

export type SampleRow = Readonly<Record<string, string | null>>;

/** The style has its own stream of chance, so that the same rows come in either style. */
export function rowText(sample: Sample, table: Table, values: Draft["values"], index: number): SampleRow {
  const random = sample.random(`style/${table.name}`, index);
  const mixed = sample.parameters.timeStyle === "mixed";
  const row: Record<string, string | null> = {};
  for (const { name, type } of table.columns) {
    const value = values[name] ?? null;
    if (value === null) row[name] = null;
    else if (type.kind !== "time") row[name] = String(value);
    else row[name] = mixed ? mixedText(Number(value), random) : withOffset(Number(value));
  }
  return row;
}

/** With offset, with Z, or naive where Rome's clock shows the time once; midnight sometimes as a bare date. */
function mixedText(instant: number, random: Random): string {
  const style = random.below(8);
  if (style < 4) return withOffset(instant);
  if (style < 6) return inUtc(instant);
  if (isDoubled(instant)) return withOffset(instant);
  const wall = romeWall(instant);
  if (style === 6 && wall.endsWith("T00:00:00")) return wall.slice(0, 10);
  return style === 6 ? wall.replace("T", " ") : wall;
}
