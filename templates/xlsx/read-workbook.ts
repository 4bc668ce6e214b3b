/**
 * Reads a workbook back with other code than wrote it: the ZIP and its XML, nothing of the library that made them. It
 * reads what a check of our own files needs: texts, numbers, booleans and errors; no styles, no formulas.
 */
import JSZip from "jszip";
import { DocumentError } from "../document-error.ts";
import { attribute, elements, textOf, type XmlElement } from "./read-xml.ts";
import { storedText } from "./workbook-text.ts";

export interface ReadCell {
  readonly sheet: string;
  /** `"G12"`. */
  readonly ref: string;
  readonly type: "text" | "number" | "boolean" | "error";
  /** A number as it is written in the file, with a dot. */
  readonly text: string;
}

export interface ReadWorkbook {
  readonly sheets: readonly string[];
  readonly cells: readonly ReadCell[];
}

/** Throws `unreadable` where the bytes are no workbook. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new DocumentError("unreadable", "The workbook is not a readable ZIP file.");
  });
  const targets = relationTargets(await part(zip, "xl/_rels/workbook.xml.rels"));
  const strings =
    zip.file("xl/sharedStrings.xml") === null ? [] : sharedStrings(await part(zip, "xl/sharedStrings.xml"));
  const sheets: string[] = [];
  const cells: ReadCell[] = [];
  for (const sheet of elements(await part(zip, "xl/workbook.xml"), "sheet")) {
    const name = attribute(sheet, "name");
    const path = targets.get(attribute(sheet, "r:id"));
    if (path === undefined) throw new DocumentError("unreadable", `Sheet "${name}" has no part in the workbook.`);
    sheets.push(name);
    for (const cell of elements(await part(zip, path), "c")) cells.push(...readCell(name, cell, strings));
  }
  return { sheets, cells };
}

async function part(zip: JSZip, path: string): Promise<string> {
  const entry = zip.file(path);
  if (entry === null) throw new DocumentError("unreadable", `The workbook has no part ${path}.`);
  return entry.async("string");
}

function relationTargets(xml: string): ReadonlyMap<string, string> {
  const pairs = elements(xml, "Relationship").map((one) => {
    const target = attribute(one, "Target");
    return [attribute(one, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`] as const;
  });
  return new Map(pairs);
}

function sharedStrings(xml: string): readonly string[] {
  return elements(xml, "si").map((item) => storedText(textOf(item, "t")));
}

function readCell(sheet: string, cell: XmlElement, strings: readonly string[]): readonly ReadCell[] {
  const ref = attribute(cell, "r");
  const value = textOf(cell, "v");
  const type = cell.attributes.t ?? "n";
  switch (type) {
    case "n":
      return value === "" ? [] : [{ sheet, ref, type: "number", text: value }];
    case "s":
      return [{ sheet, ref, type: "text", text: sharedText(strings, value, ref) }];
    case "str":
      return [{ sheet, ref, type: "text", text: storedText(value) }];
    case "inlineStr":
      return [{ sheet, ref, type: "text", text: storedText(textOf(cell, "t")) }];
    case "b":
      return [{ sheet, ref, type: "boolean", text: value }];
    case "e":
      return [{ sheet, ref, type: "error", text: value }];
    default:
      throw new DocumentError("unreadable", `Cell ${ref} of "${sheet}" has the unknown type "${type}".`);
  }
}

function sharedText(strings: readonly string[], index: string, ref: string): string {
  const text = strings[Number(index)];
  if (text === undefined)
    throw new DocumentError("unreadable", `Cell ${ref} points to text ${index}, which is not there.`);
  return text;
}
