/** The page of all that an operator has published: written anew at each publication from what stands in its folder. */
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { acts } from "../reports/acts/index.ts";
import { parsePeriod } from "../reports/period.ts";
import type { Indicators } from "../reports/report-model.ts";
import { operatorPageOf, type PublishedPeriod, type PublishedRevision } from "../templates/html/operator-page.ts";
import { type Page, renderPage } from "../templates/html/page.ts";
import { verifyPage } from "../templates/html/verify-page.ts";
import { jobError } from "./errors.ts";
import { writeWhole } from "./files.ts";
import { identityOf } from "./operator-identity.ts";
import { ownActOf } from "./own-act.ts";
import { loadProfile, type Profile } from "./profile.ts";
import type { ReportManifest } from "./report.ts";
import { sha256 } from "./sha256.ts";
import { publishedFolder, type Workspace } from "./workspace.ts";

export const pageName = "index.html";

/**
 * Leaves the page alone where it says all of it already. Refuses where a published revision is not the one its manifest
 * names: the page repeats its figures.
 */
export async function writeOperatorPage(workspace: Workspace, { id, origin }: Profile): Promise<void> {
  const folder = publishedFolder(workspace, { operator: id, period: "" });
  // All years of the profile: what it promised once still has its name.
  const profile = await loadProfile(origin.file);
  // Another period may be published meanwhile under a lock of its own: whoever wrote last looks once more.
  for (;;) {
    const { page, bytes } = renderOperatorPage(profile, await publishedPeriods(folder));
    const there = await readFile(join(folder, pageName)).catch(() => undefined);
    if (there?.equals(bytes) === true) return;
    await replacePage(folder, bytes, page);
  }
}

export interface RenderedPage {
  readonly page: Page;
  readonly bytes: Buffer;
}

/** The page as it is made of what is published; the profile must hold all its years. */
export function renderOperatorPage(profile: Profile, periods: readonly PublishedPeriod[]): RenderedPage {
  const page = operatorPageOf({
    operator: identityOf(profile),
    acts: [...acts, ...ownActOf(profile)],
    periods,
  });
  return { page, bytes: renderPage(page) };
}

async function replacePage(folder: string, bytes: Buffer, page: Page): Promise<void> {
  const file = join(folder, pageName);
  const differences = verifyPage(bytes, page);
  if (differences.length > 0) throw jobError("read-back", { file, differences });
  await sweep(folder);
  const unfinished = join(folder, `.${pageName}.${process.pid}`);
  await writeWhole(unfinished, bytes);
  await rename(unfinished, file);
}

/** What a run left that was killed while it wrote the page. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^\.index\.html\.(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Throws where a published revision is not the one its manifest names. */
export async function publishedPeriods(folder: string): Promise<readonly PublishedPeriod[]> {
  const periods: PublishedPeriod[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const period = parsePeriod(name);
    if (period === undefined) continue;
    const { id, year, half, firstDay, lastDay } = period;
    const revisions = await revisionsIn(folder, name);
    if (revisions.length > 0) periods.push({ period: { id, year, half, firstDay, lastDay }, revisions });
  }
  return periods;
}

async function revisionsIn(folder: string, period: string): Promise<readonly PublishedRevision[]> {
  const names = await readdir(join(folder, period));
  const numbers = names.map((name) => Number(/^r(\d+)$/.exec(name)?.[1])).filter((revision) => revision > 0);
  const revisions: PublishedRevision[] = [];
  for (const revision of numbers.sort((a, b) => a - b))
    revisions.push(await revisionIn(folder, `${period}/r${revision}`, revision));
  return revisions;
}

async function revisionIn(root: string, folder: string, revision: number): Promise<PublishedRevision> {
  const place = join(root, folder);
  const manifest = await readFile(join(place, "manifest.json"), "utf8")
    .then((text) => JSON.parse(text) as ReportManifest)
    .catch(() => undefined);
  if (typeof manifest?.files !== "object" || manifest.files === null)
    throw jobError("published-altered", { folder: place, files: ["manifest.json"] });
  const bytes = await readFile(join(place, "indicators.json")).catch(() => undefined);
  if (bytes === undefined || sha256(bytes) !== manifest.files["indicators.json"])
    throw jobError("published-altered", { folder: place, files: ["indicators.json"] });
  const { indicators } = JSON.parse(bytes.toString("utf8")) as Indicators;
  return { revision, folder, files: Object.keys(manifest.files), figures: indicators };
}
