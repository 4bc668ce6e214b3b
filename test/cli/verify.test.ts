/** A published report is verified against its own snapshot and profile, and against nothing of today. */
import { cp, readdir, rm, writeFile } from "node:fs/promises";
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

test.for<readonly [string, (copy: string) => Promise<unknown>, string]>([
  [
    "a byte of the report",
    (copy) => changeByte(join(copy, r1, "report.pdf")),
    "is not what its snapshot gives: report.pdf differs.",
  ],
  [
    "a byte of the figures",
    (copy) => changeByte(join(copy, r1, "indicators.json")),
    "is not what its snapshot gives: indicators.json differs.",
  ],
  [
    "a published file gone",
    (copy) => rm(join(copy, r1, "distributions.csv")),
    "is not what its snapshot gives: distributions.csv differs.",
  ],
  [
    "a file too much",
    (copy) => writeFile(join(copy, r1, "note.txt"), "mine"),
    "is not what its snapshot gives: note.txt differs.",
  ],
  [
    "a manifest that is none",
    (copy) => writeFile(join(copy, r1, "manifest.json"), "{"),
    "is not as it was published: manifest.json changed since.",
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
  expect([ended.exitCode, ended.sentence]).toEqual([6, expect.stringContaining(sentence)]);
});
