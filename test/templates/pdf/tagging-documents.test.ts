/** Every kind of document that is rendered is tagged from its first page to its last. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts } from "../../../reports/acts/index.ts";
import type { ReportModel } from "../../../reports/report-model.ts";
import { readTargets, type TargetSheet } from "../../../reports/target-sheet.ts";
import { correctionLetter, type Letter } from "../../../templates/letter.ts";
import { renderAnnualReport } from "../../../templates/pdf/annual-report.ts";
import { renderLetter } from "../../../templates/pdf/letter.ts";
import { untaggedReason } from "../../../templates/pdf/pdf-bytes.ts";
import { renderReportPdf } from "../../../templates/pdf/report-pdf.ts";
import { renderTargetSheet } from "../../../templates/pdf/target-sheet.ts";
import { revisedModel } from "../revised-model.ts";
import { sampleModel } from "../sample-model.ts";
import { readTagged, type TaggedElement, type TaggedFile } from "./structure-tree.ts";

const model = sampleModel();
const year: ReportModel = {
  ...model,
  period: { id: "2026", year: 2026, half: null, firstDay: "2026-01-01", lastDay: "2026-12-31" },
  rows: model.rows.map((row) => ({ ...row, halves: { first: row.figure.value, second: null } })),
};
const sheet: TargetSheet = {
  operator: { id: "prova", name: "Prova Srl" },
  year: 2027,
  targets: readTargets(
    [
      {
        ...{
          id: "a",
          act: "131-06-csp",
          indicator: "repair-time",
          measure: "mean",
          scope: {},
          value: "48",
          unit: "hours",
        },
        ...{ printed: "<", words: "inferiore a 48 ore", section: "3.2.5", year: 2027 },
      },
    ],
    acts,
  ),
  commitments: [],
  oddities: [{ section: "1.3", words: "La Carta indica due termini." }],
};

const revised = revisedModel();
const attached = [{ name: "report.pdf", sha256: "0".repeat(64) }];

const documents: Readonly<Record<string, () => Promise<Buffer>>> = {
  report: () => renderReportPdf(model, { draft: false }),
  draft: () => renderReportPdf(model, { draft: true }),
  "annual report": () => renderAnnualReport(year),
  "sheet of targets": () => renderTargetSheet(sheet),
  "letter of a correction": () => renderLetter(correctionLetter(revised, attached) as Letter, revised),
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tagged-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** From a level to one that is more than one deeper. */
function jumps({ elements }: TaggedFile): readonly string[] {
  const levels = elements.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  return levels.flatMap((level, index) =>
    level > (levels[index - 1] ?? 0) + 1 ? [`heading ${index + 1}: H${level}`] : [],
  );
}

/** Columns that a row covers, those of a cell above it too. */
function widthsOf(table: TaggedElement): ReadonlySet<number> {
  const rows = table.children.flatMap((part) => (part.type === "TR" ? [part] : part.children));
  const reaching: number[] = [];
  const widths = rows.map(({ children }, row) => {
    for (const { attributes } of children) {
      const [columns, deep] = [Number(attributes["/ColSpan"] ?? 1), Number(attributes["/RowSpan"] ?? 1)];
      for (let below = 0; below < deep; below += 1) reaching[row + below] = (reaching[row + below] ?? 0) + columns;
    }
    return reaching[row] ?? 0;
  });
  return new Set(widths);
}

describe.each(Object.keys(documents))("the %s", (name) => {
  let read: TaggedFile;
  beforeAll(async () => {
    const bytes = await (documents[name] as () => Promise<Buffer>)();
    expect(untaggedReason(bytes)).toBeUndefined();
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, bytes);
    read = readTagged(file);
  });

  test("holds nothing outside its marks, and the parent tree agrees with the elements", () => {
    expect(read.unmarked).toEqual([]);
    expect(new Map(read.elements.flatMap(({ id, marks }) => marks.map((mark) => [mark, id] as const)))).toEqual(
      read.parents,
    );
    expect([...read.parents.keys()].sort()).toEqual([...read.marks].sort());
  });

  test("begins its headings with the first level and leaves none out", () => {
    expect(read.elements.filter(({ type }) => type === "H1").length).toBeGreaterThan(0);
    expect(jumps(read)).toEqual([]);
  });

  test("has tables of rows that are as wide as each other, each with heads that say what they head", () => {
    const tables = read.elements.filter(({ type }) => type === "Table");
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.filter((table) => widthsOf(table).size !== 1)).toEqual([]);
    const heads = read.elements.filter(({ type }) => type === "TH");
    expect(heads.filter(({ attributes }) => attributes["/Scope"] === undefined)).toEqual([]);
  });

  test("tells its pictures in words, and names no element that is not of the standard", () => {
    expect(read.elements.filter(({ type, alt }) => type === "Figure" && (alt ?? "") === "")).toEqual([]);
    const standard = /^(?:Document|H[1-6]|P|L|LI|LBody|Table|THead|TBody|TR|TH|TD|Figure|Link)$/;
    expect(read.elements.filter(({ type }) => !standard.test(type))).toEqual([]);
  });
});
