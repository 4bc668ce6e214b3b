/** Workspaces that differ in their source alone, run as cron would run them, and every file that comes of it. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { ReportManifest } from "../../jobs/report.ts";
import type { SampleParameters } from "../../jobs/sample/parameters.ts";
import type { SnapshotManifest } from "../../jobs/snapshot.ts";

export type Operator = SampleParameters["operator"];
export const operators: readonly Operator[] = ["cielo", "hellotel"];

export const sample = (operator: Operator): SampleParameters => ({
  seed: 7,
  operator,
  year: 2026,
  half: 1,
  size: 400,
  outageLines: 8,
});
/** Rows that typed columns can hold: doubled ones and contradicting ones still, but none that is spoilt. */
export const readable = (operator: Operator): SampleParameters => ({
  ...sample(operator),
  badShare: 0,
  duplicateShare: 10,
  conflictShare: 5,
});
export const flawed = (operator: Operator): SampleParameters => ({
  ...sample(operator),
  badShare: 60,
  duplicateShare: 30,
  conflictShare: 20,
});

const launcher = fileURLToPath(new URL("../../jobs/semestrale", import.meta.url));
const profiles = fileURLToPath(new URL("../../templates/operators/", import.meta.url));

/** A folder that `remove` takes away with all workspaces in it. */
export async function scratchFolder(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "semestrale-sources-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes the operator's own profile into the workspace, with another source: YAML on one line. */
export async function writeProfile(workspace: string, operator: Operator, source: string): Promise<void> {
  const text = await readFile(join(profiles, `${operator}.yaml`), "utf8");
  const changed = text.replace(/^source: .*$/m, `source: ${source}`);
  if (changed === text) throw new Error(`the profile of ${operator} names its source in another way`);
  await mkdir(join(workspace, "operators"), { recursive: true });
  await writeFile(join(workspace, "operators", `${operator}.yaml`), changed);
}

export interface Outcome {
  /** The published report's files, name → SHA-256, but for its manifest. */
  readonly files: Readonly<Record<string, string>>;
  readonly manifest: ReportManifest;
  readonly snapshot: SnapshotManifest;
}

/** A day on which the year is over, whatever day the tests run on. */
export const over = "2027-07-01";

/** `semestrale run` of 2026-S1 in the workspace, and what it published. */
export async function run(
  workspace: string,
  operator: Operator,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const argv = ["run", "--workspace", workspace, "--operator", operator, "--period", "2026-S1", "--today", over];
  await promisify(execFile)(launcher, argv, { env: { ...process.env, ...env }, maxBuffer: 1 << 26 });
  const folder = join(workspace, "published", operator, "2026-S1", "r1");
  const files: Record<string, string> = {};
  for (const name of (await readdir(folder)).sort())
    if (name !== "manifest.json")
      files[name] = createHash("sha256")
        .update(await readFile(join(folder, name)))
        .digest("hex");
  const manifest = await readJson<ReportManifest>(join(folder, "manifest.json"));
  const snapshots = join(workspace, "snapshots", operator, "2026-S1");
  const snapshot = await readJson<SnapshotManifest>(join(snapshots, manifest.snapshotFolder, "manifest.json"));
  return { files, manifest, snapshot };
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, "utf8")) as T;
}
