import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { checkedName } from "../../sql/snapshot/check-table.ts";
import { tables } from "../../sql/tables.ts";
import { rowOf } from "./corpus.ts";
import { loadAndCheck, withEngine } from "./hand-made.ts";
import { timeTexts } from "./time-texts.ts";

interface Read {
  readonly at: string | null;
  readonly problem: string | null;
  readonly doubled_hour: boolean;
}

/** As a process in the zone `TZ` reads them from a source whose naive times are in `zone`. */
function readTimes(
  texts: readonly string[],
  zone: string,
  TZ: string,
): { readonly local: number; readonly read: readonly Read[] } {
  const reader = fileURLToPath(new URL("read-times.ts", import.meta.url));
  const input = JSON.stringify({ zone, texts });
  return JSON.parse(
    execFileSync(process.execPath, [reader], { input, encoding: "utf8", env: { ...process.env, TZ } }),
  ) as never;
}

describe.each(["America/New_York", "Europe/Rome", "Pacific/Kiritimati"])("in a process of the zone %s", (TZ) => {
  const { local, read } = readTimes(
    timeTexts.map(([text]) => text),
    "Europe/Rome",
    TZ,
  );

  test("which is really in force", () => {
    expect(local).toBe({ "America/New_York": 300, "Europe/Rome": -60, "Pacific/Kiritimati": 640 }[TZ]);
  });

  test.each(timeTexts.map(([text, instant], i) => ({ text, instant, i })))("$text is $instant", ({ instant, i }) => {
    expect([read[i]?.at, read[i]?.problem]).toEqual([instant, instant === null ? "received_at:unreadable" : null]);
  });

  test("only naive times in the doubled hour are flagged", () => {
    const flagged = timeTexts.filter((_, i) => read[i]?.doubled_hour === true).map(([text]) => text);
    expect(flagged).toEqual(["2026-10-25T02:00:00", "2026-10-25T02:59:59.999999"]);
  });
});

test("naive times are read in the zone of the source, a bare date in Rome all the same", () => {
  const texts = [
    "2026-02-10T10:00:00",
    "2026-03-08T02:30:00",
    "2026-03-29T02:30:00",
    "2026-11-01T01:30:00",
    "2026-02-10",
    "2026-02-10T10:00:00Z",
  ];
  const { read } = readTimes(texts, "America/New_York", "Asia/Tokyo");
  expect(read.map(({ at }) => at)).toEqual([
    "2026-02-10 15:00:00",
    null,
    "2026-03-29 06:30:00",
    "2026-11-01 05:30:00",
    "2026-02-09 23:00:00",
    "2026-02-10 10:00:00",
  ]);
  expect(read.map(({ doubled_hour }) => doubled_hour)).toEqual([false, false, false, true, false, false]);
});

/** Each text as the value of a column; NULL and the reason where it has none. */
async function valuesOf(
  table: "access_lines" | "invoices" | "contact_calls",
  column: string,
  texts: readonly string[],
) {
  return withEngine({}, async (engine) => {
    const own = { access_lines: "technology", invoices: "invoice_id", contact_calls: "call_id" }[table];
    await loadAndCheck(
      engine,
      table,
      texts.map((text, i) => rowOf(table, { [own]: `K${i}`, [column]: text })),
    );
    const found = await sql<{ value: string | null; problem: string | null }>`
      select cast(${sql.ref(column)} as varchar) as value, problem from ${sql.table(checkedName(tables[table]))} order by line`.execute(
      engine.db,
    );
    return found.rows.map(({ value, problem }) => value ?? problem);
  });
}

test.each([
  {
    kind: "count",
    table: "access_lines",
    column: "lines",
    texts: [
      "0",
      "7",
      "007",
      "999999999999",
      "1000000000000",
      "9223372036854775808",
      "+5",
      "-0",
      "-1",
      "5.0",
      "5,0",
      "1e3",
      "0x10",
      "1_000",
      "1 000",
      " 5",
      "5 ",
      "٥",
      "NaN",
      "true",
    ],
    read: ["0", "7", "7", "999999999999", ...Array<string>(16).fill("lines:unreadable")],
  },
  {
    kind: "flag",
    table: "contact_calls",
    column: "answered",
    texts: ["0", "1", "2", "01", "1.0", "true", "t", "Y", "-1", " 1"],
    read: ["0", "1", ...Array<string>(8).fill("answered:not-in-list")],
  },
  {
    kind: "date",
    table: "invoices",
    column: "issued_on",
    texts: [
      "2026-02-28",
      "2028-02-29",
      "2026-02-29",
      "2026-02-28T00:00:00Z",
      "2026-02-28 00:00:00",
      "28/02/2026",
      "2026-2-28",
      "20260228",
      "0000-00-00",
      "epoch",
      "2026-02-28 (BC)",
    ],
    read: ["2026-02-28", "2028-02-29", ...Array<string>(9).fill("issued_on:unreadable")],
  },
  {
    kind: "month",
    table: "access_lines",
    column: "month",
    texts: ["2026-01", "2026-12", "2026-00", "2026-13", "2026-1", "01/2026", "202601", "2026-01-01", "gennaio"],
    read: ["2026-01", "2026-12", ...Array<string>(7).fill("month:unreadable")],
  },
  {
    kind: "closed list",
    table: "invoices",
    column: "region",
    texts: ["01", "20", "00", "21", "1", "9", " 09", "09 ", "Toscana"],
    read: ["01", "20", ...Array<string>(7).fill("region:not-in-list")],
  },
  {
    kind: "text",
    table: "contact_calls",
    column: "number",
    texts: ["0800 123", "007", "=cmd|' /C calc'!A0", "è", "NULL", " "],
    read: ["0800 123", "007", "=cmd|' /C calc'!A0", "è", "NULL", " "],
  },
] as const)("a $kind is read as the contract says and in no other way", async ({ table, column, texts, read }) => {
  const values = await valuesOf(table, column, texts);
  expect(Object.fromEntries(texts.map((text, i) => [text, values[i]]))).toEqual(
    Object.fromEntries(texts.map((text, i) => [text, read[i]])),
  );
});
