/** Bad rows are put aside with all that is needed to mend them, and with nothing that is nobody's business. */
import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import JSZip from "jszip";
import { beforeAll, expect, test } from "vitest";
import { type Ended, job } from "./job.ts";
import { fault, halfYear, order } from "./source-rows.ts";
import { figure, part, publishedIn, workspace } from "./workspaces.ts";

const command = "=cmd|' /C calc'!A0";
const person = { customer_name: "Concetta Lo Presti" };
const fifth = order("o5", "2026-02-10", person);

/** Lines 2 to 4 hold the good orders; a column with names follows the contract's. */
const orders = [
  ...halfYear.activation_orders.map((row) => ({ ...row, ...person })),
  order("o4", "2026-02-10", { ...person, region: "99" }),
  fifth,
  fifth,
  order("o6", "2026-02-01", person),
  order("o7", "2026-02-10", person),
  order("o7", "2026-02-11", person),
  order(command, "2026-02-10", { ...person, region: command }),
  order("o8", "2026-02-10", { ...person, registered_at: "ieri" }),
];
const strange = fault("f3", "2026-03-02T10:00:00+01:00", { technology: command });

let root: string;
let ended: Ended;
let lines: readonly string[];

beforeAll(async () => {
  root = await workspace({
    source: { ...halfYear, activation_orders: orders, fault_reports: [...halfYear.fault_reports, strange] },
  });
  ended = await job(["run", ...part], { cwd: root });
  lines = (await readFile(ended.json.quarantined[0].file, "utf8")).split("\r\n");
});

test("the run publishes, and says how many rows it put aside and where", () => {
  expect([ended.exitCode, ended.json.state]).toEqual([0, "published"]);
  expect(ended.json.quarantined).toEqual([
    { table: "activation_orders", rows: 7, file: expect.stringMatching(/^\/.+\/quarantine\/activation_orders\.csv$/) },
  ]);
});

test.for<readonly [string, string]>([
  ["an unknown region", "o4,5,region,not-in-list,use one of: 01 | 02 |"],
  ["the second of two identical rows", "o5,7,order_id,duplicate,delete the row: an identical one is kept,"],
  [
    "completed before it was registered",
    "o6,8,completed_at,end-before-start,correct completed_at or the start: the end lies before it,",
  ],
  ["the first of two contents under one key", "o7,9,order_id,conflict,"],
  ["the second of two contents under one key", "o7,10,order_id,conflict,"],
  ["a formula for a spreadsheet", `'${command},11,region,not-in-list,`],
  ["a time that is none", "o8,12,registered_at,unreadable,"],
])("%s: key, line, column, reason and remedy", ([, start]) => {
  expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1);
});

test("the file has a header and a line for each bad row, no cell that a spreadsheet would run, and no further column", () => {
  expect(lines[0]).toMatch(/^key,line,column,reason,remedy,order_id,service,.+,cancelled_at$/);
  expect(lines).toHaveLength(1 + 7 + 1);
  expect(lines.join("\n")).not.toMatch(/(^|,|")=/m);
  expect(lines.join("\n")).not.toContain(person.customer_name);
});

test("the good rows alone are counted: 3, 5, 7 and the one kept of two identical, 8, are 23 days over 4 orders", async () => {
  expect(await figure(root, "131-06-csp activation-time mean")).toMatchObject({
    exact: "23/4",
    value: "5.75",
    cases: 4,
  });
});

test("no file that the run left holds the further column", async () => {
  for (const place of ["published", "snapshots"])
    for (const entry of await readdir(join(root, place), { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        expect(await readFile(join(entry.parentPath, entry.name), "latin1")).not.toContain("Lo Presti");
});

test("a formula in an open list is a text in the documents", async () => {
  const distributions = await readFile(join(publishedIn(root), "distributions.csv"), "utf8");
  expect(distributions).toContain("cmd|' /C calc'!A0,");
  expect(distributions).not.toMatch(/(^|,|")=/m);
  const workbook = await JSZip.loadAsync(await readFile(join(publishedIn(root), "agcom-131-06-csp.xlsx")));
  const parts = await Promise.all(Object.values(workbook.files).map((file) => file.async("string")));
  expect(parts.filter((xml) => xml.includes("=cmd|"))).not.toEqual([]);
  expect(parts.filter((xml) => xml.includes("<f>") || xml.includes("<f "))).toEqual([]);
  const pdf = execFileSync("pdftotext", ["-layout", join(publishedIn(root), "report.pdf"), "-"], { encoding: "utf8" });
  expect(pdf).toContain("=cmd|");
});

test("a record with a field too few does not bring the further column in under another's name", async () => {
  const shifted = await workspace();
  const file = join(shifted, "sources", "prova", "activation_orders.csv");
  const [header = "", ...rows] = (await readFile(file, "utf8")).trimEnd().split("\n");
  // The name stands second; the last record lacks its order_id, so that the name is where the id should be.
  const named = rows.map((row) => row.replace(",", `,${person.customer_name},`));
  const short = (named[0] as string).replace("o1,", "");
  await writeFile(file, [header.replace(",", ",customer_name,"), ...named, short, ""].join("\n"));
  const pulled = await job(["pull", ...part], { cwd: shifted });
  const text = await readFile(join(pulled.json.folder, "quarantine", "activation_orders.csv"), "utf8");
  expect(text).toMatch(/\r\n,5,,unreadable,the record has \d+ fields where the header has \d+: export the row again,/);
  expect(text).not.toContain(person.customer_name);
});
