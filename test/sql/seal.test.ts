/** The sealed files: the same bytes for the same rows, whatever their order, the threads and the memory. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countChecked, digestOf, type SealedFile, sha256OfFile, writeParquet } from "../../sql/snapshot/seal.ts";
import { type TableName, tableNames, tables } from "../../sql/tables.ts";
import { corpusOf, type Row, rowOf } from "./corpus.ts";
import { type HandMadeOptions, loadAndCheck, withEngine } from "./hand-made.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "semestrale-seal-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Data = Readonly<Record<TableName, readonly Row[]>>;

/** Every table with good rows in number and one of each kind of bad ones. */
function sampleOf(size: number): Data {
  const many = (name: TableName): readonly Row[] => {
    const { good, bad } = corpusOf(name);
    const own = tables[name].columns.find((column) => column.type.kind === "text")?.name as string;
    const goods = Array.from({ length: size }, (_, i) => ({ ...good, [own]: `K${(i * 7919) % size}` }));
    return [...goods, ...bad.map(({ row }, i) => ({ ...good, [own]: `bad ${i}`, ...row }))];
  };
  return Object.fromEntries(tableNames.map((name) => [name, many(name)])) as unknown as Data;
}

async function seal(
  data: Data,
  options: HandMadeOptions,
): Promise<{ readonly digest: string; readonly files: readonly SealedFile[] }> {
  return withEngine(options, async (engine) => {
    for (const name of ["suspensions", ...tableNames.filter((name) => name !== "suspensions")] as const)
      await loadAndCheck(engine, name, data[name], options);
    const files: SealedFile[] = [];
    for (const name of tableNames) {
      const path = join(folder, `${name}.parquet`);
      await writeParquet(engine, tables[name], path);
      files.push({
        table: name,
        rows: (await countChecked(engine, tables[name])).kept,
        sha256: await sha256OfFile(path),
      });
    }
    return { digest: digestOf(files), files };
  });
}

const reversed = (data: Data): Data =>
  Object.fromEntries(tableNames.map((name) => [name, [...data[name]].reverse()])) as unknown as Data;

describe("the digest", () => {
  const data = sampleOf(300);

  test("is one for any order of the rows, one thread and four, little memory and much", async () => {
    const { digest, files } = await seal(data, { threads: 1, memoryMegabytes: 512 });
    expect(files.map(({ rows }) => rows >= 300)).toEqual(tableNames.map(() => true));
    const others = [
      await seal(reversed(data), { threads: 1, memoryMegabytes: 512 }),
      await seal(data, { threads: 4, memoryMegabytes: 512 }),
      await seal(reversed(data), { threads: 4, memoryMegabytes: 128 }),
    ];
    expect(others.map((other) => other.digest)).toEqual([digest, digest, digest]);
  });

  test("moves with one value of one row, and with a row more", async () => {
    const { digest } = await seal(data, {});
    const [first, ...rest] = data.access_lines as readonly [Row, ...Row[]];
    const changed = await seal({ ...data, access_lines: [{ ...first, lines: "1001" }, ...rest] }, {});
    const longer = await seal({ ...data, access_lines: [...data.access_lines, { ...first, technology: "SAT" }] }, {});
    expect(new Set([digest, changed.digest, longer.digest]).size).toBe(3);
  });

  test("speaks of table, rows and hash in the contract's order, whatever order they are given in", () => {
    const files = [
      { table: "suspensions", rows: 1, sha256: "b" },
      { table: "activation_orders", rows: 2, sha256: "a" },
    ];
    expect(digestOf(files)).toBe(digestOf([...files].reverse()));
    for (const other of [{ rows: 3 }, { sha256: "c" }, { table: "events" }])
      expect(digestOf([{ ...files[0], ...other } as SealedFile, files[1] as SealedFile])).not.toBe(digestOf(files));
  });
});

test("a table of several row groups has the same bytes from one thread and from four, in either order", async () => {
  // A group holds 122880 rows.
  const rows = 260_000;
  const hashes: string[] = [];
  for (const [threads, order] of [
    [1, sql`asc`],
    [4, sql`desc`],
  ] as const)
    await withEngine({ threads, memoryMegabytes: threads === 1 ? 1024 : 256 }, async (engine) => {
      await loadAndCheck(engine, "packet_tests", []);
      await sql`insert into checked_packet_tests
        select 'T' || (i * 7919) % ${rows}, 4000, make_timestamp(1770000000000000 + i * 1000), 1000, i % 13, '09', i, false, null, true, false
        from range(${rows}) as r(i) order by i ${order}`.execute(engine.db);
      const path = join(folder, "large.parquet");
      await writeParquet(engine, tables.packet_tests, path);
      hashes.push(await sha256OfFile(path));
    });
  expect(new Set(hashes).size).toBe(1);
});

describe("what of a table is kept", () => {
  const lines = async (name: TableName, rows: readonly Row[], beside: Partial<Data> = {}) =>
    withEngine({}, async (engine) => {
      const all = { suspensions: [], activation_orders: [], fault_reports: [], events: [], ...beside, [name]: rows };
      for (const [table, of] of Object.entries(all)) await loadAndCheck(engine, table as TableName, of);
      const { read, kept, outside, problems } = await countChecked(engine, tables[name]);
      return { read, kept, outside, problems };
    });

  test("rows of another period are outside, good or bad; a bad row that nobody can place is quarantined", async () => {
    const call = (changes: Row, i: number) => rowOf("contact_calls", { call_id: `C${i}`, ...changes });
    const rows = [
      {},
      { received_at: "2026-07-01" },
      { received_at: "2026-07-01", answered: "x" },
      { answered: "x" },
      { received_at: "ieri" },
    ].map(call);
    expect(await lines("contact_calls", rows)).toEqual({
      read: 5,
      kept: 1,
      outside: 2,
      problems: { "answered:not-in-list": 1, "received_at:unreadable": 1 },
    });
  });

  test.each([
    ["reported and restored before", "2025-11-01T00:00:00Z", "2025-11-02T00:00:00Z", 0],
    ["reported before, restored within", "2025-12-01T00:00:00Z", "2026-01-02T00:00:00Z", 1],
    ["reported within, restored after", "2026-06-30T00:00:00Z", "2026-07-02T00:00:00Z", 1],
    ["reported within, not restored", "2026-06-30T00:00:00Z", null, 1],
    ["reported before, restored after", "2025-12-01T00:00:00Z", "2026-07-02T00:00:00Z", 0],
  ] as const)("a fault %s", async (_, reportedAt, restoredAt, kept) => {
    expect(
      (await lines("fault_reports", [rowOf("fault_reports", { reported_at: reportedAt, restored_at: restoredAt })]))
        .kept,
    ).toBe(kept);
  });

  test("a suspension is kept with its case, wherever in time it lies, and an event with the fault that names it", async () => {
    const long = {
      reported_at: "2025-12-01T00:00:00Z",
      taken_charge_at: null,
      restored_at: "2026-01-02T00:00:00Z",
      event_id: "E1",
    };
    const fault_reports = [rowOf("fault_reports", long)];
    const old = { started_at: "2025-12-02T00:00:00Z", ended_at: "2025-12-03T00:00:00Z" };
    const suspensions = [rowOf("suspensions", old), rowOf("suspensions", { ...old, case_id: "F9" })];
    const events = [rowOf("events", old), rowOf("events", { ...old, event_id: "E9" })];
    expect(await lines("suspensions", suspensions, { fault_reports })).toMatchObject({ kept: 1, outside: 1 });
    expect(await lines("events", events, { fault_reports })).toMatchObject({ kept: 1, outside: 1 });
  });
});
