/** Compares the bytes of a letter with what it was made from. */
import type { ReportModel } from "../../reports/report-model.ts";
import type { Letter, LetterPart } from "../letter.ts";
import { letterWords } from "../letter-words.ts";
import { changeSentences } from "../report-words.ts";
import { changesTable, portraitWidths } from "./corrections.ts";
import { headingTexts } from "./letter.ts";
import { footerSize } from "./page-style.ts";
import { readPdfText } from "./read-pdf.ts";
import { packed } from "./verify-pdf.ts";

/** Each difference as a sentence; none where every text of the letter stands in the file, and nothing besides. */
export function verifyLetter(bytes: Buffer, letter: Letter, model: ReportModel): readonly string[] {
  const runs = readPdfText(bytes).filter(({ size }) => size !== footerSize);
  const found = packed(runs.map(({ text }) => text));
  const { channel, protocol, placeAndDate, signature, blank } = letterWords;
  const [subject = "", ...sender] = [...headingTexts(letter)].reverse();
  const head = [...sender.reverse(), `${protocol} ${blank}`, `${channel} ${blank}`, subject];
  const texts = [
    ...head,
    ...letter.parts.flatMap((part) => textsOf(part, model)),
    ...[placeAndDate, blank, signature, blank],
  ];
  // A table that goes on over the page has its heads again.
  const heads = [letterWords.fileHeads, changesTable(model, portraitWidths).heads].map(packed);
  let read = 0;
  for (const text of texts) {
    const expected = packed([text]);
    const repeated = heads.find(
      (head) => found.startsWith(head, read) && found.startsWith(expected, read + head.length),
    );
    if (repeated !== undefined && !found.startsWith(expected, read)) read += repeated.length;
    // The dots of a list are drawn, not written; nothing else may stand between two texts.
    if (!found.startsWith(expected, read))
      return [`"${found.slice(read, read + expected.length)}" stands where "${text}" is due.`];
    read += expected.length;
  }
  return read === found.length ? [] : [`The letter holds more than it should: "${found.slice(read, read + 40)}".`];
}

function textsOf(part: LetterPart, model: ReportModel): readonly string[] {
  switch (part.kind) {
    case "paragraph":
      return [part.text];
    case "list":
      return part.items;
    case "files":
      return [...letterWords.fileHeads, ...part.files.flatMap(({ name, sha256 }) => [name, sha256])];
    case "changes":
      return changeTexts(model);
    default:
      return part satisfies never;
  }
}

function changeTexts(model: ReportModel): readonly string[] {
  const { heads, rows } = changesTable(model, portraitWidths);
  return rows.length === 0 ? [changeSentences.none] : [...heads, ...rows.flat()];
}
