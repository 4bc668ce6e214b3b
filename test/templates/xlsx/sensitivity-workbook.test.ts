import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import type { Figure, ReportRow } from "../../../reports/report-model.ts";
import { movedFigures, type Sensitivity, type SettingEffect } from "../../../reports/settings-effect.ts";
import { readWorkbook } from "../../../templates/xlsx/read-workbook.ts";
import { verifySensitivity } from "../../../templates/xlsx/sensitivity-verify.ts";
import { internalNotice } from "../../../templates/xlsx/sensitivity-words.ts";
import { renderSensitivity } from "../../../templates/xlsx/sensitivity-workbook.ts";
import { sampleModel } from "../sample-model.ts";

const model = sampleModel();
const wholes = model.rows.filter(({ figure }) => figure.exact !== null && Object.keys(figure.scope).length === 0);
const [first, second, third] = wholes as [ReportRow, ReportRow, ReportRow];
const other = ({ figure, ...row }: ReportRow, changes: Partial<Figure>): ReportRow => ({
  ...row,
  figure: { ...figure, ...changes },
});
const turned = { outcome: first.figure.outcome === "met" ? "missed" : "met" } as const;

function effectOf(own: readonly ReportRow[], alternative: readonly ReportRow[], title: string): SettingEffect {
  const moved = movedFigures(own, alternative);
  return {
    setting: "order-start",
    title,
    chosen: { value: "of-act", words: "Come l’atto.", reason: "È così." },
    alternative: { value: "registration", words: "Altrimenti." },
    indicators: [first.indicator],
    compared: own.length,
    moved,
    turned: moved.filter(({ turns }) => turns).length,
  };
}

const sensitivity: Sensitivity = {
  operator: model.operator,
  period: model.period,
  snapshot: model.snapshot,
  base: { state: "published", revision: 1 },
  effects: [
    effectOf(
      [second, first, third],
      [
        other(second, { value: "123.40", exact: "617/5" }),
        other(first, { ...turned, value: "9876.50", exact: "19753/2" }),
        third,
        other(third, { scope: { technology: "NUOVA" }, value: "7.00", exact: "7" }),
      ],
      "Un criterio che cambia",
    ),
    effectOf([first, second], [first, second], "Un criterio che non cambia"),
  ],
  unconcerned: ["Forza maggiore"],
};
const bytes = await renderSensitivity(sensitivity);

describe("the workbook of what other choices would change", () => {
  test("is the same, byte for byte, when made again", async () => {
    expect(Buffer.compare(await renderSensitivity(sensitivity), bytes)).toBe(0);
  });

  test("says on every sheet, in cells and on every printed page, that it is for the operator alone", async () => {
    const { sheets, cells } = await readWorkbook(bytes);
    expect(sheets).toEqual(["Sintesi", "01 Un criterio che cambia", "02 Un criterio che non cambia"]);
    const zip = await JSZip.loadAsync(bytes);
    for (const [i, sheet] of sheets.entries()) {
      expect(cells.find((cell) => cell.sheet === sheet && cell.ref === "A2")?.text).toBe(internalNotice);
      expect(await zip.file(`xl/worksheets/sheet${i + 1}.xml`)?.async("string")).toContain(
        `<oddHeader>&amp;C&amp;B${internalNotice}</oddHeader>`,
      );
    }
  });

  test("puts the figure whose outcome turns first, and one that only the alternative has last", async () => {
    const { cells } = await readWorkbook(bytes);
    const at = (ref: string) => cells.find((cell) => cell.sheet.startsWith("01") && cell.ref === ref)?.text;
    expect([at("A10"), at("K10")]).toEqual(["sì", "9876.5"]);
    expect([at("A11"), at("K11")]).toEqual([undefined, "123.4"]);
    expect([at("G12"), at("H12"), at("K12"), at("M12")]).toEqual(["–", "–", "7", "–"]);
    expect(at("A13")).toBeUndefined();
  });

  test("counts on its first sheet what moves and what turns", async () => {
    const { cells } = await readWorkbook(bytes);
    const row = (line: number) =>
      ["E", "F", "G"].map((at) => cells.find((cell) => cell.sheet === "Sintesi" && cell.ref === `${at}${line}`)?.text);
    expect([row(9), row(10)]).toEqual([
      ["3", "3", "1"],
      ["2", "0", "0"],
    ]);
  });

  test("reads back as it was made", async () => {
    expect(await verifySensitivity(bytes, sensitivity)).toEqual([]);
  });
});

test.each<readonly [string, Partial<Figure>, string | undefined]>([
  ["2 less 1/2 is 3/2", { value: "2.00", exact: "2" }, "3/2"],
  ["1/3 less 1/2 is less than nothing", { value: "0.33", exact: "1/3" }, "-1/6"],
  ["nothing can be taken from what is not known", { value: null, exact: null }, undefined],
  ["a deviation's root is known as printed alone", { value: "0.75", exact: null }, "1/4"],
])("%s", (_, changes, difference) => {
  const own = other(first, { value: "0.50", exact: "1/2" });
  expect(movedFigures([own], [other(first, changes)])).toMatchObject([{ difference }]);
});

test("a minimum of the law that turns is an outcome that turns, whatever the operator's own target says", () => {
  const minimum = { value: "40", comparator: ">=" } as const;
  const own = other(first, { minimum: { ...minimum, outcome: "met" } });
  const after = other(first, { minimum: { ...minimum, outcome: "missed" } });
  expect(movedFigures([own], [after])).toMatchObject([{ turns: true }]);
  expect(movedFigures([own], [own])).toEqual([]);
});

describe("a workbook that says otherwise is found out", () => {
  test.each<readonly [string, string, (xml: string) => string, RegExp]>([
    [
      "a changed digit",
      "xl/worksheets/sheet2.xml",
      (xml) => xml.replace("<v>9876.5</v>", "<v>9876.6</v>"),
      /01 Un criterio che cambia K10: it holds the number "9876.6"/,
    ],
    [
      "a number turned to text",
      "xl/worksheets/sheet2.xml",
      (xml) => xml.replace(/<c r="K10" s="(\d+)"><v>/, '<c r="K10" s="$1" t="str"><v>'),
      /K10: it holds the text "9876.5"/,
    ],
    [
      "a dropped row",
      "xl/worksheets/sheet2.xml",
      (xml) => xml.replace(/<row r="11".*?<\/row>/s, ""),
      /2 rows instead of 3/,
    ],
    [
      "another count on the first sheet",
      "xl/worksheets/sheet1.xml",
      (xml) => xml.replace(/(<c r="G9"[^>]*>)<v>1</, "$1<v>0<"),
      /Sintesi G9: "0" instead of "1"/,
    ],
    [
      "the notice taken off",
      "xl/sharedStrings.xml",
      (xml) => xml.replaceAll(internalNotice, "Documento"),
      /does not say that it is for the operator alone/,
    ],
  ])("%s", async (_, path, change, difference) => {
    const zip = await JSZip.loadAsync(bytes);
    const xml = (await zip.file(path)?.async("string")) ?? "";
    expect(change(xml)).not.toBe(xml);
    zip.file(path, change(xml));
    const tampered = await zip.generateAsync({ type: "nodebuffer" });
    expect((await verifySensitivity(tampered, sensitivity)).join("\n")).toMatch(difference);
  });
});
