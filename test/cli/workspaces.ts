/** Workspaces of one small operator, each in a folder of its own that goes when the tests of the file are done. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll } from "vitest";
import { halfYear, type SourceRows, writeSource } from "./source-rows.ts";

export const part = ["--operator", "prova", "--period", "2026-S1"] as const;

/** One act, so that a run takes moments; its one target is met by halfYear: 5 days on average, promised 6. */
export const profileText = `id: prova
name: Prova Srl
charter: { title: Carta dei servizi, year: 2026 }
services: [internet]
acts: [131-06-csp]
none: []
approval: { required: false }
source: { kind: csv, path: sources/prova, zone: Europe/Rome }
targets:
  - id: mean-activation
    act: 131-06-csp
    indicator: activation-time
    measure: mean
    scope: {}
    value: "6"
    unit: days
    printed: bare
    words: entro un tempo medio di 6 giorni
    section: "1"
    year: 2026
`;

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

export async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "semestrale-cli-"));
  folders.push(made);
  return made;
}

export interface WorkspaceOptions {
  readonly source?: SourceRows;
  readonly profile?: string;
}

export async function workspace({ source = halfYear, profile = profileText }: WorkspaceOptions = {}): Promise<string> {
  const made = await folder();
  await mkdir(join(made, "operators"));
  await writeFile(join(made, "operators", "prova.yaml"), profile);
  await writeSource(join(made, "sources", "prova"), source);
  return made;
}

export const publishedIn = (root: string): string => join(root, "published", "prova", "2026-S1", "r1");

/** Every file below a folder: relative path → SHA-256 and time of change. */
export async function treeOf(root: string, but: readonly string[] = []): Promise<Readonly<Record<string, string>>> {
  const tree: Record<string, string> = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(root, path);
    if (!entry.isFile() || but.some((start) => name.startsWith(start))) continue;
    tree[name] = `${await sha256(path)} ${(await stat(path)).mtimeMs}`;
  }
  return tree;
}

/** Relative path → SHA-256, whatever the times. */
export async function bytesOf(root: string): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(await treeOf(root)).map(([name, seen]) => [name, seen.slice(0, 64)]));
}

async function sha256(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

/** Changes one byte in the middle of a file and nothing else. */
export async function changeByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] as number) ^ 1;
  await writeFile(path, bytes);
}

/** The value printed for one figure of a published report. */
export async function figure(root: string, name: string) {
  const { indicators } = JSON.parse(await readFile(join(publishedIn(root), "indicators.json"), "utf8")) as {
    indicators: readonly Record<string, unknown>[];
  };
  const found = indicators.find(
    ({ act, indicator, measure, scope }) =>
      `${act} ${indicator} ${measure}` === name && Object.keys(scope as object).length === 0,
  );
  if (found === undefined) throw new Error(`${root} publishes no ${name}`);
  return found;
}
