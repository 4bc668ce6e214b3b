/** The year's data: the sealed snapshots of its two half-years, of the published revisions where there are any. */
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { period as periodOf } from "../reports/period.ts";
import { tableNames } from "../sql/tables.ts";
import { jobError } from "./errors.ts";
import { latestPublished } from "./published.ts";
import {
  findSnapshot,
  type HalfSnapshot,
  readManifest,
  type Snapshot,
  type SnapshotManifest,
  type YearHalf,
} from "./snapshot.ts";
import { type Part, snapshotsFolder, type Workspace } from "./workspace.ts";

/** Refuses where a half-year has no sealed snapshot. */
export async function yearOf(workspace: Workspace, part: Part): Promise<Snapshot> {
  const halves: HalfSnapshot[] = [];
  for (const half of [1, 2] as const) {
    const halfPart = { operator: part.operator, period: `${part.period}-S${half}` };
    const published = await latestPublished(workspace, halfPart);
    const snapshot =
      published === undefined
        ? await findSnapshot(workspace, halfPart).catch(() => undefined)
        : await sealedSnapshot(workspace, halfPart, published.manifest.snapshotFolder);
    if (snapshot === undefined) throw jobError("half-missing", { ...part, half: halfPart.period });
    halves.push({ period: halfPart.period, revision: published?.revision ?? null, snapshot });
  }
  return united(workspace, part, halves);
}

/** The year as a published report used it: `2026-S1/<folder>` and `2026-S2/<folder>`. */
export async function yearOfFolders(workspace: Workspace, part: Part, halves: readonly YearHalf[]): Promise<Snapshot> {
  const found: HalfSnapshot[] = [];
  for (const { period, revision, snapshotFolder } of halves) {
    const halfPart = { operator: part.operator, period };
    const snapshot = await sealedSnapshot(workspace, halfPart, snapshotFolder);
    found.push({ period, revision, snapshot });
  }
  return united(workspace, part, found);
}

export async function sealedSnapshot(workspace: Workspace, part: Part, folderName: string): Promise<Snapshot> {
  const folder = join(snapshotsFolder(workspace, part), basename(folderName));
  const manifest = await readManifest(folder).catch(() => undefined);
  if (manifest === undefined) throw jobError("snapshot-gone", { file: join(folder, "manifest.json") });
  return { folder, manifest };
}

function united(workspace: Workspace, part: Part, halves: readonly HalfSnapshot[]): Snapshot {
  const manifests = halves.map(({ snapshot }) => snapshot.manifest);
  const [, later] = manifests as [SnapshotManifest, SnapshotManifest];
  const digest = createHash("sha256");
  for (const { period, snapshot } of halves) digest.update(`${period}\t${snapshot.manifest.digest}\n`);
  const manifest: SnapshotManifest = {
    ...later,
    period: periodOf(Number(part.period), null).id,
    digest: digest.digest("hex"),
    // Rows that both halves hold are counted twice here and once in the figures: this only tells an empty table from others.
    tables: tableNames.map((table) => ({
      table,
      file: "",
      sha256: "",
      rows: manifests.reduce((sum, { tables }) => sum + (tables.find((file) => file.table === table)?.rows ?? 0), 0),
    })),
    absent: later.absent.filter((table) => manifests.every(({ absent }) => absent.includes(table))),
    quarantine: halves.flatMap(({ period, snapshot: { folder, manifest: half } }) =>
      half.quarantine.map((file) => ({ ...file, file: join(period, basename(folder), file.file) })),
    ),
  };
  return { folder: dirname(snapshotsFolder(workspace, part)), manifest, halves };
}
