/** What `check` answers without writing: whether a run could begin, and what the data contract asks for. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tableNames } from "../../sql/tables.ts";
import { job } from "./job.ts";
import { halfYear } from "./source-rows.ts";
import { part, treeOf, workspace } from "./workspaces.ts";

test("a sound workspace: acts, targets and tables are counted, and nothing is written", async () => {
  const root = await workspace();
  const before = await treeOf(root);
  const ended = await job(["check", ...part], { cwd: root });
  expect([ended.exitCode, ended.json]).toEqual([
    0,
    expect.objectContaining({
      operator: "prova",
      period: "2026-S1",
      acts: [{ id: "131-06-csp", verified: "filed-model" }],
      targets: 1,
      source: "sources/prova",
      tables: tableNames.filter((name) => name in halfYear),
    }),
  ]);
  expect(await treeOf(root)).toEqual(before);
});

test("`last` is the half-year that has ended, and is what check takes where no period is given", async () => {
  const root = await workspace();
  const [named, unnamed] = [
    await job(["check", "--operator", "prova", "--period", "last"], { cwd: root }),
    await job(["check"], { cwd: root }),
  ];
  const now = new Date();
  const inRome = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Rome",
    year: "numeric",
    month: "2-digit",
  }).format(now);
  const [year = 0, month = 0] = inRome.split("-").map(Number);
  const last = month >= 7 ? `${year}-S1` : `${year - 1}-S2`;
  expect([named.json.period, unnamed.json.period]).toEqual([last, last]);
});

test("a table that a run would refuse to be without is refused here: exit 3", async () => {
  const root = await workspace();
  await rm(join(root, "sources", "prova", "invoices.csv"));
  const ended = await job(["check", ...part], { cwd: root });
  expect([ended.exitCode, ended.sentence]).toEqual([
    3,
    expect.stringContaining("has no invoices, which the acts reported need"),
  ]);
});

test("the data contract names every table, and of one its columns with shape and meaning", async () => {
  const whole = await job(["check", "--schema"]);
  expect(whole.json.tables.map(({ name }: { name: string }) => name)).toEqual(tableNames);
  const one = await job(["check", "--schema", "access_lines"]);
  expect(one.json.tables).toHaveLength(1);
  expect(one.json.tables[0].columns.map(({ name }: { name: string }) => name)).toEqual([
    "month",
    "service",
    "technology",
    "network",
    "region",
    "customer_class",
    "lines",
  ]);
});

test("a file that is no Parquet is found before anything is pulled", async () => {
  const root = await workspace();
  const source = join(root, "sources", "prova");
  await rm(join(source, "invoices.csv"));
  await writeFile(join(source, "invoices.parquet"), "order_id;completed_at\n");
  const ended = await job(["check", ...part], { cwd: root });
  expect([ended.exitCode, ended.sentence]).toEqual([
    3,
    expect.stringContaining("invoices.parquet cannot be read as Parquet"),
  ]);
});
