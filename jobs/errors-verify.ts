/** Errors of what was published and is held against what it was made from: a part of the catalogue. */
import type { FileDifference } from "./compared-folder.ts";
import { lines, list } from "./error-lists.ts";
import type { ExitCode } from "./errors.ts";

export interface VerifyParameters {
  "snapshot-gone": { file: string };
  "profile-gone": { file: string };
  "published-altered": { folder: string; files: readonly string[] };
  "verification-mismatch": {
    folder: string;
    differences: readonly FileDifference[];
    /** `node v24.1.0 then, v24.2.0 now`; empty where tool and runtime are those of the manifest. */
    tools: readonly string[];
  };
  "page-differs": {
    folder: string;
    files: number;
    page: string;
    finding: string;
    why: readonly string[];
    remedy: string;
  };
}

export const verifyErrors: {
  readonly [C in keyof VerifyParameters]: readonly [ExitCode, (parameters: VerifyParameters[C]) => string];
} = {
  "snapshot-gone": [
    6,
    ({ file }) =>
      `${file}, on which the published report rests, is not there or cannot be read, so the report cannot be verified. Restore it from a copy.`,
  ],
  "profile-gone": [
    6,
    ({ file }) =>
      `${file}, the profile that the published report was made with, is not there or not as it was, so the report cannot be verified. Restore it from a copy.`,
  ],
  "published-altered": [
    6,
    ({ folder, files }) =>
      `${folder} is not as it was published: ${list(files)} changed since, or ${files.length === 1 ? "is" : "are"} gone. Restore ${files.length === 1 ? "it" : "them"} from a copy; nothing was changed by this run.`,
  ],
  "verification-mismatch": [
    6,
    ({ folder, differences, tools }) =>
      `${folder} is not what its snapshot gives:\n${lines(differences.map(differenceWords), 60)}\n${causeWords(differences, tools)}`,
  ],
  "page-differs": [
    6,
    ({ folder, files, page, finding, why, remedy }) =>
      `The report itself is whole: all ${files} files of ${folder} are what the snapshot gives. But ${page}, the page that leads the public to it, ${finding}:\n${lines(why, 5)}\n${remedy}`,
  ],
};

/** What is wrong with one file, and what to do about it. */
function differenceWords({ file, kind, published, recomputed, named }: FileDifference): string {
  const [there, given] = [
    `\n    in the folder    ${published === undefined ? "a folder" : `SHA-256 ${published}`}`,
    `\n    by the snapshot  SHA-256 ${recomputed}`,
  ];
  switch (kind) {
    case "missing":
      return `${file} is missing: restore it from a copy${given}`;
    case "foreign":
      return `${file} is foreign, no report has it: take it out of the folder${published === undefined ? "" : there}`;
    case "differs":
      return `${file} differs${sinceWords({ published, recomputed, named })}${there}${given}`;
    default:
      return kind satisfies never;
  }
}

/** The folder's own manifest tells a file that was altered later from one that was published so. */
function sinceWords({ published, recomputed, named }: Pick<FileDifference, "published" | "recomputed" | "named">) {
  if (named === undefined) return "";
  if (named === recomputed) return ", and manifest.json says that it was altered since: restore it from a copy";
  return named === published
    ? ", as manifest.json names it"
    : `, from manifest.json too, which names ${named}: restore it from a copy`;
}

function causeWords(differences: readonly FileDifference[], tools: readonly string[]): string {
  if (tools.length > 0)
    return `The report was made by another tool than this one (${list(tools)}), so bytes may differ where numbers do not: verify with the release and the Node of then before anything is held to be altered.`;
  const [only] = differences.length === 1 ? differences : [];
  if (only?.file === "manifest.json" && only.kind === "differs")
    return "Every document is what the snapshot gives: manifest.json alone was altered. Restore it from a copy.";
  const isOfOnePiece = differences.every(
    ({ kind, published, named }) => kind === "differs" && (named === undefined || named === published),
  );
  return isOfOnePiece
    ? "The folder agrees with its own manifest.json: it was replaced as a whole, or a tool made it that bears this version and is another. Restore it from a copy, or verify with the very release that made it."
    : "A published file is never edited: whoever reads this folder may read what was never computed.";
}
