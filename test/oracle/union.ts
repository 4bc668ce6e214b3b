import type { Admitted } from "./admission.ts";
import { type ContractTable, contract } from "./contract.ts";
import { caseOf, type Suspensions } from "./quantities.ts";
import { type Row, words } from "./rows.ts";

/**
 * The year from the extractions of its two halves, each already cut to its own half: every row once by its key, and of
 * two under one key the later extraction's. What was quarantined stays with its half. What the first left open and the
 * second, which begins at `turn` (microseconds), does not know had ended by then.
 */
export function unite(early: Admitted, late: Admitted, turn: bigint): Admitted {
  const kept: Record<string, readonly Row[]> = {};
  for (const [name, table] of Object.entries(contract)) {
    const [before, after] = [early.kept[name], late.kept[name]];
    if (before === undefined && after === undefined) continue;
    kept[name] =
      table.key.length === 0
        ? [...(before ?? []), ...(after ?? [])]
        : byKey(
            table,
            before?.map((row) => ended(row, table, turn)),
            after,
          );
  }
  return { kept, quarantined: {}, suspensions: suspensionsOf(early, late) };
}

function ended(row: Row, { interval }: ContractTable, turn: bigint): Row {
  const end = interval?.[1];
  return end === undefined || row[end] !== null ? row : { ...row, [end]: turn };
}

function byKey(table: ContractTable, ...extractions: readonly (readonly Row[] | undefined)[]): Row[] {
  const rows = new Map<string, Row>();
  for (const row of extractions.flatMap((extraction) => extraction ?? []))
    rows.set(JSON.stringify(table.key.map((column) => words(row, column))), row);
  return [...rows.values()];
}

/** A case is suspended as the extraction says whose row of it counts. */
function suspensionsOf(early: Admitted, late: Admitted): Suspensions {
  const known = new Set(
    (["activation_orders", "fault_reports"] as const).flatMap((name) =>
      (late.kept[name] ?? []).map((row) =>
        caseOf(name, words(row, name === "activation_orders" ? "order_id" : "fault_id")),
      ),
    ),
  );
  return new Map([
    ...[...early.suspensions].filter(([key]) => !known.has(key)),
    ...[...late.suspensions].filter(([key]) => known.has(key)),
  ]);
}
