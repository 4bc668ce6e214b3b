/** Errors on the operator's remarks and on the earlier reports that a report compares itself with: a part of the catalogue. */
import { lines, list } from "./error-lists.ts";
import type { ExitCode } from "./errors.ts";

export interface RemarkParameters {
  "remarks-gone": { file: string };
  "earlier-gone": { file: string; period: string; revision: number };
  "bad-remarks": { file: string; problems: readonly { readonly line: number; readonly message: string }[] };
  "remarks-twice": { files: readonly string[] };
  "remarks-of-whom": { file: string; known: readonly string[]; better: string };
}

export const remarkErrors: {
  readonly [C in keyof RemarkParameters]: readonly [ExitCode, (parameters: RemarkParameters[C]) => string];
} = {
  "remarks-gone": [
    6,
    ({ file }) =>
      `${file}, the operator's remarks that the published report prints, are not there or not as they were, so the report cannot be verified. Restore the file from a copy.`,
  ],
  "earlier-gone": [
    6,
    ({ file, period, revision }) =>
      `${file} is not there or not as it was: the published report compares itself with ${period} revision ${revision}, so it cannot be made again. Restore the folder from a copy.`,
  ],
  "bad-remarks": [
    2,
    ({ file, problems }) =>
      `The remarks cannot be printed as they are meant, and nothing was reported:\n${lines(
        problems.map(({ line, message }) => `${line === 0 ? file : `${file}:${line}`}: ${message}`),
        20,
      )}\nHeadings (# and ##), paragraphs, lists and **bold** are printed; a \\ before a sign makes it plain text.`,
  ],
  "remarks-twice": [
    2,
    ({ files }) =>
      `There are remarks in ${list(files)}, and one report prints one text. Keep one of the files; nothing was reported.`,
  ],
  "remarks-of-whom": [
    2,
    ({ file, known, better }) =>
      `${file} does not say whose remarks it holds: the workspace has the operators ${list(known)}. Move it to ${better}, or to the folder of the operator that it speaks of; nothing was reported.`,
  ],
};
