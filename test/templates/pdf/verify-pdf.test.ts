import { beforeAll, describe, expect, test } from "vitest";
import type { ReportModel, ReportRow } from "../../../reports/report-model.ts";
import { readPdfText } from "../../../templates/pdf/read-pdf.ts";
import { renderReportPdf } from "../../../templates/pdf/report-pdf.ts";
import { verifyReportPdf } from "../../../templates/pdf/verify-pdf.ts";
import { row, sampleModel } from "../sample-model.ts";

const model = sampleModel();
const final = { draft: false } as const;

const changed = (change: (row: ReportRow, index: number) => ReportRow | undefined): ReportModel => ({
  ...model,
  rows: model.rows.flatMap((one, index) => change(one, index) ?? []),
});

let report: Buffer = Buffer.alloc(0);
let draftCopy: Buffer = Buffer.alloc(0);
beforeAll(async () => {
  report = await renderReportPdf(model, final);
  draftCopy = await renderReportPdf(model, { draft: true });
});

describe("a report read back", () => {
  test("says what the model says, final and draft", () => {
    expect(verifyReportPdf(report, model, final)).toEqual([]);
    expect(verifyReportPdf(draftCopy, model, { draft: true })).toEqual([]);
  });

  test("reads rows that break over two pages", async () => {
    const act = model.acts.find(({ id }) => id === "79-09-csp");
    if (act === undefined) throw new Error("no act");
    const purpose = Array.from({ length: 400 }, (_, index) => `voce${index}`).join(" ");
    const long = row(
      act,
      ["agent-answer", "mean"],
      { number: "1", purpose },
      { value: "12.34", exact: "617/50", cases: 3 },
    );
    const longModel = { ...model, rows: [...model.rows, long] };
    expect(verifyReportPdf(await renderReportPdf(longModel, final), longModel, final)).toEqual([]);
  });

  const otherModels: readonly (readonly [string, ReportModel])[] = [
    [
      "a digit",
      changed((one) => (one.figure.value === "12.94" ? { ...one, figure: { ...one.figure, value: "12.95" } } : one)),
    ],
    ["a figure too many", changed((one, index) => (index === 40 ? undefined : one))],
    [
      "an outcome",
      changed((one) =>
        one.figure.value === "4.25" ? { ...one, figure: { ...one.figure, outcome: "not_assessable" } } : one,
      ),
    ],
    [
      "a number of cases",
      changed((one) => (one.figure.cases === 640 ? { ...one, figure: { ...one.figure, cases: 641 } } : one)),
    ],
    [
      "two figures in the other order",
      { ...model, rows: [model.rows[1], model.rows[0], ...model.rows.slice(2)].flatMap((one) => one ?? []) },
    ],
    ["the digest", { ...model, snapshot: "0".repeat(64) }],
    ["a warning", { ...model, warnings: [{ code: "new", message: "Avvertenza nuova." }] }],
  ];
  test.each(otherModels)("differs from a model with another %s", (_, other) => {
    expect(verifyReportPdf(report, other, final)).not.toEqual([]);
  });

  test("proves that oddities of several targets are told, once and with each of their sections", async () => {
    const oddity = (section: string) => ({ code: "target-oddity", message: `Carta, § ${section}: Manca l'unità.` });
    const told: ReportModel = { ...model, warnings: [oddity("1.1"), oddity("2.2"), oddity("2.2")] };
    const bytes = await renderReportPdf(told, final);
    const text = readPdfText(bytes)
      .map((run) => run.text)
      .join("")
      .replace(/\s+/g, "");
    expect(text.split("Mancal'unità.").length - 1).toBe(1);
    expect(text).toContain("1.Carta,§1.1e§2.2:Mancal'unità.");
    expect(verifyReportPdf(bytes, told, final)).toEqual([]);
    const other = { ...told, warnings: [...told.warnings, oddity("3.3")] };
    expect(verifyReportPdf(bytes, other, final).join()).toMatch(/§ 1\.1, § 2\.2 e § 3\.3: Manca l'unità\." is missing/);
  });

  test("is not a draft where it should be final, nor the reverse", () => {
    expect(verifyReportPdf(report, model, { draft: true }).join()).toMatch(/not marked/);
    expect(verifyReportPdf(draftCopy, model, final)).toEqual(["The report is marked as a draft."]);
  });

  test("that is no report is refused", () => {
    expect(() => readPdfText(Buffer.from("%PDF-1.7\n"))).toThrow(/no list of pages/);
  });
});
