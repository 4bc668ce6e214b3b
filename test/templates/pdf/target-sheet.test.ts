import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts } from "../../../reports/acts/index.ts";
import type { Target } from "../../../reports/target.ts";
import { readTargets, type TargetSheet } from "../../../reports/target-sheet.ts";
import { renderTargetSheet } from "../../../templates/pdf/target-sheet.ts";
import { verifyTargetSheet } from "../../../templates/pdf/target-sheet-check.ts";

const target = (more: Partial<Target>): Target => ({
  id: "a",
  act: "131-06-csp",
  indicator: "repair-time",
  measure: "mean",
  scope: {},
  value: "48",
  unit: "hours",
  printed: "<",
  words: "inferiore a 48 ore",
  section: "3.2.5",
  year: 2027,
  ...more,
});

const targets: readonly Target[] = [
  target({ page: 12, scope: { technology: ["ADSL", "VDSL"], responsibility: "own" } }),
  target({ measure: "p95", value: "90", unit: "minutes", printed: "bare", words: "entro 90 minuti", year: 2018 }),
  target({ measure: "p80", value: "20", unit: "minutes", printed: "bare", words: "entro 20 minuti" }),
  target({
    act: "244-08-csp",
    indicator: "throughput",
    scope: { profile: "4000", direction: "download" },
    value: "1.2",
    unit: "Mbit/s",
    printed: "bare",
    words: "1,2 Megabit/s",
    section: "Tabella",
    oddity: "Manca l’unità in una riga.",
  }),
  target({
    act: "79-09-csp",
    indicator: "first-call-resolution",
    measure: "ratio",
    value: "82",
    unit: "%",
    words: "un tasso inferiore al 82%",
  }),
  target({
    act: "79-09-csp",
    indicator: "agent-answer",
    measure: "within-limit",
    scope: { limit: 10 },
    value: "70",
    unit: "%",
    printed: "bare",
    words: "in 10 secondi pari al 70%",
  }),
];

const sheetOf = (more: Partial<TargetSheet> = {}): TargetSheet => ({
  operator: { id: "prova", name: "Cielo & Figli S.r.l.", seat: "Via Roma, 1", roc: "00123", charter: "Carta 2027" },
  year: 2027,
  targets: readTargets(targets, acts),
  commitments: [
    {
      name: "Continuità",
      words: "24 ore su 24",
      section: "3.1",
      value: "24",
      unit: "ore",
      printed: "bare",
      year: 2027,
    },
  ],
  oddities: [{ section: "1.3", words: "La Carta indica due termini." }],
  ...more,
});

let folder = "";
let file = "";
let bytes: Buffer;
let text = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sheet-"));
  file = join(folder, "prova-2027.pdf");
  bytes = await renderTargetSheet(sheetOf());
  writeFileSync(file, bytes);
  text = packed(run("pdftotext", "-raw", file, "-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { encoding: "utf8" });
const packed = (text: string) => text.replace(/\s+/g, "");

describe("the sheet of targets", () => {
  test("is a sound PDF/A-3a that bears the last day of its year, and the same bytes each time", async () => {
    expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors");
    const metadata = run("pdfinfo", "-meta", file);
    expect(metadata).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(metadata).toContain("<xmp:CreateDate>2027-12-31T00:00:00Z</xmp:CreateDate>");
    expect(metadata).toContain("Cielo &amp; Figli S.r.l. – Scheda degli obiettivi di qualità – anno 2027");
    expect((await renderTargetSheet(sheetOf())).equals(bytes)).toBe(true);
  });

  const printed: readonly (readonly [string, string])[] = [
    ["the operator", "Cielo & Figli S.r.l. (prova)"],
    ["its act", "Delibera n. 131/06/CSP del 12/07/2006"],
    ["section and page", "§ 3.2.5, pag. 12"],
    ["the charter's words", "«inferiore a 48 ore»"],
    ["the scope in words", "tecnologia ADSL+VDSL; solo guasti propri (esclusi operatori terzi)"],
    ["a strict comparator", "inferiore a 48 ore solari"],
    ["a bare value, converted: 90 minutes are 3/2 hours", "non superiore a 1,5 ore solari"],
    ["what is no decimal as a fraction: 20 minutes", "non superiore a 1/3 ore solari"],
    ["1,2 Mbit/s as 1.200 kbit/s, where more is better", "non inferiore a 1.200 kbit/s"],
    ["that a value is converted", "Il valore è convertito nell’unità di misura dell’indicatore (kbit/s)."],
    ["that a target is of another year", "Obiettivo della Carta 2018, non aggiornato per l’anno di riferimento."],
    ["that words speak against what is better", "l’obiettivo è valutato come «non inferiore all’82 %»."],
    ["the charter's own limit", "inferiore a 10 secondi [limite della Carta]"],
    ["a target's oddity", "Manca l’unità in una riga."],
    ["the charter's oddity", "§ 1.3: La Carta indica due termini."],
    ["a further commitment", "«24 ore su 24»"],
    ["the place for the date", "Luogo e data"],
    ["the place for the signature", "Il legale rappresentante"],
  ];
  test.each(printed)("prints %s", (_, words) => {
    expect(text).toContain(packed(words));
  });

  test("is found to say what it was made from", () => {
    expect(verifyTargetSheet(bytes, sheetOf())).toEqual([]);
  });

  const [first, ...others] = targets as readonly [Target, ...Target[]];
  const altered: readonly (readonly [string, Partial<TargetSheet>, string])[] = [
    ["a value", { targets: readTargets([{ ...first, value: "47" }, ...others], acts) }, 'Column 5: "48'],
    ["a comparator", { targets: readTargets([{ ...first, printed: ">" }, ...others], acts) }, "Column 6"],
    ["a word", { targets: readTargets([{ ...first, words: "inferiore a 48 or" }, ...others], acts) }, "Column 2"],
    ["a target too many in print", { targets: readTargets(others, acts) }, "Column 1"],
    [
      "a target lost in print",
      { targets: readTargets([...targets, target({ year: 2026, measure: "p95" })], acts) },
      "Column 1",
    ],
    ["a commitment", { commitments: [] }, "Column 1"],
    ["the charter's oddity", { oddities: [{ section: "1.3", words: "Altro." }] }, '"§ 1.3: Altro." is missing.'],
    ["the operator", { operator: { id: "prova", name: "Altro S.p.A." } }, '"Altro S.p.A." is missing.'],
    ["the year", { year: 2026 }, '"Scheda degli obiettivi di qualità – anno 2026" is missing.'],
  ];
  test.each(altered)("another is found out: %s", (_, more, difference) => {
    expect(verifyTargetSheet(bytes, sheetOf(more)).join("\n")).toContain(difference);
  });

  test("words taller than a page are printed to the last", async () => {
    const words = Array.from({ length: 900 }, (_, index) => `parola${index}`).join(" ");
    const long = sheetOf({ targets: readTargets([target({ words })], acts) });
    expect(verifyTargetSheet(await renderTargetSheet(long), long)).toEqual([]);
  });
});

test("a target that no act measures makes no sheet", () => {
  expect(() => readTargets([target({ measure: "median" })], acts)).toThrow("which no act measures");
});
