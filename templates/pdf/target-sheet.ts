/** The sheet of targets as a PDF: what an operator's legal representative signs before a year is judged by it. */
import type { Column, Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { TargetSheet } from "../../reports/target-sheet.ts";
import { pageWords, sections } from "../italian.ts";
import { documentLabel, operatorLabels } from "../operator-words.ts";
import { oddityLines, sheetLabels, sheetSentences, sheetTitle } from "../target-sheet-words.ts";
import { documentFrame } from "./document-frame.ts";
import { cellSize, headFill, pageMargins, tableLines } from "./page-style.ts";
import { pdfBytes } from "./pdf-bytes.ts";
import { type SheetPart, sheetParts } from "./target-sheet-tables.ts";

/**
 * The same sheet gives the same bytes, on any day and in any zone: it bears the last day of its year. Throws DocumentError
 * for a character that the font lacks.
 */
export async function renderTargetSheet(sheet: TargetSheet): Promise<Buffer> {
  const { left, top, right, bottom } = pageMargins;
  const date = new Date(`${sheet.year}-12-31T00:00:00Z`);
  const title = `${sheet.operator.name} – ${sheetTitle(sheet.year)}`;
  const definition: TDocumentDefinitions = {
    ...documentFrame({
      title: title,
      subject: sheetTitle(sheet.year),
      author: sheet.operator.name,
      date,
      orientation: "landscape",
    }),
    pageMargins: [left, top, right, bottom],
    footer: (page, pages) => ({
      style: "footer",
      margin: [left, 10, right, 0],
      columns: [
        { text: title, width: "*" },
        { text: pageWords(page, pages), width: "auto" },
      ],
    }),
    // A head near the foot of a page would stand apart from its table.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      startPosition.verticalRatio > (headlineLevel === 2 ? 0.8 : 1),
    content: [...head(sheet), ...sheetParts(sheet).flatMap(partContent), ...oddities(sheet), signature()],
  };
  return pdfBytes(definition);
}

function head({ operator, year }: TargetSheet): readonly Content[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    [sections.operator, operator.name === operator.id ? operator.name : `${operator.name} (${operator.id})`],
    [sections.seat, operator.seat],
    [sections.roc, operator.roc],
    [operatorLabels.pec, operator.pec],
    [sections.site, operator.site],
    [documentLabel(operator), operator.charter],
    [sheetLabels.year, `${year}`],
  ];
  const body = facts.flatMap(([label, value]) =>
    value === undefined ? [] : [[{ text: label, bold: true, fillColor: headFill }, { text: value }]],
  );
  return [
    { text: sheetTitle(year), style: "title", margin: [0, 0, 0, 10] },
    { table: { widths: [150, "*"], body }, layout: { ...tableLines(), fillColor: () => null } },
    { text: sheetSentences.lead, style: "paragraph", margin: [0, 8, 0, 0] },
    { text: sheetSentences.bare, style: "paragraph" },
  ];
}

/** A cell of so many letters is shorter than a page, whatever its column. */
const safeLength = 900;

/** The library drops a row that may not break and is taller than a page: where one is long, rows may break. */
function partContent({ title, heads, widths, rows, notes, strong }: SheetPart): readonly Content[] {
  const body: TableCell[][] = [
    heads.map((text) => ({ text, style: "head" })),
    ...rows.map((cells) => cells.map((text, column) => ({ text, fontSize: cellSize, bold: column === strong }))),
  ];
  const dontBreakRows = rows.every((cells) => cells.every((text) => text.length < safeLength));
  return [
    { text: title, style: "section", headlineLevel: 2, outline: true },
    { table: { headerRows: 1, dontBreakRows, widths: [...widths], body }, layout: tableLines() },
    ...(notes.length === 0 ? [] : [{ text: sheetLabels.notes, style: "part" }]),
    ...notes.map((note, index): Content => ({ text: `${index + 1}. ${note}`, style: "small" })),
  ];
}

function oddities(sheet: TargetSheet): readonly Content[] {
  const lines = oddityLines(sheet);
  if (lines.length === 0) return [];
  return [
    { text: sheetLabels.oddities, style: "section", headlineLevel: 2, outline: true },
    { ul: lines.map((text) => ({ text, style: "paragraph" })) },
  ];
}

/** Never apart from what is declared. */
function signature(): Content {
  const line = (label: string): Column => ({
    stack: [
      { text: label, bold: true },
      { canvas: [{ type: "line", x1: 0, y1: 34, x2: 260, y2: 34, lineWidth: 0.7, lineColor: "#1b2a38" }] },
    ],
    width: "*",
  });
  return {
    unbreakable: true,
    margin: [0, 24, 0, 0],
    stack: [
      { text: sheetSentences.declaration, margin: [0, 0, 0, 18] },
      { columns: [line(sheetLabels.place), line(sheetLabels.signer)], columnGap: 60 },
    ],
  };
}
