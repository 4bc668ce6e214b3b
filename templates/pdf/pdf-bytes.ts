/** A document definition → the bytes of a PDF/A-3b file. */
import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { checkGlyphs, fonts, isFontFile } from "./fonts.ts";

pdfmake.setFonts(structuredClone(fonts));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(isFontFile);

/** The part of the PDF library's document that is not in its types: it writes these texts into the XMP metadata. */
interface MetadataWriter {
  info: Readonly<Record<string, unknown>>;
  _addInfo(): void;
}

/** The same definition gives the same bytes: its dates are the caller's. Throws `unprintable`; see checkGlyphs. */
export async function pdfBytes(definition: TDocumentDefinitions): Promise<Buffer> {
  checkGlyphs(textsOf(definition.content));
  const document = await pdfmake.createPdf(definition).getStream();
  escapeMetadata(document as unknown as MetadataWriter);
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
    const { text, table, ul, ol, stack } = node as Record<string, unknown>;
    for (const part of [text, (table as { body?: unknown } | undefined)?.body, ul, ol, stack]) yield* textsOf(part);
  }
}
