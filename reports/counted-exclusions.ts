/** What was left out of one figure, by which clause. */
import type { Exclusion, Indicator, Measure } from "./act.ts";
import type { Conservation, Figure } from "./report-model.ts";
import type { Scope } from "./scope.ts";

export interface CountedExclusion extends Exclusion {
  /** The table whose rows were left out. */
  readonly table: string;
  readonly rows: number;
}

/**
 * The exclusions that bear on the figure, in the act's order, with the rows that each left out; of the tables that a
 * numerator and a denominator are counted in, each has its own.
 */
export function exclusionsOf(
  { exclusions, tables }: Indicator,
  measure: Measure,
  { excluded, scope }: Figure,
  conservation: readonly Conservation[],
): readonly CountedExclusion[] {
  const own = (measure.tables ?? tables)[0] as string;
  const others = conservation.filter(({ table }) => table !== own && (measure.tables ?? tables).includes(table));
  return exclusions
    .filter(({ measures }) => measures === undefined || measures.includes(measure.id))
    .map((exclusion): CountedExclusion => {
      const other = others.find((line) => (line.excluded[exclusion.id] ?? 0) > 0);
      const rows = excluded[exclusion.id];
      return rows === undefined && other !== undefined
        ? { ...exclusion, table: other.table, rows: other.excluded[exclusion.id] ?? 0 }
        : { ...exclusion, table: own, rows: rows ?? 0 };
    })
    .filter(({ id, rows }) => rows > 0 || (own === tables[0] && isAsked(id, scope)));
}

/** What only a target's words leave out is no exclusion of a figure without them. */
function isAsked(exclusion: string, scope: Scope): boolean {
  if (exclusion === "third-party") return scope.responsibility !== undefined;
  return exclusion !== "not-normal" || scope.conditions !== undefined;
}
