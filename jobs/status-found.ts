/** What lies in a workspace for one operator and period: snapshot, draft, published revisions. Reads manifests alone. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { dayIn } from "../reports/period.ts";
import type { Indicators } from "../reports/report-model.ts";
import type { ReportManifest } from "./report.ts";
import { findSnapshot, readManifest, type Snapshot, type YearHalf } from "./snapshot.ts";
import { missedTargets } from "./summary.ts";
import { draftFolder, type Part, publishedFolder, snapshotsFolder, type Workspace } from "./workspace.ts";

export interface Found {
  /** The snapshot pulled last; a year has none of its own. */
  readonly snapshot: FoundSnapshot | null;
  /** The newest draft of a revision that is not published. */
  readonly draft: FoundReport | null;
  readonly published: FoundReport | null;
  /** Revisions that the published one supersedes, ascending. */
  readonly superseded: readonly number[];
  /** Folders of reports whose manifest cannot be read. */
  readonly unreadable: readonly string[];
}

export interface FoundSnapshot {
  readonly digest: string;
  readonly pulledOn: string;
  /** Rows put aside as bad. */
  readonly quarantined: number;
}

export interface FoundReport {
  readonly revision: number;
  readonly folder: string;
  /** The day of the manifest file: no report says itself when it was made. A copy of the folder may have lost it. */
  readonly writtenOn: string;
  readonly snapshot: string;
  /** Of a year. */
  readonly halves?: readonly YearHalf[];
  /** Targets and legal minimums missed; null where the report cannot be read. */
  readonly missed: number | null;
  /** Rows put aside as bad; null where the snapshot is gone. */
  readonly quarantined: number | null;
}

export async function foundOf(workspace: Workspace, part: Part): Promise<Found> {
  const published = await reportsIn(workspace, part, publishedFolder(workspace, part));
  const drafts = await reportsIn(workspace, part, draftsFolder(workspace, part));
  const latest = published.reports.at(-1);
  const draft = drafts.reports.filter(({ revision }) => revision > (latest?.revision ?? 0)).at(-1);
  const snapshot = await findSnapshot(workspace, part).catch(() => undefined);
  return {
    snapshot: snapshot === undefined ? null : foundSnapshot(snapshot),
    draft: draft ?? null,
    published: latest ?? null,
    superseded: published.reports.slice(0, -1).map(({ revision }) => revision),
    unreadable: [...published.unreadable, ...drafts.unreadable],
  };
}

/** The operators with a profile in the workspace, and those that anything is there of. */
export async function operatorsIn(workspace: Workspace): Promise<readonly string[]> {
  const part = { operator: "", period: "" };
  const profiles = await namesIn(join(workspace.folder, "operators"));
  const others = await Promise.all(placesOf(workspace, part).map(namesIn));
  const ids = [...profiles.filter((name) => name.endsWith(".yaml")).map((name) => name.slice(0, -5)), ...others.flat()];
  return [...new Set(ids)].filter((id) => /^[a-z][a-z0-9-]*$/.test(id)).sort();
}

/** Names of the periods that hold anything at all of the operator, whatever it is. */
export async function periodsWithData(workspace: Workspace, operator: string): Promise<readonly string[]> {
  const names = await Promise.all(placesOf(workspace, { operator, period: "" }).map(namesIn));
  return [...new Set(names.flat())].sort();
}

function placesOf(workspace: Workspace, part: Part): readonly string[] {
  return [snapshotsFolder(workspace, part), publishedFolder(workspace, part), draftsFolder(workspace, part)];
}

const draftsFolder = (workspace: Workspace, part: Part): string => dirname(draftFolder(workspace, part, 1));

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((): string[] => []);
}

async function reportsIn(workspace: Workspace, part: Part, folder: string) {
  const revisions = (await namesIn(folder))
    .map((name) => Number(/^r(\d+)$/.exec(name)?.[1]))
    .filter((revision) => revision > 0)
    .sort((a, b) => a - b);
  const reports: FoundReport[] = [];
  const unreadable: string[] = [];
  for (const revision of revisions) {
    const place = join(folder, `r${revision}`);
    const report = await reportIn(workspace, part, place, revision).catch(() => undefined);
    if (report === undefined) unreadable.push(place);
    else reports.push(report);
  }
  return { reports, unreadable };
}

/** Throws where the folder holds no manifest of a report. */
async function reportIn(workspace: Workspace, part: Part, folder: string, revision: number): Promise<FoundReport> {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as ReportManifest;
  if (typeof manifest.files !== "object" || typeof manifest.snapshot !== "string")
    throw new SyntaxError("no manifest of a report");
  return {
    revision,
    folder,
    writtenOn: dayIn((await stat(path)).mtime),
    snapshot: manifest.snapshot,
    ...(manifest.halves !== undefined && { halves: manifest.halves }),
    missed: await missedIn(folder),
    quarantined: await quarantinedOf(workspace, part, manifest),
  };
}

async function missedIn(folder: string): Promise<number | null> {
  return readFile(join(folder, "indicators.json"), "utf8").then(
    (text) => missedTargets((JSON.parse(text) as Indicators).indicators).length,
    () => null,
  );
}

/** Of the snapshots that the report rests on: a year's are those of its halves. */
async function quarantinedOf(
  workspace: Workspace,
  part: Part,
  { halves, snapshotFolder }: ReportManifest,
): Promise<number | null> {
  const places =
    halves === undefined
      ? [join(snapshotsFolder(workspace, part), basename(snapshotFolder))]
      : halves.map((half) =>
          join(snapshotsFolder(workspace, { ...part, period: half.period }), basename(half.snapshotFolder)),
        );
  const manifests = await Promise.all(places.map((place) => readManifest(place).catch(() => undefined)));
  return manifests.reduce<number | null>(
    (sum, manifest) => (sum === null || manifest === undefined ? null : sum + rowsOf(manifest)),
    0,
  );
}

function foundSnapshot({ manifest }: Snapshot): FoundSnapshot {
  return {
    digest: manifest.digest,
    pulledOn: dayIn(new Date(manifest.origin.pulledAt)),
    quarantined: rowsOf(manifest),
  };
}

function rowsOf({ quarantine }: Snapshot["manifest"]): number {
  return quarantine.reduce((sum, { rows }) => sum + rows, 0);
}
