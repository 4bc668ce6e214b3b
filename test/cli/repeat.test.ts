/** What a run may change on disk: nothing twice, nothing where it is asked not to, nothing that is published. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { job } from "./job.ts";
import { halfYear, order, writeSource } from "./source-rows.ts";
import { bytesOf, changeByte, folder, part, profileText, publishedIn, treeOf, workspace } from "./workspaces.ts";

let root: string;

beforeAll(async () => {
  root = await workspace();
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.json.state, ended.json.documents]).toEqual([0, "published", publishedIn(root)]);
});

const late = [...halfYear.activation_orders, order("o4", "2026-02-27")];

test("a published folder holds the files of the contract, its manifest naming each of the others", async () => {
  const names = await readdir(publishedIn(root));
  const { files } = JSON.parse(await readFile(join(publishedIn(root), "manifest.json"), "utf8"));
  expect(names.sort()).toEqual([
    "agcom-131-06-csp.xlsx",
    "audit.xlsx",
    "distributions.csv",
    "distributions.parquet",
    "index.html",
    "indicators.csv",
    "indicators.json",
    "lettera-accompagnamento.pdf",
    "manifest.json",
    "report.pdf",
    "testo-bolletta.txt",
  ]);
  expect(["manifest.json", ...Object.keys(files)].sort()).toEqual(names);
});

test("a second identical run changes no file and no time of change", async () => {
  const before = await treeOf(root);
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.json.state]).toEqual([0, "unchanged"]);
  expect(await treeOf(root)).toEqual(before);
});

test("changed data of a published period: exit 3, what moved is listed, and no file is changed", async () => {
  const before = await treeOf(root);
  const other = await folder();
  await writeSource(other, { ...halfYear, activation_orders: late });
  const ended = await job(["run", ...part, "--source", other], { cwd: root });
  expect([ended.exitCode, ended.json.error.code]).toEqual([3, "published-differs"]);
  // 3 + 5 + 7 days over 3 orders are 5; 25 days more make 40 over 4, which is 10: over the 6 promised.
  expect(ended.sentence).toContain(
    "What moved:\n  131-06-csp activation-time internet mean: 5.00 (3 cases, met) is now 10.00 (4 cases, missed)\n",
  );
  expect(ended.sentence).toContain("\n  the data (snapshot)\n");
  expect(await treeOf(root)).toEqual(before);
});

test("a published file that was altered since is named, and the run does not call it unchanged", async () => {
  const altered = await workspace();
  await job(["run", ...part], { cwd: altered });
  await changeByte(join(publishedIn(altered), "report.pdf"));
  const ended = await job(["run", ...part], { cwd: altered });
  expect([ended.exitCode, ended.sentence]).toEqual([
    6,
    expect.stringContaining("is not as it was published: report.pdf changed since, or is gone."),
  ]);
});

test("--dry-run says what would be done and leaves no trace", async () => {
  const fresh = await workspace();
  const before = await treeOf(fresh);
  const names = await readdir(fresh);
  for (const command of ["pull", "run"]) {
    const ended = await job([command, ...part, "--dry-run"], { cwd: fresh });
    expect(ended.exitCode).toBe(0);
    expect(JSON.stringify(ended.json)).not.toContain("semestrale-dry-run");
  }
  expect([await treeOf(fresh), await readdir(fresh)]).toEqual([before, names]);
});

test("--out takes the report instead of the workspace; the same data gives the same bytes", async () => {
  const [fresh, out] = [await workspace(), await folder()];
  const ended = await job(["run", ...part, "--out", out], { cwd: fresh });
  expect(ended.json.documents).toBe(publishedIn(out));
  expect(await bytesOf(publishedIn(out))).toEqual(await bytesOf(publishedIn(root)));
  expect((await readdir(fresh)).sort()).toEqual(["locks", "operators", "snapshots", "sources"]);
});

test("--source overrides the profile's, and a missed target gives 7 where that is asked, though it published", async () => {
  const [fresh, other] = [await workspace(), await folder()];
  await writeSource(other, { ...halfYear, activation_orders: late });
  const ended = await job(["run", ...part, "--source", other, "--fail-on-miss"], { cwd: fresh });
  expect([ended.exitCode, ended.json.state, ended.json.targets.missed]).toEqual([7, "published", 1]);
  expect(ended.stderr).toBe(
    "semestrale: 1 target was missed: exit 7, as --fail-on-miss asks. The report itself is whole.\n",
  );
  expect(await readdir(publishedIn(fresh))).toContain("manifest.json");
});

test("--strict refuses an act whose rules were checked against no text: exit 3, and nothing is done", async () => {
  const fresh = await workspace({ profile: profileText.replace("[131-06-csp]", "[131-06-csp, 156-23-cons]") });
  const before = await treeOf(fresh);
  const ended = await job(["run", ...part, "--strict"], { cwd: fresh });
  expect([ended.exitCode, ended.sentence]).toEqual([
    3,
    expect.stringContaining("--strict: the rules of 156-23-cons were not checked against any text."),
  ]);
  expect(await treeOf(fresh)).toEqual(before);
});

test("--strict and --fail-on-miss let a report pass that has nothing to hold against it", async () => {
  const ended = await job(["run", ...part, "--strict", "--fail-on-miss"], { cwd: root });
  expect([ended.exitCode, ended.json.state]).toEqual([0, "unchanged"]);
});

test("where approval is required a run stages a draft with its reading copy, publishes nothing, and the next changes nothing", async () => {
  const fresh = await workspace({ profile: profileText.replace("required: false", "required: true") });
  const ended = await job(["run", ...part], { cwd: fresh });
  expect([ended.exitCode, ended.json.state, ended.json.documents]).toEqual([
    0,
    "draft",
    join(fresh, "drafts/prova/2026-S1/r1"),
  ]);
  expect(await readdir(ended.json.documents)).toEqual(
    expect.arrayContaining(["manifest.json", "report-bozza.pdf", "report.pdf"]),
  );
  expect(await readdir(fresh)).not.toContain("published");
  const before = await treeOf(fresh);
  expect((await job(["run", ...part], { cwd: fresh })).exitCode).toBe(0);
  expect(await treeOf(fresh)).toEqual(before);
});

test("a report is of the data pulled last, be its snapshot new or not", async () => {
  const [fresh, other] = [await workspace(), await folder()];
  await writeSource(other, { ...halfYear, activation_orders: late });
  const first = await job(["pull", ...part], { cwd: fresh });
  await job(["pull", ...part, "--source", other], { cwd: fresh });
  const again = await job(["pull", ...part], { cwd: fresh });
  expect([again.json.isNew, again.json.folder]).toEqual([false, first.json.folder]);
  const reported = await job(["report", ...part], { cwd: fresh });
  expect([reported.json.state, reported.json.snapshot]).toEqual(["draft", first.json.digest]);
});
