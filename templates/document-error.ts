export type DocumentErrorCode =
  | "stray-figure"
  | "unbalanced"
  | "unprintable"
  | "unreadable"
  | "not-a-number"
  | "text-lost"
  | "text-too-long"
  | "too-large"
  | "unknown-act"
  | "audit-differs";

/** A document that cannot be rendered or read back without losing or falsifying something: nothing is written. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, message: string) {
    super(message);
    this.name = "DocumentError";
    this.code = code;
  }
}
