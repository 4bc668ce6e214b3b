import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import type { ReportModel } from "../../../reports/report-model.ts";
import { renderAgcomWorkbook } from "../../../templates/xlsx/agcom-workbook.ts";
import { verifyAgcomWorkbook } from "../../../templates/xlsx/verify-workbook.ts";
import { sampleModel } from "../sample-model.ts";

const model = sampleModel();
const act = "131-06-csp";
const firstSheet = "xl/worksheets/sheet1.xml";
const detail = "xl/worksheets/sheet2.xml";
const lastRow = /<row(?:(?!<row).)*?<\/row>(?=<\/sheetData>)/s;
/** Without orders of one kind: the model shows its rows all the same. */
const withoutChanges: ReportModel = {
  ...model,
  rows: model.rows.filter(({ figure }) => figure.scope.order_type !== "operator_change"),
};

/** The workbook with one of its parts changed; the change must really change it. */
async function tampered(path: string, change: (xml: string) => string, from = model): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await renderAgcomWorkbook(from, act));
  const xml = (await zip.file(path)?.async("string")) ?? "";
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  zip.file(path, changed);
  return zip.generateAsync({ type: "nodebuffer" });
}

describe("a workbook read back", () => {
  test.each(model.acts.map(({ id }) => id))("of %s says what the model says", async (id) => {
    expect(await verifyAgcomWorkbook(await renderAgcomWorkbook(model, id), model, id)).toEqual([]);
  });

  const faults: readonly (readonly [string, string, (xml: string) => string, RegExp])[] = [
    [
      "a changed digit",
      firstSheet,
      (xml) => xml.replace("<v>97.03</v>", "<v>97.08</v>"),
      /G11: number "97.08" instead of number "97.03"/,
    ],
    ["a digit cut off", firstSheet, (xml) => xml.replace("<v>97.03</v>", "<v>97</v>"), /instead of number "97.03"/],
    ["a dropped row", firstSheet, (xml) => xml.replace(/<row r="10".*?<\/row>/s, ""), /nothing "" instead|no row for/],
    ["a dropped last row", firstSheet, (xml) => xml.replace(lastRow, ""), /no row for/],
    [
      "a changed digit of the detail",
      detail,
      (xml) => xml.replace("<v>95</v>", "<v>96</v>"),
      /Dettaglio G12: number "96" instead of number "95"/,
    ],
    [
      "a dropped row of the detail",
      detail,
      (xml) => xml.replace(/<row r="10".*?<\/row>/s, ""),
      /Dettaglio: no row for 1 - Tempo di attivazione del servizio › complessivo › Percentile 99°/,
    ],
    ["a dropped last row of the detail", detail, (xml) => xml.replace(lastRow, ""), /Dettaglio: no row for/],
    [
      "a doubled row of the detail",
      detail,
      (xml) =>
        xml.replace(lastRow, (last) => last + last.replace(/(?<=r="[A-G]?)(\d+)(?=")/g, (n) => `${Number(n) + 1}`)),
      /Dettaglio: \d+ rows instead of \d+/,
    ],
    [
      "a changed number of cases of the detail",
      detail,
      (xml) => xml.replace("<v>1180</v>", "<v>1181</v>"),
      /Dettaglio: the numbers of cases differ/,
    ],
    [
      "a number of the detail turned to text",
      detail,
      (xml) => xml.replace(/<c r="G12" s="(\d+)"><v>95<\/v>/, '<c r="G12" s="$1" t="str"><v>95</v>'),
      /Dettaglio G12: text "95" instead of number/,
    ],
    [
      "a changed year in the detail's heading",
      detail,
      (xml) => xml.replace("<v>2026</v>", "<v>2025</v>"),
      /Dettaglio C4: "2025" instead of "2026"/,
    ],
    [
      "a detail that was dropped",
      "xl/workbook.xml",
      (xml) => xml.replace(/<sheet [^>]*name="Dettaglio"[^>]*\/>/, ""),
      /The sheets are/,
    ],
    [
      "the model and the detail in each other's place",
      "xl/_rels/workbook.xml.rels",
      (xml) => xml.replace(/sheet([12])\.xml/g, (_, sheet: string) => `sheet${3 - Number(sheet)}.xml`),
      /Delibera 131-06-CSP: no row for[^\n]*1\) prima attivazione/,
    ],
    [
      "a changed number of cases",
      firstSheet,
      (xml) => xml.replace("<v>8211</v>", "<v>8212</v>"),
      /numbers of cases differ/,
    ],
    [
      "a number turned to text",
      firstSheet,
      (xml) => xml.replace(/<c r="G11" s="(\d+)"><v>97.03<\/v>/, '<c r="G11" s="$1" t="str"><v>97.03</v>'),
      /text "97.03" instead of number/,
    ],
    [
      "a changed unit or label",
      "xl/sharedStrings.xml",
      (xml) => xml.replace("giorni solari", "giorni lavorativi"),
      /unit "giorni lavorativi"/,
    ],
    [
      "a changed operator",
      "xl/sharedStrings.xml",
      (xml) => xml.replace("Cielo &amp; Figli", "Terra &amp; Figli"),
      /C3: "Terra & Figli/,
    ],
    [
      "a dropped sheet",
      "xl/workbook.xml",
      (xml) => xml.replace(/<sheet [^>]*name="Note"[^>]*\/>/, ""),
      /The sheets are/,
    ],
    [
      "a changed note",
      "xl/sharedStrings.xml",
      (xml) => xml.replace(model.snapshot, "0".repeat(64)),
      /the note .* is missing/,
    ],
  ];
  test.each(faults)("%s is found", async (_, path, change, difference) => {
    expect((await verifyAgcomWorkbook(await tampered(path, change), model, act)).join("\n")).toMatch(difference);
  });

  test("shows a kind of order without cases, and a figure put in its place is found", async () => {
    expect(await verifyAgcomWorkbook(await renderAgcomWorkbook(withoutChanges, act), withoutChanges, act)).toEqual([]);
    // Rows 19 to 23 are the third kind: n.d. four times, then 0.
    const invented = await tampered(
      firstSheet,
      (xml) => xml.replace(/<c r="G19" s="(\d+)" t="s"><v>\d+<\/v>/, '<c r="G19" s="$1"><v>30</v>'),
      withoutChanges,
    );
    expect((await verifyAgcomWorkbook(invented, withoutChanges, act)).join("\n")).toMatch(
      /G19: number "30" instead of text "n\.d\." for [^\n]*3\) variazione/,
    );
    const counted = await tampered(
      firstSheet,
      (xml) => xml.replace(/(<c r="G23"[^>]*>)<v>0<\/v>/, "$1<v>1</v>"),
      withoutChanges,
    );
    expect((await verifyAgcomWorkbook(counted, withoutChanges, act)).join("\n")).toMatch(/G23: number "1" instead/);
  });

  test("that was made from other figures differs", async () => {
    const bytes = await renderAgcomWorkbook(model, act);
    const rows = model.rows.map((row) =>
      row.figure.value === "12.40" ? { ...row, figure: { ...row.figure, value: "12.41" } } : row,
    );
    expect(await verifyAgcomWorkbook(bytes, { ...model, rows }, act)).toHaveLength(10);
  });

  test("that is no workbook is refused", async () => {
    await expect(verifyAgcomWorkbook(Buffer.from("PK"), model, act)).rejects.toThrow(/not a readable ZIP/);
  });
});
