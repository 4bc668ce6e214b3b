/** Reads the labels of the pictures in our own PDF files back: the library draws them in another way than the pages' text. */
import { glyphTexts, objectsOf, type PdfObjects, pageFonts, pageObjects, reference, streamOf } from "./read-pdf.ts";

/** What each picture says, label by label, in the order in which the pictures are drawn. */
export function readPictureLabels(bytes: Buffer): readonly (readonly string[])[] {
  const objects = objectsOf(bytes);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  return pageObjects(objects).flatMap((page) => {
    for (const [name, font] of pageFonts(objects, page))
      if (!fonts.has(name)) fonts.set(name, glyphTexts(objects, font));
    return picturesOn(objects, page).map((drawn) => labelsIn(drawn, fonts));
  });
}

/** A picture is the only thing on a page that is clipped to a box that begins in its own corner. */
function picturesOn(objects: PdfObjects, page: string): readonly string[] {
  const content = streamOf(objects, reference(page, "Contents"));
  const starts = [...content.matchAll(/\nq\n0 0 m\n[\d.]+ 0 l\n[\d.]+ [\d.]+ l\n0 [\d.]+ l\nh\nW n\n/g)];
  return starts.map(({ index }, at) => content.slice(index, starts[at + 1]?.index));
}

function labelsIn(drawn: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): readonly string[] {
  const shown = /BT\n\/(F\d+) [\d.]+ Tf\n0 Tr\n((?:(?!ET\n)[^\n]*\n)*)ET\n/g;
  return [...drawn.matchAll(shown)].map(([, font = "", body = ""]) => {
    const codes = [...body.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = ""]) => hex.match(/[0-9a-f]{4}/gi) ?? []);
    return codes.map((code) => fonts.get(font)?.get(code.toLowerCase()) ?? "\uFFFD").join("");
  });
}
