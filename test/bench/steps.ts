/** The steps that are timed. Each runs in a process of its own, so that its peak of memory is its own too. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { ProfileSource } from "../../jobs/profile.ts";
import { silent } from "../../jobs/progress.ts";
import { pull } from "../../jobs/pull.ts";
import type { Engine } from "../../sql/engine.ts";
import { tableNames, tables } from "../../sql/tables.ts";
import { type DocumentStep, timeDocument } from "./documents.ts";
import { type EvidenceStep, timeEvidence } from "./evidence.ts";
import { measureSnapshot, modelOf, renderModel, scanSnapshot } from "./measuring.ts";
import { acts, period, profile, type Timing, timed, withEngine } from "./timing.ts";

export interface Step {
  readonly step: "floor" | "pull" | "scan" | "measure" | "model" | "render" | DocumentStep | EvidenceStep;
  /** What is read: a source for a pull, a folder of CSV for the floor, a sealed snapshot or a model for the others. */
  readonly from: ProfileSource | string;
  /** A folder, or for a model a file, that the step may make. */
  readonly to: string;
}

export async function runStep({ step, from, to }: Step): Promise<Timing> {
  switch (step) {
    case "pull":
      return pullFrom(from as ProfileSource, to);
    case "floor":
      return withEngine(to, (engine) => copyCsv(engine, from as string, to));
    case "scan":
      return scanSnapshot(from as string, to);
    case "measure":
      return measureSnapshot(from as string, to);
    case "model":
      return modelOf(from as string, to);
    case "render":
      return renderModel(from as string);
    case "report-pdf":
    case "bare-pdf":
    case "agcom-xlsx":
    case "bare-xlsx":
      return timeDocument(step, from as string);
    case "evidence-xlsx":
    case "bare-evidence":
      return timeEvidence(step, to);
    default:
      return step satisfies never;
  }
}

async function pullFrom(source: ProfileSource, store: string): Promise<Timing> {
  const workspace = { folder: store, store, out: store };
  const options = { workspace, profile: { ...profile, source }, period, acts, sourceFolder: undefined };
  const [ms, { folder, manifest }] = await timed(() => pull({ ...options, progress: silent, now: new Date(0) }));
  const rows = Object.values(manifest.origin.tables).reduce((total, { read }) => total + read, 0);
  return { ms, rows, digest: manifest.digest, folder };
}

/** The engine's own reading of the same CSV into Parquet, every column as text, nothing checked. */
async function copyCsv(engine: Engine, dir: string, to: string): Promise<Timing> {
  await mkdir(to, { recursive: true });
  let rows = 0n;
  const [ms] = await timed(async () => {
    for (const name of tableNames) {
      // The columns are told, so that no time goes into guessing them.
      const columns = sql.join(tables[name].columns.map((column) => sql`${sql.lit(column.name)}: 'varchar'`));
      const told = sql`auto_detect = false, columns = {${columns}}, header = true, delim = ',', quote = '"', escape = '"'`;
      const csv = sql`read_csv(${sql.lit(join(dir, `${name}.csv`))}, ${told})`;
      const parquet = sql.lit(join(to, `${name}.parquet`));
      const copied = await sql<{
        Count: bigint;
      }>`copy (from ${csv}) to ${parquet} (format parquet, compression zstd)`.execute(engine.db);
      rows += copied.rows[0]?.Count ?? 0n;
    }
  });
  return { ms, rows: Number(rows) };
}
