import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueWords } from "../../../templates/figure-words.ts";
import { renderReportPdf } from "../../../templates/pdf/report-pdf.ts";
import { sampleModel } from "../sample-model.ts";

const model = sampleModel();
let folder = "";
let [report, draft] = ["", ""];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
  report = join(folder, "report.pdf");
  draft = join(folder, "report-bozza.pdf");
  writeFileSync(report, await renderReportPdf(model, { draft: false }));
  writeFileSync(draft, await renderReportPdf(model, { draft: true }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { encoding: "utf8" });
/** A narrow column breaks a text over lines: the words are compared without the spaces between them. */
const textOf = (file: string) => run("pdftotext", "-raw", file, "-").replace(/\s+/g, "");
const packed = (text: string) => text.replace(/\s+/g, "");

describe("the report", () => {
  test("is a sound file with every font embedded", () => {
    expect(run("qpdf", "--check", report)).toContain("No syntax or stream encoding errors");
    const fonts = run("pdffonts", report).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((line) => !/ yes yes yes +\d+ +0$/.test(line))).toEqual([]);
  });

  test("declares PDF/A-3a, its language, its dates, and a title with the operator's markup escaped", () => {
    const metadata = run("pdfinfo", "-meta", report);
    expect(metadata).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(metadata).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(metadata).toContain("Cielo &amp; Figli &lt;Wireless&gt; S.r.l.");
    expect(metadata).toContain("<xmp:CreateDate>2026-06-30T00:00:00Z</xmp:CreateDate>");
    expect(run("pdfinfo", report)).toContain("Cielo & Figli <Wireless> S.r.l.");
    expect(run("qpdf", "--json", "--json-key=qpdf", report)).toContain("it-IT");
  });

  test("prints every value, the summary, the charter's words and the notes", () => {
    const text = textOf(report);
    const values = model.rows.map(({ figure }) => valueWords(figure));
    expect(values.filter((value) => !text.includes(packed(value)))).toEqual([]);
    for (const sentence of [
      "Obiettivi raggiunti: 7 su 13 valutabili",
      "Standard minimi rispettati: 1 su 2 valutabili",
      "1° semestre (dal 1/1/2026 al 30/6/2026)",
      "Definizione provvisoria: il testo dell’atto non è stato ancora verificato. Valore non utilizzabile per la comunicazione all’Autorità.",
      "Ulteriori casi oltre il limite con cui l’obiettivo sarebbe mancato",
      "Obiettivo della Carta 2018, non aggiornato per l’anno di riferimento.",
      "§ 3.2.5 [2018]: «è inferiore a 48 ore»",
      "Impegni della Carta dei servizi non compresi negli indicatori dell’Autorità",
      "finalità: =cmd|' /C calc'!A1",
      model.snapshot,
      ...model.warnings.map(({ message }) => message),
    ])
      expect(text).toContain(packed(sentence));
    expect(text).not.toContain("BOZZA");
  });

  test("numbers its pages", () => {
    const pages = Number(/Pages: +(\d+)/.exec(run("pdfinfo", report))?.[1]);
    expect(textOf(report)).toContain(packed(`Pagina ${pages} di ${pages}`));
  });
});

test("a draft says on every page that it is not valid", () => {
  const pages = Number(/Pages: +(\d+)/.exec(run("pdfinfo", draft))?.[1]);
  const text = textOf(draft);
  const footer = packed(
    "Bozza in attesa di approvazione. Non valida per la pubblicazione né per l’invio all’Autorità.",
  );
  expect(text.split("BOZZA").length - 1).toBe(pages);
  expect(text.split(footer).length - 1).toBe(pages);
});

describe("texts that could be lost", () => {
  const withWarning = (message: string) => sampleModel({ warnings: [{ code: "odd", message }] });

  test.each(["\u2713 fatto", "a\u202Fb", "\u{1F600}"])(
    "%j, which the font cannot draw, is refused",
    async (message) => {
      await expect(renderReportPdf(withWarning(message), { draft: false })).rejects.toThrow(/has no character for U\+/);
    },
  );

  test("a cell taller than a page is printed to its last word", async () => {
    const words = Array.from({ length: 900 }, (_, index) => `parola${index}`);
    const commitments = [{ section: "9", year: 2026, name: "Lungo", printedValue: words.join(" "), words: "Breve" }];
    const file = join(folder, "long.pdf");
    writeFileSync(file, await renderReportPdf(sampleModel({ commitments }), { draft: false }));
    const text = textOf(file);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
});
