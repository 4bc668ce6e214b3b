import { afterEach, expect, test } from "vitest";
import { pdfBytes } from "../../../templates/pdf/pdf-bytes.ts";
import { forgetWordLayouts, keepWordLayouts } from "../../../templates/pdf/word-layouts.ts";

const date = new Date("2026-06-30T00:00:00Z");
const rendered = (text: string) =>
  pdfBytes({
    info: { creationDate: date, modDate: date },
    // AVA and Ta are kerned, fi is a ligature where the face has one.
    content: [text, { text, bold: true, fontSize: 17 }, { text: `${text} ${text}`, italics: true, bold: true }],
  });

afterEach(() => void keepWordLayouts());

test("a document has the same bytes, its words set anew or known from the documents before", async () => {
  const texts = ["AVARIA affidabile Ta 12,50 %", "Ta 12,50 % affidabile WAVE", "AVARIA"];
  const kept: Buffer[] = [];
  for (const text of texts) kept.push(await rendered(text));
  for (const [i, text] of texts.entries()) {
    keepWordLayouts()();
    expect((await rendered(text)).equals(kept[i] as Buffer), text).toBe(true);
  }
});

test("a document does not follow from those before it, once their words are forgotten", async () => {
  // One glyph draws both, and bears the characters that it was first made for.
  const [composed, decomposed] = ["Caff\u00e8", "Caffe\u0300"];
  forgetWordLayouts();
  const alone = await rendered(composed);
  forgetWordLayouts();
  await rendered(`${decomposed} ${composed}`);
  expect((await rendered(composed)).equals(alone), "a word of the document before is kept").toBe(false);
  forgetWordLayouts();
  expect((await rendered(composed)).equals(alone)).toBe(true);
});
