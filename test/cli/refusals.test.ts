/** A source that must not become a report: the exit code, and a sentence that names the place and the remedy. */
import { mkdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "./job.ts";
import { csvOf, halfYear, order, type SourceRows, writeSource } from "./source-rows.ts";
import { folder, part, profileText, publishedIn, treeOf, workspace } from "./workspaces.ts";

const { activation_orders: orders, access_lines: lines, ...others } = halfYear;
const cell = (text: string) => csvOf("activation_orders", [order("o1", "2026-02-05", { technology: text })]);

const spoiled: readonly (readonly [string, number, string | Buffer | undefined, string])[] = [
  [
    "bytes that are not UTF-8",
    3,
    Buffer.from(cell("Citt\u00e0"), "latin1"),
    "activation_orders.csv, line 2: the bytes are not UTF-8",
  ],
  ["UTF-16", 3, Buffer.from(`\ufeff${cell("FTTH")}`, "utf16le"), "activation_orders.csv is UTF-16, not UTF-8."],
  [
    "a column missing",
    3,
    cell("FTTH").replace(",completed_at,", ",completato,"),
    "activation_orders.csv: column completed_at is missing (there are: order_id,",
  ],
  [
    "semicolons for commas",
    3,
    csvOf("activation_orders", orders, ";"),
    "the file seems separated by ';' where ',' is asked for",
  ],
  ["a file without a header", 3, "", "activation_orders.csv is empty: its first line must name the columns."],
  [
    "a needed table missing",
    3,
    undefined,
    "sources/prova has no activation_orders, which the acts reported need; nothing was sealed or published. Add it to the source, or, if the operator has no such data, name it under `none:` in prova.yaml.",
  ],
  [
    "every row of a table bad",
    3,
    csvOf(
      "activation_orders",
      orders.map((row) => ({ ...row, region: "99" })),
    ),
    "All 3 rows of activation_orders in the period are bad (region not-in-list: 3).",
  ],
];

test.for(spoiled)("%s: exit %i", async ([, exitCode, bytes, sentence]) => {
  const root = await workspace();
  const file = join(root, "sources", "prova", "activation_orders.csv");
  if (bytes === undefined) await rm(file);
  else await writeFile(file, bytes);
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.sentence]).toEqual([exitCode, expect.stringContaining(sentence)]);
  expect(Object.keys(await treeOf(root, ["operators", "sources", "refused"]))).toEqual([]);
});

const withLines = (rows: SourceRows["access_lines"]): SourceRows => ({
  ...others,
  activation_orders: orders,
  access_lines: rows ?? [],
});
const empty = Object.fromEntries(Object.keys(halfYear).map((table) => [table, []])) as SourceRows;
const cut = "2026-04";

test.for<readonly [string, SourceRows, string]>([
  ["every table empty", empty, "Every table of sources/prova is empty, so there is nothing to report for 2026-S1."],
  [
    "a month of lines missing",
    withLines(lines.filter(({ month }) => month !== cut)),
    "access_lines has no row of service internet in 2026-04: the mean of the lines, and with it the fault rate, would be wrong. Nothing was published.",
  ],
])("%s: exit 3", async ([, source, sentence]) => {
  const root = await workspace({ source });
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.sentence]).toEqual([3, expect.stringContaining(sentence)]);
  expect(await treeOf(join(root, "published"))).toEqual({});
});

test("data of another period only: exit 3, and the rows that were there are counted", async () => {
  const { ivr_trees: _, ...dated } = halfYear;
  const root = await workspace({ source: { ...dated, ivr_trees: [] } });
  const ended = await job(["run", "--operator", "prova", "--period", "2024-S2"], { cwd: root });
  // 3 orders, 2 faults, 6 months of lines, 4 invoices, 1 dispute, 2 calls.
  expect([ended.exitCode, ended.sentence]).toEqual([
    3,
    expect.stringContaining("No row of sources/prova belongs to 2024-S2: all 18 are of other periods."),
  ]);
});

test("a table whose rows are all bad leaves its quarantine where the sentence says, until a source is sound", async () => {
  const root = await workspace({
    source: { ...halfYear, activation_orders: orders.map((row) => ({ ...row, region: "99" })) },
  });
  const dry = await job(["pull", ...part, "--dry-run"], { cwd: root });
  expect(dry.sentence).toContain("Run again without --dry-run to have each row and its reason in a file.");
  const ended = await job(["pull", ...part], { cwd: root });
  const file = join(root, "refused", "prova", "2026-S1", "activation_orders.csv");
  expect(ended.sentence).toContain(`Each row with its reason is in ${file}; mend the export and run again.`);
  expect(
    (await readFile(file, "utf8"))
      .split("\r\n")
      .slice(1, 4)
      .map((line) => line.split(",").slice(0, 4)),
  ).toEqual([
    ["o1", "2", "region", "not-in-list"],
    ["o2", "3", "region", "not-in-list"],
    ["o3", "4", "region", "not-in-list"],
  ]);
  await writeSource(join(root, "sources", "prova"), halfYear);
  expect((await job(["pull", ...part], { cwd: root })).exitCode).toBe(0);
  expect(await treeOf(join(root, "refused"))).toEqual({});
});

test.for<readonly [string, string, string]>([
  ["the source's folder is not there", "kind: csv, path: sources/altrove", "The source folder "],
  [
    "no database answers",
    "kind: mysql, host: 127.0.0.1, port: 1, user: qos, database: qos, selects: selects",
    "127.0.0.1",
  ],
])("%s: exit 4", async ([, source, sentence]) => {
  const root = await workspace({ profile: profileText.replace("kind: csv, path: sources/prova", source) });
  await mkdir(join(root, "selects"));
  await writeFile(join(root, "selects", "activation_orders.sql"), "select 1");
  for (const command of ["check", "run"]) {
    const ended = await job([command, ...part], { cwd: root });
    expect([ended.exitCode, ended.sentence]).toEqual([4, expect.stringContaining(sentence)]);
  }
});

test("the operator's page cannot be written: the report is said to be published, and the next run writes the page", async () => {
  const root = await workspace();
  const page = join(root, "published", "prova", "index.html");
  await mkdir(page, { recursive: true });
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.json.error.code]).toEqual([1, "page-unwritten"]);
  expect(ended.sentence).toMatch(
    /prova\/2026-S1\/r1 is published and whole, but the page .+ could not be written: EISDIR/,
  );
  await rmdir(page);
  const again = await job(["run", ...part], { cwd: root });
  expect([again.exitCode, again.json.state]).toEqual([0, "unchanged"]);
  expect(await readFile(page, "utf8")).toContain("2026-S1/r1/");
});

test("a disk that takes no more: a sentence, and nothing published", async () => {
  const root = await workspace();
  // Of a file, 32 blocks of 512 bytes may be written: the snapshot's manifest is longer, and every document.
  const ended = await job(["run", ...part], { cwd: root, before: "trap '' XFSZ; ulimit -f 32" });
  expect([ended.exitCode, ended.json.error.code]).toEqual([1, "system"]);
  expect(ended.sentence).toMatch(
    /^\S+\/prova\/\S+\.\w+ \(write, EFBIG\): .+ Nothing was published; mend this and run again\.$/,
  );
  expect(await treeOf(join(root, "published"))).toEqual({});
});

test.for<readonly [string, string, string]>([
  ["a folder nobody may write to", "/sys/semestrale", "(mkdir, EPERM): the user of this job may not do that there."],
  [
    "a file in the place of a folder",
    "operators/prova.yaml/x",
    "(mkdir, ENOTDIR): a part of this path is a file where a folder is needed.",
  ],
])("--out is %s: a sentence, and the next run publishes", async ([, out, sentence]) => {
  const root = await workspace();
  const ended = await job(["run", ...part, "--out", out], { cwd: root });
  expect([ended.exitCode, ended.sentence.replace("EACCES", "EPERM")]).toEqual([1, expect.stringContaining(sentence)]);
  expect((await job(["run", ...part], { cwd: root })).json.documents).toBe(publishedIn(root));
});

test("a folder without one file of the contract lacks every table: exit 3", async () => {
  const root = await workspace();
  const elsewhere = await folder();
  const ended = await job(["run", ...part, "--source", elsewhere], { cwd: root });
  expect([ended.exitCode, ended.json.error.code]).toEqual([3, "missing-tables"]);
});
