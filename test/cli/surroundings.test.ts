/** Neither where a run stands, nor its zone, language or umask moves a byte of what it publishes. */
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type JobOptions, job } from "./job.ts";
import { bytesOf, folder } from "./workspaces.ts";

let source: string;
let expected: Readonly<Record<string, string>>;

const run = async (out: string, options: JobOptions) => {
  const ended = await job(["run", "--workspace", source, "--out", out, "--period", "2026-S1"], options);
  expect([ended.exitCode, ended.json.state]).toEqual([0, "published"]);
  return bytesOf(join(out, "published"));
};

beforeAll(async () => {
  source = await folder();
  const made = await job(["init", ".", "--size", "200"], { cwd: source });
  expect(made.json).toMatchObject({ folder: source, operator: "cielo" });
  expected = await run(await folder(), {});
  expect(Object.keys(expected)).toHaveLength(9);
});

test.for<readonly [string, JobOptions]>([
  ["another folder", { cwd: "/" }],
  ["the zone of New York and no language", { env: { TZ: "America/New_York", LANG: "C", LC_ALL: "C" } }],
  ["files that nobody else may read", { before: "umask 077" }],
])("%s: the same SHA-256 of every published file", async ([, options]) => {
  expect(await run(await folder(), options)).toEqual(expected);
});
