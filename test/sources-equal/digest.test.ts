import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadProfile, type ProfileSource } from "../../jobs/profile.ts";
import { silent } from "../../jobs/progress.ts";
import { type Pulled, pull } from "../../jobs/pull.ts";
import { actsOf } from "../../jobs/run.ts";
import { type SampleTables, sampleTables } from "../../jobs/sample/sample-tables.ts";
import { writeCsv } from "../../jobs/sample/write-csv.ts";
import { writeMariaDb } from "../../jobs/sample/write-mariadb.ts";
import { writeParquet } from "../../jobs/sample/write-parquet.ts";
import { writeSelects } from "../../jobs/sample/write-selects.ts";
import { templateFolder } from "../../jobs/workspace.ts";
import { period as periodOf } from "../../reports/period.ts";
import { tables as contract } from "../../sql/tables.ts";
import { freshDatabase } from "../setup/database.ts";
import { flawed, type Operator, operators, readable } from "./launch.ts";
import { type CsvShape, naiveUtc, rewritten, shuffled, westOf, withTimes, writeCsvAs } from "./rewrite.ts";

let scratch = "";
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "semestrale-digest-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

let made = 0;
/** A folder of its own under the workspace. */
const fresh = (): string => {
  made += 1;
  return `source-${made}`;
};

/** Seals what the source gives for the operator's 2026-S1. */
async function sealed(operator: Operator, source: ProfileSource): Promise<Pulled> {
  const profile = { ...(await loadProfile(join(templateFolder("operators"), `${operator}.yaml`))), source };
  const period = periodOf(2026, 1);
  const store = join(scratch, fresh());
  const workspace = { folder: scratch, store, out: store };
  return pull({
    workspace,
    profile,
    period,
    acts: actsOf(profile, period),
    sourceFolder: undefined,
    progress: silent,
    now: new Date(0),
  });
}

async function byCsv(operator: Operator, tables: SampleTables, zone = "Europe/Rome"): Promise<Pulled> {
  const path = fresh();
  await writeCsv(join(scratch, path), tables);
  return sealed(operator, { kind: "csv", path, zone });
}

async function byParquet(operator: Operator, tables: SampleTables, typed: boolean): Promise<Pulled> {
  const path = fresh();
  await writeParquet(join(scratch, path), tables, { typed });
  return sealed(operator, { kind: "parquet", path, zone: "Europe/Rome" });
}

/** What a report rests on: the digest, the files behind it, and how many rows were put aside for which reason. */
function restsOn({ manifest }: Pulled) {
  const { digest, tables, quarantine } = manifest;
  return { digest, tables, quarantine: quarantine.map(({ table, rows, problems }) => ({ table, rows, problems })) };
}

const shapes: readonly (readonly [words: string, shape: CsvShape])[] = [
  ["lines that end in CRLF", { lineEnd: "\r\n", quoted: false, columns: (names) => names }],
  ["every field in quotes", { lineEnd: "\n", quoted: true, columns: (names) => names }],
  ["the columns in another order", { lineEnd: "\n", quoted: false, columns: (names) => names.toReversed() }],
  [
    "further columns, first, last and between",
    {
      lineEnd: "\r\n",
      quoted: true,
      columns: (names) => ["customer_name", ...names.slice(0, 2), "phone", ...names.slice(2), "notes"],
    },
  ],
];

describe.each(operators)("%s: one digest", (operator) => {
  const [whole, spoilt] = [sampleTables(readable(operator)), sampleTables(flawed(operator))];
  let wholeByCsv: ReturnType<typeof restsOn>;
  let spoiltByCsv: ReturnType<typeof restsOn>;
  beforeAll(async () => {
    wholeByCsv = restsOn(await byCsv(operator, whole));
    spoiltByCsv = restsOn(await byCsv(operator, spoilt));
  });

  test("of rows in any order, bad, doubled and contradicting ones among them", async () => {
    expect(spoiltByCsv.quarantine.length).toBeGreaterThan(5);
    expect(restsOn(await byCsv(operator, rewritten(spoilt, shuffled)))).toEqual(spoiltByCsv);
    expect(restsOn(await byParquet(operator, rewritten(spoilt, shuffled), false))).toEqual(spoiltByCsv);
  });

  test.each(shapes)("of CSV with %s", async (_, shape) => {
    const path = fresh();
    await writeCsvAs(join(scratch, path), spoilt, shape);
    const pulled = await sealed(operator, { kind: "csv", path, zone: "Europe/Rome" });
    expect(restsOn(pulled)).toEqual(spoiltByCsv);
    const further = shape.columns(["a", "b"]).filter((name) => name.length > 1);
    expect(pulled.manifest.origin.tables.contact_calls?.ignoredColumns).toEqual(further);
  });

  test("of naive times in a declared zone UTC and of times with any offset", async () => {
    const naive = rewritten(whole, withTimes(naiveUtc));
    expect(restsOn(await byCsv(operator, naive, "UTC"))).toEqual(wholeByCsv);
    expect(restsOn(await byCsv(operator, rewritten(whole, withTimes(westOf)), "UTC"))).toEqual(wholeByCsv);
    // The zone is that of naive times and of nothing else: read by Rome's, the same text is other instants.
    expect((await byCsv(operator, naive, "Europe/Rome")).manifest.digest).not.toBe(wholeByCsv.digest);
  });

  test("of Parquet as text, of Parquet with types, and of CSV", async () => {
    expect(restsOn(await byParquet(operator, whole, false))).toEqual(wholeByCsv);
    expect(restsOn(await byParquet(operator, whole, true))).toEqual(wholeByCsv);
  });

  test("of TIMESTAMP columns in MariaDB, whatever the declared zone, and of CSV", async () => {
    const { host, port, user, password, database, admin } = await freshDatabase();
    await writeMariaDb({ host, port, user, password, database }, whole, { typed: true });
    await admin.query("SET time_zone = '+00:00'");
    for (const { name, columns } of Object.values(contract)) {
      const times = columns.filter(({ type }) => type.kind === "time").map((column) => column.name);
      const changes = times.map((time) => `MODIFY ${time} TIMESTAMP(6) NULL`);
      if (changes.length > 0) await admin.query(`ALTER TABLE ${name} ${changes.join(", ")}`);
    }
    const selects = fresh();
    await writeSelects(join(scratch, selects), { typed: true });
    for (const zone of ["Europe/Rome", "America/New_York"]) {
      const source = { kind: "mysql", host, port, user, database, selects, zone } as const;
      expect(restsOn(await sealed(operator, source))).toEqual(wholeByCsv);
    }
  });
});
