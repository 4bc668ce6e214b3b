/** Two runs at once, and runs that end in the middle: what is published is whole, and the next run is none the wiser. */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { endOf, job, start } from "./job.ts";
import { bytesOf, part, publishedIn, workspace } from "./workspaces.ts";

let expected: Readonly<Record<string, string>>;

beforeAll(async () => {
  const root = await workspace();
  await job(["run", ...part], { cwd: root });
  expected = await bytesOf(publishedIn(root));
});

const lock = (root: string) => join(root, "locks", "prova-2026-S1.lock");

test("of two runs at once one publishes, and the other exits 5 and says who is at work", async () => {
  const root = await workspace();
  const first = start(["run", ...part], { cwd: root });
  const ended = endOf(first);
  while (first.exitCode === null && !existsSync(lock(root))) await sleep(2);
  // The first stands still while the second comes, so that neither depends on the machine's speed.
  first.kill("SIGSTOP");
  const second = await job(["run", ...part], { cwd: root });
  first.kill("SIGCONT");
  expect(second.exitCode).toBe(5);
  expect(second.sentence).toMatch(
    new RegExp(
      `^Another run \\(process ${first.pid} on ${hostname()}, since .+\\) is at work on prova 2026-S1; this one did nothing\\.`,
    ),
  );
  expect(second.sentence).toContain(`delete ${lock(root)}.`);
  expect((await ended).exitCode).toBe(0);
  expect(await bytesOf(publishedIn(root))).toEqual(expected);
});

/** No process has this number: it is above the highest that Linux gives. */
const nobody = 4_194_305;

test.for<readonly [string, string, number]>([
  [
    "of a process that is gone is taken over",
    JSON.stringify({ pid: nobody, host: hostname(), since: "", started: "1" }),
    0,
  ],
  [
    "of a process whose number another has now is taken over",
    JSON.stringify({ pid: process.pid, host: hostname(), since: "", started: "1" }),
    0,
  ],
  ["without a word in it is taken over", "", 0],
  [
    "of another machine is respected",
    JSON.stringify({ pid: 1, host: "altra", since: "2026-07-01T20:00:00.000Z", started: "1" }),
    5,
  ],
])("a lock %s", async ([, words, exitCode]) => {
  const root = await workspace();
  await mkdir(join(root, "locks"));
  await writeFile(lock(root), words);
  expect((await job(["pull", ...part], { cwd: root })).exitCode).toBe(exitCode);
  expect(await readdir(join(root, "locks"))).toEqual(exitCode === 0 ? [] : ["prova-2026-S1.lock"]);
});

test("words that a run killed on its way to the lock left behind are swept away", async () => {
  const root = await workspace();
  await mkdir(join(root, "locks"));
  await writeFile(`${lock(root)}.${nobody}.new`, "{}");
  expect((await job(["pull", ...part], { cwd: root })).exitCode).toBe(0);
  expect(await readdir(join(root, "locks"))).toEqual([]);
});

/** Names of folders under `place` whose names do not begin with a dot. */
async function sealedIn(place: string): Promise<readonly string[]> {
  const names = await readdir(place).catch((): string[] => []);
  return names.filter((name) => !name.startsWith("."));
}

/** What stands under a folder in which a process is at work: one renamed or deleted while it is read is read again. */
async function namesUnder(root: string): Promise<readonly string[]> {
  for (;;) {
    try {
      return await readdir(root, { recursive: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
}

/** Each is seen on the disk before the run is killed, so that the instant does not depend on the machine's speed. */
const instants: readonly (readonly [string, string])[] = [
  ["as it begins to read", "locks/prova-2026-S1.lock$"],
  ["with tables half sealed", "snapshots/prova/2026-S1/.staging-*"],
  ["with the report half written", "drafts/prova/2026-S1/.staging-*"],
  ["with the figures written", "drafts/prova/2026-S1/.staging-*/indicators.json"],
  ["with the documents half written", "drafts/prova/2026-S1/.staging-*/agcom-131-06-csp.xlsx"],
  ["as it publishes", "published/prova"],
];

test.for(instants)(
  "killed %s: nothing half-written is taken for whole, and the next run publishes the same bytes",
  async ([, sign]) => {
    const root = await workspace();
    const child = start(["run", ...part], { cwd: root });
    const ended = endOf(child);
    const pattern = new RegExp(`^${sign.replaceAll(".", "\\.").replace("*", "\\d+")}`);
    while (child.exitCode === null && !(await namesUnder(root)).some((name) => pattern.test(name))) await sleep(2);
    child.kill("SIGKILL");
    await ended;
    for (const name of await sealedIn(join(root, "published/prova/2026-S1")))
      expect(await bytesOf(join(root, "published/prova/2026-S1", name))).toEqual(expected);
    for (const name of await sealedIn(join(root, "snapshots/prova/2026-S1"))) {
      const { tables } = JSON.parse(
        await readFile(join(root, "snapshots/prova/2026-S1", name, "manifest.json"), "utf8"),
      );
      expect(tables).not.toEqual([]);
    }
    const next = await job(["run", ...part], { cwd: root });
    expect([next.exitCode, await bytesOf(publishedIn(root))]).toEqual([0, expected]);
    const left = (await readdir(root, { recursive: true })).filter((name) => /\.staging-|\.lock/.test(name));
    expect(left).toEqual([]);
  },
);
