/**
 * Reads the text of our own PDF files back from their bytes: each run of text with its page, place and size. It knows
 * what the PDF library writes (plain objects, deflated streams, one `Tm`, `Tf` and `TJ` a run, fonts with a ToUnicode
 * map) and nothing more of the format.
 */
import { inflateSync } from "node:zlib";
import { DocumentError } from "../document-error.ts";

export interface TextRun {
  /** From 1. */
  readonly page: number;
  /** In points from the left edge. */
  readonly x: number;
  readonly size: number;
  readonly text: string;
}

type GlyphTexts = ReadonlyMap<string, string>;

/** Every run in the order in which it is drawn. Throws `unreadable` where the bytes are no PDF of ours. */
export function readPdfText(bytes: Buffer): readonly TextRun[] {
  const objects = objectsOf(bytes);
  const pages = pageObjects(objects);
  refuseBrokenOff(bytes);
  const fonts = new Map<string, GlyphTexts>();
  const runs: TextRun[] = [];
  pages.forEach((page, index) => {
    for (const [name, font] of pageFonts(objects, page))
      if (!fonts.has(name)) fonts.set(name, glyphTexts(objects, font));
    runs.push(...runsOf(streamOf(objects, reference(page, "Contents")), fonts, index + 1));
  });
  return runs;
}

/** The names by which a page calls its fonts, each with the id of the font's object. */
export function pageFonts(objects: PdfObjects, page: string): readonly (readonly [name: string, font: string])[] {
  const resources = dictionary(objects, reference(page, "Resources"));
  return [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", font = ""]) => [name, font] as const);
}

export type PdfObjects = ReadonlyMap<string, { readonly dictionary: string; readonly stream?: Buffer }>;

/** Offsets are the same in the latin1 text and in the bytes. */
export function objectsOf(bytes: Buffer): PdfObjects {
  const text = bytes.toString("latin1");
  const objects = new Map<string, { readonly dictionary: string; readonly stream?: Buffer }>();
  const start = /(?<=^|\n)(\d+) 0 obj\n/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const from = start.lastIndex;
    const end = text.indexOf("\nendobj", from);
    if (end < 0) throw new DocumentError("unreadable", `Object ${match[1]} of the PDF does not end.`);
    // Looked for no further than the object's end: a tagged file has thousands of objects without a stream.
    const own = text.slice(from, end);
    const stream = own.indexOf("\nstream\n");
    if (stream < 0) objects.set(match[1] as string, { dictionary: own });
    else {
      const header = own.slice(0, stream);
      const length = Number(/\/Length (\d+)/.exec(header)?.[1]);
      const data = from + stream + "\nstream\n".length;
      objects.set(match[1] as string, { dictionary: header, stream: bytes.subarray(data, data + length) });
      start.lastIndex = data + length;
    }
  }
  return objects;
}

/** A viewer begins at the end of a file: there stands where each of its objects is. */
function refuseBrokenOff(bytes: Buffer): void {
  const end = /\nstartxref\n(\d+)\n%%EOF\s*$/.exec(bytes.toString("latin1", Math.max(0, bytes.length - 64)));
  const table = bytes.toString("latin1", Number(end?.[1] ?? bytes.length));
  if (!table.startsWith("xref\n")) throw new DocumentError("unreadable", "The PDF breaks off before its end.");
  const [, ...places] = [...table.matchAll(/^(\d{10}) \d{5} [nf] $/gm)].map(([, place]) => Number(place));
  const lost = places.findIndex(
    (place, index) => !bytes.toString("latin1", place, place + 16).startsWith(`${index + 1} 0 obj\n`),
  );
  if (lost >= 0) throw new DocumentError("unreadable", `Object ${lost + 1} of the PDF is not where the file says.`);
}

/** In the order of the page tree, which the library writes flat. */
export function pageObjects(objects: PdfObjects): readonly string[] {
  const tree = [...objects.values()].find((object) => /\/Type \/Pages\b/.test(object.dictionary));
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree?.dictionary ?? "")?.[1];
  if (kids === undefined) throw new DocumentError("unreadable", "The PDF has no list of pages.");
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id = ""]) => dictionary(objects, id));
}

function dictionary(objects: PdfObjects, id: string): string {
  const object = objects.get(id);
  if (object === undefined) throw new DocumentError("unreadable", `The PDF has no object ${id}.`);
  return object.dictionary;
}

export function reference(from: string, name: string): string {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(from)?.[1];
  if (id === undefined) throw new DocumentError("unreadable", `An object of the PDF has no ${name}.`);
  return id;
}

export function streamOf(objects: PdfObjects, id: string): string {
  const stream = objects.get(id)?.stream;
  if (stream === undefined) throw new DocumentError("unreadable", `Object ${id} of the PDF holds no stream.`);
  const deflated = dictionary(objects, id).includes("/FlateDecode");
  return (deflated ? inflateSync(stream) : stream).toString("latin1");
}

/** Four hexadecimal digits of a glyph → the characters it stands for. */
export function glyphTexts(objects: PdfObjects, font: string): GlyphTexts {
  const map = streamOf(objects, reference(dictionary(objects, font), "ToUnicode"));
  const texts = new Map<string, string>();
  for (const [, from = "", , list = ""] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, units = ""], offset) => {
      const code = (Number.parseInt(from, 16) + offset).toString(16).padStart(4, "0");
      texts.set(code, String.fromCharCode(...unitsOf(units)));
    });
  }
  return texts;
}

function unitsOf(hex: string): readonly number[] {
  return (hex.match(/[0-9a-f]{4}/gi) ?? []).map((unit) => Number.parseInt(unit, 16));
}

function runsOf(content: string, fonts: ReadonlyMap<string, GlyphTexts>, page: number): readonly TextRun[] {
  const shown = /1 0 0 1 (-?[\d.]+) -?[\d.]+ Tm\n\/(F\d+) ([\d.]+) Tf\n(?:[^\n]*\n)*?\[([^\]]*)\] TJ/g;
  return [...content.matchAll(shown)].map(([, x, font = "", size, glyphs = ""]) => {
    const codes = [...glyphs.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = ""]) => hex.match(/[0-9a-f]{4}/gi) ?? []);
    const text = codes.map((code) => fonts.get(font)?.get(code.toLowerCase()) ?? "\uFFFD").join("");
    return { page, x: Number(x), size: Number(size), text };
  });
}
