/** Recomputes a published report from its snapshot and compares every byte. */
import { readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Period, parsePeriod } from "../reports/period.ts";
import { comparedFolder } from "./compared-folder.ts";
import { type ComparedPage, comparedPage } from "./compared-page.ts";
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
import { toolVersions } from "./tool.ts";
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
  readonly page: ComparedPage;
}

/** Throws a mismatch that names every file that differs, is missing or is foreign, or what the operator's page says wrongly. */
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
    const { folder } = published;
    const differences = await comparedFolder(folder, staging, manifest.files);
    if (differences.length > 0)
      throw jobError("verification-mismatch", { folder, differences, tools: otherTools(manifest.tool ?? {}) });
    // The manifest names every file of the folder but itself.
    const files = Object.keys(manifest.files).length + 1;
    const page = await comparedPage(workspace, part, { folder, files });
    return { folder, snapshot: snapshot.manifest.digest, files, page };
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

/** What of the tool and its runtime is another than when the report was made. */
function otherTools(then: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(toolVersions())
    .filter(([name, now]) => then[name] !== now)
    .map(([name, now]) => `${name} ${then[name] ?? "unknown"} then, ${now} now`);
}
