/** Neither where and when a run stands, nor its zone, language or umask moves a byte of what it publishes. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { type JobOptions, job } from "./job.ts";
import { bytesOf, folder } from "./workspaces.ts";

let source: string;
let out: string;
let expected: Readonly<Record<string, string>>;

const run = async (to: string, options: JobOptions) => {
  const ended = await job(["run", "--workspace", source, "--out", to, "--period", "2026-S1"], options);
  expect([ended.exitCode, ended.json.state]).toEqual([0, "published"]);
  return bytesOf(join(to, "published"));
};

beforeAll(async () => {
  source = await folder();
  const made = await job(["init", ".", "--size", "200"], { cwd: source });
  expect(made.json).toMatchObject({ folder: source, operator: "cielo" });
  out = await folder();
  expected = await run(out, {});
  expect(Object.keys(expected).length).toBeGreaterThan(8);
});

/** The last second of a leap day, UTC, and already the day after in Rome. */
const leapDay = Date.parse("2032-02-29T23:59:59Z");
const otherClock = () => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "other-clock.ts"))}`,
  CLOCK_AHEAD: `${leapDay - Date.now()}`,
});

test.for<readonly [string, () => JobOptions]>([
  ["another folder, and files that nobody else may read", () => ({ cwd: "/", before: "umask 077" })],
  ["the zone of New York and no language", () => ({ env: { TZ: "America/New_York", LANG: "C", LC_ALL: "C" } })],
  [
    "a zone that is a day ahead, and a language with letters of its own",
    () => ({ env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } }),
  ],
  ["a clock that stands years ahead", () => ({ env: otherClock() })],
])("%s: the same SHA-256 of every published file", async ([, options]) => {
  expect(await run(await folder(), options())).toEqual(expected);
});

test("the other clock is one: the job's Node reads the leap day from it", () => {
  const says =
    'console.log(new Date().getUTCFullYear(), new Date(Date.now()).getUTCMonth(), Date().includes("2032"), new Date(0).getTime())';
  const env = { ...process.env, ...otherClock(), TZ: "UTC" };
  // The minutes since may have carried it into March.
  expect(execFileSync(process.execPath, ["-e", says], { env, encoding: "utf8" })).toMatch(/^2032 [12] true 0\n$/);
});

test("every PDF that is published is tagged", () => {
  const documents = Object.keys(expected).filter((name) => name.endsWith(".pdf"));
  expect(documents).not.toEqual([]);
  for (const name of documents) {
    const told = execFileSync("pdfinfo", [join(out, "published", name)], { encoding: "utf8" });
    expect([name, /^Tagged: +(\w+)$/m.exec(told)?.[1]]).toEqual([name, "yes"]);
  }
});
