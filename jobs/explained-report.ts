/** The report that is explained: the one published last, else the newest draft; with the profile and the data of then. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Act } from "../reports/act.ts";
import type { Period } from "../reports/period.ts";
import type { Indicators } from "../reports/report-model.ts";
import { jobError } from "./errors.ts";
import type { Profile } from "./profile.ts";
import { latestPublished, type Published } from "./published.ts";
import type { ReportManifest } from "./report.ts";
import { actsOf, readIndicators } from "./run.ts";
import type { Snapshot } from "./snapshot.ts";
import { profileOfReport, snapshotOf } from "./verify.ts";
import { draftFolder, type Part, publishedFolder, type Workspace } from "./workspace.ts";

export interface FoundReport extends Published {
  readonly state: "published" | "draft";
  readonly indicators: Indicators;
}

export async function findReport(workspace: Workspace, part: Part): Promise<FoundReport> {
  const published = await latestPublished(workspace, part);
  const found = published ?? (await latestDraft(workspace, part));
  if (found === undefined) throw jobError("nothing-reported", { ...part, folder: publishedFolder(workspace, part) });
  const indicators = await readIndicators(found.folder).catch(() => undefined);
  if (!Array.isArray(indicators?.indicators))
    throw jobError("published-altered", { folder: found.folder, files: ["indicators.json"] });
  return { ...found, state: published === undefined ? "draft" : "published", indicators };
}

/** The draft of the highest revision. */
async function latestDraft(workspace: Workspace, part: Part): Promise<Published | undefined> {
  const names = await readdir(join(draftFolder(workspace, part, 1), "..")).catch((): string[] => []);
  const revisions = names.map((name) => Number(/^r(\d+)$/.exec(name)?.[1] ?? 0)).sort((a, b) => b - a);
  for (const revision of revisions.filter((number) => number > 0)) {
    const folder = draftFolder(workspace, part, revision);
    const manifest = await readFile(join(folder, "manifest.json"), "utf8")
      .then((text) => JSON.parse(text) as ReportManifest)
      .catch(() => undefined);
    if (typeof manifest?.snapshotFolder === "string") return { revision, folder, manifest };
  }
  return undefined;
}

export interface ReportGround {
  readonly profile: Profile;
  readonly acts: readonly Act[];
  readonly snapshot: Snapshot;
}

/** What the report was made from: its sealed snapshot, and the profile kept with it. */
export async function groundOf(
  workspace: Workspace,
  part: Part,
  period: Period,
  report: FoundReport,
): Promise<ReportGround> {
  const snapshot = await snapshotOf(workspace, part, report);
  const { profile } = await profileOfReport(workspace, part, report);
  return { profile, acts: actsOf(profile, period), snapshot };
}
