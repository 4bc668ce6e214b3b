import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act131 } from "../../../reports/acts/131-06-csp.ts";
import { act254 } from "../../../reports/acts/254-04-csp.ts";
import type { ReportModel, ReportRow } from "../../../reports/report-model.ts";
import { figureTable, tableColumns } from "../../../templates/pdf/figure-table.ts";
import { cellPadding, pageMargins } from "../../../templates/pdf/page-style.ts";
import { renderReportPdf } from "../../../templates/pdf/report-pdf.ts";
import { verifyReportPdf } from "../../../templates/pdf/verify-pdf.ts";
import { outlineOf } from "../../../templates/report-outline.ts";
import { renderAgcomWorkbook } from "../../../templates/xlsx/agcom-workbook.ts";
import { readWorkbook } from "../../../templates/xlsx/read-workbook.ts";
import { verifyAgcomWorkbook } from "../../../templates/xlsx/verify-workbook.ts";
import { row, sampleModel } from "../sample-model.ts";

const final = { draft: false } as const;

/** The widest values that an operator may have, halves and year alike. */
const widest = { value: "1234567.89", exact: "123456789/100", cases: 123_456_789 };

const given = {
  both: {
    ...row(act131, ["activation-time", "p95"], {}, { value: "28", exact: "28", cases: 2410 }),
    halves: { first: "27", second: "1030" },
  },
  /** No order of the kind in the first half, none that could be counted in the second. */
  missing: {
    ...row(act131, ["activation-time", "p99"], {}, { value: "41", exact: "41", cases: 2410 }),
    halves: { second: null },
  },
  notOffered: {
    ...row(act131, ["activation-time", "within-agreed"], {}, { outcome: "not_applicable" }),
    halves: { first: null, second: null },
  },
  none: row(act131, ["activation-time", "mean"], {}, { value: "12.45", exact: "249/20", cases: 2410 }),
  wide: {
    ...row(act131, ["repair-time", "mean"], {}, widest),
    halves: { first: "1234567.88", second: "1234567.90" },
  },
} as const satisfies Readonly<Record<string, ReportRow>>;

const sample = sampleModel();
const regional = ["01", "06", "12"].map((region) => ({
  ...row(act254, ["supply-time", "p95"], { region }, { value: "9", exact: "9", cases: 14 }),
  halves: { first: "8", second: "10" },
}));
const half = (value: string | null) => (value === null ? null : `${value.slice(0, -1)}1`);
const year: ReportModel = {
  ...sample,
  period: { id: "2026", year: 2026, half: null, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  rows: [
    ...Object.values(given),
    ...sample.rows
      .filter(({ figure }) => figure.indicator !== "activation-time" && figure.indicator !== "repair-time")
      .map((one) => ({ ...one, halves: { first: half(one.figure.value), second: one.figure.value } })),
    ...regional,
  ],
};

let folder = "";
let bytes: Buffer = Buffer.alloc(0);
let text = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "year-"));
  bytes = await renderReportPdf(year, final);
  writeFileSync(join(folder, "year.pdf"), bytes);
  text = execFileSync("pdftotext", ["-layout", join(folder, "year.pdf"), "-"], { encoding: "utf8" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the report of a year", () => {
  test("reads back, halves included", () => {
    expect(verifyReportPdf(bytes, year, final)).toEqual([]);
  });

  test.each([
    ["another first half", { ...given.both, halves: { first: "26", second: "1030" } }],
    ["another second half", { ...given.both, halves: { first: "27", second: "1031" } }],
    ["a half too few", { ...given.both, halves: { first: "27" } }],
    ["no halves", row(act131, ["activation-time", "p95"], {}, { value: "28", exact: "28", cases: 2410 })],
  ])("differs from a model with %s", (_, changed) => {
    const other = { ...year, rows: year.rows.map((one) => (one === given.both ? changed : one)) };
    expect(verifyReportPdf(bytes, other, final)).not.toEqual([]);
  });

  test("prints the halves before the year: a value, n.d. or n.a. without one, a dash where there is no figure", () => {
    const part = outlineOf(year)[0]?.indicators[0];
    if (part === undefined) throw new Error("no indicator");
    const { head, rows } = figureTable(part, year.period);
    expect(head.slice(4, 7)).toEqual(["1° semestre", "2° semestre", "Anno intero"]);
    expect(rows.map(({ cells }) => cells.slice(4, 7))).toEqual([
      ["27", "1.030", "28"],
      ["–", "n.d.", "41"],
      ["n.a.", "n.a.", "n.a."],
      ["–", "–", "12,45"],
    ]);
  });

  test("shows a reader the same, each row's cells in one line", () => {
    expect(text).toMatch(/1° semestre +2° semestre +Anno intero/);
    expect(text).toMatch(/Percentile 95° del tempo di fornitura +giorni solari +– +27 +1\.030 +28 +2\.410 /);
    expect(text).toMatch(/Percentile 99° del tempo di fornitura +giorni solari +– +– +n\.d\. +41 +2\.410 /);
    expect(text).toMatch(/ 1\.234\.567,88 +1\.234\.567,90 +1\.234\.567,89 +123\.456\.789 /);
    expect(text).toContain("Il valore annuale è ricalcolato su tutti i casi dell’anno e non è la media dei semestri.");
    expect(text).toContain("Nelle colonne dei semestri – indica che la relazione del semestre non espone quel valore.");
  });

  test("has tables as wide as those of a half-year, within the page's margins", () => {
    // A4 across: 842 points less 36 on either side.
    const space = 842 - pageMargins.left - pageMargins.right;
    for (const period of [sample.period, year.period]) {
      const widths = tableColumns(period).map(({ width }) => width + 2 * cellPadding);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(space);
    }
  });
});

test("the workbooks of a year bear the X under the whole year, on every sheet of figures", async () => {
  for (const [act, names] of [
    ["131-06-csp", ["Delibera 131-06-CSP", "Dettaglio"]],
    ["254-04-csp", ["Delibera 254-04-CSP", "Regioni"]],
  ] as const) {
    const workbook = await renderAgcomWorkbook(year, act);
    expect(await verifyAgcomWorkbook(workbook, year, act)).toEqual([]);
    const { sheets, cells } = await readWorkbook(workbook);
    expect(sheets).toEqual([...names, "Note"]);
    const marks = cells.filter(({ ref, text: mark }) => /^[EFG]6$/.test(ref) && mark === "X");
    expect(marks.map(({ sheet, ref }) => [sheet, ref])).toEqual(names.map((name) => [name, "G6"]));
  }
});
