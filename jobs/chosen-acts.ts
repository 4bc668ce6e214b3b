/**
 * A snapshot reported under acts that somebody named: what would the figures be under another law? An answer to that is no
 * report: it lies apart from the drafts, says so on its pages, and holds nothing that could be filed.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Act } from "../reports/act.ts";
import { acts as knownActs } from "../reports/acts/index.ts";
import type { Period } from "../reports/period.ts";
import { tableNames } from "../sql/tables.ts";
import { jobError } from "./errors.ts";
import { ownActOf } from "./own-act.ts";
import type { Profile } from "./profile.ts";
import { notAllowed } from "./profile-error.ts";
import { refuseMissingTables } from "./pull.ts";
import { stageReport } from "./report.ts";
import { actsOf, type Ran, type RunOptions, readIndicators } from "./run.ts";
import type { Snapshot } from "./snapshot.ts";
import { draftFolder } from "./workspace.ts";

/** The acts of a comma-separated list, in the order in which acts are reported; the operator's own commitments if named. */
export function chosenActs(text: string, profile: Profile, period: Period): readonly Act[] {
  const named = text.split(",").map((id) => id.trim());
  const known = [...knownActs, ...ownActOf(profile)].map(({ id }) => id);
  for (const id of named)
    if (!known.includes(id)) throw jobError("no-such-act", { words: `--acts: ${notAllowed(id, known, "is no act")}` });
  return actsOf({ ...profile, acts: named }, period).filter(({ id }) => named.includes(id));
}

/** Stages the answer in a folder that is named after the acts, beside the drafts that wait for approval. */
export async function reportUnderChosenActs(options: RunOptions): Promise<Ran> {
  const { workspace, profile, period, acts, snapshot } = options;
  refuseUnread(snapshot, profile, acts);
  const part = { operator: profile.id, period: period.id };
  const place = join(draftFolder(workspace, part, 1), "..", `acts-${acts.map(({ id }) => id).join("+")}`);
  const profileText = await readFile(profile.origin.file, "utf8");
  await stageReport({ ...options, profileText, revision: 0, areActsChosen: true }, place, "draft");
  return { folder: place, state: "draft", indicators: await readIndicators(place) };
}

/** A table that no act asked for when the snapshot was pulled may have been missing then: it is not empty, it was never read. */
function refuseUnread(snapshot: Snapshot, profile: Profile, acts: readonly Act[]): void {
  for (const { folder, manifest } of snapshot.halves?.map((half) => half.snapshot) ?? [snapshot]) {
    const missing = tableNames.filter((table) => manifest.origin.tables[table] === undefined);
    refuseMissingTables(profile, acts, folder, missing);
  }
}
