/** A letter to the Authority as a PDF, to be dated and signed by hand. */
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { ReportModel } from "../../reports/report-model.ts";
import { annual } from "../annual-report-words.ts";
import { pageWords, sections } from "../italian.ts";
import type { Letter, LetterPart } from "../letter.ts";
import { letterWords } from "../letter-words.ts";
import { operatorLabels } from "../operator-words.ts";
import { changesContent, portraitWidths } from "./corrections.ts";
import { documentFrame } from "./document-frame.ts";
import { defaultStyle, pageMargins, tableLines } from "./page-style.ts";
import { pdfBytes } from "./pdf-bytes.ts";

/** Wider than the tables of a report need: it is read as a letter. */
const margins = [56, 50, 56, 46] as const;

/** The same letter gives the same bytes: it bears the last day of the period, and the date of whoever signs it by hand. */
export async function renderLetter(letter: Letter, model: ReportModel): Promise<Buffer> {
  const date = new Date(`${model.period.lastDay}T00:00:00Z`);
  const definition: TDocumentDefinitions = {
    ...documentFrame({
      title: `${letter.title} – ${letter.operator.name} – ${model.period.id}`,
      subject: letter.subject,
      author: letter.operator.name,
      date,
      orientation: "portrait",
    }),
    pageMargins: [...margins],
    defaultStyle: { ...defaultStyle, fontSize: 10, lineHeight: 1.25 },
    footer: (page, pages) => ({
      style: "footer",
      margin: [margins[0], 10, pageMargins.right, 0],
      text: pages > 1 ? pageWords(page, pages) : "",
    }),
    content: [...heading(letter), ...letter.parts.map((part) => partContent(part, model)), signature()],
  };
  return pdfBytes(definition);
}

/** Sender, addressee and subject as they are printed. */
export function headingTexts({ operator, subject }: Letter): readonly string[] {
  const { name, seat, roc, pec, site } = operator;
  const identity = [
    [sections.seat, seat],
    [sections.roc, roc],
    [operatorLabels.pec, pec],
    [sections.site, site],
  ].flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
  return [name, ...identity, ...annual.addressee, `${letterWords.subject}: ${subject}`];
}

function heading(letter: Letter): readonly Content[] {
  const [name = "", ...rest] = headingTexts(letter);
  const subject = rest.at(-1) ?? "";
  const identity = rest.slice(0, -1 - annual.addressee.length);
  const { channel, protocol, blank } = letterWords;
  return [
    { text: name, style: "section", margin: [0, 0, 0, 2] },
    ...identity.map((text): Content => ({ text, style: "small" })),
    { stack: [...annual.addressee], margin: [250, 18, 0, 14] },
    { text: `${protocol} ${blank}`, style: "small" },
    { text: `${channel} ${blank}`, style: "small", margin: [0, 6, 0, 0] },
    { text: subject, bold: true, margin: [0, 18, 0, 12] },
  ];
}

function partContent(part: LetterPart, model: ReportModel): Content {
  switch (part.kind) {
    case "paragraph":
      return { text: part.text, margin: [0, 0, 0, 6] };
    case "list":
      return { ul: [...part.items], margin: [0, 0, 0, 6] };
    case "changes":
      return changesContent(model, portraitWidths);
    case "files":
      return filesContent(part.files);
    default:
      return part satisfies never;
  }
}

/** A digest is one word: the column is as wide as its digits. */
function filesContent(files: Extract<LetterPart, { readonly kind: "files" }>["files"]): Content {
  const body: TableCell[][] = [
    letterWords.fileHeads.map((text) => ({ text, style: "head" })),
    ...files.map(({ name, sha256 }) => [
      { text: name, style: "summaryCell" },
      { text: sha256, fontSize: 7 },
    ]),
  ];
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: ["*", 280], body },
    layout: tableLines(),
    margin: [0, 0, 0, 8],
  };
}

function signature(): Content {
  const { placeAndDate, signature: signer, blank } = letterWords;
  const line = (label: string): Content => ({ stack: [label, { text: blank, margin: [0, 24, 0, 0] }] });
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    columns: [
      { width: "*", stack: [line(placeAndDate)] },
      { width: "auto", stack: [line(signer)] },
    ],
  };
}
