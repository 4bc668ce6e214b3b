/** Files that appear whole or not at all. */
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Written and flushed to the disk, so that a rename after it can be trusted. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    // An open file does not know its name, and whoever must make room has to.
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  } finally {
    await file.close();
  }
}

/** Moves a finished folder to its place, which must not exist, and makes the move durable. */
export async function sealFolder(staged: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await rename(staged, place);
  const parent = await open(dirname(place), "r");
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}

const stagingPrefix = ".staging-";

/** A new folder to work in beside `place`; what an earlier run that was killed left there goes. Needs the lock. */
export async function stagingBeside(place: string): Promise<string> {
  const parent = dirname(place);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent))
    if (name.startsWith(stagingPrefix)) await rm(join(parent, name), { recursive: true, force: true });
  const staging = join(parent, `${stagingPrefix}${process.pid}`);
  await mkdir(staging, { recursive: true });
  return staging;
}

export async function isPresent(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === "ENOTDIR",
  );
}

/** Whether two folders hold files of the same names and bytes. */
export async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [names, others] = await Promise.all([one, other].map((folder) => readdir(folder).catch((): string[] => [])));
  if (names === undefined || others === undefined || names.sort().join("/") !== others.sort().join("/")) return false;
  for (const name of names) {
    const [a, b] = await Promise.all([one, other].map((folder) => readFile(join(folder, name)).catch(() => undefined)));
    if (a === undefined || b === undefined || !a.equals(b)) return false;
  }
  return true;
}

/** Stable JSON: keys in the order they were made in, two spaces, a newline at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
