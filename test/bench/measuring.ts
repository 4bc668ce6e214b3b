/** The steps behind a sealed snapshot: a scan of what measuring reads, measuring itself, and rendering. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { sql } from "kysely";
import { renderDocuments } from "../../jobs/documents.ts";
import { measure } from "../../jobs/measure.ts";
import { silent } from "../../jobs/progress.ts";
import { writeReport } from "../../jobs/report.ts";
import { openSnapshot, quarantinedReasons, type Snapshot } from "../../jobs/snapshot.ts";
import type { ReportModel } from "../../reports/report-model.ts";
import type { Engine } from "../../sql/engine.ts";
import { type TableName, tables } from "../../sql/tables.ts";
import { measuredColumns, namedKeys } from "./columns.ts";
import { acts, period, profile, type Timing, timed, withEngine } from "./timing.ts";

export async function scanSnapshot(folder: string, to: string): Promise<Timing> {
  return withEngine(to, async (engine) => scan(engine, await snapshotIn(folder)));
}

export async function measureSnapshot(folder: string, to: string): Promise<Timing> {
  return withEngine(to, async (engine) => measureIn(engine, await snapshotIn(folder)));
}

/** Counts, greatest values and, of numbers, sums of all that measuring reads: what reading alone costs. */
async function scan(engine: Engine, snapshot: Snapshot): Promise<Timing> {
  await openMeasured(engine, snapshot);
  const [ms, rows] = await timed(async () => {
    let total = 0n;
    for (const [name, columns] of measured()) {
      const isNumber = (column: string) =>
        ["count", "flag"].includes(
          tables[name].columns.find((candidate) => candidate.name === column)?.type.kind ?? "",
        );
      const aggregates = columns.flatMap((column) => {
        const value = sql.ref(column);
        return [sql`count(${value})`, sql`max(${value})`, ...(isNumber(column) ? [sql`sum(${value})`] : [])];
      });
      const named = sql.join(aggregates.map((aggregate, i) => sql`${aggregate} as ${sql.ref(`a${i}`)}`));
      const query = sql<{ n: bigint }>`select count(*) as n, ${named} from ${sql.table(name)}`;
      total += (await query.execute(engine.db)).rows[0]?.n ?? 0n;
    }
    return Number(total);
  });
  return { ms, rows };
}

const measured = () => Object.entries(measuredColumns) as [TableName, readonly string[]][];

async function openMeasured(engine: Engine, snapshot: Snapshot): Promise<void> {
  await openSnapshot(engine, snapshot);
  for (const [name, columns] of measured()) {
    const path = sql.lit(join(snapshot.folder, `${name}.parquet`));
    const key = namedKeys[name];
    const unread = key === undefined ? [] : [sql`cast(null as varchar) as ${sql.ref(key)}`];
    const list = sql.join([...columns.map((column) => sql.ref(column)), ...unread]);
    await sql`create or replace view ${sql.table(name)} as select ${list} from read_parquet(${path})`.execute(
      engine.db,
    );
  }
}

async function measureIn(engine: Engine, snapshot: Snapshot): Promise<Timing> {
  await openMeasured(engine, snapshot);
  const { manifest } = snapshot;
  const calendar = { rome: manifest.rome, near: Number(period.startMicros / 1_000_000n) };
  const quarantined = quarantinedReasons(manifest);
  const { targets, services } = profile;
  const [ms] = await timed(() => measure({ db: engine.db, period, calendar, acts, targets, services, quarantined }));
  const names = new Set(measured().map(([name]): string => name));
  return { ms, rows: manifest.tables.reduce((total, { table, rows }) => total + (names.has(table) ? rows : 0), 0) };
}

/** Makes the model that is rendered; written as V8 keeps it, because it holds integers of any size. */
export async function modelOf(folder: string, to: string): Promise<Timing> {
  const snapshot = await snapshotIn(folder);
  await mkdir(`${to}.report`, { recursive: true });
  const options = { snapshot, profile, profileText: "", period, acts, revision: 1, progress: silent };
  const [ms, { model }] = await timed(() => writeReport(options, `${to}.report`));
  await writeFile(to, serialize(model));
  return { ms, rows: model.rows.length };
}

export async function renderModel(file: string): Promise<Timing> {
  const model = deserialize(await readFile(file)) as ReportModel;
  const [ms] = await timed(() => renderDocuments(model, [], () => {}));
  return { ms, rows: model.rows.length };
}

async function snapshotIn(folder: string): Promise<Snapshot> {
  return { folder, manifest: JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) };
}
