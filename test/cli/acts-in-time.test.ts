/** A half-year is reported under the acts then in force, from the source to the printed page. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPdfText } from "../../templates/pdf/read-pdf.ts";
import { packed } from "../../templates/pdf/verify-pdf.ts";
import { job } from "./job.ts";
import { folder } from "./workspaces.ts";

/** No acts named: those in force in the period. */
const profile = `id: prova
name: Prova Srl
charter: { title: Carta dei servizi, year: 2024 }
services: [internet]
none: [dialup_outages]
approval: { required: false }
source: { kind: csv, path: sources/prova, zone: Europe/Rome }
targets: []
`;

test.each([
  { period: "2012-S1", acts: ["131-06-csp", "244-08-csp", "254-04-csp", "79-09-csp"], unverified: [] },
  { period: "2019-S2", acts: ["131-06-csp", "244-08-csp", "254-04-csp", "79-09-csp"], unverified: [] },
  { period: "2024-S1", acts: ["79-09-csp", "156-23-cons"], unverified: ["156-23-cons"] },
  {
    period: "2025-S2",
    acts: ["79-09-csp", "156-23-cons", "255-24-cons"],
    unverified: ["156-23-cons", "255-24-cons"],
  },
  { period: "2026-S1", acts: ["156-23-cons", "255-24-cons"], unverified: ["156-23-cons", "255-24-cons"] },
])("$period: $acts, of which not verified $unverified", async ({ period, acts, unverified }) => {
  const root = await folder();
  await mkdir(join(root, "operators"));
  await writeFile(join(root, "operators", "prova.yaml"), profile);
  const sample = ["--operator", "cielo", "--period", period, "--size", "40", "--bad", "0"];
  await job(["generate", join(root, "sources", "prova"), ...sample]);
  const part = ["--operator", "prova", "--period", period];

  const strict = await job(["run", ...part, "--strict"], { cwd: root });
  expect(strict.exitCode).toBe(unverified.length === 0 ? 0 : 3);
  if (unverified.length > 0) {
    expect(strict.sentence).toContain(`the rules of ${unverified.join(", ")} were not checked against any text`);
    expect(await readdir(root)).toEqual(["operators", "sources"]);
    expect((await job(["run", ...part], { cwd: root })).exitCode).toBe(0);
  }

  const published = join(root, "published", "prova", period, "r1");
  const indicators = JSON.parse(await readFile(join(published, "indicators.json"), "utf8"));
  expect(indicators.acts).toEqual(acts);
  expect(new Set(indicators.indicators.map(({ act }: { act: string }) => act))).toEqual(new Set(acts));
  const warned = indicators.warnings.filter(({ code }: { code: string }) => code === "act-unverified");
  expect(warned.map(({ act }: { act: string }) => act)).toEqual(unverified);
  const workbooks = (await readdir(published)).filter((name) => name.startsWith("agcom-"));
  expect(workbooks.sort()).toEqual(acts.map((act) => `agcom-${act}.xlsx`).sort());

  const print = packed(readPdfText(await readFile(join(published, "report.pdf"))).map(({ text }) => text));
  expect(print.includes("(daconfermare)")).toBe(unverified.length > 0);
  // What an act that nobody read rests on has a page of its own.
  expect(print.includes(packed(["Stato di preparazione – delibera n. 156/23/CONS"]))).toBe(
    acts.includes("156-23-cons"),
  );
});
