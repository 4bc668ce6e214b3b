import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import type { ReportModel } from "../../../reports/report-model.ts";
import { classesOf } from "../../../templates/xlsx/audit-classes.ts";
import { planOf } from "../../../templates/xlsx/audit-curves.ts";
import { comparisonPrecision, roundingPrecision } from "../../../templates/xlsx/audit-precision.ts";
import { readAudit } from "../../../templates/xlsx/audit-read.ts";
import { verifyAuditWorkbook } from "../../../templates/xlsx/audit-verify.ts";
import { renderAuditWorkbook } from "../../../templates/xlsx/audit-workbook.ts";
import { sampleModel } from "../sample-model.ts";
import { type Expected, hardCases, hardModel, of } from "./audit-model.ts";

const named = (words: string): Expected => hardCases.find((one) => one[0].startsWith(words)) as Expected;
const few = hardModel([named("rank ceil(95 x 20"), named("0 and 10 us"), named("29 h against no"), named("without")]);
const book = await renderAuditWorkbook(few);

describe("the audit workbook", () => {
  test("is the same, byte for byte, when made again", async () => {
    expect(Buffer.compare(await renderAuditWorkbook(few), book)).toBe(0);
  });

  test("says what the model says, with every kind of figure, scope and markup", async () => {
    expect(await verifyAuditWorkbook(book, few)).toEqual([]);
    const model = sampleModel();
    expect(await verifyAuditWorkbook(await renderAuditWorkbook(model), model)).toEqual([]);
  });

  test("has a sheet for each indicator and one for its distributions, the index first", async () => {
    expect((await readAudit(book)).sheets).toEqual([
      "Indice",
      ...["Prova 0 1", "Prova 0 1 dati", "Prova 1 3", "Prova 1 3 dati", "Prova 2 3", "Prova 2 3 dati", "Prova 3 3"],
    ]);
  });

  test("takes a percentile from the first value whose running sum reaches the rank", async () => {
    const { cellsOf, names } = await readAudit(book);
    const cells = await cellsOf("Prova 0 1");
    expect(["D7", "E7", "F7", "G7", "H7", "I7", "N7"].map((ref) => cells.get(ref)?.formula)).toEqual([
      "SUM(casi_1)",
      "INT((95*D7+99)/100)",
      'INDEX(valori_1,COUNTIF(cumulata_1,"<"&E7)+1)',
      undefined,
      "F7/G7",
      "ROUND(H7,0)",
      'IF(I7=J7,"OK","DIVERSO")',
    ]);
    expect(names.get("cumulata_1")).toBe("'Prova 0 1 dati'!$C$5:$C$24");
    const data = await cellsOf("Prova 0 1 dati");
    expect(["A5", "B5", "C5", "A24", "C24"].map((ref) => data.get(ref)?.text)).toEqual(["1", "1", "1", "20", "20"]);
    expect(["C5", "C6"].map((ref) => data.get(ref)?.formula)).toEqual(["B5", "C5+B6"]);
  });

  test("is print-ready: A4 landscape, titles repeated, long lists of values left on the screen", async () => {
    const zip = await JSZip.loadAsync(book);
    for (const sheet of ["sheet1", "sheet2"]) {
      const xml = (await zip.file(`xl/worksheets/${sheet}.xml`)?.async("string")) ?? "";
      expect(xml).toContain('orientation="landscape"');
      expect(xml).toContain('paperSize="9"');
      expect(xml).toContain('state="frozen"');
    }
    const long = of(...Array.from({ length: 201 }, (_, i) => [i, 1] as const));
    const names = async (model: ReportModel) =>
      (await (await JSZip.loadAsync(await renderAuditWorkbook(model))).file("xl/workbook.xml")?.async("string")) ?? "";
    const [words, , outcome, hard] = named("rank ceil(95 x 20");
    const at201 = hardModel([[words, "190", outcome, { ...hard, distributions: { days: long } }]]);
    expect(await names(at201)).toMatch(/Print_Area" localSheetId="2">[^<]*\$A\$1:\$C\$2</);
    expect(await names(few)).not.toContain("Print_Area");
  });

  test("refuses a figure that does not follow from its own cases", async () => {
    const rows = few.rows.map((row) =>
      row.figure.value === "19" ? { ...row, figure: { ...row.figure, value: "20" } } : row,
    );
    await expect(renderAuditWorkbook({ ...few, rows })).rejects.toThrow(/is 20 in the report, and its terms give 19/);
  });

  test("holds a distribution once, however many figures and acts rest on it", () => {
    const twice = hardModel([named("29 h against no"), named("29 h against less"), named("3617")]);
    const plan = planOf(twice);
    expect(twice.rows.map((row) => plan.curveOf(row)?.number)).toEqual([1, 1, 2]);
    expect(plan.indicators.map(({ curves }) => curves[0]?.place?.sheet)).toEqual([
      "Prova 0 3 dati",
      "Prova 0 3 dati",
      "Prova 2 3 dati",
    ]);
  });
});

describe("a workbook that was altered is found out:", () => {
  const figures = "xl/worksheets/sheet2.xml";
  const data = "xl/worksheets/sheet3.xml";
  test.each<readonly [string, string, (xml: string) => string, RegExp]>([
    ["a published digit", figures, (xml) => xml.replace(/(<c r="J7"[^>]*>)<v>19</, "$1<v>18<"), /J7: number "18"/],
    ["a result", figures, (xml) => xml.replace("<v>19</v>", "<v>18</v>"), /E7: number "18"/],
    ["a formula", figures, (xml) => xml.replace("95*D7+99", "95*D7+98"), /E7: number "19" of =INT\(\(95\*D7\+98\)/],
    ["a formula turned to its result", figures, (xml) => xml.replace("<f>F7/G7</f>", ""), /H7: number "19" instead/],
    ["a control", figures, (xml) => xml.replace("<v>OK</v>", "<v>DIVERSO</v>"), /N7: text "DIVERSO"/],
    ["a dropped line", figures, (xml) => xml.replace(/<row r="7".*?<\/row>/s, ""), /A7: nothing instead/],
    [
      "a doubled line",
      figures,
      (xml) => xml.replace("</sheetData>", '<row r="99"><c r="A99"><v>1</v></c></row></sheetData>'),
      /cells instead/,
    ],
    [
      "a value",
      data,
      (xml) => xml.replace('<v>20</v></c><c r="B24"', '<v>21</v></c><c r="B24"'),
      /distribution 1 is not/,
    ],
    ["a count", data, (xml) => xml.replace(/(<c r="B9"[^>]*><v>)1</, "$12<"), /distribution 1 is not/],
    ["a running sum", data, (xml) => xml.replace("C8+B9", "C8+B8"), /distribution 1 is not/],
    ["a dropped value", data, (xml) => xml.replace(/<row r="24".*?<\/row>/s, ""), /distribution 1 is not/],
    ["a name", "xl/workbook.xml", (xml) => xml.replace("$C$5:$C$24", "$C$5:$C$23"), /The name cumulata_1 stands for/],
    [
      "a dropped sheet",
      "xl/workbook.xml",
      (xml) => xml.replace(/<sheet [^>]*name="Prova 1 3"[^>]*\/>/, ""),
      /The sheets are/,
    ],
  ])("%s", async (_, path, change, difference) => {
    const zip = await JSZip.loadAsync(book);
    const xml = (await zip.file(path)?.async("string")) ?? "";
    expect(change(xml)).not.toBe(xml);
    zip.file(path, change(xml));
    const altered = await zip.generateAsync({ type: "nodebuffer" });
    expect((await verifyAuditWorkbook(altered, few)).join("\n")).toMatch(difference);
  });

  test("figures of another report", async () => {
    const other = hardModel([
      named("rank ceil(95 x 21"),
      named("0 and 10 us"),
      named("29 h against no"),
      named("without"),
    ]);
    expect((await verifyAuditWorkbook(book, other)).length).toBeGreaterThan(0);
  });
});

describe("what a sheet's numbers can tell", () => {
  const value = (numerator: bigint, denominator: bigint) => ({ numerator, denominator, isSingle: true });
  const root = (numerator: bigint, denominator: bigint) => ({ ...value(numerator, denominator), rootDivisor: 1 });
  const large = 90_000_000_000n;

  test.each([
    ["201/200 = 1.005 is a half that one quotient gives as its literal", value(201n, 200n), "plain"],
    ["one less is far enough from it", value(200n, 200n), "plain"],
    ["1111.125 less 1/90,000,000,000 is not", value((1_111_125n * large) / 1000n - 1n, large), "integers"],
    [
      "nor is the same with so many cases that integers do not fit",
      value(1_111_125n * large - 1n, 1000n * large),
      "halfway",
    ],
    ["a half over a rounded denominator is none that is sure", { ...value(300n, 800n), isSingle: false }, "integers"],
    ["the root of 1/4 is a half to the letter", root(1n, 4n), "plain"],
    ["the root of 2 is not near one", root(2n, 1n), "plain"],
    ["the root of 1/4 and 10^-15 is too near to tell", root(250_000_000_000_001n, 10n ** 15n), "halfway"],
  ] as const)("%s", (_, quotient, precision) => {
    expect(roundingPrecision(quotient, "rootDivisor" in quotient ? 0 : 2)).toBe(precision);
  });

  test.each([
    ["equal to the letter", value(29n, 1n), "plain"],
    ["a millionth above", value(29_000_001n, 1_000_000n), "plain"],
    ["10^-14 above", value(29n * 10n ** 13n + 1n, 10n ** 13n), "integers"],
    ["10^-15 above", value(29n * 10n ** 14n + 1n, 10n ** 14n), "halfway"],
    ["a root equal to the letter", root(841n, 1n), "plain"],
  ] as const)("29 against %s", (_, quotient, precision) => {
    expect(comparisonPrecision(quotient, { num: 29n, den: 1n })).toBe(precision);
  });
});

describe("classes for print", () => {
  test.each([
    ["one value", [7], [[7, 7]]],
    [
      "twenty values, each by itself",
      Array.from({ length: 20 }, (_, i) => i),
      Array.from({ length: 20 }, (_, i) => [i, i]),
    ],
    [
      "twenty-one, two by two",
      Array.from({ length: 21 }, (_, i) => i + 1),
      [[0, 1], ...Array.from({ length: 10 }, (_, i) => [2 * i + 2, 2 * i + 3])],
    ],
    [
      "below zero too",
      Array.from({ length: 21 }, (_, i) => i - 21),
      [[-22, -21], ...Array.from({ length: 10 }, (_, i) => [2 * i - 20, 2 * i - 19])],
    ],
  ])("%s", (_, values, classes) => {
    const found = classesOf(of(...values.map((one) => [one, 1] as const)));
    expect(found.map(({ from, to }) => [from, to])).toEqual(classes);
    expect(found.reduce((sum, { cases }) => sum + cases, 0)).toBe(values.length);
  });

  test("are no more than twenty, wherever a long distribution begins", () => {
    for (const [first, step] of [
      [0, 997],
      [19_999, 31],
      [-12_345, 7919],
    ] as const) {
      const found = classesOf(of(...Array.from({ length: 400 }, (_, i) => [first + i * step, 1] as const)));
      expect(found.length).toBeLessThanOrEqual(20);
    }
  });
});
