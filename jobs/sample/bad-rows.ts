/** The ways to spoil a row: each gives a row that is bad for one reason that the contract names. */
import type { Column, Table } from "../../sql/tables.ts";
import type { Random } from "./random.ts";
import { dayMs, hourMs, instantOf, withOffset } from "./rome-calendar.ts";
import type { SampleRow } from "./row-text.ts";

export type BadKind = "unreadable" | "null" | "not-in-list" | "region" | "end-before-start" | "negative";

export const badKinds: readonly BadKind[] = [
  "unreadable",
  "null",
  "not-in-list",
  "region",
  "end-before-start",
  "negative",
];

const unreadable: Readonly<Partial<Record<Column["type"]["kind"], readonly string[]>>> = {
  time: ["2026-02-30T10:00:00+01:00", "31/01/2026 10:00", "ieri", "2026-13-01"],
  date: ["2026-02-30", "15/03/2026", "n.d."],
  month: ["2026-13", "gennaio"],
  count: ["12,5", "-3", "1e3", "n.d."],
  flag: ["sì", "x"],
};
const wrongRegions = ["21", "3", "IT-25", "00"];

/** The row spoilt in a way that this table knows, never in the one it is spared. */
export function spoil(table: Table, row: SampleRow, spared: BadKind | undefined, random: Random): SampleRow {
  const start = random.below(badKinds.length);
  for (let step = 0; step < badKinds.length; step += 1) {
    const kind = badKinds[(start + step) % badKinds.length];
    if (kind === undefined || kind === spared) continue;
    const changes = changesFor(kind, table, row, random);
    if (changes !== undefined) return { ...row, ...changes };
  }
  throw new RangeError(`No row of ${table.name} can be spoilt.`);
}

/** The values that make the row bad in this way; undefined where the table or the row does not lend itself to it. */
function changesFor(kind: BadKind, table: Table, row: SampleRow, random: Random): SampleRow | undefined {
  switch (kind) {
    case "unreadable": {
      const column = oneOf(table, random, ({ type }) => unreadable[type.kind] !== undefined);
      const values = column === undefined ? undefined : unreadable[column.type.kind];
      return column && values && { [column.name]: values[random.below(values.length)] ?? null };
    }
    case "null": {
      const column = oneOf(table, random, ({ nullable }) => !nullable);
      return column && { [column.name]: null };
    }
    case "not-in-list": {
      const column = oneOf(table, random, ({ name, type }) => type.kind === "choice" && name !== "region");
      return column && { [column.name]: random.perMille(500) ? "altro" : (row[column.name] ?? "altro").toUpperCase() };
    }
    case "region": {
      const column = oneOf(table, random, ({ name }) => name === "region");
      return column && { region: wrongRegions[random.below(wrongRegions.length)] ?? null };
    }
    case "end-before-start":
      return endBeforeStart(table, row);
    case "negative":
      return negativeNet(table, row);
  }
}

function oneOf(table: Table, random: Random, wanted: (column: Column) => boolean): Column | undefined {
  const columns = table.columns.filter(wanted);
  return columns[random.below(Math.max(1, columns.length))];
}

/** The end set an hour before the start, where the contract forbids it: of orders, of repairs, of intervals. */
function endBeforeStart(table: Table, row: SampleRow): SampleRow | undefined {
  if (table.name === "activation_orders") return completedBefore(row);
  const [from, to] = table.name === "fault_reports" ? ["reported_at", "restored_at"] : (table.governs.interval ?? []);
  if (from === undefined || to === undefined) return undefined;
  return { [to]: withOffset(instantOf(row[from] ?? "") - hourMs) };
}

/** Before both the customer's order and its registration, whichever of them the order is clocked from. */
function completedBefore(row: SampleRow): SampleRow | undefined {
  const starts = [row.ordered_at, row.registered_at].filter((start) => typeof start === "string");
  if (row.completed_at === null) return undefined;
  return { completed_at: withOffset(Math.min(...starts.map(instantOf)) - hourMs) };
}

/** More time suspended than the case lasted, from whichever of its starts. */
function negativeNet(table: Table, row: SampleRow): SampleRow | undefined {
  const ended = table.name === "fault_reports" ? row.restored_at : row.completed_at;
  if (typeof ended !== "string") return undefined;
  if (table.name === "fault_reports") {
    const elapsedMs = instantOf(ended) - instantOf(row.reported_at ?? "");
    return { suspended_seconds: String(Math.floor(elapsedMs / 1000) + 3600) };
  }
  if (table.name !== "activation_orders") return undefined;
  const started = instantOf(row.ordered_at ?? row.registered_at ?? "");
  return { suspended_days: String(Math.ceil((instantOf(ended) - started) / dayMs) + 5) };
}
