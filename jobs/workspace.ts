/** Where things lie: a workspace's folders, and an operator's profile in it or among the ones that come along. */
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { acts } from "../reports/acts/index.ts";
import { lastHalfYear, type Period, parsePeriod } from "../reports/period.ts";
import { isZone } from "../sql/zones.ts";
import { jobError } from "./errors.ts";
import { isPresent } from "./files.ts";
import { checkTargets, loadProfile, type Profile } from "./profile.ts";

export interface Workspace {
  /** Where operators/ and sources/ lie. */
  readonly folder: string;
  /** Where snapshots/, locks/ and what a run needs lie: the same, but for a dry run. */
  readonly store: string;
  /** Where drafts/ and published/ lie: the workspace, or --out. */
  readonly out: string;
}

export interface Part {
  readonly operator: string;
  readonly period: string;
}

const templates = fileURLToPath(new URL("../templates/", import.meta.url));

/** A folder of what a user copies. */
export function templateFolder(name: "operators" | "sources" | "schedules"): string {
  return join(templates, name);
}

export const snapshotsFolder = ({ store }: Workspace, { operator, period }: Part): string =>
  join(store, "snapshots", operator, period);

export const draftFolder = ({ out }: Workspace, { operator, period }: Part, revision: number): string =>
  join(out, "drafts", operator, period, `r${revision}`);

export const publishedFolder = ({ out }: Workspace, { operator, period }: Part): string =>
  join(out, "published", operator, period);

export const lockFile = ({ store }: Workspace, { operator, period }: Part): string =>
  join(store, "locks", `${operator}-${period}.lock`);

/** The profile of the workspace, else the one that comes along under that id; checked against the acts. */
export async function profileOf(workspace: Workspace, id: string): Promise<Profile> {
  const folders = [join(workspace.folder, "operators"), templateFolder("operators")];
  for (const folder of folders) {
    const names = await readdir(folder).catch((): string[] => []);
    if (!names.includes(`${id}.yaml`)) continue;
    const profile = await loadProfile(join(folder, `${id}.yaml`));
    if (profile.id !== id) throw jobError("profile-of-another", { id, file: profile.origin.file, says: profile.id });
    return checkedProfile(profile);
  }
  const known = (await Promise.all(folders.map((folder) => readdir(folder).catch((): string[] => [])))).flat();
  throw jobError("no-profile", {
    id,
    looked: folders.map((folder) => join(folder, `${id}.yaml`)),
    known: [...new Set(known.filter((name) => name.endsWith(".yaml")).map((name) => name.slice(0, -5)))].sort(),
  });
}

export function checkedProfile(profile: Profile): Profile {
  const file = profile.origin.file;
  for (const act of profile.acts ?? [])
    if (!acts.some((known) => known.id === act))
      throw jobError("unknown-act", { act, file, known: acts.map((known) => known.id) });
  if (!isZone(profile.source.zone)) throw jobError("bad-zone", { zone: profile.source.zone, file });
  checkTargets(profile, acts);
  return profile;
}

/** The operator asked for, or the only one of the workspace. */
export async function operatorId(
  workspace: Workspace,
  { operator: asked, source }: { readonly operator?: string | undefined; readonly source?: string | undefined },
  command: string,
): Promise<string> {
  // Data named on the command line and a profile that comes along need nothing of a workspace: it may begin with them.
  if (!(await isPresent(workspace.folder)) && (asked === undefined || source === undefined))
    throw jobError("no-workspace", { folder: workspace.folder });
  if (asked !== undefined && !/^[a-z][a-z0-9-]*$/.test(asked)) throw jobError("bad-operator", { id: asked });
  if (asked !== undefined) return asked;
  const folder = join(workspace.folder, "operators");
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith(".yaml"));
  const known = names.map((name) => name.slice(0, -5)).sort();
  const [only] = known;
  if (only !== undefined && known.length === 1) return only;
  throw jobError("which-operator", { command, folder, known });
}

export function periodOf(text: string | undefined, command: string, now: Date): Period {
  if (text === undefined)
    throw jobError("missing-option", { command, option: "--period", example: "--period 2026-S1 or --period last" });
  const period = text === "last" ? lastHalfYear(now) : parsePeriod(text);
  if (period === undefined) throw jobError("bad-period", { text });
  if (period.half === null && command === "pull") throw jobError("year-is-not-pulled", { year: period.year });
  return period;
}

export function workspaceAt(folder: string | undefined, out: string | undefined): Workspace {
  const root = resolve(folder ?? ".");
  return { folder: root, store: root, out: out === undefined ? root : resolve(out) };
}
