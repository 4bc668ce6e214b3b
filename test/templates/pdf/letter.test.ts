/** The letters to the Authority and the lines for the bill: who gets them, what they say, and that they say nothing else. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportModel } from "../../../reports/report-model.ts";
import { billText } from "../../../templates/bill-text.ts";
import { correctionLetter, coverLetter, type Letter } from "../../../templates/letter.ts";
import { renderLetter } from "../../../templates/pdf/letter.ts";
import { verifyLetter } from "../../../templates/pdf/verify-letter.ts";
import { revisedModel } from "../revised-model.ts";
import { act255, sampleModel } from "../sample-model.ts";

const sample = sampleModel();
const revised = revisedModel();
const files = ["agcom-131-06-csp.xlsx", "agcom-255-24-cons.xlsx", "report.pdf"].map((name, index) => ({
  name,
  sha256: `${index}`.repeat(64),
}));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "letter-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { encoding: "utf8" });
const packed = (text: string) => text.replace(/\s+/g, "");

async function printed(letter: Letter | undefined, model: ReportModel) {
  if (letter === undefined) throw new Error("no letter");
  const bytes = await renderLetter(letter, model);
  const file = join(folder, "letter.pdf");
  writeFileSync(file, bytes);
  return { bytes, file, letter, text: packed(run("pdftotext", "-raw", file, "-")) };
}

const notSubject = { ...sample.operator, notSubject: { reason: "Non soggetto.", words: "…", section: "1" } };
const year: ReportModel["period"] = {
  id: "2026",
  year: 2026,
  half: null,
  firstDay: "2026-01-01",
  lastDay: "2026-12-31",
};
const unread = sampleModel({
  acts: [act255],
  rows: sample.rows.filter(({ act }) => act.id === act255.id),
  conservation: [],
});

test.each<readonly [string, ReportModel, readonly [boolean, boolean, boolean]]>([
  ["a half-year", sample, [true, false, true]],
  ["its second revision", revised, [true, true, true]],
  ["a year, whose annual report begins with a letter", { ...sample, period: year }, [false, false, true]],
  ["a year's second revision", { ...revised, period: year }, [false, true, true]],
  ["an operator that owes no report", { ...revised, operator: notSubject }, [false, false, false]],
  [
    "acts that nobody has read",
    { ...unread, revision: 2, supersedes: revised.supersedes } as ReportModel,
    [false, false, false],
  ],
])("%s: cover letter, correction, bill", (_, model, expected) => {
  const made = [coverLetter(model, files), correctionLetter(model, files), billText(model)];
  expect(made.map((one) => one !== undefined)).toEqual(expected);
});

describe("the cover letter", () => {
  test("names sender, addressee, acts, outcomes and each document by its digest, and leaves date and signature blank", async () => {
    const { file, text } = await printed(coverLetter(sample, files), sample);
    for (const words of [
      "Cielo & Figli <Wireless> S.r.l.",
      "Iscrizione al ROC: n. 12345",
      "Autorità per le Garanzie nelle Comunicazioni",
      "Oggetto: Indicatori di qualità dei servizi – 1° semestre 2026 – trasmissione dei risultati",
      "relativi al 1° semestre 2026 (dal 1/1/2026 al 30/6/2026)",
      "Delibera n. 131/06/CSP del 12/07/2006",
      // The operator's 14 targets: 7 met, 6 missed, 1 without cases.
      "Obiettivi raggiunti: 7 su 13 valutabili.",
      `agcom-131-06-csp.xlsx ${"0".repeat(64)} report.pdf ${"2".repeat(64)}`,
      `impronta SHA-256 ${sample.snapshot}.`,
      "Prot. n. ________________________________",
      "Trasmessa tramite ________________________________",
      "Luogo e data",
      "Il legale rappresentante",
    ])
      expect(text).toContain(packed(words));
    expect(run("pdfinfo", file)).toMatch(/Pages: +1\n/);
    expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors");
    const fonts = run("pdffonts", file).trim().split("\n").slice(2);
    expect(fonts.filter((line) => !/ yes yes yes +\d+ +0$/.test(line))).toEqual([]);
  });

  test("sends nothing of an act that nobody has read, and says so", async () => {
    const { text } = await printed(coverLetter(sample, files), sample);
    expect(text).not.toContain("agcom-255-24-cons.xlsx");
    expect(text).toContain(
      packed("Non sono trasmessi i risultati relativi alla delibera n. 255/24/CONS del 10/07/2024"),
    );
  });

  test("speaks of the remarks only where there are some", async () => {
    const words = packed("Le osservazioni dell’operatore");
    expect((await printed(coverLetter(sample, files), sample)).text).not.toContain(words);
    expect((await printed(coverLetter(revised, files), revised)).text).toContain(words);
  });

  test("has the same bytes at every run", async () => {
    const [one, other] = [
      await printed(coverLetter(sample, files), sample),
      await printed(coverLetter(sample, files), sample),
    ];
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });
});

test("the note of correction says why, and sets each value beside the one before", async () => {
  const { text } = await printed(correctionLetter(revised, files), revised);
  for (const words of [
    "Oggetto: Indicatori di qualità dei servizi – 1° semestre 2026 – rettifica (revisione 2)",
    "La revisione 2 sostituisce la revisione 1, pubblicata il 20/8/2026.",
    "Motivo della rettifica: un ordine annullato era considerato completato.",
    "13,50 (640 casi) 12,94 (640 casi) Obiettivo raggiunto Obiettivo raggiunto",
  ])
    expect(text).toContain(packed(words));
});

describe("a letter read back", () => {
  const change = (model: ReportModel): ReportModel => ({
    ...model,
    rows: model.rows.map((one) =>
      one.figure.value === "12.94" ? { ...one, figure: { ...one.figure, value: "12.95" } } : one,
    ),
  });
  const letters: readonly (readonly [string, (model: ReportModel) => Letter | undefined])[] = [
    ["cover", (model) => coverLetter(model, files)],
    ["correction", (model) => correctionLetter(model, files)],
  ];

  test.each(letters)("the %s says what it was made from, and nothing else", async (_, of) => {
    const { bytes, letter } = await printed(of(revised), revised);
    expect(verifyLetter(bytes, letter, revised)).toEqual([]);
    const other = { ...letter, parts: letter.parts.slice(0, -1) };
    expect(verifyLetter(bytes, other, revised)).not.toEqual([]);
    const renamed = { ...letter, operator: { ...letter.operator, name: "Altro Srl" } };
    expect(verifyLetter(bytes, renamed, revised).join()).toMatch(/stands where "Altro Srl" is due/);
  });

  test("another digit of a corrected value is told", async () => {
    const { bytes, letter } = await printed(correctionLetter(revised, files), revised);
    expect(verifyLetter(bytes, letter, change(revised)).join()).toMatch(/12,95/);
  });

  test("a list of corrections goes over several pages, its heads repeated", async () => {
    const figures = (revised.supersedes?.figures ?? []).map((figure) => ({ ...figure, cases: figure.cases + 1 }));
    const all = revisedModel({ supersedes: { revision: 1, reason: "altro", figures } });
    const { bytes, letter, file } = await printed(correctionLetter(all, files), all);
    expect(Number(/Pages: +(\d+)/.exec(run("pdfinfo", file))?.[1])).toBeGreaterThan(3);
    expect(verifyLetter(bytes, letter, all)).toEqual([]);
  });
});

describe("the lines for the bill", () => {
  const text = billText(sample) ?? "";

  test("say how many targets were met and which were missed", () => {
    // 14 targets of the operator under acts that were read: 7 met, 6 missed; the two minimums are of an unread act.
    expect(text).toContain("raggiunti da Cielo & Figli <Wireless> S.r.l.: 7 su 13 valutabili.");
    expect(text).toContain(
      "- Tempo di fornitura dell’allacciamento iniziale – servizi di telefonia vocale fissa; ambito: complessivo – Percentile 99° del tempo di fornitura: 5 giorni solari; obiettivo: non superiore a 4 giorni solari.\n",
    );
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(6);
    expect(text.endsWith("sono pubblicati sul sito www.example.it.\n")).toBe(true);
  });

  test("say of every figure and of every target in which unit it is", () => {
    const lines = text.split("\n").filter((line) => line.startsWith("- "));
    const unit = `(?:giorni solari|ore solari|secondi|millisecondi|kbit/s|%)`;
    const whole = new RegExp(
      String.raw`^- .+ – .+; ambito: .+ – .+: [\d.,]+ (${unit}); obiettivo: (?:non )?(?:inferiore|superiore) a [\d.,]+ \1\.$`,
    );
    expect(lines.filter((line) => !whole.test(line))).toEqual([]);
  });

  test("tell the law's minimums from the operator's targets", () => {
    const read = { ...act255, verified: "text" as const };
    const alone = billText(
      sampleModel({
        acts: [read],
        rows: sample.rows.filter(({ act }) => act.id === act255.id).map((row) => ({ ...row, act: read })),
      }),
    );
    expect(alone).toContain("Standard minimi fissati dall’Autorità e rispettati da");
    expect(alone).toMatch(/: 38,00 %; standard minimo: non inferiore a 40 %\.\n/);
    expect(alone).not.toContain("Obiettivi");
  });

  test("say it where none was missed", () => {
    const rows = sample.rows.filter(({ figure }) => figure.outcome !== "missed");
    expect(billText({ ...sample, rows })).toContain("\nTutti gli obiettivi valutabili sono stati raggiunti.\n");
  });

  test("are not written where no target can be judged", () => {
    const rows = sample.rows.filter(({ figure }) => figure.target === undefined);
    expect(billText({ ...sample, rows })).toBeUndefined();
  });
});
