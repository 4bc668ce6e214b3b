/** Says of a PDF that it is whole but not accessible: nothing in the file itself tells, and its figures are right. */
import { untaggedReason } from "../templates/pdf/pdf-bytes.ts";

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** On stderr, where a log is kept; the run goes on. */
export function noteUntagged({ name, bytes }: NamedBytes): void {
  const reason = untaggedReason(bytes);
  if (reason === undefined) return;
  process.stderr.write(
    `semestrale: ${name} was written as PDF/A-3b without tags. ${reason} Its figures were read back and are right, but a ` +
      "screen reader cannot follow it: point blind readers to the web page, and install the locked packages with npm ci.\n",
  );
}
