/** What the report says besides its figures: revision, remarks, trend, annexes. Each is printed, and missed when it is not. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportModel, Supersession } from "../../../reports/report-model.ts";
import { renderReportPdf } from "../../../templates/pdf/report-pdf.ts";
import { verifyReportPdf } from "../../../templates/pdf/verify-pdf.ts";
import { revisedModel } from "../revised-model.ts";
import { act255, row, sampleModel } from "../sample-model.ts";

const model = revisedModel();
const final = { draft: false } as const;
const packed = (text: string) => text.replace(/\s+/g, "");
let folder = "";
let bytes: Buffer = Buffer.alloc(0);
let [raw, laidOut] = ["", ""];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parts-"));
  bytes = await renderReportPdf(model, final);
  [raw, laidOut] = [packed(textOf(bytes)), textOf(bytes, "-layout")];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function textOf(report: Buffer, layout: "-layout" | "-raw" = "-raw"): string {
  const file = join(folder, "report.pdf");
  writeFileSync(file, report);
  return execFileSync("pdftotext", [layout, file, "-"], { encoding: "utf8" });
}

describe("a second revision", () => {
  test("says so on its cover, and sets each corrected value beside the one before", () => {
    for (const words of [
      "Revisione 2 – Rettifica della revisione 1 del 20/8/2026. Motivo: un ordine annullato era considerato completato.",
      "Valori rettificati",
      "13,50 (640 casi)12,94 (640 casi)",
      "Osservazioni dell’operatore Attivazione Un temporale ha fermato i lavori. 1) Un secondo appaltatore.",
      "Scorte raddoppiate.",
    ])
      expect(raw).toContain(packed(words));
  });

  test("prints how each judged figure went, marking what missed its target, a dash where there is no report", () => {
    expect(laidOut).toMatch(/1° sem\. 2025 +2° sem\. 2025 +1° sem\. 2026/);
    // Published as missed at 29,40; now met at 12,94; before that nothing was published.
    expect(laidOut).toMatch(/Media +tecnologia ADSL\+VDSL +giorni solari +– +29,40\* +12,94\n/);
  });

  test("counts what was met and missed act by act, and in all", () => {
    // The sample: of the operator's 14 targets 7 met, 6 missed, 1 without cases; of 2 minimums set by law 1 met.
    expect(laidOut).toMatch(/131\/06\/CSP +4 +3 +1 +0 +0\n/);
    expect(laidOut).toMatch(/255\/24\/CONS \(da confermare\) +0 +0 +0 +1 +1\n/);
    expect(laidOut).toMatch(/Totale +7 +6 +1 +1 +1\n/);
  });
});

describe("the annexes", () => {
  test("hold the acts, where each value stands, each choice with its reason once, and where every row went", () => {
    for (const words of [
      "G.U. n. 173 del 27/07/2006",
      "Indicatore 1 – Tempo di attivazione del servizio: percentile 95° – fonte: modello elettronico depositato",
      // Nearest rank is shared by all percentiles; the first indicator refers to its number.
      "Criteri di calcolo adottati: nn. 1, 2 e 3 dell’allegato «Criteri di calcolo adottati».",
      "131/06/CSP: 1 e 3; 244/08/CSP: 2 e 3; 254/04/CSP: 1 e 3",
      // 1520 = 1183 + 23 + 4 + 220 + 90
      "1 – Tempo di attivazione del servizio ordini di attivazione 1.520 1.183 23 4 220 90",
      "ordini di attivazione – Righe scartate: 4, di cui 1 per riga ripetuta e 3 per valore illeggibile.",
    ])
      expect(raw).toContain(packed(words));
  });

  test("are refused where rows do not add up", async () => {
    const [first, ...others] = model.conservation;
    const conservation = [{ ...(first as (typeof model.conservation)[number]), read: 1521 }, ...others];
    await expect(renderReportPdf({ ...model, conservation }, final)).rejects.toThrow(/do not add up/);
  });
});

const { supersedes } = model as { supersedes: Supersession };
const figures = supersedes.figures.map((figure) => (figure.value === "13.50" ? { ...figure, value: "13.51" } : figure));
const others: readonly (readonly [string, Partial<ReportModel>])[] = [
  ["revision", { revision: 3 }],
  ["reason", { supersedes: { ...supersedes, reason: "altro" } }],
  ["value before", { supersedes: { ...supersedes, figures } }],
  ["word in the remarks", { remarks: [{ kind: "heading", level: 1, text: "Attivazioni" }] }],
  [
    "value half a year ago",
    {
      earlier: (model.earlier ?? []).map((half) => ({
        ...half,
        figures: half.figures.map((figure) => (figure.value === "29.40" ? { ...figure, value: "29.41" } : figure)),
      })),
    },
  ],
  [
    "number of rows excluded",
    {
      conservation: model.conservation.map((line) => ({
        ...line,
        counted: line.counted - 1,
        excluded: { ...line.excluded, cancelled: (line.excluded.cancelled ?? 0) + 1 },
      })),
    },
  ],
  [
    "choice",
    {
      acts: model.acts.map((act) => ({
        ...act,
        indicators: act.indicators.map((indicator) => ({
          ...indicator,
          choices: indicator.choices.map((choice) => ({ ...choice, reason: `${choice.reason} Altro.` })),
        })),
      })),
    },
  ],
];

test("reads back as the model it was made from", () => {
  expect(verifyReportPdf(bytes, model, final)).toEqual([]);
});

test.each(others)("differs from a model with another %s", (_, change) => {
  expect(verifyReportPdf(bytes, { ...model, ...change }, final)).not.toEqual([]);
});

test("the law's minimum stands beside the operator's own target: met the one, missed the other", async () => {
  const target = { section: "4", words: "entro 200 secondi", printedValue: "200 secondi", year: 2026 };
  const both = row(
    act255,
    ["agent-answer", "mean"],
    {},
    {
      value: "160.00",
      exact: "160",
      cases: 9,
      target: "200",
      comparator: "<=",
      margin: "40",
      outcome: "met",
      minimum: { value: "150", comparator: "<=", outcome: "missed" },
    },
    target,
  );
  const rows = [both];
  const report = await renderReportPdf(sampleModel({ acts: [act255], rows, conservation: [] }), final);
  const text = packed(textOf(report));
  expect(text).toContain(packed("Obiettivi raggiunti: 1 su 1 valutabili"));
  expect(text).toContain(packed("Standard minimi rispettati: 0 su 1 valutabili"));
  expect(text).toContain(packed("standard minimo: non superiore a 150 160,00 Standard minimo non rispettato"));
  expect(text).toContain(packed("(1) Standard minimo: non superiore a 150 secondi: standard minimo non rispettato."));
});

describe("texts that could be lost", () => {
  test("a row of the summary taller than a page is printed to its last word", async () => {
    const words = Array.from({ length: 600 }, (_, index) => `voce${index}`);
    const long = row(
      act255,
      ["agent-answer", "mean"],
      { purpose: words.join(" ") },
      { value: "151", exact: "151", cases: 3, target: "150", comparator: "<=", margin: "-1", outcome: "missed" },
    );
    const tall = sampleModel({ acts: [act255], rows: [long], conservation: [] });
    const report = await renderReportPdf(tall, final);
    expect(verifyReportPdf(report, tall, final)).toEqual([]);
    const text = packed(textOf(report));
    // Once in the summary, once in the table of the figures.
    expect(words.filter((word) => text.split(word).length - 1 < 2)).toEqual([]);
  });

  test.each(["NaN", "Infinity", "1e21", "12,5"])("a value %s, which is no decimal, is refused", async (value) => {
    const [first, ...rows] = model.rows;
    const broken = { ...(first as (typeof model.rows)[number]) };
    const odd = { ...broken, figure: { ...broken.figure, value } };
    await expect(renderReportPdf({ ...model, rows: [odd, ...rows] }, final)).rejects.toThrow(/is not a decimal/);
  });

  test("no picture is made of points: one with transparency would give other bytes at every run", () => {
    expect(bytes.includes("/Subtype /Image")).toBe(false);
  });

  test("a chart that names what the font cannot draw is refused", async () => {
    const rows = model.rows.map((one) =>
      one.measure.id === "p95" && one.figure.act === "254-04-csp"
        ? { ...one, figure: { ...one.figure, unit: "→" } }
        : one,
    );
    await expect(renderReportPdf({ ...model, rows }, final)).rejects.toThrow(/has no character for U\+2192/);
  });
});
