/** The page of an operator, held against what it would be made of now: no part of a report, and read first. */
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { comparedPage } from "../../jobs/compared-page.ts";
import { writeOperatorPage } from "../../jobs/operator-page.ts";
import { profileOf, workspaceAt } from "../../jobs/workspace.ts";
import { job } from "./job.ts";
import { changeByte, folder, part, publishedIn, treeOf, workspace } from "./workspaces.ts";

let published: string;
beforeAll(async () => {
  published = await workspace();
  expect((await job(["run", ...part], { cwd: published })).exitCode).toBe(0);
});

async function copy(): Promise<string> {
  const made = await folder();
  await cp(published, made, { recursive: true, preserveTimestamps: true });
  return made;
}

const pageOf = (root: string): string => join(root, "published", "prova", "index.html");
const profileAt = (root: string): string => join(root, "operators", "prova.yaml");

async function replaced(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replaceAll(from, to));
}

const compared = (root: string) =>
  comparedPage(
    workspaceAt(root, undefined),
    { operator: "prova", period: "2026-S1" },
    { folder: publishedIn(root), files: 12 },
  );

/** A later revision on disk: the same report again. */
async function laterRevision(root: string): Promise<void> {
  await cp(publishedIn(root), join(publishedIn(root), "..", "r2"), { recursive: true });
}

async function otherTool(root: string): Promise<void> {
  await replaced(join(publishedIn(root), "manifest.json"), process.version, "v23.0.0");
}

async function holdLock(root: string, name: string, pid: number): Promise<void> {
  await writeFile(join(root, "locks", name), JSON.stringify({ pid, host: hostname(), since: "", started: "" }));
}

test.for<readonly [string, (root: string) => Promise<unknown>, string]>([
  ["as it was written", async () => {}, "current"],
  ["gone", (root) => rm(pageOf(root)), "missing"],
  [
    "made before the profile was renamed",
    (root) => replaced(profileAt(root), "Prova Srl", "Nuova Srl"),
    "former-profile",
  ],
  ["made before the profile was spoilt", (root) => writeFile(profileAt(root), "id: prova\nname: x\n"), "current"],
  ["made before the profile went", (root) => rm(profileAt(root)), "current"],
  [
    "altered, where a report is of another runtime and wrote it perhaps",
    async (root) => {
      await replaced(pageOf(root), "Prova Srl", "Altra Srl");
      await otherTool(root);
    },
    "other-tool",
  ],
  [
    "not yet written by the run of another period",
    async (root) => {
      await laterRevision(root);
      await holdLock(root, "prova-2026-S2.lock", process.pid);
    },
    "publishing",
  ],
])("a page that is %s is no mismatch", async ([, change, state]) => {
  const root = await copy();
  await change(root);
  const page = await compared(root);
  expect(page.state).toBe(state);
  expect(page.note === undefined).toBe(state === "current");
});

test.for<readonly [string, (root: string) => Promise<unknown>, string]>([
  [
    "says another name",
    (root) => replaced(pageOf(root), "Prova Srl", "Altra Srl"),
    '"Altra Srl" instead of p "Prova Srl".',
  ],
  [
    "has a script",
    (root) => replaced(pageOf(root), "</main>", "</main><script>1</script>"),
    "The page holds the element script.",
  ],
  [
    "has another style",
    (root) => replaced(pageOf(root), "</style>", "p{display:none}</style>"),
    "other bytes of it are not.",
  ],
  ["is none", (root) => writeFile(pageOf(root), Buffer.from([0xff, 0xfe])), "It cannot be read as a page."],
  ["does not list the newest revision", laterRevision, "It does not lead to 2026-S1/r2, which is published."],
  [
    "does not list it, and only a run of another operator is at work",
    async (root) => {
      await laterRevision(root);
      await holdLock(root, "prova-due-2026-S2.lock", process.pid);
    },
    "It does not lead to 2026-S1/r2, which is published.",
  ],
  [
    "does not list it, and the run that was to write it was killed",
    async (root) => {
      await laterRevision(root);
      // No process has this number: the machine gives out none so high.
      await holdLock(root, "prova-2026-S2.lock", 4_194_305);
    },
    "It does not lead to 2026-S1/r2, which is published.",
  ],
  [
    "leads to a report that is gone",
    async (root) => {
      await laterRevision(root);
      const at = workspaceAt(root, undefined);
      await writeOperatorPage(at, await profileOf(at, "prova"));
      await rm(join(publishedIn(root), "..", "r2"), { recursive: true });
    },
    "It leads to 2026-S1/r2, which is not there.",
  ],
  [
    "leads to a report that was altered",
    async (root) => {
      await laterRevision(root);
      await changeByte(join(publishedIn(root), "..", "r2", "indicators.json"));
    },
    "Restore that report first",
  ],
])("a page that %s is a mismatch", async ([, change, words]) => {
  const root = await copy();
  await change(root);
  await expect(compared(root)).rejects.toMatchObject({
    code: "page-differs",
    exitCode: 6,
    message: expect.stringContaining(words),
  });
});

test("verify says so of a report that is whole, changes nothing, and the run it advises puts it right", async () => {
  const root = await copy();
  await replaced(pageOf(root), "Prova Srl", "Altra Srl");
  const before = await treeOf(root);
  const ended = await job(["verify", ...part], { cwd: root });
  expect(ended.exitCode).toBe(6);
  expect(ended.sentence).toMatch(/^The report itself is whole: all \d+ files of .* But .*index\.html/);
  expect(await treeOf(root)).toEqual(before);
  expect((await job(["run", ...part], { cwd: root })).json.state).toBe("unchanged");
  expect((await job(["verify", ...part], { cwd: root })).json.page.state).toBe("current");
});

test("the page that a run writes is current, whatever else the profile has got since", async () => {
  const root = await copy();
  await replaced(profileAt(root), "id: prova\n", "id: prova # one\n");
  const at = workspaceAt(root, undefined);
  await writeOperatorPage(at, await profileOf(at, "prova"));
  expect((await compared(root)).state).toBe("current");
});
