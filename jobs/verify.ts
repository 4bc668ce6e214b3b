/** Recomputes a published report from its snapshot and compares every byte. */
import { readdir, readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Period, parsePeriod } from "../reports/period.ts";
import { jobError } from "./errors.ts";
import { stagingBeside } from "./files.ts";
import { remarksOfReport } from "./notes.ts";
import { type Profile, parseProfile } from "./profile.ts";
import { profileIn } from "./profile-year.ts";
import type { Progress } from "./progress.ts";
import { latestPublished, type Published } from "./published.ts";
import { writeReport } from "./report.ts";
import { actsOf } from "./run.ts";
import { sha256 } from "./sha256.ts";
import type { Snapshot } from "./snapshot.ts";
import { namedEarlier } from "./trend.ts";
import { type Part, publishedFolder, snapshotsFolder, type Workspace } from "./workspace.ts";
import { sealedSnapshot, yearOfFolders } from "./year.ts";

export interface VerifyOptions {
  readonly workspace: Workspace;
  readonly part: Part;
  readonly period: Period;
  readonly progress: Progress;
}

export interface Verified {
  readonly folder: string;
  readonly snapshot: string;
  readonly files: number;
}

/** Throws a mismatch that names every file that differs, is missing or is too much. */
export async function verifyPublished({ workspace, part, period, progress }: VerifyOptions): Promise<Verified> {
  const published = await latestPublished(workspace, part);
  if (published === undefined)
    throw jobError("nothing-published", { ...part, folder: publishedFolder(workspace, part) });
  const snapshot = await snapshotOf(workspace, part, published);
  const { profile, profileText } = await profileOfReport(workspace, part, published);
  const { revision, manifest } = published;
  const { remarksSha256 } = manifest;
  const remarks = remarksSha256 === undefined ? undefined : await remarksOfReport(workspace, part, remarksSha256);
  const earlier = await namedEarlier(workspace, part, manifest.earlier);
  const place = join(workspace.store, "verify", part.operator, part.period, "report");
  const staging = await stagingBeside(place);
  try {
    await writeReport(
      { snapshot, profile, profileText, period, acts: actsOf(profile, period), revision, remarks, earlier, progress },
      staging,
    );
    const differing = await differingFiles(published.folder, staging);
    if (differing.length > 0) throw jobError("verification-mismatch", { folder: published.folder, files: differing });
    return {
      folder: published.folder,
      snapshot: snapshot.manifest.digest,
      files: (await readdir(published.folder)).length,
    };
  } finally {
    await rm(dirname(place), { recursive: true, force: true });
    // The folders above go with the last verification of any operator.
    for (const above of [dirname(dirname(place)), join(workspace.store, "verify")]) await rmdir(above).catch(() => {});
  }
}

/** The snapshot that a report was made from. */
export async function snapshotOf(workspace: Workspace, part: Part, { manifest }: Published): Promise<Snapshot> {
  return manifest.halves === undefined
    ? sealedSnapshot(workspace, part, manifest.snapshotFolder)
    : yearOfFolders(workspace, part, manifest.halves);
}

/** The profile as it was when the report was made. */
export async function profileOfReport(
  workspace: Workspace,
  part: Part,
  { manifest }: Published,
): Promise<{ profile: Profile; profileText: string }> {
  const path = join(snapshotsFolder(workspace, part), "..", "profiles", `${manifest.profileSha256}.yaml`);
  const profileText = await readFile(path, "utf8").catch(() => undefined);
  if (profileText === undefined || sha256(profileText) !== manifest.profileSha256)
    throw jobError("profile-gone", { file: path });
  return {
    profile: profileIn((parsePeriod(part.period) as Period).year, parseProfile(profileText, path)),
    profileText,
  };
}

async function differingFiles(published: string, recomputed: string): Promise<readonly string[]> {
  const names = new Set([...(await readdir(published)), ...(await readdir(recomputed))]);
  const differing: string[] = [];
  for (const name of [...names].sort()) {
    const [was, is] = await Promise.all(
      [published, recomputed].map((folder) => readFile(join(folder, name)).catch(() => undefined)),
    );
    if (was === undefined || is === undefined || !was.equals(is)) differing.push(name);
  }
  return differing;
}
