import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act254 } from "../../../reports/acts/254-04-csp.ts";
import type { Figure, ReportModel, ReportRow } from "../../../reports/report-model.ts";
import { annualReportOf, owesAnnualReport } from "../../../templates/annual-report.ts";
import { renderAnnualReport } from "../../../templates/pdf/annual-report.ts";
import { verifyAnnualReport } from "../../../templates/pdf/verify-annual-report.ts";
import { row, sampleModel } from "../sample-model.ts";

const sample = sampleModel();

const supply = (scope: ReportRow["figure"]["scope"], days: string, cases: number, more: Partial<Figure> = {}) => ({
  ...row(act254, ["supply-time", "p95"], scope, { value: days, exact: days, cases, ...more }),
  halves: { first: "8", second: "10" },
});

const lazio = supply({ region: "12" }, "11", 30);
const model: ReportModel = {
  ...sample,
  period: { id: "2026", year: 2026, half: null, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  rows: [
    ...sample.rows
      .filter(({ figure }) => figure.indicator !== "supply-time")
      .map((one) => ({ ...one, halves: { first: one.figure.value, second: null } })),
    supply({}, "9", 44),
    supply({ region: "01" }, "7", 14),
    lazio,
  ],
};

const supplyOf = (of: ReportModel) =>
  annualReportOf(of)
    .acts.flatMap(({ indicators }) => indicators)
    .find(({ part }) => part.act.id === "254-04-csp" && part.indicator.id === "supply-time");

let folder = "";
let bytes: Buffer = Buffer.alloc(0);
let text = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "annual-"));
  bytes = await renderAnnualReport(model);
  writeFileSync(join(folder, "annual.pdf"), bytes);
  text = execFileSync("pdftotext", ["-layout", join(folder, "annual.pdf"), "-"], { encoding: "utf8" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withRow = (old: ReportRow, changed: ReportRow): ReportModel => ({
  ...model,
  rows: model.rows.map((one) => (one === old ? changed : one)),
});

describe("the annual report", () => {
  test("reads back, and is the same bytes again", async () => {
    expect(verifyAnnualReport(bytes, model)).toEqual([]);
    expect((await renderAnnualReport(model)).equals(bytes)).toBe(true);
  });

  test("is a whole PDF for other readers too", () => {
    expect(execFileSync("qpdf", ["--check", join(folder, "annual.pdf")], { encoding: "utf8" })).toContain("No syntax");
  });

  const whole = model.rows.find(({ figure }) => figure.indicator === "supply-time" && !figure.scope.region);
  test.each<readonly [string, ReportModel]>([
    ["a region's value", withRow(lazio, supply({ region: "12" }, "12", 30))],
    ["a region's cases", withRow(lazio, supply({ region: "12" }, "11", 31))],
    ["another region", withRow(lazio, supply({ region: "13" }, "11", 30))],
    ["a figure more", { ...model, rows: [...model.rows, supply({ network: "own" }, "9", 40)] }],
    ["the year's value", withRow(whole as ReportRow, supply({}, "10", 44))],
    ["a half's value", withRow(whole as ReportRow, { ...supply({}, "9", 44), halves: { first: "7", second: "10" } })],
    ["another operator", { ...model, operator: { ...model.operator, name: "Altra Srl" } }],
    ["another year", { ...model, period: { ...model.period, year: 2027 } }],
    ["another snapshot", { ...model, snapshot: "0".repeat(64) }],
  ])("differs from a model with %s", (_, other) => {
    expect(verifyAnnualReport(bytes, other)).not.toEqual([]);
  });

  test("is addressed, says under which article and of which services, and leaves room to sign", () => {
    for (const words of [
      "Spettabile",
      "Autorità per le Garanzie nelle Comunicazioni",
      "Oggetto: Relazione annuale sulla qualità dei servizi – Anno 2026 (art. 10, comma 1, delibera n.",
      "telefonia vocale fissa: delibera n. 254/04/CSP",
      "accesso a Internet da postazione fissa: delibera n. 131/06/CSP, come modificata e integrata dalla",
      "servizi telefonici di contatto (call center): delibera n. 79/09/CSP",
      "assistenza clienti: delibera n. 255/24/CONS (da confermare)",
      "Il valore annuale è ricalcolato su tutti i casi dell’anno e non è la media dei semestri.",
      "Luogo e data",
      "Il legale rappresentante",
      "Periodi di rilevazione: 1° semestre dal 1/1/2026 al 30/6/2026; 2° semestre dal 1/7/2026 al 31/12/2026; anno intero dal 1/1/2026 al 31/12/2026.",
    ])
      expect(text).toContain(words);
  });

  test("lists the 20 regions in the order of their codes, those without cases too, and the total last", () => {
    const { regions } = supplyOf(model) ?? {};
    const rows = regions?.rows ?? [];
    // Value and cases of the four measures: only the first has figures here.
    const none = ["n.d.", "0"];
    expect(rows).toHaveLength(21);
    expect(rows[0]).toEqual(["01", "Piemonte", "7", "14", ...none, ...none, ...none]);
    expect(rows[1]).toEqual(["02", "Valle d’Aosta", ...none, ...none, ...none, ...none]);
    expect(rows[11]).toEqual(["12", "Lazio", "11", "30", ...none, ...none, ...none]);
    expect(rows[19]?.slice(0, 2)).toEqual(["20", "Sardegna"]);
    expect(rows[20]).toEqual(["", "Totale complessivo", "9", "44", ...none, ...none, ...none]);
    expect(text).toMatch(/01 +Piemonte +7 +14 +n\.d\. +0/);
  });

  test("keeps regions out of the other table, but for one that has a target: that is judged there", () => {
    const labels = (of: ReportModel) => supplyOf(of)?.part.blocks.map(({ label }) => label);
    expect(labels(model)).toEqual(["complessivo"]);
    const target = { section: "1", words: "entro 10 giorni", printedValue: "10 days", year: 2026 };
    const judged = { target: "10", comparator: "<=", outcome: "missed", margin: "-1" } as const;
    const promised = { ...supply({ region: "12" }, "11", 30, judged), target };
    expect(labels(withRow(lazio, promised))).toEqual(["complessivo", "Lazio"]);
  });
});

test("its letter counts the targets, and the minimums of the law apart", () => {
  const judged = (target: string, outcome: "met" | "missed") => ({
    ...supply({ network: outcome }, "9", 44, { target, comparator: "<=", outcome }),
    target: { section: "1", words: `entro ${target} giorni`, printedValue: `${target} days`, year: 2026 },
  });
  const minimum = { value: "10", comparator: "<=", outcome: "met" } as const;
  const held = supply({ network: "law" }, "9", 44, { target: "10", comparator: "<=", outcome: "met", minimum });
  const closing = (rows: readonly ReportRow[]) => annualReportOf({ ...model, rows }).closing.join(" ");
  expect(closing([judged("9", "met"), judged("8", "missed"), held])).toContain(
    "Obiettivi raggiunti: 1 su 2 valutabili. Standard minimi rispettati: 1 su 1 valutabili.",
  );
  expect(closing([held])).toContain("con i soli standard minimi dell’Autorità. Standard minimi rispettati");
  expect(closing([judged("9", "met")])).not.toContain("Standard minimi");
});

test("a service that is not offered is said to be so", () => {
  const rows = [row(act254, ["supply-time", "p95"], {}, { outcome: "not_applicable" })];
  expect(annualReportOf({ ...model, rows }).services).toContain(
    "telefonia vocale fissa: delibera n. 254/04/CSP – servizio non offerto",
  );
});

test.each<readonly [string, ReportModel, boolean]>([
  ["a year", model, true],
  ["a half-year", sample, false],
  [
    "the year of an operator that owes no report",
    { ...model, operator: { ...model.operator, notSubject: { reason: "R.", words: "w", section: "1" } } },
    false,
  ],
  ["a year under no act", { ...model, acts: [] }, false],
])("%s owes an annual report, or not", (_, of, owed) => {
  expect(owesAnnualReport(of)).toBe(owed);
});
