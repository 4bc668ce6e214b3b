/** The fonts shipped with the PDF library, and the check that they can draw every character of a report. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Font, openSync } from "fontkit";
import { DocumentError } from "../document-error.ts";

const folder = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts", "Roboto");

export const fonts = {
  Roboto: {
    normal: join(folder, "Roboto-Regular.ttf"),
    bold: join(folder, "Roboto-Medium.ttf"),
    italics: join(folder, "Roboto-Italic.ttf"),
    bolditalics: join(folder, "Roboto-MediumItalic.ttf"),
  },
} as const;

/** The only files the library may read. */
export function isFontFile(path: string): boolean {
  return (Object.values(fonts.Roboto) as readonly string[]).includes(path);
}

/**
 * Throws `unprintable` on the first character that a face of the font lacks. The library would draw an empty box in its
 * place and say nothing, and the file would not be a valid PDF/A.
 */
export function checkGlyphs(texts: Iterable<string>): void {
  for (const text of texts) {
    const character = undrawable(text);
    if (character !== undefined) throw unprintable(character, text);
  }
}

/** The first character that a face of the font lacks; undefined where it can draw them all. */
export function undrawable(text: string): string | undefined {
  faces ??= Object.values(fonts.Roboto).map((path) => openSync(path));
  for (const character of text) {
    if (drawn.has(character)) continue;
    if (!faces.every((face) => draws(face, character))) return character;
    drawn.add(character);
  }
  return undefined;
}

/** Opened once, and what they were seen to draw. */
let faces: readonly Font[] | undefined;
const drawn = new Set<string>(["\n"]);

function draws(face: Font, character: string): boolean {
  return face.hasGlyphForCodePoint(character.codePointAt(0) as number);
}

function unprintable(character: string, text: string): DocumentError {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
  return new DocumentError(
    "unprintable",
    `The report's font has no character for U+${code} ("${character}"), found in "${text.slice(0, 120)}". Correct the text in the operator's profile or data.`,
  );
}
