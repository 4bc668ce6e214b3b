/** A published report is verified against its own snapshot and profile, and against nothing of today. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { job } from "./job.ts";
import { bytesOf, changeByte, folder, part, publishedIn, workspace } from "./workspaces.ts";

let root: string;
let snapshot: string;

beforeAll(async () => {
  root = await workspace();
  await job(["run", ...part], { cwd: root });
  const snapshots = join(root, "snapshots", "prova", "2026-S1");
  const [name] = (await readdir(snapshots)).filter((entry) => !entry.startsWith("."));
  snapshot = join("snapshots/prova/2026-S1", name as string);
});

const copied = async (): Promise<string> => {
  const copy = await folder();
  await cp(root, copy, { recursive: true });
  return copy;
};

test("every byte follows from the snapshot: exit 0, and the verification leaves nothing behind", async () => {
  const before = await bytesOf(root);
  const ended = await job(["verify", ...part], { cwd: root });
  expect([ended.exitCode, ended.json]).toEqual([
    0,
    expect.objectContaining({
      verified: true,
      page: { file: join(root, "published/prova/index.html"), state: "current" },
      files: (await readdir(publishedIn(root))).length,
      folder: publishedIn(root),
    }),
  ]);
  expect(await bytesOf(root)).toEqual(before);
  expect(await readdir(root)).not.toContain("verify");
});

test.for<readonly [string, (copy: string) => Promise<unknown>]>([
  ["was edited", (copy) => writeFile(join(copy, "operators/prova.yaml"), "id: prova\nname: Another\n")],
  ["is no longer there", (copy) => rm(join(copy, "operators"), { recursive: true })],
])("the profile of today %s: exit 0 all the same, because the profile of then is kept", async ([, change]) => {
  const copy = await copied();
  await change(copy);
  expect((await job(["verify", ...part], { cwd: copy })).exitCode).toBe(0);
});

const r1 = "published/prova/2026-S1/r1";
const hash = "[0-9a-f]{64}";
const folderSays = `in the folder {4}SHA-256 ${hash}`;
const snapshotSays = `by the snapshot {2}SHA-256 ${hash}`;

/** One difference and no other, with the hash of each side that has a file. */
function said(words: string, isThere: boolean, isGiven: boolean): RegExp {
  const hashes = [...(isThere ? [folderSays] : []), ...(isGiven ? [snapshotSays] : [])];
  return new RegExp(
    `r1 is not what its snapshot gives:\\n {2}${words}\\n${hashes.map((line) => ` {4}${line}\\n`).join("")}A published file is never edited`,
  );
}

interface NamedFiles {
  readonly files: Record<string, string>;
  readonly tool: Record<string, string>;
}

async function nameIn(copy: string, change: (manifest: NamedFiles) => Promise<void>): Promise<void> {
  const path = join(copy, r1, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as NamedFiles;
  await change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}

test.for<readonly [string, (copy: string) => Promise<unknown>, string | RegExp]>([
  [
    "a byte of the report",
    (copy) => changeByte(join(copy, r1, "report.pdf")),
    said("report.pdf differs, and manifest.json says that it was altered since: restore it from a copy", true, true),
  ],
  [
    "a byte of the figures",
    (copy) => changeByte(join(copy, r1, "indicators.json")),
    said(
      "indicators.json differs, and manifest.json says that it was altered since: restore it from a copy",
      true,
      true,
    ),
  ],
  [
    "a published file gone",
    (copy) => rm(join(copy, r1, "distributions.csv")),
    said("distributions.csv is missing: restore it from a copy", false, true),
  ],
  [
    "a file too much",
    (copy) => writeFile(join(copy, r1, "note.txt"), "mine"),
    said("note.txt is foreign, no report has it: take it out of the folder", true, false),
  ],
  [
    "a folder too much",
    (copy) => mkdir(join(copy, r1, "mine")),
    said("mine is foreign, no report has it: take it out of the folder", false, false),
  ],
  [
    "a byte of the report, and the manifest made to agree",
    async (copy) => {
      await changeByte(join(copy, r1, "report.pdf"));
      await nameIn(copy, async (manifest) => {
        manifest.files["report.pdf"] = (await bytesOf(join(copy, r1)))["report.pdf"] as string;
      });
    },
    /\n {2}manifest\.json differs\n[\s\S]*\n {2}report\.pdf differs, as manifest\.json names it\n[\s\S]*\nThe folder agrees with its own manifest\.json: it was replaced as a whole/,
  ],
  [
    "a manifest that names another runtime",
    (copy) =>
      nameIn(copy, async (manifest) => {
        manifest.tool.node = "v23.0.0";
      }),
    /\n {2}manifest\.json differs\n[\s\S]*another tool than this one \(node v23\.0\.0 then, v\d+\.\d+\.\d+ now\)/,
  ],
  [
    "a word of the manifest alone",
    (copy) =>
      nameIn(copy, async (manifest) => {
        Object.assign(manifest, { operator: "altro" });
      }),
    /\n {2}manifest\.json differs\n[\s\S]*\nEvery document is what the snapshot gives: manifest\.json alone was altered\./,
  ],
  [
    "a manifest without files",
    (copy) => writeFile(join(copy, r1, "manifest.json"), JSON.stringify({ files: null, snapshotFolder: "" })),
    "is not as it was published: manifest.json changed since, or is gone.",
  ],
  [
    "a manifest that is none",
    (copy) => writeFile(join(copy, r1, "manifest.json"), "{"),
    "is not as it was published: manifest.json changed since, or is gone.",
  ],
  [
    "a byte of the snapshot's data",
    (copy) => changeByte(join(copy, snapshot, "fault_reports.parquet")),
    "fault_reports.parquet is not the file that was sealed",
  ],
  [
    "the snapshot gone",
    (copy) => rm(join(copy, snapshot), { recursive: true }),
    "on which the published report rests, is not there",
  ],
  [
    "the profile of then gone",
    (copy) => rm(join(copy, "snapshots/prova/profiles"), { recursive: true }),
    "the profile that the published report was made with, is not there",
  ],
])("%s: exit 6", async ([, change, sentence]) => {
  const copy = await copied();
  await change(copy);
  const ended = await job(["verify", ...part], { cwd: copy });
  expect(ended.exitCode).toBe(6);
  expect(ended.sentence).toMatch(sentence);
});
