/**
 * Holds the page of an operator against what it would be made of now. It is no part of a sealed report, so the report is
 * verified whatever the page says; but the public reads the page first, and one that says otherwise misleads all the same.
 */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { verifyPage } from "../templates/html/verify-page.ts";
import { JobError, jobError } from "./errors.ts";
import { isHeld } from "./lock.ts";
import { pageName, publishedPeriods, type RenderedPage, renderOperatorPage } from "./operator-page.ts";
import { loadProfile, type Profile, parseProfile } from "./profile.ts";
import type { ReportManifest } from "./report.ts";
import { sha256 } from "./sha256.ts";
import { toolVersions } from "./tool.ts";
import { lockFile, type Part, publishedFolder, snapshotsFolder, type Workspace } from "./workspace.ts";

export interface ComparedPage {
  readonly file: string;
  /**
   * `missing` and the two after it are no mismatch: nothing false is said to anybody, or this release cannot tell.
   * `former-profile`: as the profile of a published report gives it, and not as that of today.
   * `other-tool`: another than it would be now, where not every published report is of this release.
   * `publishing`: a run is publishing another period, and writes the page at its end.
   */
  readonly state: "current" | "missing" | "former-profile" | "other-tool" | "publishing";
  /** For a person; undefined where the page is current. */
  readonly note?: string;
}

/** `files` are those of the report that was verified. Throws `page-differs` where nothing innocent explains the page. */
export async function comparedPage(
  workspace: Workspace,
  part: Part,
  report: { readonly folder: string; readonly files: number },
): Promise<ComparedPage> {
  const folder = publishedFolder(workspace, { operator: part.operator, period: "" });
  const file = join(folder, pageName);
  const there = await readFile(file).catch(() => undefined);
  if (there === undefined)
    return { file, state: "missing", note: `${file} is missing: \`semestrale run\` of a published period writes it.` };
  const refuse = (why: readonly string[], remedy: string, finding = "is not what the published reports give") =>
    jobError("page-differs", { ...report, page: file, finding, why, remedy });
  const periods = await publishedPeriods(folder).catch((error: unknown) => {
    if (!(error instanceof JobError)) throw error;
    throw refuse(
      [error.message],
      "Restore that report first; then `semestrale verify` can tell whether the page is right.",
      "cannot be judged, because another report of the operator was altered",
    );
  });
  const reports = periods.flatMap(({ revisions }) => revisions.map((one) => one.folder));
  const manifests = await manifestsOf(folder, reports);
  const today = await profileOfToday(workspace, part.operator);
  const former = await profilesOf(workspace, part, manifests);
  const [now, ...others] = [...(today === undefined ? [] : [today]), ...former].map((profile) =>
    renderOperatorPage(profile, periods),
  );
  if (now === undefined || there.equals(now.bytes)) return { file, state: "current" };
  if (others.some(({ bytes }) => there.equals(bytes)))
    return today === undefined
      ? { file, state: "current" }
      : {
          file,
          state: "former-profile",
          note: `${file} was made with a former profile of the operator: the next publication writes it anew.`,
        };
  if (await isPublishing(workspace, part))
    return {
      file,
      state: "publishing",
      note: `${file} is being written by another run: verify again once it is done.`,
    };
  if (manifests.some(({ tool }) => JSON.stringify(tool) !== JSON.stringify(toolVersions())))
    return {
      file,
      state: "other-tool",
      note: `${file} is not as this release makes it, and not every published report is of this release: it cannot be told whether the page was altered. \`semestrale run\` of the period published last writes it anew.`,
    };
  throw refuse([...listWords(there, reports), ...differenceWords(there, now)], remedy);
}

const remedy =
  "It is no part of a sealed report: `semestrale run` of a published period, whose data did not change, writes it anew and changes nothing else.";

/** A page that was not written at the last publication lists too few reports. */
function listWords(there: Buffer, reports: readonly string[]): readonly string[] {
  const links = there.toString("utf8").matchAll(/href="(\d{4}(?:-S[12])?\/r\d+)\//g);
  const listed = new Set([...links].map(([, report]) => report as string));
  return [
    ...reports
      .filter((report) => !listed.has(report))
      .map((report) => `It does not lead to ${report}, which is published.`),
    ...[...listed]
      .filter((report) => !reports.includes(report))
      .map((report) => `It leads to ${report}, which is not there.`),
  ];
}

function differenceWords(there: Buffer, { page }: RenderedPage): readonly string[] {
  try {
    const differences = verifyPage(there, page);
    return differences.length > 0 ? differences : ["Its texts and links are right, and other bytes of it are not."];
  } catch {
    return ["It cannot be read as a page."];
  }
}

async function manifestsOf(root: string, folders: readonly string[]): Promise<readonly ReportManifest[]> {
  return Promise.all(
    folders.map(
      async (folder) => JSON.parse(await readFile(join(root, folder, "manifest.json"), "utf8")) as ReportManifest,
    ),
  );
}

/** Undefined where the workspace holds none, or a wrong one: it has no say in what was published before. */
async function profileOfToday({ folder }: Workspace, operator: string): Promise<Profile | undefined> {
  return loadProfile(join(folder, "operators", `${operator}.yaml`)).catch(() => undefined);
}

/** Every profile that a published report was made with, the newest report's first; those that are gone are left out. */
async function profilesOf(workspace: Workspace, part: Part, manifests: readonly ReportManifest[]) {
  const profiles: Profile[] = [];
  for (const hash of new Set(manifests.map(({ profileSha256 }) => profileSha256).reverse())) {
    const path = join(dirname(snapshotsFolder(workspace, part)), "profiles", `${hash}.yaml`);
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text !== undefined && sha256(text) === hash) profiles.push(parseProfile(text, path));
  }
  return profiles;
}

/** Whether a run of another period of the operator is at work. */
async function isPublishing(workspace: Workspace, part: Part): Promise<boolean> {
  const own = lockFile(workspace, part);
  for (const name of await readdir(dirname(own)).catch((): string[] => [])) {
    const lock = join(dirname(own), name);
    const period = /^(.+)-(\d{4}(?:-S[12])?)\.lock$/.exec(name);
    if (period?.[1] === part.operator && lock !== own && (await isHeld(lock))) return true;
  }
  return false;
}
