/** The single cases behind a report, from the command line: what is written where, and that it is what the report accounts for. */
import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, test } from "vitest";
import type { Conservation } from "../../reports/report-model.ts";
import { readWorkbook } from "../../templates/xlsx/read-workbook.ts";
import { job } from "./job.ts";
import { halfYear, order } from "./source-rows.ts";
import { bytesOf, part, publishedIn, treeOf, workspace } from "./workspaces.ts";

let root: string;
let place: string;
let parquet: readonly { readonly file: string; readonly rows: number }[];

/** 3, 5 and 7 days; one order cancelled, one of another service, one completed before the half-year, two odd names. */
beforeAll(async () => {
  root = await workspace({
    source: {
      ...halfYear,
      activation_orders: [
        ...halfYear.activation_orders,
        order("o5", "2026-02-20", { cancelled_at: "2026-02-21T09:00:00+01:00" }),
        order("o6", "2026-02-20", { service: "voice" }),
        order("=1+1", "2026-03-29", { order_type: "takeover", completed_at: "2026-03-29T03:30:00+02:00" }),
        order("o8", "2026-02-27", { customer_requested_later: "1" }),
      ],
    },
  });
  place = join(root, "internal", "prova", "2026-S1", "evidence");
  await job(["run", ...part], { cwd: root });
  await evidence("--evidence", "xlsx");
  parquet = (await evidence("131-06-csp", "activation-time", "p95", "--evidence", "parquet")).json.files;
});

const evidence = (...words: readonly string[]) => job(["explain", ...part, ...words], { cwd: root });
const cellsOf = async (file: string) => (await readWorkbook(await readFile(join(place, file)))).cells;
const activation = "evidence-131-06-csp-activation-time.xlsx";

test("every indicator of the report has its file, and a list of hashes that sha256sum takes", async () => {
  expect((await readdir(place)).sort()).toEqual([
    "SHA256SUMS",
    "evidence-131-06-csp-activation-time-activation_orders.parquet",
    "evidence-131-06-csp-activation-time-suspensions.parquet",
    activation,
    "evidence-131-06-csp-call-answer.xlsx",
    "evidence-131-06-csp-disputed-charges.xlsx",
    "evidence-131-06-csp-fault-rate.xlsx",
    "evidence-131-06-csp-repair-time.xlsx",
  ]);
  const checked = execFileSync("sha256sum", ["-c", "SHA256SUMS"], { cwd: place, encoding: "utf8" });
  expect(checked.match(/: OK$/gm)).toHaveLength(7);
});

test("each row stands with its class and reason, its times in Italy's clocks, its quantities and dimensions", async () => {
  const cells = (await cellsOf(activation)).filter(({ sheet }) => sheet === "ordini di attivazione");
  const lines = Map.groupBy(cells, ({ ref }) => ref.replace(/\D+/, ""));
  const texts = [...lines.values()].map((line) => line.map(({ text }) => text));
  expect(texts[0]?.slice(0, 6)).toEqual([
    "Riga (order_id)",
    "Classe",
    "Motivo",
    "Inizio (started_at)",
    "Fine (completed_at)",
    "Giorni netti",
  ]);
  const line = (key: string) => texts.find(([first]) => first === key)?.slice(1);
  const start = "2026-02-02T10:00:00+01:00";
  const takeover = "ordine che non è di prima attivazione";
  expect(line("=1+1")?.slice(0, 4)).toEqual(["esclusa", takeover, start, "2026-03-29T03:30:00+02:00"]);
  expect(line("o1")?.slice(0, 4)).toEqual(["considerata", start, "2026-02-05T12:00:00+01:00", "3"]);
  expect(line("o5")?.slice(0, 2)).toEqual(["esclusa", "ordine annullato"]);
  expect(line("o6")?.[0]).toBe("non pertinente");
  expect(line("o8")?.slice(0, 2)).toEqual([
    "considerata",
    "data posticipata su richiesta del cliente (esclusa da p95, p99, mean, within-contract, cases)",
  ]);
});

test("the rows of every class are as many as the report accounts for", async () => {
  const { conservation } = JSON.parse(await readFile(join(publishedIn(root), "indicators.json"), "utf8")) as {
    conservation: readonly Conservation[];
  };
  for (const line of conservation.filter(({ read }) => read > 0)) {
    const cells = await cellsOf(`evidence-${line.act}-${line.indicator}.xlsx`);
    const counted = cells.filter(({ ref, text }) => /^[AB]\d+$/.test(ref) && text.startsWith("considerata"));
    const all = conservation.filter(({ indicator }) => indicator === line.indicator);
    // Once in the summary for each table that has any, and once for each row.
    const expected = all.reduce((sum, one) => sum + one.counted + (one.counted > 0 ? 1 : 0), 0);
    expect(counted).toHaveLength(expected);
  }
});

describe("as Parquet", () => {
  test("the rows of one figure's indicator are the same, in the contract's own names", async () => {
    expect(parquet.map(({ file, rows }) => [file, rows])).toEqual([
      ["evidence-131-06-csp-activation-time-activation_orders.parquet", 7],
      ["evidence-131-06-csp-activation-time-suspensions.parquet", 0],
    ]);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const path = join(place, parquet[0]?.file ?? "");
    const rows = await connection.runAndReadAll(
      `select order_id, class, left_out, completed_at, days from read_parquet('${path}')`,
    );
    expect(rows.getRows()).toEqual([
      ["=1+1", "not-first-activation", null, "2026-03-29T03:30:00+02:00", 55n],
      ["o1", "counted", null, "2026-02-05T12:00:00+01:00", 3n],
      ["o2", "counted", null, "2026-02-07T12:00:00+01:00", 5n],
      ["o3", "counted", null, "2026-02-09T12:00:00+01:00", 7n],
      ["o5", "cancelled", null, "2026-02-20T12:00:00+01:00", 18n],
      ["o6", "no-concern", null, "2026-02-20T12:00:00+01:00", 18n],
      ["o8", "counted", "later-date", "2026-02-27T12:00:00+01:00", null],
    ]);
    connection.closeSync();
  });
});

test("made again, in another zone, the files have the same bytes, and nothing of the report has changed", async () => {
  const before = await bytesOf(place);
  const report = await treeOf(root, ["internal"]);
  const elsewhere = { cwd: root, env: { TZ: "America/New_York", LANG: "en_US.UTF-8" } };
  await job(["explain", ...part, "--evidence", "xlsx"], elsewhere);
  await job(["explain", ...part, "131-06-csp activation-time p95", "--evidence", "parquet"], elsewhere);
  expect(await bytesOf(place)).toEqual(before);
  expect(await treeOf(root, ["internal"])).toEqual(report);
});

test("a dry run names the files and writes none", async () => {
  const before = await treeOf(root);
  const { json } = await evidence("--evidence", "parquet", "--dry-run");
  expect([json.folder, json.files.length > 5]).toEqual(["", true]);
  expect(await treeOf(root)).toEqual(before);
});

test.each<readonly [string, readonly string[], string]>([
  [
    "an unknown kind",
    ["explain", ...part, "--evidence", "csv"],
    "--evidence 'csv' is no kind of file; allowed: xlsx, parquet.",
  ],
  ["with --late", ["explain", ...part, "--late", "--evidence", "xlsx"], "--evidence and --late are two lists."],
  ["of another command", ["report", ...part, "--evidence", "xlsx"], "--evidence is no option of report."],
])("%s is refused", async (_, args, words) => {
  const ended = await job(args, { cwd: root });
  expect([ended.exitCode, ended.sentence.slice(0, words.length)]).toEqual([2, words]);
});
