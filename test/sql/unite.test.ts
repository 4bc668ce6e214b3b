/** The rows of a year: those of the later extraction, and of the earlier one what the later does not know. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { period } from "../../reports/period.ts";
import type { Engine } from "../../sql/engine.ts";
import { type HalfFile, uniteHalves } from "../../sql/snapshot/unite.ts";
import { tableNames } from "../../sql/tables.ts";
import type { Row } from "./corpus.ts";
import { onTables, withEngine } from "./hand-made.ts";

const turn = period(2026, 2);

/** The tables of one half as files, in which only the outages are of interest. */
async function halfFiles(folder: string, half: 1 | 2, outages: readonly Row[]): Promise<readonly HalfFile[]> {
  const files = tableNames.map((table) => ({ table, path: join(folder, `${half}-${table}.parquet`) }));
  const write = async ({ db }: Engine) => {
    for (const { table, path } of files)
      await sql`copy (select * from ${sql.table(table)}) to ${sql.lit(path)} (format parquet)`.execute(db);
  };
  await onTables({ service_outages: outages }, write, { period: period(2026, half) });
  return files;
}

const outage = (id: string, start: string, end: string | null): Row => ({
  outage_id: id,
  started_at: start,
  ended_at: end,
});

/** The second half begins on 1 July at 00:00 in Rome, two hours before it does at Greenwich. */
test.for<readonly [string, readonly Row[], readonly Row[], readonly string[]]>([
  [
    "an outage that the second half closed has its end",
    [outage("a", "2026-06-30T10:00:00Z", null)],
    [outage("a", "2026-06-30T10:00:00Z", "2026-07-02T10:00:00Z")],
    ["a 2026-06-30 10:00:00 2026-07-02 10:00:00"],
  ],
  [
    "an outage open in both is open",
    [outage("a", "2026-06-30T10:00:00Z", null)],
    [outage("a", "2026-06-30T10:00:00Z", null)],
    ["a 2026-06-30 10:00:00 null"],
  ],
  [
    "an outage left open that the second half does not know had ended before it",
    [outage("a", "2026-06-30T10:00:00Z", null)],
    [],
    ["a 2026-06-30 10:00:00 2026-06-30 22:00:00"],
  ],
  [
    "an outage with an end keeps it",
    [outage("a", "2026-06-30T10:00:00Z", "2026-06-30T11:00:00Z")],
    [outage("b", "2026-08-01T10:00:00Z", null)],
    ["a 2026-06-30 10:00:00 2026-06-30 11:00:00", "b 2026-08-01 10:00:00 null"],
  ],
])("%s", async ([, first, second, expected]) => {
  const folder = await mkdtemp(join(tmpdir(), "semestrale-unite-"));
  try {
    const halves = [await halfFiles(folder, 1, first), await halfFiles(folder, 2, second)] as const;
    await withEngine({}, async (engine) => {
      await uniteHalves(engine, ...halves, turn.startMicros);
      const { rows } = await sql<{ line: string }>`
        select outage_id || ' ' || started_at || ' ' || coalesce(ended_at::varchar, 'null') as line
        from service_outages order by line`.execute(engine.db);
      expect(rows.map(({ line }) => line)).toEqual(expected);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
