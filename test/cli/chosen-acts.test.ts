/** `report --acts`: a sealed snapshot under other acts, to be read and never to be filed. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readPdfText } from "../../templates/pdf/read-pdf.ts";
import { packed } from "../../templates/pdf/verify-pdf.ts";
import { type Ended, job } from "./job.ts";
import { part, treeOf, workspace } from "./workspaces.ts";

let root: string;
let before: Readonly<Record<string, string>>;
let ended: Ended;

/** Published under 131/06/CSP, as its profile says; a draft lies there too; then that act is chosen by hand. */
beforeAll(async () => {
  root = await workspace();
  for (const command of ["run", "report"]) expect((await job([command, ...part], { cwd: root })).exitCode).toBe(0);
  before = await treeOf(root);
  ended = await report("131-06-csp");
});

const report = (acts: string, more: readonly string[] = []) =>
  job(["report", ...part, "--acts", acts, ...more], { cwd: root });
const folderOf = (acts: string) => join(root, "drafts", "prova", "2026-S1", `acts-${acts}`);
const read = async (acts: string, file: string) => JSON.parse(await readFile(join(folderOf(acts), file), "utf8"));

test("lies apart from drafts and publications, which stay as they were, and is no revision", async () => {
  expect([ended.exitCode, ended.json.documents]).toEqual([0, folderOf("131-06-csp")]);
  const mine = join("drafts", "prova", "2026-S1", "acts-131-06-csp");
  expect(await treeOf(root, [mine])).toEqual(before);
  expect((await read("131-06-csp", "manifest.json")).revision).toBe(0);
});

test("holds the figures and a watermarked copy, and no document that could be filed", async () => {
  expect((await readdir(folderOf("131-06-csp"))).sort()).toEqual([
    "distributions.csv",
    "distributions.parquet",
    "indicators.json",
    "manifest.json",
    "report-bozza.pdf",
  ]);
});

test("says first of all warnings on acts that they were chosen by hand, in the figures' file and in print", async () => {
  const { acts, warnings } = await read("131-06-csp", "indicators.json");
  const [chosen, old] = warnings.filter(({ code }: { code: string }) => code.startsWith("act-"));
  expect(acts).toEqual(["131-06-csp"]);
  expect(chosen.code).toBe("act-chosen");
  expect(chosen.message).toMatch(/^Atti scelti a mano \(delibera n\. 131\/06\/CSP\): /);
  // In force to the end of 2023 only; the charter, which also follows it, is not why it is applied here.
  expect([old.code, old.act]).toEqual(["act-not-in-force", "131-06-csp"]);
  expect(old.message).toMatch(/è applicato perché scelto a mano\.$/);
  const pdf = readPdfText(await readFile(join(folderOf("131-06-csp"), "report-bozza.pdf")));
  expect(packed(pdf.map(({ text }) => text))).toContain(packed(["Atti scelti a mano"]));
});

test("gives the figures of the published report where the acts are the same", async () => {
  const published = join(root, "published", "prova", "2026-S1", "r1", "indicators.json");
  const { indicators } = JSON.parse(await readFile(published, "utf8"));
  expect((await read("131-06-csp", "indicators.json")).indicators).toEqual(indicators);
});

test("a second one changes nothing, and --strict takes an act that was checked against something", async () => {
  const first = await treeOf(root);
  expect((await report("131-06-csp", ["--strict"])).exitCode).toBe(0);
  expect(await treeOf(root)).toEqual(first);
});

test.each<readonly [string, string, number, RegExp]>([
  ["an act that is none", "131-06-csp,131-06", 2, /^--acts: '131-06' is no act.*156-23-cons, 255-24-cons/],
  ["no act at all", "", 2, /^--acts: '' is no act/],
  ["the operator's own commitments, where it has none", "operator", 2, /^--acts: 'operator' is no act/],
  ["tables that were not read when the snapshot was sealed", "255-24-cons", 3, /has no complaints, which the acts/],
])("%s is refused", async (_, acts, exitCode, sentence) => {
  const first = await treeOf(root);
  const refused = await report(acts);
  expect(refused.exitCode).toBe(exitCode);
  expect(refused.sentence).toMatch(sentence);
  expect(await treeOf(root)).toEqual(first);
});

test("--strict refuses acts that were checked against nothing, chosen by hand or not", async () => {
  expect((await report("255-24-cons", ["--strict"])).sentence).toMatch(/^--strict: the rules of 255-24-cons /);
});

test.each(["run", "pull", "check", "verify"])("%s does not take --acts", async (command) => {
  const refused = await job([command, ...part, "--acts", "131-06-csp"], { cwd: root });
  expect(refused.exitCode).toBe(2);
  expect(refused.sentence).toMatch(new RegExp(`^${command} does not take --acts`));
});
