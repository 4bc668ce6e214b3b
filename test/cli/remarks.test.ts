/** The operator's remarks: printed, sealed with the report, and part of what it follows from. */
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Remarks, remarksOf } from "../../jobs/notes.ts";
import { workspaceAt } from "../../jobs/workspace.ts";
import { job } from "./job.ts";
import { folder, part, publishedIn, treeOf, workspace } from "./workspaces.ts";

const written = "# Perché\n\nUn **temporale** ha fermato i lavori.\n";
let root: string;

const note = async (at: string, name: string, text: string | Buffer) => {
  const path = join(at, "notes", name);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
};

beforeAll(async () => {
  root = await workspace();
  await note(root, "2026-S1.md", written);
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.sentence]).toEqual([0, ""]);
});

const manifest = async () => JSON.parse(await readFile(join(publishedIn(root), "manifest.json"), "utf8"));

test("they stand in the report, and the manifest names the copy that is kept", async () => {
  const text = execFileSync("pdftotext", ["-raw", join(publishedIn(root), "report.pdf"), "-"], { encoding: "utf8" });
  expect(text).toContain("Osservazioni dell’operatore\nPerché\nUn temporale ha fermato i lavori.");
  const { remarksSha256 } = await manifest();
  const kept = await readFile(join(root, "snapshots", "prova", "remarks", `${remarksSha256}.md`), "utf8");
  expect(kept).toBe(written);
});

test("changed after publishing: run refuses with 3, names them and changes nothing; verify reads those of then", async () => {
  await note(root, "2026-S1.md", written.replace("temporale", "guasto"));
  const before = await treeOf(root);
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.json.error.code]).toEqual([3, "published-differs"]);
  expect(ended.sentence).toContain("What moved:\n  no figure\n  the operator's remarks (notes/)\n");
  expect(await treeOf(root)).toEqual(before);
  expect((await job(["verify", ...part], { cwd: root })).exitCode).toBe(0);
});

test("another way of writing the same words makes no other report", async () => {
  await note(root, "2026-S1.md", written.replace(" ha fermato", "\nha fermato"));
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.json.state]).toEqual([0, "unchanged"]);
});

test("the kept copy gone: the report cannot be verified, exit 6", async () => {
  await rm(join(root, "snapshots", "prova", "remarks"), { recursive: true });
  const ended = await job(["verify", ...part], { cwd: root });
  expect([ended.exitCode, ended.json.error.code]).toEqual([6, "remarks-gone"]);
});

test("remarks that cannot be printed are refused with file and line: exit 2, and nothing is published", async () => {
  const fresh = await workspace();
  await note(fresh, "prova/2026-S1.md", "Uno.\n\n| a | b |\n");
  const ended = await job(["run", ...part], { cwd: fresh });
  expect([ended.exitCode, ended.json.error.code]).toEqual([2, "bad-remarks"]);
  expect(ended.sentence).toContain(`${join(fresh, "notes/prova/2026-S1.md")}:3: a table: write a list instead`);
  expect(await readdir(fresh)).not.toContain("published");
});

const found = async (files: Readonly<Record<string, string>>, operators: readonly string[]): Promise<unknown> => {
  const at = await folder();
  for (const [name, text] of Object.entries(files)) await note(at, name, text);
  await mkdir(join(at, "operators"));
  for (const id of operators) await writeFile(join(at, "operators", `${id}.yaml`), "");
  return remarksOf(workspaceAt(at, undefined), { operator: "prova", period: "2026-S1" }).then(
    (remarks: Remarks | undefined) => remarks?.bytes.toString("utf8"),
    (error: { code: string }) => error.code,
  );
};

test.each<readonly [string, Readonly<Record<string, string>>, readonly string[], string | undefined]>([
  ["none", {}, ["prova"], undefined],
  ["the operator's own", { "prova/2026-S1.md": "Uno" }, ["altro", "prova"], "Uno"],
  ["those of the one operator", { "2026-S1.md": "Due" }, ["prova"], "Due"],
  ["of whom, where there are two operators", { "2026-S1.md": "Due" }, ["altro", "prova"], "remarks-of-whom"],
  ["two texts", { "2026-S1.md": "Due", "prova/2026-S1.md": "Uno" }, ["prova"], "remarks-twice"],
  ["another period's", { "2026-S2.md": "Due", "prova/2026.md": "Uno" }, ["prova"], undefined],
])("%s", async (_, files, operators, expected) => {
  expect(await found(files, operators)).toBe(expected);
});

test("bytes that are no UTF-8 are refused", async () => {
  const at = await folder();
  await note(at, "prova/2026-S1.md", Buffer.from([0x63, 0x69, 0x74, 0x74, 0xe0]));
  const reading = remarksOf(workspaceAt(at, undefined), { operator: "prova", period: "2026-S1" });
  await expect(reading).rejects.toThrow(/2026-S1\.md: not UTF-8/);
});
