/**
 * Rows per second of pull, measure and render, with what the same machine does at least beside them:
 * node test/bench/bench.ts [CALLS], 1,000,000 calls unless told otherwise, the rest in proportion.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createConnection } from "mysql2/promise";
import type { ProfileSource } from "../../jobs/profile.ts";
import type { SampleParameters } from "../../jobs/sample/parameters.ts";
import { sampleTables } from "../../jobs/sample/sample-tables.ts";
import { writeCsv } from "../../jobs/sample/write-csv.ts";
import { writeMariaDb } from "../../jobs/sample/write-mariadb.ts";
import { writeSelects } from "../../jobs/sample/write-selects.ts";
import { startMariadb, type TestServer } from "../setup/mariadb.ts";
import { findTool } from "../setup/system-tools.ts";
import { type Measured, machine, results } from "./results.ts";
import type { Step } from "./steps.ts";

const rounds = 3;

/** A database takes rows in more slowly than it gives them out: its data are a tenth. */
const databaseShare = 10;

/** An operator with four calls a line in a half-year; speed tests come from fixed places and do not grow with its lines. */
const parametersOf = (calls: number): SampleParameters => ({
  ...{ seed: 1, operator: "cielo", year: 2026, half: 1, size: Math.ceil(calls / 4), calls: 4000 },
  ...{ throughputTests: 300, delayTests: 200, packetTests: 200, backboneTests: 100 },
});

async function bench(calls: number, folder: string, server: TestServer | undefined): Promise<void> {
  say(machine());
  say(`generating ${calls} calls and the rest`);
  const csv = join(folder, "csv");
  await writeCsv(csv, sampleTables(parametersOf(calls)));
  const database = server && (await fillDatabase(calls, folder, server));
  // Once and not timed: the files of the machine's cache, the snapshot that is measured, the model that is rendered.
  const parquet = join(folder, "parquet");
  await run({ step: "floor", from: csv, to: parquet });
  const sealed = await run({ step: "pull", from: files("parquet", parquet), to: join(folder, "sealed") });
  const [snapshot, model] = [sealed.folder ?? "", join(folder, "model")];
  await run({ step: "model", from: snapshot, to: model });

  const steps: Readonly<Record<string, (to: string) => Step>> = {
    "CSV to Parquet, unchecked": (to) => ({ step: "floor", from: csv, to }),
    "pull, CSV": (to) => ({ step: "pull", from: files("csv", csv), to }),
    "pull, Parquet": (to) => ({ step: "pull", from: files("parquet", parquet), to }),
    ...(database && { "pull, MariaDB": (to: string) => ({ step: "pull", from: database, to }) as const }),
    "raw scan": (to) => ({ step: "scan", from: snapshot, to }),
    measure: (to) => ({ step: "measure", from: snapshot, to }),
    render: (to) => ({ step: "render", from: model, to }),
    "report.pdf": (to) => ({ step: "report-pdf", from: model, to }),
    "its texts, drawn bare": (to) => ({ step: "bare-pdf", from: model, to }),
    "AGCOM workbooks": (to) => ({ step: "agcom-xlsx", from: model, to }),
    "their cells, zipped bare": (to) => ({ step: "bare-xlsx", from: model, to }),
    "evidence, 8 cells a row": (to) => ({ step: "evidence-xlsx", from: model, to }),
    "the same, deflated bare": (to) => ({ step: "bare-evidence", from: model, to }),
  };
  const timings = new Map<string, Measured[]>(Object.keys(steps).map((name) => [name, []]));
  // Round by round, so that a busy minute of the machine falls on every step alike.
  for (let round = 1; round <= rounds; round += 1)
    for (const [name, step] of Object.entries(steps)) {
      say(`round ${round} of ${rounds}: ${name}`);
      const to = join(folder, "made");
      timings.get(name)?.push(await run(step(to)));
      await rm(to, { recursive: true, force: true });
    }
  const digests = new Set(
    ["pull, CSV", "pull, Parquet"].flatMap((name) => timings.get(name) ?? []).map(({ digest }) => digest),
  );
  if (digests.size !== 1 || !digests.has(sealed.digest))
    throw new Error("The same rows were sealed under several digests.");
  process.stdout.write(`${machine()}\n\n${results(timings)}\n`);
}

const files = (kind: "csv" | "parquet", path: string): ProfileSource => ({ kind, path, zone: "Europe/Rome" });

async function fillDatabase(calls: number, folder: string, server: TestServer): Promise<ProfileSource> {
  const { host, port, socketPath, user, password } = server;
  const database = "bench";
  const connection = await createConnection({ socketPath, user, password });
  await connection.query("CREATE DATABASE ?? CHARACTER SET utf8mb4", [database]);
  await connection.end();
  say(`filling MariaDB with 1/${databaseShare} of that`);
  const tables = sampleTables(parametersOf(Math.ceil(calls / databaseShare)));
  await writeMariaDb({ host, port, user, password, database }, tables, { typed: false });
  const selects = join(folder, "selects");
  await writeSelects(selects, { typed: false });
  return { kind: "mysql", socketPath, user, database, selects, zone: "Europe/Rome" };
}

async function run(step: Step): Promise<Measured> {
  const program = fileURLToPath(new URL("step.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(step)]);
  return JSON.parse(stdout) as Measured;
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

const [text = "1000000"] = process.argv.slice(2);
const calls = Number(text);
if (!Number.isInteger(calls) || calls < 1000) throw new RangeError(`"${text}" is no number of calls from 1000 up.`);
const folder = await mkdtemp(join(tmpdir(), "semestrale-bench-"));
const running = findTool("mariadbd") === undefined ? undefined : await startMariadb();
try {
  await bench(calls, folder, running?.server);
} finally {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
}
