/** Reads the files that travel inside a PDF of ours back from its bytes; see read-pdf.ts for what is known of the format. */
import { inflateSync } from "node:zlib";
import { DocumentError } from "../document-error.ts";

export interface AttachedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** In the order of the file. Throws `unreadable` where a file is named and not there. */
export function readAttachments(bytes: Buffer): readonly AttachedFile[] {
  // Offsets are the same in the latin1 text and in the bytes.
  const text = bytes.toString("latin1");
  return [...text.matchAll(/\/Type \/Filespec\b[\s\S]*?endobj/g)].map(([specification]) => {
    const name = /\/F \(((?:[^()\\]|\\.)*)\)/.exec(specification)?.[1];
    const id = /\/EF <<\s*\/F (\d+) 0 R/.exec(specification)?.[1];
    if (name === undefined || id === undefined) throw unreadable("A file inside the PDF has no name or no content.");
    return { name, bytes: contentOf(bytes, text, id) };
  });
}

function contentOf(bytes: Buffer, text: string, id: string): Buffer {
  const start = text.indexOf(`\n${id} 0 obj\n`);
  const stream = text.indexOf("\nstream\n", start);
  const header = text.slice(start, stream);
  const length = Number(/\/Length (\d+)/.exec(header)?.[1]);
  if (start < 0 || stream < 0 || !/\/Type \/EmbeddedFile\b/.test(header) || !Number.isSafeInteger(length))
    throw unreadable(`Object ${id} of the PDF is no file.`);
  const from = stream + "\nstream\n".length;
  const content = bytes.subarray(from, from + length);
  return header.includes("/FlateDecode") ? inflateSync(content) : content;
}

function unreadable(message: string): DocumentError {
  return new DocumentError("unreadable", message);
}
