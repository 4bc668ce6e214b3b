/** What is asked wrongly is answered with exit 2 and a sentence that says what to type instead. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { endOf, job, start, words } from "./job.ts";
import { part, profileText, workspace } from "./workspaces.ts";

let root: string;

beforeAll(async () => {
  root = await workspace();
  await writeFile(join(root, "operators", "copiata.yaml"), profileText);
  await writeFile(
    join(root, "operators", "sbagliata.yaml"),
    profileText.replace("unit: days", "unti: days").replace("id: prova", "id: sbagliata"),
  );
  await mkdir(join(root, "full"));
  await writeFile(join(root, "full", "note.txt"), "mine");
});

test("help names every command, option and exit code, on stdout", async () => {
  const { exitCode, stdout, stderr } = await words(["--help"]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  for (const name of [
    "init",
    "demo",
    "check",
    "pull",
    "report",
    "run",
    "verify",
    "explain",
    "acts",
    "--period",
    "--dry-run",
    "--fail-on-miss",
  ])
    expect(stdout).toContain(name);
  for (let code = 0; code <= 7; code++) expect(stdout).toMatch(new RegExp(`(^|\\s)${code} \\w`));
});

test("the version is that of the package", async () => {
  expect(await words(["--version"])).toEqual({ exitCode: 0, stdout: "0.1.0\n", stderr: "" });
});

const period = ["--period", "2026-S1"];

test.for<readonly [string, readonly string[], string]>([
  ["no command", [], "Say what to do: init, demo, check, pull, report, run, verify, explain, "],
  ["an unknown command", ["rnu"], "'rnu' is no command; did you mean 'run'? Allowed: init, demo, check,"],
  ["an unknown option", ["run", "--peroid", "2026-S1"], "'--peroid' is no option; did you mean '--period'?"],
  ["an option without its value", ["run", "--period"], "--period needs a value after it."],
  ["an option in the place of a value", ["run", "--period", "--json"], "--period needs a value after it."],
  ["a period without --period", ["run", "2026-S1"], 'run does not know what to do with "2026-S1".'],
  ["no period", ["run"], "run needs --period, for example --period 2026-S1 or --period last."],
  ["a third half-year", ["run", "--period", "2026-S3"], '"2026-S3" is no period. Use a half-year such as 2026-S1'],
  ["a year of two digits", ["run", "--period", "26-S1"], '"26-S1" is no period.'],
  ["a period that is none", ["run", "--period", "primavera"], '"primavera" is no period.'],
  [
    "the year of one that was never reported",
    ["run", "--operator", "prova", "--period", "2026"],
    "2026-S1 has no sealed snapshot. Run `semestrale run --operator prova --period 2026-S1` first.",
  ],
  [
    "no operator where there are several",
    ["run", ...period],
    "holds several: copiata, prova, sbagliata. For example --operator copiata.",
  ],
  ["an operator id with a path", ["run", ...period, "--operator", "../x"], '"../x" is no operator id.'],
  [
    "an unknown operator",
    ["run", ...period, "--operator", "ignota"],
    "Known operators: cielo, cloudfabric, clouditalia, copiata, hellotel, prova, sbagliata, tunda.",
  ],
  [
    "a copied profile that kept its id",
    ["run", ...period, "--operator", "copiata"],
    "copiata.yaml: the profile says `id: prova`, and the file's name says copiata.",
  ],
  [
    "a profile with a typing error",
    ["run", ...period, "--operator", "sbagliata"],
    "operators/sbagliata.yaml:16: targets[0].unti: 'unti' is no key that is known here; did you mean 'unit'?",
  ],
  ["an unknown table", ["check", "--schema", "ordini"], "'ordini' is no table; allowed: activation_orders,"],
  ["a report before a pull", ["report", ...part], "There is no snapshot of prova 2026-S1"],
  ["a verification before a publication", ["verify", ...part], "Nothing is published for prova 2026-S1"],
  ["init without a folder", ["init"], "init needs a folder, for example init my-workspace."],
  [
    "init into a folder in use",
    ["init", "full"],
    "full is not empty. Choose a new folder, or empty this one; nothing was written.",
  ],
  [
    "sample data of a size that is no number",
    ["generate", "made", "--size", "many"],
    "--size many: use a whole number.",
  ],
])("%s", async ([, args, sentence]) => {
  const ended = await job(args, { cwd: root });
  expect(ended.exitCode).toBe(2);
  expect(ended.sentence).toContain(sentence);
});

test("a workspace that is not there is named, and not made", async () => {
  const ended = await job(["run", ...part, "--workspace", join(root, "nowhere")]);
  expect([ended.exitCode, ended.json.error.code]).toEqual([2, "no-workspace"]);
});

test("a reader that has seen enough stops nothing", async () => {
  const child = start(["check", "--schema"]);
  child.stdout.destroy();
  expect(await endOf(child)).toMatchObject({ exitCode: 0, stderr: "" });
});
