/** One run at a time per operator and period. */
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { jobError } from "./errors.ts";

export interface LockedPart {
  readonly operator: string;
  readonly period: string;
}

/** Holds the lock file while `work` runs. A lock whose process is gone from this machine is taken over. */
export async function withLock<T>(path: string, part: LockedPart, work: () => Promise<T>): Promise<T> {
  await acquire(path, part);
  try {
    await sweep(path);
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, part: LockedPart): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    if (await putLock(path)) return;
    const holder = await readHolder(path);
    // A lock without words in it is none of ours, or what a full disk left of one.
    if (holder === undefined && attempt <= 5) {
      await sleep(100);
      continue;
    }
    // One that cannot be taken away stays held, or this would never end.
    if (attempt > 10 || (holder !== undefined && (await isAlive(holder)))) {
      const { pid, host, since } = holder ?? { pid: 0, host: "an unknown machine", since: "an unknown time" };
      throw jobError("lock-held", { ...part, pid, host, since, path });
    }
    await takeAway(path, holder);
  }
}

/** False where there is a lock already. A lock appears with its words in it: nobody ever sees one that is half written. */
async function putLock(path: string): Promise<boolean> {
  const started = (await startOf(process.pid)) ?? "";
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), started };
  const written = `${path}.${process.pid}.new`;
  await writeFile(written, JSON.stringify(holder));
  try {
    await link(written, path);
    return true;
  } catch (error) {
    // The words are gone where whoever holds the lock swept them away.
    if (!["EEXIST", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    return false;
  } finally {
    await rm(written, { force: true });
  }
}

/** Words that a run killed between writing them and making a lock of them left behind. Needs the lock. */
async function sweep(path: string): Promise<void> {
  for (const name of await readdir(dirname(path)))
    if (name.startsWith(`${basename(path)}.`) && name.endsWith(".new"))
      await rm(join(dirname(path), name), { force: true });
}

/** Whether a process that still runs holds the lock. */
export async function isHeld(path: string): Promise<boolean> {
  const holder = await readHolder(path);
  return holder !== undefined && (await isAlive(holder));
}

/** Two runs may find the same dead lock: the one that moves away a live lock by mistake puts it back. */
async function takeAway(path: string, dead: Holder | undefined): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  if (moved !== undefined && JSON.stringify(moved) !== JSON.stringify(dead)) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** When the process began, by the kernel's count: a number reused by another process is told apart. */
  readonly started: string;
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  // Of another machine over a shared disk nothing can be known.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const started = await startOf(holder.pid);
  return started === undefined || holder.started === "" || started === holder.started;
}

async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
