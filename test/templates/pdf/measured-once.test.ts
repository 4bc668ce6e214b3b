import { createRequire } from "node:module";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { measureTextsOnce } from "../../../templates/pdf/measured-once.ts";
import { pdfBytes } from "../../../templates/pdf/pdf-bytes.ts";

const { default: TextInlines } = createRequire(import.meta.url)("pdfmake/js/TextInlines.js");
const { buildInlines } = TextInlines.prototype;
let measures = 0;
TextInlines.prototype.buildInlines = function count(...text: unknown[]) {
  measures += 1;
  return buildInlines.apply(this, text);
};

beforeEach(() => {
  measures = 0;
});
afterEach(() => void measureTextsOnce());

/** `breaks` titles that each ask for a page of their own: the library lays the document out once more for every one. */
function definition(breaks: number, content: readonly Content[] = []): TDocumentDefinitions {
  const titles = Array.from(
    { length: breaks },
    (_, i): Content => ({ text: `Titolo ${i}`, headlineLevel: 1, bold: true }),
  );
  const date = new Date("2026-06-30T00:00:00Z");
  return {
    info: { creationDate: date, modDate: date },
    defaultStyle: { font: "Roboto", fontSize: 9 },
    styles: { small: { fontSize: 7 }, large: { fontSize: 14 } },
    content: [...content, ...titles.flatMap((title): Content[] => [title, "Un testo che segue."])],
    pageBreakBefore: ({ headlineLevel }) => headlineLevel === 1,
  };
}

async function bothWays(of: () => TDocumentDefinitions): Promise<readonly [once: Buffer, anew: Buffer]> {
  const once = await pdfBytes(of());
  measureTextsOnce()();
  return [once, await pdfBytes(of())];
}

const long = "parola lunga ".repeat(120);
const shared = { text: "Lo stesso testo due volte" };

test.for<readonly [string, () => readonly Content[]]>([
  ["lines and spaces at both ends", () => [" uno\n\n due ", { text: long, alignment: "justify" }]],
  [
    "a word wider than its column",
    () => [
      {
        columns: [
          { text: "W".repeat(80), width: 60 },
          { text: "y", width: 20 },
        ],
      },
    ],
  ],
  [
    "parts in several styles",
    () => [{ text: ["uno ", { text: "due", bold: true }, { text: " tre", style: "large" }] }],
  ],
  ["lists", () => [{ ul: ["uno", { text: "due", style: "small" }] }, { ol: ["uno", long] }]],
  [
    "one text under two styles",
    () => [
      { stack: [shared], style: "small" },
      { stack: [shared], style: "large" },
    ],
  ],
  [
    "a table over pages",
    () => [
      {
        table: {
          headerRows: 1,
          body: Array.from({ length: 90 }, (_, i) => [`${i}`, { text: long.slice(0, i * 9), style: "small" }]),
        },
      },
    ],
  ],
])("a document with %s has the same bytes, its texts measured once or at every layout", async ([, content]) => {
  const [once, anew] = await bothWays(() => definition(3, content()));
  expect(once.equals(anew)).toBe(true);
});

// Two texts a title, and one layout more than there are breaks: 2 × 4 = 8 measures of texts, not 8 × (4 + 1) = 40.
test("texts are measured once however often the document is laid out", async () => {
  await pdfBytes(definition(4));
  expect(measures).toBe(8);
  measures = 0;
  measureTextsOnce()();
  await pdfBytes(definition(4));
  expect(measures).toBe(40);
});

test("another document measures its own texts", async () => {
  await pdfBytes(definition(1));
  await pdfBytes(definition(1));
  // Two texts, two documents.
  expect(measures).toBe(4);
});
