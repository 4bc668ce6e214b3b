/**
 * The PDF library asks the font in every document anew which glyphs a word has and where they stand, and that is much of
 * what a document costs. Most words of a report are in the next one too: what the font says of a word is kept for all.
 */
import { createRequire } from "node:module";

/** Word → its glyphs with their places, which nobody changes after the font has made them. */
type Layouts = Record<string, object>;

interface DocumentFont {
  /** The name of the face, from the font's own file. */
  readonly name: string;
  layoutCache?: Layouts;
}

type ProvideFont = (this: object, ...asked: unknown[]) => DocumentFont;

const { default: Document } = createRequire(import.meta.url)("pdfmake/js/PDFDocument.js") as {
  readonly default: { readonly prototype: { provideFont: ProvideFont } };
};
const provideFont = Document.prototype.provideFont;
const layouts = new Map<string, Layouts>();

/**
 * To be called before the documents of a model: a glyph bears the characters that it was first made for, so what a document
 * says to a reader's clipboard must not follow from whatever else the process rendered before.
 */
export function forgetWordLayouts(): void {
  layouts.clear();
}

/** From here on, in this process, until the function it returns is called. */
export function keepWordLayouts(): () => void {
  Document.prototype.provideFont = function provideWithLayouts(...asked) {
    const font = provideFont.apply(this, asked);
    const known = layouts.get(font.name);
    if (known !== undefined) font.layoutCache = known;
    else if (font.layoutCache !== undefined) layouts.set(font.name, font.layoutCache);
    return font;
  };
  return () => {
    Document.prototype.provideFont = provideFont;
    layouts.clear();
  };
}
