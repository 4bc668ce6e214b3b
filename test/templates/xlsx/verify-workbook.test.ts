import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { renderAgcomWorkbook } from "../../../templates/xlsx/agcom-workbook.ts";
import { verifyAgcomWorkbook } from "../../../templates/xlsx/verify-workbook.ts";
import { sampleModel } from "../sample-model.ts";

const model = sampleModel();
const act = "131-06-csp";
const firstSheet = "xl/worksheets/sheet1.xml";

/** The workbook with one of its parts changed; the change must really change it. */
async function tampered(path: string, change: (xml: string) => string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await renderAgcomWorkbook(model, act));
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
    [
      "a dropped last row",
      firstSheet,
      (xml) => xml.replace(/<row(?:(?!<row).)*?<\/row>(?=<\/sheetData>)/s, ""),
      /no row for/,
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
