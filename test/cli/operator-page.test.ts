/** The page of all that an operator has published. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { writeOperatorPage } from "../../jobs/operator-page.ts";
import { profileOf, workspaceAt } from "../../jobs/workspace.ts";
import { type ReadPage, readPage } from "../../templates/html/read-page.ts";
import { job } from "./job.ts";
import { changeByte, folder, part, publishedIn, treeOf, workspace } from "./workspaces.ts";

let published: string;
beforeAll(async () => {
  published = await workspace();
  expect((await job(["run", ...part], { cwd: published })).exitCode).toBe(0);
});

const placeOf = (root: string): string => join(root, "published", "prova");

async function copy(): Promise<string> {
  const made = await folder();
  await cp(published, made, { recursive: true, preserveTimestamps: true });
  return made;
}

async function written(root: string): Promise<ReadPage> {
  const at = workspaceAt(root, undefined);
  await writeOperatorPage(at, await profileOf(at, "prova"));
  return readPage(await readFile(join(placeOf(root), "index.html"), "utf8"));
}

test("a run that publishes writes it, with links that lead to what is there", async () => {
  const { units } = readPage(await readFile(join(placeOf(published), "index.html"), "utf8"));
  expect(units.header.map(({ text }) => text)).toContain("Prova Srl");
  const links = units.main.flatMap((unit) => unit.links.map(([href]) => href));
  expect(links).toContain("2026-S1/r1/index.html");
  for (const href of links) await readFile(join(placeOf(published), href));
  const report = readPage(await readFile(join(publishedIn(published), "index.html"), "utf8"));
  const back = report.units.header.flatMap((unit) => unit.links.map(([href]) => href));
  expect(back.map((href) => join(publishedIn(published), href))).toEqual([join(placeOf(published), "index.html")]);
});

test("a later revision stands above the one that it supersedes, and both are linked", async () => {
  const root = await copy();
  await cp(publishedIn(root), join(placeOf(root), "2026-S1", "r2"), { recursive: true });
  const { units } = await written(root);
  const states = units.main.filter(({ label }) => label === "Stato").map(({ text }) => text);
  expect(states).toEqual(["in vigore", "sostituita dalla revisione 2"]);
});

test("a second run leaves it alone, and writes it again where it is gone or was cut off", async () => {
  const root = await copy();
  const page = await readFile(join(placeOf(root), "index.html"), "utf8");
  const before = await treeOf(root);
  expect((await job(["run", ...part], { cwd: root })).json.state).toBe("unchanged");
  expect(await treeOf(root)).toEqual(before);
  await rm(join(placeOf(root), "index.html"));
  // No process has this number: the machine gives out none so high.
  await writeFile(join(placeOf(root), ".index.html.4194305"), "<!doctype");
  expect((await job(["run", ...part], { cwd: root })).json.state).toBe("unchanged");
  expect(await readFile(join(placeOf(root), "index.html"), "utf8")).toBe(page);
  expect((await readdir(placeOf(root))).sort()).toEqual(["2026-S1", "index.html"]);
});

test("it repeats no figure of a published file that was altered", async () => {
  const root = await copy();
  await changeByte(join(publishedIn(root), "indicators.json"));
  await expect(written(root)).rejects.toThrow("indicators.json");
});

test("a dry run writes none", async () => {
  const root = await workspace();
  expect((await job(["run", ...part, "--dry-run"], { cwd: root })).exitCode).toBe(0);
  expect(await readdir(root)).not.toContain("published");
});
