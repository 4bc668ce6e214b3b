/**
 * The half-years before, as they were published: a report compares itself with them. Its manifest names each by revision and
 * hash, and whoever recomputes the report reads those very ones, whatever was published since.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Period, parsePeriod, period as periodAt } from "../reports/period.ts";
import type { EarlierHalf, Indicators } from "../reports/report-model.ts";
import { jobError } from "./errors.ts";
import { latestPublished } from "./published.ts";
import { sha256 } from "./sha256.ts";
import { type Part, publishedFolder, type Workspace } from "./workspace.ts";

/** What manifest.json says of an earlier report. */
export interface EarlierReport {
  readonly period: string;
  readonly revision: number;
  /** Of its indicators.json. */
  readonly sha256: string;
}

export interface Earlier extends EarlierHalf, EarlierReport {}

/** Half-years that a trend spans, the one reported among them. */
const span = 4;

/** The newest published revision of each half-year before, the oldest first. Refuses one that was altered since. */
export async function earlierReports(workspace: Workspace, part: Part): Promise<readonly Earlier[]> {
  const found: Earlier[] = [];
  for (const period of halvesBefore(parsePeriod(part.period) as Period)) {
    const published = await latestPublished(workspace, { ...part, period });
    if (published === undefined) continue;
    const { folder, manifest, revision } = published;
    const hash = manifest.files["indicators.json"] ?? "";
    const figures = await figuresOf(folder, hash);
    if (figures === undefined) throw jobError("published-altered", { folder, files: ["indicators.json"] });
    found.push({ period, revision, sha256: hash, figures });
  }
  return found;
}

/** Those that a report names. Throws where one is not there or not as it was. */
export async function namedEarlier(
  workspace: Workspace,
  part: Part,
  named: readonly EarlierReport[] = [],
): Promise<readonly Earlier[]> {
  const found: Earlier[] = [];
  for (const { period, revision, sha256: hash } of named) {
    const folder = join(publishedFolder(workspace, { ...part, period }), `r${revision}`);
    const figures = await figuresOf(folder, hash);
    if (figures === undefined)
      throw jobError("earlier-gone", { file: join(folder, "indicators.json"), period, revision });
    found.push({ period, revision, sha256: hash, figures });
  }
  return found;
}

async function figuresOf(folder: string, hash: string): Promise<Indicators["indicators"] | undefined> {
  const bytes = await readFile(join(folder, "indicators.json")).catch(() => undefined);
  if (bytes === undefined || sha256(bytes) !== hash) return undefined;
  return (JSON.parse(bytes.toString("utf8")) as Indicators).indicators;
}

/** Ids, the oldest first: of a half-year the three before it, of a year the four that end with it. */
export function halvesBefore({ year, half }: Period): readonly string[] {
  const count = half === null ? span : span - 1;
  // Half-years are numbered through: 2026-S1 is 4052.
  const end = half === null ? 2 * year + 2 : 2 * year + half - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = end - count + index;
    return periodAt(Math.floor(at / 2), at % 2 === 0 ? 1 : 2).id;
  });
}
