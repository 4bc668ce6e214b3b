/** The steps of a run, from the source to the published folder. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Act } from "../reports/act.ts";
import { acts as knownActs } from "../reports/acts/index.ts";
import type { Period } from "../reports/period.ts";
import { actsFor } from "../reports/report.ts";
import type { Indicators } from "../reports/report-model.ts";
import { plainScopeText, scopeText } from "../reports/scope.ts";
import { withSettings } from "../reports/settings.ts";
import { many } from "./error-lists.ts";
import { jobError } from "./errors.ts";
import { jsonText, sealFolder, stagingBeside } from "./files.ts";
import { archiveRemarks, remarksOf } from "./notes.ts";
import { writeOperatorPage } from "./operator-page.ts";
import { ownActOf } from "./own-act.ts";
import type { Profile } from "./profile.ts";
import type { Progress } from "./progress.ts";
import { latestPublished, type Published } from "./published.ts";
import type { Rendering } from "./rendering.ts";
import { archiveProfile, type ReportManifest, type ReportOptions, stageReport, writeReport } from "./report.ts";
import { sha256 } from "./sha256.ts";
import type { Snapshot } from "./snapshot.ts";
import { earlierReports, namedEarlier } from "./trend.ts";
import { draftFolder, publishedFolder, snapshotsFolder, type Workspace } from "./workspace.ts";

/** Throws where a published file is not the one its manifest names: nothing may be said to be unchanged on its word. */
async function refuseAltered({ folder, manifest }: Published): Promise<void> {
  const altered: string[] = [];
  for (const [name, hash] of Object.entries(manifest.files)) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes === undefined || sha256(bytes) !== hash) altered.push(name);
  }
  if (altered.length > 0) throw jobError("published-altered", { folder, files: altered });
}

export function actsOf(profile: Profile, period: Period): readonly Act[] {
  const acts = actsFor(knownActs, namedActs(profile), period.firstDay, period.lastDay);
  return withSettings([...acts, ...ownActOf(profile)], profile.settings);
}

/** An operator that owes no report is held to the acts that its profile names, if it names any, and to none in force. */
function namedActs({ acts, reporting }: Profile): readonly string[] | undefined {
  return acts ?? (reporting.subject ? undefined : []);
}

export interface RunOptions {
  readonly workspace: Workspace;
  readonly profile: Profile;
  readonly period: Period;
  readonly acts: readonly Act[];
  readonly snapshot: Snapshot;
  readonly progress: Progress;
  readonly rendering?: Rendering | undefined;
}

export interface Ran {
  /** Where the report lies. */
  readonly folder: string;
  readonly state: "published" | "draft" | "unchanged";
  readonly indicators: Indicators;
}

/** Reports a snapshot: as a draft, or published where the profile asks for no approval and `publish` is set. */
export async function reportSnapshot(options: RunOptions, publish: boolean): Promise<Ran> {
  const { workspace, profile, period } = options;
  const part = { operator: profile.id, period: period.id };
  const published = await latestPublished(workspace, part);
  const revision = publish ? 1 : (published?.revision ?? 0) + 1;
  const profileText = await readFile(profile.origin.file, "utf8");
  const remarks = await remarksOf(workspace, part);
  // What a published period is compared with is the report as it was made: earlier periods may have been corrected since.
  const earlier =
    publish && published !== undefined
      ? await namedEarlier(workspace, part, published.manifest.earlier)
      : await earlierReports(workspace, part);
  const reportOptions: ReportOptions = { ...options, profileText, revision, remarks, earlier };
  if (publish && published !== undefined) return compareWithPublished(reportOptions, workspace, published);

  await archiveProfile(join(snapshotsFolder(workspace, part), "..", "profiles"), profileText);
  if (remarks !== undefined) await archiveRemarks(workspace, part, remarks);
  const place = draftFolder(workspace, part, revision);
  await stageReport(reportOptions, place, publish ? "final" : "draft");
  const indicators = await readIndicators(place);
  if (!publish) return { folder: place, state: "draft", indicators };
  const folder = join(publishedFolder(workspace, part), `r${revision}`);
  await sealFolder(place, folder);
  await writeOperatorPage(workspace, profile).catch((error: Error) => {
    // The report is out by now, and no sentence may say otherwise.
    throw jobError("page-unwritten", { folder, why: error.message.replace(/\.$/, "") }, { cause: error });
  });
  return { folder, state: "published", indicators };
}

/** A second run on the same data changes nothing; on other data it refuses and lists what moved. */
async function compareWithPublished(
  options: ReportOptions & { workspace?: Workspace },
  workspace: Workspace,
  published: Published,
): Promise<Ran> {
  const { profile, period } = options;
  const part = { operator: profile.id, period: period.id };
  await refuseAltered(published);
  const staging = await stagingBeside(draftFolder(workspace, part, published.revision));
  try {
    const { manifest } = await writeReport({ ...options, revision: published.revision }, staging);
    const before = await readIndicators(published.folder);
    if (saysTheSame(manifest, published.manifest)) {
      // A run that was killed between publishing and this page left the page as it was.
      await writeOperatorPage(workspace, profile);
      return { folder: published.folder, state: "unchanged", indicators: before };
    }
    const after = await readIndicators(staging);
    throw jobError("published-differs", {
      ...part,
      revision: published.revision,
      moved: whatMoved(before, after, published.manifest, manifest),
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Whether all of a report but the profile's own bytes is as it was: a profile also gets targets of other years, comments and
 * new addresses of its source, and none of them makes another report. Of the remarks what counts is what is printed.
 */
function saysTheSame(is: ReportManifest, was: ReportManifest): boolean {
  const { profileSha256, remarksSha256 } = was;
  return jsonText({ ...is, profileSha256, ...(is.remarksSha256 && { remarksSha256 }) }) === jsonText(was);
}

/** Every figure that is not what it was, those first whose outcome turned, and which of data, profile, acts and tool is another. */
export function whatMoved(
  before: Indicators,
  after: Indicators,
  was: ReportManifest,
  is: ReportManifest,
): readonly string[] {
  const key = (figure: Indicators["indicators"][number]) =>
    [figure.act, figure.indicator, figure.service ?? "", figure.measure, scopeText(figure.scope)]
      .filter((part) => part !== "")
      .join(" ");
  const old = new Map(before.indicators.map((figure) => [key(figure), figure]));
  const now = new Map(after.indicators.map((figure) => [key(figure), figure]));
  const turned: string[] = [];
  const moved: string[] = [];
  for (const [name, figure] of now) {
    const former = old.get(name);
    const list = former !== undefined && former.outcome !== figure.outcome ? turned : moved;
    if (former === undefined) list.push(`${plainScopeText(name)}: new, ${figure.value ?? "n.d."}`);
    else if (JSON.stringify(former) !== JSON.stringify(figure))
      list.push(
        `${plainScopeText(name)}: ${former.value ?? "n.d."} (${many(former.cases, "case")}, ${former.outcome}) is now ${figure.value ?? "n.d."} (${many(figure.cases, "case")}, ${figure.outcome})`,
      );
  }
  for (const name of old.keys()) if (!now.has(name)) moved.push(`${plainScopeText(name)}: no longer there`);
  if (turned.length + moved.length === 0) moved.push("no figure");
  if (was.snapshotFolder !== is.snapshotFolder || JSON.stringify(was.halves) !== JSON.stringify(is.halves))
    moved.push("the data (snapshot)");
  if (was.profileSha256 !== is.profileSha256) moved.push("the operator's profile");
  if (was.remarksSha256 !== is.remarksSha256) moved.push("the operator's remarks (notes/)");
  if (JSON.stringify(was.acts) !== JSON.stringify(is.acts)) moved.push("the acts");
  if (JSON.stringify(was.tool) !== JSON.stringify(is.tool)) moved.push("the tool or its runtime");
  return [...turned, ...moved];
}

export async function readIndicators(folder: string): Promise<Indicators> {
  return JSON.parse(await readFile(join(folder, "indicators.json"), "utf8")) as Indicators;
}
