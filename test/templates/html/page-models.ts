/** The models that the pages are tried on: all that a page can hold, texts that look like markup among it. */
import { act131 } from "../../../reports/acts/131-06-csp.ts";
import { act254 } from "../../../reports/acts/254-04-csp.ts";
import type { Figure, ReportModel, ReportRow } from "../../../reports/report-model.ts";
import type { Download } from "../../../templates/html/report-page.ts";
import { repair } from "../charts/chart-rows.ts";
import { row, sampleModel } from "../sample-model.ts";

/** Markup, entities and quotes, as a name, a charter or a remark may hold them. */
export const hostile = `<script>alert("x")</script> & <b onclick='y'>&amp;&lt;</b> "'\``;

export const files: readonly Download[] = [
  { name: "indicators.json", sha256: "1".repeat(64) },
  { name: "report.pdf", sha256: "2".repeat(64) },
  { name: "agcom-131-06-csp.xlsx", sha256: "3".repeat(64) },
  { name: "lettera-accompagnamento.pdf", sha256: "4".repeat(64) },
  { name: "testo-bolletta.txt", sha256: "5".repeat(64) },
];

const sample = sampleModel();

/** Faults repaired in 1 to 20 hours: their 80th percentile, 16, against 17, missed by the mean of 10.5 against 10. */
const repaired = repair([
  ["p80", "17"],
  ["mean", "10"],
]);

const rows: readonly ReportRow[] = [
  ...sample.rows.filter(({ figure }) => figure.indicator !== "repair-time"),
  ...repaired,
  row(
    act131,
    ["disputed-charges", "ratio"],
    { technology: hostile },
    {
      value: "1.50",
      exact: "3/2",
      target: "1",
      comparator: "<",
      outcome: "missed",
      margin: "-1/2",
      cases: 200,
      note: `Nota con ${hostile}.`,
    },
    { section: hostile, words: hostile, printedValue: `1% ${hostile}`, year: 2026 },
  ),
];

const before = (figure: Figure): Figure =>
  figure.indicator === "repair-time" && figure.measure === "mean"
    ? { ...figure, value: "9.50", exact: "19/2", outcome: "met" }
    : figure;

export const fullModel: ReportModel = {
  ...sample,
  operator: {
    ...sample.operator,
    name: `Cielo ${hostile}`,
    site: "https://www.example.it/qualita",
    pec: "pec@example.it",
  },
  revision: 2,
  rows,
  supersedes: { revision: 1, reason: `errore nei dati ${hostile}`, figures: rows.map(({ figure }) => before(figure)) },
  remarks: [
    { kind: "heading", level: 1, text: `Perché ${hostile}` },
    {
      kind: "paragraph",
      runs: [
        { text: "Guasto alla ", isBold: false },
        { text: hostile, isBold: true },
      ],
    },
    { kind: "list", isOrdered: true, items: [[{ text: "prima", isBold: false }], [{ text: "dopo", isBold: false }]] },
  ],
  earlier: [
    { period: "2025-S1", revision: 1, figures: rows.map(({ figure }) => before(figure)) },
    { period: "2025-S2", revision: 3, figures: rows.map(({ figure }) => figure) },
  ],
  warnings: [...sample.warnings, { code: "odd", message: `Avvertenza ${hostile}` }],
};

export const yearModel: ReportModel = {
  ...sample,
  period: { id: "2026", year: 2026, half: null, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  rows: [
    ...sample.rows.map((one) => ({ ...one, halves: { first: "27", second: null } })),
    ...["01", "03", "12"].map((region, index) => ({
      ...row(act254, ["supply-time", "p95"], { region }, { value: `${9 + index}`, exact: `${9 + index}`, cases: 14 }),
      halves: { second: "10" },
    })),
  ],
};

export const notSubjectModel: ReportModel = {
  ...sample,
  acts: [],
  rows: [],
  conservation: [],
  commitments: [],
  warnings: [{ code: "not-subject", message: "Operatore non soggetto." }],
  operator: {
    id: "tunda",
    name: "Tunda IT",
    charterIsPage: true,
    charter: "Accesso all'Area Cliente",
    notSubject: { reason: "Nessun servizio di accesso.", words: "web hosting", section: "Cos'è l'Area Cliente?" },
  },
  extract: [{ table: "invoices", rows: 1204, quarantined: 29 }],
};
