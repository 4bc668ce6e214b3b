import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleTables } from "../../jobs/sample/sample-tables.ts";
import { writeCsv } from "../../jobs/sample/write-csv.ts";
import { writeMariaDb } from "../../jobs/sample/write-mariadb.ts";
import { writeParquet } from "../../jobs/sample/write-parquet.ts";
import { writeSelects } from "../../jobs/sample/write-selects.ts";
import { freshDatabase } from "../setup/database.ts";
import {
  flawed,
  type Operator,
  type Outcome,
  operators,
  readable,
  run,
  scratchFolder,
  writeProfile,
} from "./launch.ts";

/** Three runs one after the other, documents and all. */
const timeout = 180_000;

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

async function byCsv(operator: Operator, parameters: typeof flawed): Promise<Outcome> {
  const workspace = join(scratch.folder, `${operator}-${parameters.name}-csv`);
  await writeCsv(join(workspace, "export"), sampleTables(parameters(operator)));
  await writeProfile(workspace, operator, "{ kind: csv, path: export, zone: Europe/Rome }");
  return run(workspace, operator);
}

async function byParquet(operator: Operator, parameters: typeof flawed, typed: boolean): Promise<Outcome> {
  const workspace = join(scratch.folder, `${operator}-${parameters.name}-parquet`);
  await writeParquet(join(workspace, "export"), sampleTables(parameters(operator)), { typed });
  await writeProfile(workspace, operator, "{ kind: parquet, path: export, zone: Europe/Rome }");
  return run(workspace, operator);
}

async function byMariaDb(operator: Operator, parameters: typeof flawed, typed: boolean): Promise<Outcome> {
  const workspace = join(scratch.folder, `${operator}-${parameters.name}-mariadb`);
  const { host, port, socketPath, user, password, database, createUser } = await freshDatabase();
  await writeMariaDb({ host, port, user, password, database }, sampleTables(parameters(operator)), { typed });
  await writeSelects(join(workspace, "selects"), { typed });
  const reader = await createUser("reader", "una parola segreta");
  // Typed times are UTC; those of text columns say their zone or are Rome's. Either way to the server is taken once.
  const place = typed ? `host: ${host}, port: ${port}, zone: UTC` : `socketPath: ${socketPath}, zone: Europe/Rome`;
  const source = `{ kind: mysql, ${place}, user: ${reader}, database: ${database}, passwordEnv: READER_PASSWORD, selects: selects }`;
  await writeProfile(workspace, operator, source);
  return run(workspace, operator, { READER_PASSWORD: "una parola segreta" });
}

const reportFiles = [
  "agcom-131-06-csp.xlsx",
  "agcom-244-08-csp.xlsx",
  "agcom-254-04-csp.xlsx",
  "agcom-79-09-csp.xlsx",
  "audit.xlsx",
  "distributions.csv",
  "distributions.parquet",
  "index.html",
  "indicators.csv",
  "indicators.json",
  "lettera-accompagnamento.pdf",
  "report.pdf",
  "testo-bolletta.txt",
];

/** Equal but for the profile, which names another source, and the folder's mark of the quarantine, which holds lines. */
function expectSame(outcome: Outcome, reference: Outcome): void {
  expect(outcome.snapshot.digest).toBe(reference.snapshot.digest);
  expect(outcome.snapshot.tables).toEqual(reference.snapshot.tables);
  expect(problemsOf(outcome)).toEqual(problemsOf(reference));
  expect(outcome.files).toEqual(reference.files);
  const { profileSha256, snapshotFolder } = reference.manifest;
  expect({ ...outcome.manifest, profileSha256, snapshotFolder }).toEqual(reference.manifest);
  expect(outcome.manifest.profileSha256).not.toBe(profileSha256);
}

const reasonsOf = ({ snapshot }: Outcome): readonly string[] => {
  const problems = snapshot.quarantine.flatMap((file) => Object.keys(file.problems));
  return [...new Set(problems.map((problem) => problem.split(":")[1] as string))].sort();
};

const problemsOf = ({ snapshot }: Outcome) =>
  snapshot.quarantine.map(({ table, rows, problems }) => ({ table, rows, problems }));

describe.each(operators)("the report of %s is the same bytes", (operator) => {
  test("from CSV, typed Parquet, and typed columns of MariaDB filtered by the period", { timeout }, async () => {
    const csv = await byCsv(operator, readable);
    expect(Object.keys(csv.files)).toEqual(reportFiles);
    expect(reasonsOf(csv)).toEqual(["conflict", "duplicate"]);
    expectSame(await byParquet(operator, readable, true), csv);
    const database = await byMariaDb(operator, readable, true);
    expectSame(database, csv);
    // The SELECTs leave most of what other periods govern where it is.
    expect(outside(database)).toBeLessThan(outside(csv) / 4);
  });

  test("from CSV, Parquet and MariaDB as text, with every kind of bad row", { timeout }, async () => {
    const csv = await byCsv(operator, flawed);
    expect(reasonsOf(csv)).toEqual([
      "conflict",
      "duplicate",
      "end-before-start",
      "negative",
      "not-in-list",
      "null",
      "unreadable",
    ]);
    expectSame(await byParquet(operator, flawed, false), csv);
    expectSame(await byMariaDb(operator, flawed, false), csv);
  });
});

const outside = ({ snapshot }: Outcome): number =>
  Object.values(snapshot.origin.tables).reduce((total, table) => total + table.outside, 0);
