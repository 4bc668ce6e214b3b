import { describe, expect, test } from "vitest";
import type { Indicator } from "../../../reports/act.ts";
import { act131 } from "../../../reports/acts/131-06-csp.ts";
import { EvidenceWorkbook } from "../../../templates/xlsx/evidence-workbook.ts";
import { readWorkbook } from "../../../templates/xlsx/read-workbook.ts";
import { sampleModel } from "../sample-model.ts";
import { recalculated } from "./recalculate.ts";

type Row = readonly (string | bigint | null)[];

const { operator, period, snapshot } = sampleModel();
const columns = [
  { name: "call_id", is: "key" },
  { name: "class", is: "class" },
  { name: "left_out", is: "left-out" },
  { name: "wait", is: "quantity" },
] as const;

async function workbookOf(rows: readonly Row[], rowsPerSheet?: number): Promise<Buffer> {
  const written: Uint8Array[] = [];
  const indicator = act131.indicators[0] as Indicator;
  const book = {
    operator,
    period,
    snapshot,
    indicator,
    act: "Prova",
    ...(rowsPerSheet !== undefined && { rowsPerSheet }),
  };
  const workbook = new EvidenceWorkbook(async (bytes) => written.push(bytes), book);
  await workbook.addSummary([{ table: "contact_calls", classes: { counted: rows.length } }]);
  async function* each() {
    yield* rows;
  }
  expect(await workbook.addRows({ table: "contact_calls", columns, rows: each })).toBe(rows.length);
  await workbook.end();
  return Buffer.concat(written);
}

const row = (i: number): Row => [`c${i}`, "counted", null, BigInt(i)];
const rows = (count: number): readonly Row[] => Array.from({ length: count }, (_, i) => row(i));

test.each([
  [0, ["chiamate ai servizi di contatto"]],
  [2, ["chiamate ai servizi di contatto"]],
  [3, ["chiamate ai servizi di contatto"]],
  [4, ["chiamate ai servizi di contatto", "2 chiamate ai servizi di contat"]],
  [7, ["chiamate ai servizi di contatto", "2 chiamate ai servizi di contat", "3 chiamate ai servizi di contat"]],
])("%i rows where a sheet holds 3 stand on the sheets %j, each with its heads", async (count, names) => {
  const { sheets, cells } = await readWorkbook(await workbookOf(rows(count), 3));
  expect(sheets).toEqual(["Riepilogo", ...names]);
  for (const name of names)
    expect(cells.find(({ sheet, ref }) => sheet === name && ref === "A1")?.text).toBe("Riga (call_id)");
  const keys = cells.filter(({ sheet, ref }) => sheet !== "Riepilogo" && /^A(?!1$)/.test(ref)).map(({ text }) => text);
  expect(keys).toEqual(rows(count).map(([key]) => key));
});

describe("a cell", () => {
  test.each<readonly [string, Row, readonly (readonly [string, string])[]]>([
    [
      "that looks like a formula is a text",
      ["=1+1", "counted", null, 1n],
      [
        ["text", "=1+1"],
        ["text", "considerata"],
        ["number", "1"],
      ],
    ],
    [
      "of a row left out names the reason",
      ["a", "cancelled", null, null],
      [
        ["text", "a"],
        ["text", "esclusa"],
        ["text", "ordine annullato"],
      ],
    ],
    [
      "of a row that some measures leave out says which",
      ["a", "counted", "later-date", null],
      [
        ["text", "a"],
        ["text", "considerata"],
        ["text", "data posticipata su richiesta del cliente (esclusa da p95, p99, mean, within-contract, cases)"],
      ],
    ],
    [
      "with markup and zeros comes back whole",
      ["<0&7>", "outside", null, 0n],
      [
        ["text", "<0&7>"],
        ["text", "fuori periodo"],
        ["number", "0"],
      ],
    ],
  ])("%s", async (_, given, expected) => {
    const { cells } = await readWorkbook(await workbookOf([given]));
    const line = cells.filter(({ sheet, ref }) => sheet !== "Riepilogo" && ref.endsWith("2"));
    expect(line.map(({ type, text }) => [type, text])).toEqual(expected);
  });

  test("too large for its number is refused", async () => {
    await expect(workbookOf([["a", "counted", null, 2n ** 53n]])).rejects.toThrow("9007199254740992 is too large");
  });
});

test("the same rows give the same bytes, and say on every sheet that they are not to be published", async () => {
  const bytes = await workbookOf(rows(5), 3);
  expect(Buffer.compare(await workbookOf(rows(5), 3), bytes)).toBe(0);
  const { cells } = await readWorkbook(bytes);
  expect(cells.find(({ sheet, ref }) => sheet === "Riepilogo" && ref === "A2")?.text).toBe(
    "Documento interno: elenca i singoli casi. Non si pubblica e non si trasmette all’Autorità.",
  );
});

test("a spreadsheet program opens it, every sheet, with texts as texts and numbers as numbers", async () => {
  const odd: Row = ['=1+1 <&"\u0007è', "cancelled", null, 1_234_567n];
  const books = recalculated({ evidence: await workbookOf([odd, ...rows(3)], 3) });
  const book = books.get("evidence");
  expect([...(book?.keys() ?? [])].sort()).toEqual([
    "2 chiamate ai servizi di contat",
    "Riepilogo",
    "chiamate ai servizi di contatto",
  ]);
  const [heads, first, second] = book?.get("chiamate ai servizi di contatto") ?? [];
  expect(heads).toEqual(["Riga (call_id)", "Classe", "Motivo", "Attesa (ms)"]);
  expect(first?.slice(1)).toEqual(["esclusa", "ordine annullato", "1234567"]);
  expect(first?.[0]).toMatch(/^=1\+1 <&".è$/);
  expect(second).toEqual(["c0", "considerata", "", "0"]);
  expect(book?.get("2 chiamate ai servizi di contat")?.[1]).toEqual(["c2", "considerata", "", "2"]);
});
