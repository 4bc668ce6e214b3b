/** The distributions file: every histogram, numerator and denominator that a figure rests on, without a person in it. */
import { rationalText } from "../reports/rational.ts";
import { scopeText } from "../reports/scope.ts";
import { sql } from "kysely";
import type { Engine } from "../sql/engine.ts";
import type { ScopedFacts } from "./measure.ts";
import { csvLine } from "./quarantine.ts";

const columns = ["act", "indicator", "scope", "fact", "kind", "value", "count"] as const;

type Line = readonly (string | null)[];

/**
 * One line per value of a distribution (`kind` value: that many cases have it; for navigation, that many seconds in
 * service), per count (`count`, exact, `p/q` where it is no integer), and per reason of exclusion (`excluded`).
 */
function lines(facts: readonly ScopedFacts[]): readonly Line[] {
  return facts.flatMap(({ act, indicator, scope, facts: rows }) =>
    [...rows]
      .map(({ fact, value, count }) => ({
        fact,
        kind: value === undefined ? "excluded" : value === null ? "count" : "value",
        value: value ?? null,
        count: rationalText(count),
      }))
      .sort((a, b) => compare(a.kind, b.kind) || compare(a.fact, b.fact) || (a.value ?? 0) - (b.value ?? 0))
      .map(({ fact, kind, value, count }) => [act, indicator, scopeText(scope), fact, kind, value === null ? null : `${value}`, count]),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function distributionsCsv(facts: readonly ScopedFacts[]): string {
  return [columns, ...lines(facts)].map(csvLine).join("");
}

/** The same lines as Parquet; `value` is an integer, `count` exact text. */
export async function writeDistributionsParquet(engine: Engine, facts: readonly ScopedFacts[], path: string): Promise<void> {
  const { db, connection } = engine;
  await sql`create table distribution_lines (line bigint, act varchar, indicator varchar, scope varchar, fact varchar, kind varchar, value bigint, count varchar)`.execute(db);
  const appender = await connection.createAppender("distribution_lines");
  for (const [i, [act, indicator, scope, fact, kind, value, count]] of lines(facts).entries()) {
    appender.appendBigInt(BigInt(i));
    for (const text of [act, indicator, scope, fact, kind]) appender.appendVarchar(text as string);
    if (value === null || value === undefined) appender.appendNull();
    else appender.appendBigInt(BigInt(value));
    appender.appendVarchar(count as string);
    appender.endRow();
  }
  appender.closeSync();
  await sql`copy (select act, indicator, scope, fact, kind, value, count from distribution_lines order by line)
    to ${sql.lit(path)} (format parquet, compression zstd, row_group_size 122880)`.execute(db);
}
