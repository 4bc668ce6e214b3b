/** The distributions file: every histogram, numerator and denominator that a figure rests on, without a person in it. */

import { sql } from "kysely";
import { pairs } from "../reports/distribution.ts";
import type { FactRow } from "../reports/facts.ts";
import { rationalText } from "../reports/rational.ts";
import { compareText, scopeText } from "../reports/scope.ts";
import type { Engine } from "../sql/engine.ts";
import { jobError } from "./errors.ts";
import type { ScopedFacts } from "./measure.ts";
import { csvLine } from "./quarantine.ts";

const columns = ["act", "indicator", "service", "scope", "table", "fact", "kind", "value", "count"] as const;

/**
 * One line per value of a distribution (`kind` value: that many cases have it; for navigation, that many seconds in
 * service), per count (`count`, exact, `p/q` where it is no integer), for the rows counted of a table (`counted`), and per
 * reason for which rows of it are left out (`excluded`).
 */
export function distributionsCsv(facts: readonly ScopedFacts[]): string {
  const lines: string[] = [csvLine(columns)];
  for (const { act, indicator, service, scope, facts: rows } of facts) {
    const head = csvLine([act, indicator, service, scopeText(scope)]).trimEnd();
    const sorted = [...rows].sort(
      (a, b) =>
        compareText(kindOf(a), kindOf(b)) || compareText(a.table ?? "", b.table ?? "") || compareText(a.fact, b.fact),
    );
    for (const row of sorted) {
      const start = `${head},${row.table ?? ""},${row.fact},${kindOf(row)}`;
      if ("distribution" in row)
        for (const [value, count] of pairs(row.distribution)) lines.push(`${start},${value},${count}\r\n`);
      else lines.push(`${start},${row.value ?? ""},${rationalText(row.count)}\r\n`);
    }
  }
  return lines.join("");
}

function kindOf(row: FactRow): "value" | "count" | "counted" | "excluded" {
  if ("distribution" in row) return "value";
  if (row.value === undefined) return row.fact === "counted" ? "counted" : "excluded";
  return row.value === null ? "count" : "value";
}

/**
 * The same lines as Parquet, taken from the file just written; `value` is an integer, `count` exact text. Read back and
 * compared line by line: throws where the two files differ.
 */
export async function writeDistributionsParquet(engine: Engine, csvPath: string, path: string): Promise<void> {
  const types = columns.map((name) => `'${name}': '${name === "value" ? "bigint" : "varchar"}'`);
  const lines = sql`read_csv(${sql.lit(csvPath)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
    columns = {${sql.raw(types.join(", "))}})`;
  await sql`copy (select * from ${lines}) to ${sql.lit(path)} (format parquet, compression zstd, row_group_size 122880)`.execute(
    engine.db,
  );
  const written = sql`read_parquet(${sql.lit(path)})`;
  // Every line weighs one in the file it comes from and minus one in the other: what does not cancel differs.
  const { rows } = await sql<{ n: bigint }>`select cast(coalesce(sum(abs(weight)), 0) as bigint) as n from (
    select sum(side) as weight from (select *, 1 as side from ${lines} union all select *, -1 as side from ${written})
    group by ${sql.join(columns.map((name) => sql.ref(name)))}
  )`.execute(engine.db);
  const differences = Number(rows[0]?.n ?? 0n);
  if (differences > 0)
    throw jobError("read-back", { file: path, differences: [`${differences} lines differ from ${csvPath}`] });
}
