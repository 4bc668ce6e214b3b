/** What `targets` lists, signs and renews, and that a renewal leaves what is published alone. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { targetsCommand } from "../../jobs/commands/targets.ts";
import { JobError } from "../../jobs/errors.ts";
import { parseCommandLine } from "../../jobs/options.ts";
import { job } from "./job.ts";
import { part, profileText, publishedIn, treeOf, workspace } from "./workspaces.ts";

const old = profileText.replace("year: 2026\n", "year: 2018\n").replace("targets:\n", "targets:\n  # § 1\n");
/** What the command says in this process: a child for each of them would take most of the time. */
// biome-ignore lint/suspicious/noExplicitAny: each answer has a shape of its own, which its test states.
async function targets(root: string, ...words: readonly string[]): Promise<any> {
  try {
    const { rest, options } = parseCommandLine(["targets", ...words, "--workspace", root]);
    return (await targetsCommand({ rest, options, terminal: { isPerson: false, showsProgress: false } })).json;
  } catch (error) {
    if (error instanceof JobError) return { refused: error.code, exitCode: error.exitCode };
    throw error;
  }
}

const profileIn = (root: string) => join(root, "operators", "prova.yaml");

test("lists the targets as published and as judged, and writes nothing", async () => {
  const root = await workspace();
  const before = await treeOf(root);
  const { exitCode, json } = await job(["targets"], { cwd: root });
  expect([exitCode, json]).toEqual([
    0,
    {
      operator: "prova",
      year: 2026,
      years: [2026],
      profile: profileIn(root),
      targets: [
        expect.objectContaining({
          id: "mean-activation",
          words: "entro un tempo medio di 6 giorni",
          judged: { comparator: "<=", value: "6", unit: "days", against_words: false },
        }),
      ],
      commitments: [],
    },
  ]);
  expect(await treeOf(root)).toEqual(before);
});

describe("the sheet", () => {
  test("is written where it says, whole, once, and not by a dry run", async () => {
    const root = await workspace();
    const file = join(root, "targets", "prova-2026.pdf");
    const run = (...more: readonly string[]) => targets(root, "--sheet", ...more);
    expect(await run("--dry-run")).toMatchObject({ file, state: "not written", targets: 1 });
    expect(await treeOf(join(root, "targets"))).toEqual({});
    expect(await run()).toMatchObject({ file, state: "written", year: 2026 });
    const before = await treeOf(root);
    expect(Object.keys(before).filter((name) => name.startsWith("targets"))).toEqual(["targets/prova-2026.pdf"]);
    expect(await run()).toMatchObject({ file, state: "unchanged" });
    expect(await treeOf(root)).toEqual(before);
    const elsewhere = join(root, "elsewhere");
    expect(await run("--out", elsewhere, "--period", "2027")).toMatchObject({
      file: join(elsewhere, "targets", "prova-2027.pdf"),
      year: 2027,
    });
  });

  test("is refused where nothing was promised: exit 2", async () => {
    const root = await workspace({ profile: `${profileText.slice(0, profileText.indexOf("targets:"))}targets: []\n` });
    for (const command of [["--sheet"], ["renew", "2027"]])
      expect(await targets(root, ...command)).toEqual({ refused: "no-targets", exitCode: 2 });
    expect(await targets(root)).toMatchObject({ years: [], targets: [] });
  });
});

describe("targets renewed in a workspace that has published", () => {
  let root: string;
  let renewed: Awaited<ReturnType<typeof job>>;
  const oldWords = "Obiettivo della Carta 2018, non aggiornato per l’anno di riferimento.";
  const notes = async (path: string) =>
    JSON.stringify(JSON.parse(await readFile(join(path, "indicators.json"), "utf8")));

  beforeAll(async () => {
    root = await workspace({ profile: old });
    await job(["run", ...part], { cwd: root });
    renewed = await job(["targets", "renew", "2027"], { cwd: root });
  });

  test("are added to the profile, whose every other line stays", async () => {
    expect([renewed.exitCode, renewed.json]).toEqual([
      0,
      {
        operator: "prova",
        year: 2027,
        profile: profileIn(root),
        state: "written",
        targets: ["mean-activation"],
        commitments: [],
      },
    ]);
    const text = await readFile(profileIn(root), "utf8");
    expect(text.startsWith(old)).toBe(true);
    expect(text.slice(old.length)).toContain("# § 1\n  - id: mean-activation\n");
    expect(text).toContain("    year: 2027\n");
  });

  test("leave the published report as it is: run changes nothing, verify finds every byte", async () => {
    const before = await treeOf(join(root, "published"));
    expect(await notes(publishedIn(root))).toContain(oldWords);
    const run = await job(["run", ...part], { cwd: root });
    expect([run.exitCode, run.json.state]).toEqual([0, "unchanged"]);
    expect((await job(["verify", ...part], { cwd: root })).exitCode).toBe(0);
    expect((await job(["explain", ...part, "131-06-csp", "activation-time", "mean"], { cwd: root })).exitCode).toBe(0);
    expect(await treeOf(join(root, "published"))).toEqual(before);
  });

  test("are what a report of their year goes by, the former what one of theirs does", async () => {
    const fresh = await workspace({
      profile: `${old}${old.slice(old.indexOf("  # § 1")).replace("2018", "2026").replace('"6"', '"4"').replace(" 6 ", " 4 ")}`,
    });
    const run = await job(["run", ...part], { cwd: fresh });
    // 3, 5 and 7 days are 5 on average: over the 4 promised for 2026, though within the 6 of 2018.
    expect(run.json.targets).toMatchObject({ met: 0, missed: 1 });
    expect(await notes(publishedIn(fresh))).not.toContain(oldWords);
    expect(await targets(fresh, "--period", "2025")).toMatchObject({
      years: [2018, 2026],
      targets: [{ year: 2018, value: "6" }],
    });
  });

  test("a second time, or without a year, or for a year before them, change nothing", async () => {
    const before = await treeOf(root);
    expect(await targets(root, "renew", "2027")).toMatchObject({ state: "unchanged", targets: [] });
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [["renew"], "missing-option"],
      [["renew", "27"], "bad-year"],
      [["renew", "2101"], "bad-year"],
      [["renew", "2010"], "nothing-to-renew"],
      [["renwe", "2028"], "bad-option"],
      [["renew", "2028", "2029"], "stray-words"],
    ];
    for (const [words, refused] of wrong) expect(await targets(root, ...words)).toEqual({ refused, exitCode: 2 });
    expect(await targets(root, "renew", "2028", "--dry-run")).toMatchObject({ state: "not written" });
    expect(await treeOf(root)).toEqual(before);
  });
});

test("a profile that comes along is never written to: its renewed copy goes into the workspace", async () => {
  const root = await workspace();
  const renewed = await targets(root, "renew", "2027", "--operator", "cielo");
  expect(renewed).toMatchObject({ state: "written", profile: join(root, "operators", "cielo.yaml") });
  const shipped = await readFile(join(import.meta.dirname, "../../templates/operators/cielo.yaml"), "utf8");
  expect(shipped).not.toContain("year: 2027");
  const copy = await readFile(renewed.profile, "utf8");
  let same = 0;
  while (same < shipped.length && copy[same] === shipped[same]) same += 1;
  expect([same > shipped.indexOf("targets:"), copy.endsWith(shipped.slice(same))]).toEqual([true, true]);
  expect(renewed.targets.length).toBe((shipped.match(/^ {4}year: 2018$/gm) ?? []).length);
});

test("check says where the charter grants less than the law of the period, and the report warns of it", async () => {
  const terms = `terms:
  indemnities:
    - { for: activation-delay, service: main, amount: "2.00", words: "euro 2,00", section: "4.2" }
`;
  const root = await workspace();
  await writeFile(profileIn(root), `${profileText}${terms}`);
  const warning = {
    code: "charter-law",
    message:
      "Carta, § 4.2: l’indennizzo per ritardo nell’attivazione (servizi principali) è di 2,00 euro al giorno, inferiore a quello di 7,50 euro della delibera n. 347/18/CONS, Allegato A, art. 4, comma 1.",
  };
  expect((await job(["check", ...part], { cwd: root })).json.warnings).toEqual([warning]);
  expect((await job(["check", "--period", "2010-S1"], { cwd: root })).json.warnings).toEqual([]);
  await job(["run", ...part], { cwd: root });
  const { warnings } = JSON.parse(await readFile(join(publishedIn(root), "indicators.json"), "utf8"));
  expect(warnings).toContainEqual(warning);
});
