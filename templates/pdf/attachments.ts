/** Files that travel inside the report: whoever has the PDF has its data. */
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { attachmentLine, attachmentWords } from "../report-words.ts";

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In hexadecimal digits: it is printed. */
  readonly sha256: string;
  /** MIME. */
  readonly type: string;
  /** What the file is to the report: the data it prints, or what they were made from. */
  readonly relationship: "Data" | "Source";
  /** Italian. */
  readonly description: string;
}

export function indicatorsAttachment(bytes: Uint8Array, sha256: string): Attachment {
  const description = attachmentWords.indicators;
  return { name: "indicators.json", bytes, sha256, type: "application/json", relationship: "Data", description };
}

export function auditAttachment(bytes: Uint8Array, sha256: string): Attachment {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: "audit.xlsx", bytes, sha256, type, relationship: "Source", description: attachmentWords.audit };
}

/** Every file bears `date`: a clock would make other bytes of the same report. */
export function attachedFiles(attachments: readonly Attachment[], date: Date): Required<TDocumentDefinitions>["files"] {
  const entries = attachments.map(({ name, bytes, type, relationship, description }) => {
    const src = `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
    return [name, { src, name, description, relationship, type, creationDate: date, modifiedDate: date }] as const;
  });
  return Object.fromEntries(entries);
}

export function attachmentLines(attachments: readonly Attachment[]): readonly string[] {
  return attachments.map(({ name, description, sha256 }) => attachmentLine(name, description, sha256));
}
