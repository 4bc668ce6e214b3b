/** Compares a published folder, file by file, with what its snapshot gives. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "./sha256.ts";

export interface FileDifference {
  readonly file: string;
  /** Foreign: in the published folder, and nothing that the snapshot gives. */
  readonly kind: "missing" | "foreign" | "differs";
  /** SHA-256 in the published folder; undefined where nothing is there, or a folder. */
  readonly published: string | undefined;
  /** SHA-256 of what the snapshot gives. */
  readonly recomputed: string | undefined;
  /** What the published manifest names; undefined for the manifest itself. */
  readonly named: string | undefined;
}

/** By name; empty where both hold the same files with the same bytes. */
export async function comparedFolder(
  published: string,
  recomputed: string,
  named: Readonly<Record<string, string>>,
): Promise<readonly FileDifference[]> {
  const [there, given] = [new Set(await readdir(published)), new Set(await readdir(recomputed))];
  const differences: FileDifference[] = [];
  for (const file of [...new Set([...there, ...given])].sort()) {
    const [was, is] = [await hashOf(published, file), await hashOf(recomputed, file)];
    if (was !== undefined && was === is) continue;
    const kind = !there.has(file) ? "missing" : !given.has(file) ? "foreign" : "differs";
    differences.push({ file, kind, published: was, recomputed: is, named: named[file] });
  }
  return differences;
}

/** Undefined where there is no file. One that may not be read is no mismatch: that goes to whoever called. */
async function hashOf(folder: string, file: string): Promise<string | undefined> {
  try {
    return sha256(await readFile(join(folder, file)));
  } catch (error) {
    if (["ENOENT", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
