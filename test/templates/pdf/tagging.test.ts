/** What the tags say of a document that holds one of everything, read by qpdf and poppler and not by our own reader. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pdfBytes, untaggedReason } from "../../../templates/pdf/pdf-bytes.ts";
import { readPdfText } from "../../../templates/pdf/read-pdf.ts";
import { libraryInside } from "../../../templates/pdf/tagging-library.ts";
import { outline, readTagged, type TaggedFile } from "./structure-tree.ts";

const date = new Date("2026-06-30T00:00:00Z");
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20" viewBox="0 0 100 20"><rect x="1" y="1" width="50" height="9" fill="#555"/><text x="2" y="18" font-family="Roboto" font-size="8">12</text></svg>`;
const picture = (alt?: string) => ({ svg, ...(alt !== undefined && { alt }) }) as Content;

/** Rows enough for a second page: the two head rows are drawn there once more. */
const rows = 12;

const everything = (): Content[] => [
  { text: "Titolo", style: "title" },
  { text: "Parte senza sezione", style: "part" },
  {
    text: [
      "Un ",
      { text: "paragrafo", bold: true },
      " con ",
      { text: "www.example.it", link: "https://www.example.it/" },
    ],
  },
  { text: "Sezione", style: "section" },
  { text: "Indicatore", style: ["indicator", "small"] },
  picture("Barra lunga 12 – è la più alta"),
  picture(""),
  { unbreakable: true, stack: [{ text: "Insieme" }, picture("Seconda barra")] },
  { ul: ["uno", { stack: ["due", { text: "tre" }] }] },
  { columns: [{ text: "sinistra" }, { canvas: [{ type: "line", x1: 0, y1: 0, x2: 50, y2: 0 }] }, { text: "destra" }] },
  {
    table: {
      headerRows: 2,
      body: [
        [{ text: "Voce", rowSpan: 2 }, { text: "Valori", colSpan: 2 }, {}],
        [{}, "n", "%"],
        ...Array.from({ length: rows }, (_, row) => [`riga ${row}`, `${row}`, ""]),
      ],
    },
  },
  { text: "Atto", style: "act" },
  { table: { body: [["Chiave", { stack: ["valore", "altro"] }]] } },
];

const definition = (content: Content[], more: Partial<TDocumentDefinitions> = {}): TDocumentDefinitions => ({
  version: "1.7",
  pageSize: "A6",
  subset: "PDF/A-3b",
  language: "it-IT",
  displayTitle: true,
  info: { title: "Prova & <Figli>", creationDate: date, modDate: date },
  defaultStyle: { font: "Roboto", fontSize: 9 },
  watermark: { text: "BOZZA", opacity: 0.1 },
  footer: (page, pages) => `Pagina ${page} di ${pages}`,
  content,
  ...more,
});

let folder = "";
let [taggedFile, plainFile] = ["", ""];
let read: TaggedFile;

const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { encoding: "utf8" });
const metadataOf = (file: string) => run("pdfinfo", "-meta", file);
async function written(name: string, of: TDocumentDefinitions): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await pdfBytes(of));
  return file;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tagging-"));
  taggedFile = await written("tagged.pdf", definition(everything()));
  const { subset: _, ...plain } = definition(everything());
  plainFile = await written("plain.pdf", plain);
  read = readTagged(taggedFile);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const elements = (type: string) => read.elements.filter((element) => element.type === type);

describe("a tagged document", () => {
  test("is sound, and every font is embedded with its characters", () => {
    expect(run("qpdf", "--check", taggedFile)).toContain("No syntax or stream encoding errors");
    const fonts = run("pdffonts", taggedFile).trim().split("\n").slice(2);
    expect(fonts.filter((line) => !/ yes yes yes +\d+ +0$/.test(line))).toEqual([]);
  });

  test("declares PDF/A-3a and PDF/UA-1 in metadata that an XML parser reads, with the schema PDF/A asks for", () => {
    const metadata = metadataOf(taggedFile);
    expect(() => new SaxesParser({ xmlns: true }).write(metadata).close()).not.toThrow();
    for (const declared of [
      "<pdfaid:part>3</pdfaid:part>",
      "<pdfaid:conformance>A</pdfaid:conformance>",
      "<pdfuaid:part>1</pdfuaid:part>",
      "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
      "Prova &amp; &lt;Figli&gt;",
    ])
      expect(metadata).toContain(declared);
  });

  test("says its language, that it is marked, that its title is to be shown, and on each page the order of the keys", () => {
    const { "/Lang": language, "/MarkInfo": marked, "/ViewerPreferences": shown } = read.catalog;
    expect([language, marked, shown]).toEqual(["u:it-IT", { "/Marked": true }, { "/DisplayDocTitle": true }]);
    expect(run("qpdf", "--json=2", "--json-key=qpdf", taggedFile).match(/"\/Tabs": "\/S"/g)).toHaveLength(2);
  });

  test("has the elements of its content in the order of reading, and headings that leave no level out", () => {
    const body = "        TR\n          TD\n          TD\n          TD\n".replace(/^ {2}/gm, "");
    expect(outline(read.root)).toBe(
      `Document
  H1
  H2
  P
    Link
  H2
  H3
  Figure
  P
  Figure
  L
    LI
      LBody
    LI
      LBody
        P
        P
  P
  P
  Table
    THead
      TR
        TH Scope=Column RowSpan=2
        TH Scope=Column ColSpan=2
      TR
        TH Scope=Column
        TH Scope=Column
    TBody
${body.repeat(rows)}  H2
  Table
    TR
      TH Scope=Row
      TD
        P
        P
`,
    );
  });

  test("tells each element's own words, a repeated head once, and no footer and no watermark", () => {
    const told = run("pdfinfo", "-struct-text", taggedFile);
    const texts = [...told.matchAll(/^ *"(.*)"$/gm)].map(([, text]) => text);
    const table = Array.from({ length: rows }, (_, row) => [`riga ${row}`, `${row}`]).flat();
    expect(texts).toEqual([
      ...[
        "Titolo",
        "Parte senza sezione",
        "Un paragrafo con www.example.it",
        "Sezione",
        "Indicatore",
        "12",
        "Insieme",
        "12",
      ],
      ...["uno", "due", "tre", "sinistra", "destra", "Voce", "Valori", "n", "%", ...table],
      ...["Atto", "Chiave", "valore", "altro"],
    ]);
    // On its second page the head is drawn again.
    expect(run("pdftotext", taggedFile, "-").match(/Voce/g)).toHaveLength(2);
  });

  test("tells a picture in words, and where it stands", () => {
    expect(elements("Figure").map(({ alt }) => alt)).toEqual(["Barra lunga 12 – è la più alta", "Seconda barra"]);
    for (const { attributes } of elements("Figure")) {
      const [left, bottom, right, top] = attributes["/BBox"] as unknown as readonly number[];
      // 100 points wide and 20 high, at the left margin.
      expect([left, right, Math.round(((top ?? 0) - (bottom ?? 0)) * 100)]).toEqual([40, 140, 2000]);
    }
  });

  test("tells where a link leads, and the link belongs to its words", () => {
    const [link] = elements("Link");
    expect([...read.annotations.keys()]).toEqual(link?.annotations);
    expect([...read.annotations.values()].map((annotation) => annotation["/Contents"])).toEqual([
      "u:Un paragrafo con www.example.it",
    ]);
  });

  test("leaves nothing outside its marks, and every mark belongs to one element, which the parent tree names too", () => {
    expect(read.unmarked).toEqual([]);
    const owned = read.elements.flatMap(({ id, marks }) => marks.map((mark) => [mark, id] as const));
    expect(owned.map(([mark]) => mark).sort()).toEqual([...read.marks].sort());
    expect(new Map(owned)).toEqual(read.parents);
  });

  test("looks and reads to the last pixel as it does without tags", () => {
    const text = (file: string) => run("pdftotext", "-raw", file, "-");
    // Without a name to write to, the pages go to stdout.
    const pixels = (file: string) => execFileSync("pdftoppm", ["-r", "40", "-gray", file]);
    expect(text(taggedFile)).toBe(text(plainFile));
    expect(pixels(taggedFile).subarray(0, 2).toString()).toBe("P5");
    expect(pixels(taggedFile).equals(pixels(plainFile))).toBe(true);
  });

  test("is read back by our own reader as the untagged one is", async () => {
    const { subset: _, ...plain } = definition(everything());
    expect(readPdfText(await pdfBytes(definition(everything())))).toEqual(readPdfText(await pdfBytes(plain)));
  });

  test("has the same bytes each time, be it made alone or beside another", async () => {
    const once = await pdfBytes(definition(everything()));
    const both = await Promise.all([pdfBytes(definition(everything())), pdfBytes(definition(["Altro"]))]);
    expect(both[0].equals(once)).toBe(true);
  });
});

describe("where tags cannot be had, the same pages are PDF/A-3b and nothing is claimed", () => {
  test.for<readonly [string, Content[], string]>([
    ["a picture without words", [picture()], "A picture has no text in its place."],
    ["a node of an unknown kind", [{ ol: ["uno"] }], "No tag is known for a node of ol"],
  ])("%s", async ([, odd, reason]) => {
    const content = (): Content[] => ["Prima", ...structuredClone(odd)];
    const bytes = await pdfBytes(definition(content()));
    expect(untaggedReason(bytes)).toContain(reason);
    const file = join(folder, "untagged.pdf");
    writeFileSync(file, bytes);
    expect(metadataOf(file)).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
    expect(metadataOf(file)).not.toContain("pdfuaid");
    expect(run("pdfinfo", file)).toMatch(/^Tagged: +no$/m);
    expect(run("pdftotext", file, "-")).toContain("Prima");
  });

  test("and a tagged one has no reason to give", async () => {
    expect(untaggedReason(await pdfBytes(definition(everything())))).toBeUndefined();
  });

  test("another version of the library is not trusted", () => {
    expect(libraryInside()).not.toBeTypeOf("string");
    expect(libraryInside({ pdfmake: "0.3.12", pdfkit: "0.19.1" })).toBe("pdfmake is 0.3.11 where 0.3.12 was tried.");
  });
});

describe("what the library drops without a word stops the run", () => {
  /** 100 points between its margins. A line of 9 points is 10.55 high: 9 take up 94.9, and 10 take up 105.5. */
  const page: Partial<TDocumentDefinitions> = { pageSize: { width: 300, height: 180 }, pageMargins: 40 };
  const lines = (count: number) => Array.from({ length: count }, (_, line) => `riga${line}`).join("\n");

  // Paddings of 2 and 2 points and rules of 1 make a row of 9 lines too tall as well.
  test.for<readonly [string, number, (text: string) => Content]>([
    ["a row that may not break", 8, (text) => ({ table: { dontBreakRows: true, body: [["a"], [text]] } })],
    ["a block that may not break", 9, (text) => ({ unbreakable: true, stack: [text] })],
  ])("%s: it holds %d lines", async ([, fits, of]) => {
    const made = (count: number) => pdfBytes(definition([of(lines(count))], page));
    await expect(made(fits - 1)).resolves.toBeInstanceOf(Buffer);
    await expect(made(fits)).resolves.toBeInstanceOf(Buffer);
    await expect(made(fits + 1)).rejects.toThrow(/left out "riga0\nriga1/);
  });
});
