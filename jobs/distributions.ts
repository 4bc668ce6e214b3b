/** The distributions file: every histogram, numerator and denominator that a figure rests on, without a person in it. */
import type { FactRow } from "../reports/facts.ts";
import { rationalText } from "../reports/rational.ts";
import { sql } from "kysely";
import { compareText, scopeText } from "../reports/scope.ts";
import type { Engine } from "../sql/engine.ts";
import type { ScopedFacts } from "./measure.ts";
import { csvLine } from "./quarantine.ts";

const columns = ["act", "indicator", "service", "scope", "fact", "kind", "value", "count"] as const;

/**
 * One line per value of a distribution (`kind` value: that many cases have it; for navigation, that many seconds in
 * service), per count (`count`, exact, `p/q` where it is no integer), and per reason of exclusion (`excluded`).
 */
export function distributionsCsv(facts: readonly ScopedFacts[]): string {
  const lines: string[] = [csvLine(columns)];
  for (const { act, indicator, service, scope, facts: rows } of facts) {
    const head = csvLine([act, indicator, service, scopeText(scope)]).trimEnd();
    const sorted = [...rows].sort(
      (a, b) => compareText(kindOf(a), kindOf(b)) || compareText(a.fact, b.fact) || (a.value ?? 0) - (b.value ?? 0),
    );
    for (const row of sorted) lines.push(`${head},${row.fact},${kindOf(row)},${row.value ?? ""},${rationalText(row.count)}\r\n`);
  }
  return lines.join("");
}

function kindOf({ value }: FactRow): "value" | "count" | "excluded" {
  if (value === undefined) return "excluded";
  return value === null ? "count" : "value";
}

/** The same lines as Parquet, taken from the file just written; `value` is an integer, `count` exact text. */
export async function writeDistributionsParquet(engine: Engine, csvPath: string, path: string): Promise<void> {
  const types = columns.map((name) => `${name}: ${name === "value" ? "bigint" : "varchar"}`);
  const rows = sql`read_csv(${sql.lit(csvPath)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
    columns = {${sql.raw(types.map((type) => type.replace(/: (.*)/, ": '$1'")).join(", "))}})`;
  await sql`copy (select * from ${rows}) to ${sql.lit(path)} (format parquet, compression zstd, row_group_size 122880)`.execute(engine.db);
}
