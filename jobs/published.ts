/** What is published of a period: its newest revision, by its manifest. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { jobError } from "./errors.ts";
import type { ReportManifest } from "./report.ts";
import { type Part, publishedFolder, type Workspace } from "./workspace.ts";

export interface Published {
  readonly revision: number;
  readonly folder: string;
  readonly manifest: ReportManifest;
}

/** The newest published revision of the part. */
export async function latestPublished(workspace: Workspace, part: Part): Promise<Published | undefined> {
  const folder = publishedFolder(workspace, part);
  const revisions = (await readdir(folder).catch((): string[] => []))
    .map((name) => Number(/^r(\d+)$/.exec(name)?.[1]))
    .filter((revision) => revision > 0);
  if (revisions.length === 0) return undefined;
  const revision = Math.max(...revisions);
  const place = join(folder, `r${revision}`);
  const manifest = await readFile(join(place, "manifest.json"), "utf8")
    .then((text) => JSON.parse(text) as ReportManifest)
    .catch(() => undefined);
  if (typeof manifest?.files !== "object" || manifest.files === null || typeof manifest.snapshotFolder !== "string")
    throw jobError("published-altered", { folder: place, files: ["manifest.json"] });
  return { revision, folder: place, manifest };
}
