/** The operator's own remarks on a period: found in the workspace, kept with the snapshots, read again by a verification. */
import { readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { RemarkBlock } from "../reports/report-model.ts";
import { jobError } from "./errors.ts";
import { writeWhole } from "./files.ts";
import { parseRemarks } from "./notes-markdown.ts";
import { sha256 } from "./sha256.ts";
import { type Part, snapshotsFolder, type Workspace } from "./workspace.ts";

export interface Remarks {
  /** The file's own bytes: a report follows from them. */
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly blocks: readonly RemarkBlock[];
}

/**
 * `notes/<operator>/<period>.md`, or `notes/<period>.md` in a workspace of one operator; undefined where nobody wrote any.
 * Refuses what cannot be printed, by line.
 */
export async function remarksOf(workspace: Workspace, part: Part): Promise<Remarks | undefined> {
  const own = join(workspace.folder, "notes", part.operator, `${part.period}.md`);
  const plain = join(workspace.folder, "notes", `${part.period}.md`);
  const [ofOperator, ofWorkspace] = [await bytesOf(own), await bytesOf(plain)];
  if (ofOperator !== undefined && ofWorkspace !== undefined) throw jobError("remarks-twice", { files: [own, plain] });
  if (ofOperator !== undefined) return parsed(ofOperator, own);
  if (ofWorkspace === undefined) return undefined;
  const known = await operatorsOf(workspace);
  if (known.length > 1) throw jobError("remarks-of-whom", { file: plain, known, better: own });
  return parsed(ofWorkspace, plain);
}

/** Keeps them under their hash, so that an auditor has them when the workspace's have moved on. */
export async function archiveRemarks(workspace: Workspace, part: Part, remarks: Remarks): Promise<void> {
  const path = archived(workspace, part, remarks.sha256);
  if ((await bytesOf(path))?.equals(remarks.bytes) === true) return;
  await writeWhole(`${path}.new`, remarks.bytes);
  await rename(`${path}.new`, path);
}

/** As they were when a report was made that names their hash. */
export async function remarksOfReport(workspace: Workspace, part: Part, hash: string): Promise<Remarks> {
  const path = archived(workspace, part, hash);
  const bytes = await bytesOf(path);
  if (bytes === undefined || sha256(bytes) !== hash) throw jobError("remarks-gone", { file: path });
  return parsed(bytes, path);
}

function archived(workspace: Workspace, part: Part, hash: string): string {
  return join(snapshotsFolder(workspace, part), "..", "remarks", `${hash}.md`);
}

async function parsed(bytes: Buffer, file: string): Promise<Remarks> {
  const text = bytes.toString("utf8");
  if (!Buffer.from(text, "utf8").equals(bytes))
    throw jobError("bad-remarks", { file, problems: [{ line: 0, message: "not UTF-8: save it in that encoding" }] });
  // The font is opened only for remarks that are there.
  const { undrawable } = await import("../templates/pdf/fonts.ts");
  const { blocks, problems } = parseRemarks(text, undrawable);
  if (problems.length > 0) throw jobError("bad-remarks", { file, problems });
  return { bytes, sha256: sha256(bytes), blocks };
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    // A file that is there and cannot be read is no file that nobody wrote.
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
}

async function operatorsOf({ folder }: Workspace): Promise<readonly string[]> {
  const names = await readdir(join(folder, "operators")).catch((): string[] => []);
  return names.filter((name) => name.endsWith(".yaml")).map((name) => name.slice(0, -5));
}
