/** A document definition → the bytes of a PDF file. */
import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { DocumentError } from "../document-error.ts";
import { checkGlyphs, fonts, isFontFile } from "./fonts.ts";
import { measureTextsOnce } from "./measured-once.ts";
import { tagDocuments, universalAccess } from "./tagging.ts";
import { tagFaults } from "./tagging-check.ts";
import { countedElements } from "./tagging-plan.ts";
import { keepWordLayouts } from "./word-layouts.ts";

pdfmake.setFonts(structuredClone(fonts));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(isFontFile);
measureTextsOnce();
keepWordLayouts();
const untaggable = tagDocuments();

/** The part of the PDF library's document that is not in its types: it writes these texts into the XMP metadata. */
interface MetadataWriter {
  info: Readonly<Record<string, unknown>>;
  _addInfo(): void;
  appendXML(xml: string): void;
}

/**
 * The same definition gives the same bytes: its dates are the caller's. A PDF/A-3b is written as the PDF/A-3a and PDF/UA-1
 * of the same pages, with its tags read back; where that fails, as it was asked for, see untaggedReason. Throws
 * `unprintable`, see checkGlyphs, and `text-lost`.
 */
export async function pdfBytes(definition: TDocumentDefinitions): Promise<Buffer> {
  checkGlyphs(textsOf(definition.content));
  // Of a bare list the library would make another root at every layout, and no style would be known again.
  const whole = { ...definition, content: { stack: [definition.content].flat() } };
  if (definition.subset !== "PDF/A-3b") return written(whole);
  try {
    return await tagged(whole);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    const bytes = await written(whole);
    untagged.set(bytes, error instanceof Error ? error.message : `${error}`);
    return bytes;
  }
}

/** Why a file of these very bytes, which should be tagged, is not: its text is whole, but no screen reader knows its order. */
export function untaggedReason(bytes: Uint8Array): string | undefined {
  return untagged.get(bytes);
}

const untagged = new WeakMap<Uint8Array, string>();

async function tagged(definition: TDocumentDefinitions): Promise<Buffer> {
  if (untaggable !== undefined) throw new Error(untaggable);
  // The library writes into what it lays out, and the definition may be wanted once more.
  const content = copyOf(definition.content);
  const counted = countedElements(content);
  const bytes = await written({ ...definition, content, subset: "PDF/A-3a", tagged: true }, universalAccess);
  const faults = tagFaults(bytes, counted);
  if (faults.length > 0) throw new Error(faults.slice(0, 3).join(" "));
  return bytes;
}

async function written(definition: TDocumentDefinitions, metadata?: string): Promise<Buffer> {
  const document = await pdfmake.createPdf(definition).getStream();
  const writer = document as unknown as MetadataWriter;
  escapeMetadata(writer);
  if (metadata !== undefined) writer.appendXML(metadata);
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", resolve);
    document.on("error", reject);
  });
  document.end();
  await done;
  return Buffer.concat(chunks);
}

/** The library writes titles into XML as they are; an ampersand in an operator's name would break the metadata. */
function escapeMetadata(document: MetadataWriter): void {
  const write = document._addInfo;
  document._addInfo = function addEscapedInfo() {
    const plain = this.info;
    this.info = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, escaped(value)]));
    write.call(this);
    this.info = plain;
  };
}

function escaped(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Every text that the definition would print. */
function* textsOf(node: unknown): Generator<string> {
  if (typeof node === "string") yield node;
  else if (Array.isArray(node)) for (const item of node) yield* textsOf(item);
  else if (node !== null && typeof node === "object") {
    const { text, table, ul, ol, stack, columns } = node as Record<string, unknown>;
    const body = (table as { body?: unknown } | undefined)?.body;
    for (const part of [text, body, ul, ol, stack, columns]) yield* textsOf(part);
  }
}

/** Plain objects and lists anew, all the way down; functions and whatever else as they are. */
function copyOf<T>(node: T): T {
  if (Array.isArray(node)) return node.map(copyOf) as T;
  if (node === null || typeof node !== "object" || Object.getPrototypeOf(node) !== Object.prototype) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, copyOf(value)])) as T;
}
