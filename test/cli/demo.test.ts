import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "./job.ts";
import { folder } from "./workspaces.ts";

const operators = ["cielo", "hellotel", "clouditalia", "cloudfabric", "tunda"];

test("the demo publishes every operator's report and names them in one order, whichever was through first", async () => {
  const place = join(await folder(), "demo");
  const { exitCode, json } = await job(["demo", place, "--size", "100"]);
  expect(exitCode).toBe(0);
  expect(json.reports.map(({ operator }: { operator: string }) => operator)).toEqual(operators);
  expect(json.reports.map(({ state }: { state: string }) => state)).toEqual(operators.map(() => "published"));
  for (const operator of operators)
    expect(await readdir(join(place, "published", operator, "2026-S1", "r1"))).toContain("report.pdf");
});

test("what refuses one operator ends the demo with that sentence and exit code, and no further one is begun", async () => {
  const place = join(await folder(), "demo");
  // Data can be generated of a year, but its report needs the half-years' snapshots.
  const { exitCode, sentence } = await job(["demo", place, "--size", "100", "--period", "2026"]);
  expect(exitCode).toBe(2);
  expect(sentence).toContain("2026-S1 has no sealed snapshot.");
  expect(await readdir(join(place, "sources"))).toEqual(["cielo"]);
});

test("npm start is the demo of the two operators with a charter", async () => {
  const { scripts } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  const [launcher, ...args] = scripts.start.split(" ");
  expect([launcher, args[0]]).toEqual(["jobs/semestrale", "demo"]);
  const place = join(await folder(), "demo");
  const { exitCode, json } = await job([...args, place, "--size", "100"]);
  expect(exitCode).toBe(0);
  expect(json.reports.map(({ operator }: { operator: string }) => operator)).toEqual(["cielo", "hellotel"]);
  expect((await readdir(join(place, "published"))).sort()).toEqual(["cielo", "hellotel"]);
});

test("an operator that there is no sample data of is named, with those there are", async () => {
  const place = join(await folder(), "demo");
  const { exitCode, sentence } = await job(["demo", place, "--operator", "cielo,helotel"]);
  expect(exitCode).toBe(2);
  expect(sentence).toContain("'helotel' has no sample data; did you mean 'hellotel'? Allowed: cielo, hellotel,");
  expect(await readdir(join(place, "..")).then((names) => names.includes("demo"))).toBe(false);
});

test("a folder in use that is not the demo's own stays as it is", async () => {
  const place = await folder();
  await writeFile(join(place, "appunti.txt"), "miei");
  const { exitCode, sentence } = await job(["demo", place]);
  expect([exitCode, sentence]).toEqual([2, expect.stringContaining(`${place} is not empty.`)]);
  expect(await readdir(place)).toEqual(["appunti.txt"]);
});
