/** A sealed snapshot: what its manifest says, how one is found, opened and trusted. */
import { readdir, readFile, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { sql } from "kysely";
import { parsePeriod } from "../reports/period.ts";
import type { Engine } from "../sql/engine.ts";
import { digestOf, type SealedFile, sha256OfFile } from "../sql/snapshot/seal.ts";
import { type ChangedRows, type HalfFile, uniteHalves } from "../sql/snapshot/unite.ts";
import { tableNames } from "../sql/tables.ts";
import type { Offset } from "../sql/zones.ts";
import { jobError } from "./errors.ts";
import { writeWhole } from "./files.ts";
import { type Part, snapshotsFolder, type Workspace } from "./workspace.ts";

export interface SnapshotManifest {
  readonly format: 1;
  readonly operator: string;
  readonly period: string;
  /** Of (table, rows, file hash) alone. */
  readonly digest: string;
  readonly tables: readonly (SealedFile & { readonly file: string })[];
  /** Tables that the source lacks and the profile says the operator has no data for. */
  readonly absent: readonly string[];
  readonly quarantine: readonly QuarantineFile[];
  /** The offsets of Italian time by which dates were and will be made. */
  readonly rome: readonly Offset[];
  /** How it came about: nothing of this enters a figure. */
  readonly origin: SnapshotOrigin;
}

export interface QuarantineFile extends SealedFile {
  readonly file: string;
  /** `column:reason` → rows. */
  readonly problems: Readonly<Record<string, number>>;
}

export interface SnapshotOrigin {
  readonly pulledAt: string;
  readonly zone: string;
  readonly source: string;
  readonly tables: Readonly<Record<string, TableOrigin>>;
  readonly tool: Readonly<Record<string, string>>;
}

export interface TableOrigin {
  /** The file, or the SELECT. */
  readonly from: string;
  readonly read: number;
  /** Rows that another period governs. */
  readonly outside: number;
  readonly ignoredColumns: readonly string[];
  /** Times in the hour that autumn doubles, taken as the first. */
  readonly doubledHours: number;
  /** ISO, in UTC: the day by which 95 of 100 rows had happened; absent where no time governs them. */
  readonly through?: string;
}

export interface Snapshot {
  readonly folder: string;
  readonly manifest: SnapshotManifest;
  /** Of a year: its half-years, which hold the files. */
  readonly halves?: readonly HalfSnapshot[];
}

export interface HalfSnapshot {
  readonly period: string;
  /** The published revision it belongs to; null where none was published. */
  readonly revision: number | null;
  readonly snapshot: Snapshot;
}

/** What a year's manifest says of a half. */
export interface YearHalf {
  readonly period: string;
  /** The published revision whose snapshot was used; null where none was published. */
  readonly revision: number | null;
  readonly snapshot: string;
  readonly snapshotFolder: string;
}

export function yearHalves({ halves = [] }: Snapshot): readonly YearHalf[] {
  return halves.map(({ period, revision, snapshot }) => ({
    period,
    revision,
    snapshot: snapshot.manifest.digest,
    snapshotFolder: basename(snapshot.folder),
  }));
}

/** The snapshot of the part that was pulled last: the one marked so, else the newest. */
export async function findSnapshot(workspace: Workspace, part: Part): Promise<Snapshot> {
  const folder = snapshotsFolder(workspace, part);
  const marked = await readFile(join(folder, lastMark), "utf8").catch(() => "");
  const found: Snapshot[] = [];
  for (const name of await readdir(folder).catch(() => []))
    if (!name.startsWith(".")) {
      const manifest = await readManifest(join(folder, name)).catch(() => undefined);
      if (manifest !== undefined) found.push({ folder: join(folder, name), manifest });
    }
  const newest = found.sort((a, b) => (a.manifest.origin.pulledAt < b.manifest.origin.pulledAt ? 1 : -1))[0];
  const last = found.find((snapshot) => basename(snapshot.folder) === marked) ?? newest;
  if (last === undefined) throw jobError("no-snapshot", { ...part, folder });
  return last;
}

/**
 * Holds the name of the snapshot that was pulled last. Data that changed and changed back gives a snapshot sealed long
 * ago, and a sealed one is never written again, not even to say that it is the one of today.
 */
const lastMark = ".last";

export async function markLast({ folder }: Snapshot): Promise<void> {
  const mark = join(dirname(folder), lastMark);
  if ((await readFile(mark, "utf8").catch(() => "")) === basename(folder)) return;
  await writeWhole(`${mark}.new`, basename(folder));
  await rename(`${mark}.new`, mark);
}

/** Throws where the file is not there, or is no manifest of a snapshot. */
export async function readManifest(folder: string): Promise<SnapshotManifest> {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as SnapshotManifest;
  if (!Array.isArray(manifest.tables) || !Array.isArray(manifest.quarantine))
    throw new SyntaxError("no manifest of a snapshot");
  return manifest;
}

/**
 * Makes the canonical tables in the engine from the sealed files, each compared with its hash first. Of a year it says
 * which rows changed between its halves.
 */
export async function openSnapshot(engine: Engine, snapshot: Snapshot): Promise<readonly ChangedRows[]> {
  const { halves } = snapshot;
  const manifests = halves?.map(({ snapshot: half }) => half.manifest) ?? [snapshot.manifest];
  await engine.expectRows(Math.max(...manifests.flatMap(({ tables }) => tables.map(({ rows }) => rows))));
  if (halves !== undefined) {
    const [first, second] = await Promise.all(halves.map(({ snapshot: half }) => trustedFiles(half)));
    const turn = parsePeriod(halves[1]?.period ?? "")?.startMicros;
    if (turn === undefined) throw new RangeError("a year has two half-years");
    return uniteHalves(engine, first ?? [], second ?? [], turn);
  }
  for (const { table, path } of await trustedFiles(snapshot))
    await sql`create view ${sql.table(table)} as select * from read_parquet(${sql.lit(path)})`.execute(engine.db);
  return [];
}

/** The tables' files, after every file of the snapshot was found to be the one that was sealed. */
async function trustedFiles({ folder, manifest }: Snapshot): Promise<readonly HalfFile[]> {
  for (const { file, sha256 } of [...manifest.tables, ...manifest.quarantine]) {
    const path = join(folder, file);
    if ((await sha256OfFile(path).catch(() => "")) !== sha256) throw jobError("snapshot-altered", { file: path });
  }
  if (digestOf(manifest.tables) !== manifest.digest)
    throw jobError("snapshot-altered", { file: join(folder, "manifest.json") });
  return manifest.tables.map(({ table, file }) => ({ table, path: join(folder, file) }));
}

/** Quarantined rows per table and reason. */
export function quarantinedReasons({
  quarantine,
}: SnapshotManifest): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const byTable: Record<string, Record<string, number>> = {};
  for (const name of tableNames) {
    // A year has the quarantines of both its halves.
    const problems = quarantine.filter(({ table }) => table === name).flatMap((file) => Object.entries(file.problems));
    if (problems.length === 0) continue;
    const reasons: Record<string, number> = {};
    for (const [problem, rows] of problems) {
      const reason = problem.slice(problem.indexOf(":") + 1);
      reasons[reason] = (reasons[reason] ?? 0) + rows;
    }
    byTable[name] = Object.fromEntries(Object.entries(reasons).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return byTable;
}
