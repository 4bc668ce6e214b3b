/** A year unites two sealed halves, whatever they were pulled from: the same rows give the same report of the year. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReportManifest } from "../../jobs/report.ts";
import type { SampleRow } from "../../jobs/sample/row-text.ts";
import { type SampleTables, sampleTables } from "../../jobs/sample/sample-tables.ts";
import { writeCsv } from "../../jobs/sample/write-csv.ts";
import { writeMariaDb } from "../../jobs/sample/write-mariadb.ts";
import { writeSelects } from "../../jobs/sample/write-selects.ts";
import { tables as contract } from "../../sql/tables.ts";
import { launcher } from "../cli/job.ts";
import { bytesOf } from "../cli/workspaces.ts";
import { freshDatabase } from "../setup/database.ts";
import { over, sample, scratchFolder, writeProfile } from "./launch.ts";

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

/** Both halves of a year in one source, as an operator's database holds them: each key once. */
function yearTables(): SampleTables {
  const few = { ...sample("cielo"), size: 120, badShare: 0, duplicateShare: 0, conflictShare: 0 };
  const halves = ([1, 2] as const).map((half) => sampleTables({ ...few, half }));
  return new Map(
    [...(halves[0] as SampleTables).keys()].map((name) => {
      const rows = new Map<string, SampleRow>();
      for (const half of halves)
        for (const row of half.get(name) ?? []) {
          const { key } = contract[name];
          const id = key.length === 0 ? JSON.stringify(row) : key.map((column) => row[column]).join("\t");
          if (!rows.has(id)) rows.set(id, row);
        }
      return [name, [...rows.values()]];
    }),
  );
}

/** Under one act, which has regions in the year: that the others are the same is shown of the half-year. */
async function oneAct(workspace: string, source: string): Promise<void> {
  await writeProfile(workspace, "cielo", source);
  const path = join(workspace, "operators", "cielo.yaml");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/^acts: .*$/m, "acts: [254-04-csp]"));
}

/** Runs both halves and the year; the year's files, with what its manifest says of its halves. */
async function yearFrom(workspace: string, env: Readonly<Record<string, string>> = {}) {
  for (const period of ["2026-S1", "2026-S2", "2026"])
    await promisify(execFile)(launcher, ["run", "--workspace", workspace, "--period", period, "--today", over], {
      env: { ...process.env, ...env },
      maxBuffer: 1 << 26,
    });
  const folder = join(workspace, "published", "cielo", "2026", "r1");
  const { "manifest.json": _, ...files } = await bytesOf(folder);
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as ReportManifest;
  return { files, snapshot: manifest.snapshot, halves: manifest.halves?.map(({ snapshot }) => snapshot) };
}

test("the report of the year is the same bytes from CSV and from MariaDB", { timeout: 300_000 }, async () => {
  const tables = yearTables();
  const byCsv = join(scratch.folder, "csv");
  await writeCsv(join(byCsv, "export"), tables);
  await oneAct(byCsv, "{ kind: csv, path: export, zone: Europe/Rome }");

  const byMariaDb = join(scratch.folder, "mariadb");
  const { host, port, user, password, database, createUser } = await freshDatabase();
  await writeMariaDb({ host, port, user, password, database }, tables, { typed: true });
  await writeSelects(join(byMariaDb, "selects"), { typed: true });
  const reader = await createUser("reader", "una parola segreta");
  await oneAct(
    byMariaDb,
    `{ kind: mysql, host: ${host}, port: ${port}, zone: UTC, user: ${reader}, database: ${database}, passwordEnv: READER_PASSWORD, selects: selects }`,
  );

  const csv = await yearFrom(byCsv);
  expect(Object.keys(csv.files)).toContain("relazione-annuale.pdf");
  expect(csv.halves).toHaveLength(2);
  expect(await yearFrom(byMariaDb, { READER_PASSWORD: "una parola segreta" })).toEqual(csv);
});
