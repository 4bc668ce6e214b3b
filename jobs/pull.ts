/** Source → sealed snapshot: every table read once, every row typed and checked, all of it sealed by one rename. */

import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Act } from "../reports/act.ts";
import type { Period } from "../reports/period.ts";
import { Engine } from "../sql/engine.ts";
import { checkTable } from "../sql/snapshot/check-table.ts";
import { createRawTable, loadRawTable } from "../sql/snapshot/raw-table.ts";
import {
  countChecked,
  digestOf,
  dropChecked,
  quarantinedRows,
  sha256OfFile,
  type TableCounts,
  writeParquet,
} from "../sql/snapshot/seal.ts";
import type { RawTable } from "../sql/sources/source.ts";
import { type Table, type TableName, tableNames, tables } from "../sql/tables.ts";
import { zoneOffsets } from "../sql/zones.ts";
import { jobError } from "./errors.ts";
import { isPresent, jsonText, sealFolder, stagingBeside, writeWhole } from "./files.ts";
import type { Profile } from "./profile.ts";
import type { Progress } from "./progress.ts";
import { writeQuarantine } from "./quarantine.ts";
import type { QuarantineFile, Snapshot, SnapshotManifest, TableOrigin } from "./snapshot.ts";
import { type NamedSource, openSource } from "./source.ts";
import { toolVersions } from "./tool.ts";
import { snapshotsFolder, type Workspace } from "./workspace.ts";

export interface PullOptions {
  readonly workspace: Workspace;
  readonly profile: Profile;
  readonly period: Period;
  readonly acts: readonly Act[];
  /** A folder instead of the profile's source. */
  readonly sourceFolder: string | undefined;
  readonly progress: Progress;
  readonly now: Date;
}

export interface Pulled extends Snapshot {
  /** False where the very same snapshot was there already. */
  readonly isNew: boolean;
}

/** Suspensions decide about orders and faults, and those about which suspensions and events are kept. */
const linked: readonly TableName[] = ["suspensions", "activation_orders", "fault_reports", "events"];
const inOrder: readonly TableName[] = [...linked, ...tableNames.filter((name) => !linked.includes(name))];

export async function pull(options: PullOptions): Promise<Pulled> {
  const { workspace, profile, period, progress } = options;
  const place = snapshotsFolder(workspace, { operator: profile.id, period: period.id });
  const staging = await stagingBeside(join(place, "snapshot"));
  const source = await openSource(options);
  let engine: Engine | undefined;
  try {
    engine = await Engine.open({ spillFolder: join(staging, "spill") });
    const sealed = await sealTables(engine, source, staging, options);
    await rm(join(staging, "spill"), { recursive: true, force: true });
    await refuse(sealed, source, options, staging);
    const manifest = manifestOf(sealed, source, options);
    await writeWhole(join(staging, "manifest.json"), jsonText(manifest));
    const folder = join(place, nameOf(manifest));
    progress.done();
    await rm(refusedFolder(workspace, profile, period), { recursive: true, force: true });
    if (await isPresent(folder)) return { folder, manifest, isNew: false };
    await sealFolder(staging, folder);
    return { folder, manifest, isNew: true };
  } finally {
    await source.close();
    await engine?.close();
    await rm(staging, { recursive: true, force: true });
  }
}

interface SealedTable {
  readonly table: TableName;
  readonly isMissing: boolean;
  readonly counts: TableCounts;
  readonly origin: TableOrigin | undefined;
  readonly file: { readonly table: string; readonly file: string; readonly rows: number; readonly sha256: string };
  readonly quarantine: QuarantineFile | undefined;
}

async function sealTables(
  engine: Engine,
  source: NamedSource,
  staging: string,
  options: PullOptions,
): Promise<readonly SealedTable[]> {
  const { period, progress } = options;
  const rome = zoneOffsets("Europe/Rome");
  const near = Number(period.startMicros / 1_000_000n);
  const checking = {
    zones: { declared: source.zone === "Europe/Rome" ? rome : zoneOffsets(source.zone), rome, near },
    calendar: { rome, near },
    period,
  };
  const loaded = new Map<TableName, { raw: RawTable | undefined; ignoredColumns: readonly string[] }>();
  const sealed: SealedTable[] = [];
  const seal = async (name: TableName) => {
    sealed.push(await sealTable(engine, tables[name], staging, loaded.get(name)));
  };
  for (const name of inOrder) {
    const table = tables[name];
    await createRawTable(engine, table);
    const raw = await source.open(name);
    const load =
      raw && (await loadRawTable(engine, table, raw, (rows) => progress.say(`reading ${name}: ${rows} rows`)));
    loaded.set(name, { raw, ignoredColumns: load?.ignoredColumns ?? [] });
    progress.say(`checking ${name}: ${load?.rows ?? 0} rows`);
    await engine.expectRows(load?.rows ?? 0);
    await checkTable(engine, table, checking);
    if (linked.includes(name)) continue;
    await seal(name);
    await dropChecked(engine, table);
  }
  // What is kept of each of these is asked of the others: all stay in the engine until the last is sealed.
  for (const name of linked) await seal(name);
  return sealed.sort((a, b) => tableNames.indexOf(a.table) - tableNames.indexOf(b.table));
}

async function sealTable(
  engine: Engine,
  table: Table,
  staging: string,
  loaded: { raw: RawTable | undefined; ignoredColumns: readonly string[] } | undefined,
): Promise<SealedTable> {
  const counts = await countChecked(engine, table);
  const file = `${table.name}.parquet`;
  await writeParquet(engine, table, join(staging, file));
  const bad = Object.values(counts.problems).reduce((total, rows) => total + rows, 0);
  let quarantine: QuarantineFile | undefined;
  if (bad > 0) {
    const name = join("quarantine", `${table.name}.csv`);
    await mkdir(join(staging, "quarantine"), { recursive: true });
    const hasFurtherColumns = (loaded?.ignoredColumns ?? []).length > 0;
    await writeQuarantine(join(staging, name), { table, rows: quarantinedRows(engine, table), hasFurtherColumns });
    quarantine = {
      table: table.name,
      file: name,
      rows: bad,
      problems: counts.problems,
      sha256: await sha256OfFile(join(staging, name)),
    };
  }
  const raw = loaded?.raw;
  return {
    table: table.name,
    isMissing: raw === undefined,
    counts,
    origin:
      raw === undefined
        ? undefined
        : {
            from: raw.origin,
            read: counts.read,
            outside: counts.outside,
            ignoredColumns: loaded?.ignoredColumns ?? [],
            doubledHours: counts.doubledHours,
            ...(counts.through !== null && { through: counts.through }),
          },
    file: { table: table.name, file, rows: counts.kept, sha256: await sha256OfFile(join(staging, file)) },
    quarantine,
  };
}

/** What makes a source unfit to be sealed at all. The quarantine is left in place for whoever mends the export. */
async function refuse(
  sealed: readonly SealedTable[],
  source: NamedSource,
  options: PullOptions,
  staging: string,
): Promise<void> {
  const { profile, period, acts, workspace } = options;
  refuseMissingTables(
    profile,
    acts,
    source.name,
    sealed.filter(({ isMissing }) => isMissing).map(({ table }) => table),
  );
  // Rows of other periods are no excuse: of this one nothing is left.
  const whole = sealed.filter(({ counts, quarantine }) => quarantine !== undefined && counts.kept === 0);
  if (whole.length > 0) {
    const isDry = workspace.store !== workspace.folder;
    const kept = refusedFolder(workspace, profile, period);
    if (!isDry) {
      await rm(kept, { recursive: true, force: true });
      await sealFolder(join(staging, "quarantine"), kept);
    }
    const bad = whole.map(({ table, counts }) => ({
      table,
      rows: counts.read - counts.outside,
      reasons: reasonsText(counts),
    }));
    const [only] = whole.length === 1 ? whole : [];
    const quarantine = isDry ? undefined : only === undefined ? kept : join(kept, `${only.table}.csv`);
    throw jobError("all-quarantined", { tables: bad, quarantine });
  }
  if (sealed.some(({ counts }) => counts.kept > 0)) return;
  const outside = sealed.reduce((total, { counts }) => total + counts.outside, 0);
  throw jobError("all-empty", { origin: source.name, period: period.id, outside });
}

/** Refuses a source without a table that a reported act needs, unless the profile says that the operator has none. */
export function refuseMissingTables(
  profile: Profile,
  acts: readonly Act[],
  origin: string,
  missing: readonly TableName[],
): void {
  const indicators = acts.flatMap((act) =>
    act.indicators.filter(({ requires }) => requires === "any" || profile.services.includes(requires)),
  );
  const needed = new Set<string>(indicators.flatMap(({ tables }) => tables));
  const lacking = missing.filter((table) => needed.has(table) && !profile.none.includes(table));
  if (lacking.length > 0)
    throw jobError("missing-tables", { tables: lacking, origin, profile: basename(profile.origin.file) });
}

/** Where the quarantine of a refused source stays until one is sealed. */
const refusedFolder = ({ store }: Workspace, profile: Profile, period: Period): string =>
  join(store, "refused", profile.id, period.id);

function reasonsText({ problems }: TableCounts): string {
  return Object.entries(problems)
    .map(([problem, rows]) => `${problem.replace(":", " ").trim()}: ${rows}`)
    .join(", ");
}

function manifestOf(
  sealed: readonly SealedTable[],
  source: NamedSource,
  { profile, period, now }: PullOptions,
): SnapshotManifest {
  const files = sealed.map(({ file }) => file);
  return {
    format: 1,
    operator: profile.id,
    period: period.id,
    digest: digestOf(files),
    tables: files,
    absent: sealed
      .filter(({ isMissing, table }) => isMissing && profile.none.includes(table))
      .map(({ table }) => table),
    quarantine: sealed.flatMap(({ quarantine }) => quarantine ?? []),
    rome: zoneOffsets("Europe/Rome"),
    origin: {
      pulledAt: now.toISOString(),
      zone: source.zone,
      source: source.name,
      tables: Object.fromEntries(
        sealed.flatMap(({ table, origin }) => (origin === undefined ? [] : [[table, origin]])),
      ),
      tool: toolVersions(),
    },
  };
}

/** The digest's beginning, and where rows were quarantined a mark of which: documents print them. */
function nameOf({ digest, quarantine, absent }: SnapshotManifest): string {
  const name = digest.slice(0, 16);
  if (quarantine.length === 0 && absent.length === 0) return name;
  const rest = createHash("sha256").update(
    JSON.stringify([quarantine.map(({ table, sha256 }) => [table, sha256]), absent]),
  );
  return `${name}-${rest.digest("hex").slice(0, 8)}`;
}
