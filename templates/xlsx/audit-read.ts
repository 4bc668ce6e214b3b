/**
 * Reads the audit workbook back: numbers, texts and formulas of every cell, and what the names stand for. A sheet of
 * distributions has some hundred thousand cells, so cells are taken out of the XML as text and no tree is made of them.
 */
import JSZip from "jszip";
import { DocumentError } from "../document-error.ts";
import { attribute, elements, textOf } from "./read-xml.ts";
import { storedText } from "./workbook-text.ts";

export interface AuditReadCell {
  readonly type: "text" | "number" | "other";
  readonly text: string;
  readonly formula?: string;
}

export interface AuditRead {
  readonly sheets: readonly string[];
  /** `"casi_3"` → `"'131-06-CSP 1 dati'!$B$5:$B$40"`. */
  readonly names: ReadonlyMap<string, string>;
  /** Cell by cell, in the order of the file. Throws `unreadable` where a part is no sheet. */
  readonly cellsOf: (sheet: string) => Promise<ReadonlyMap<string, AuditReadCell>>;
}

export async function readAudit(bytes: Uint8Array): Promise<AuditRead> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new DocumentError("unreadable", "The workbook is not a readable ZIP file.");
  });
  const book = await part(zip, "xl/workbook.xml");
  const targets = new Map(
    elements(await part(zip, "xl/_rels/workbook.xml.rels"), "Relationship").map((one) => [
      attribute(one, "Id"),
      attribute(one, "Target"),
    ]),
  );
  const strings = elements(await part(zip, "xl/sharedStrings.xml"), "si").map((item) => storedText(textOf(item, "t")));
  const paths = new Map(
    elements(book, "sheet").map((sheet) => [attribute(sheet, "name"), targets.get(attribute(sheet, "r:id")) ?? ""]),
  );
  const names = elements(book, "definedName").map(
    (one) => [attribute(one, "name"), textOf(one, "definedName")] as const,
  );
  return {
    sheets: [...paths.keys()],
    names: new Map(names.filter(([name]) => !name.startsWith("_xlnm."))),
    cellsOf: async (sheet) => cellsIn(await part(zip, `xl/${paths.get(sheet)}`), strings),
  };
}

async function part(zip: JSZip, path: string): Promise<string> {
  const entry = zip.file(path);
  if (entry === null) throw new DocumentError("unreadable", `The workbook has no part ${path}.`);
  return entry.async("string");
}

const cellElement = /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

function cellsIn(xml: string, strings: readonly string[]): ReadonlyMap<string, AuditReadCell> {
  const cells = new Map<string, AuditReadCell>();
  for (const [, attributes = "", inner = ""] of xml.matchAll(cellElement)) {
    const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
    if (value === undefined) continue;
    const ref = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1];
    if (ref === undefined || cells.has(ref))
      throw new DocumentError("unreadable", `A cell of the workbook has no place of its own: ${attributes}.`);
    const formula = /<f>([^<]*)<\/f>/.exec(inner)?.[1];
    const [type, text] = typedValue(/\bt="(\w+)"/.exec(attributes)?.[1] ?? "n", value, strings);
    cells.set(ref, { type, text, ...(formula !== undefined && { formula: unescaped(formula) }) });
  }
  return cells;
}

function typedValue(type: string, value: string, strings: readonly string[]): readonly [AuditReadCell["type"], string] {
  if (type === "n") return ["number", value];
  if (type === "s") return ["text", strings[Number(value)] ?? ""];
  return type === "str" ? ["text", storedText(unescaped(value))] : ["other", value];
}

const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescaped(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole);
}
