/** A profile's YAML as plain data, with the line on which every part of it stands. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { ProfileError, type ProfileProblem } from "./profile-error.ts";

/** `targets[3].unit` → its line, counted from 1. */
export type ProfileLines = Readonly<Record<string, number>>;

export interface LocatedYaml {
  readonly data: unknown;
  readonly lines: ProfileLines;
}

/** Throws a ProfileError for YAML that cannot be read without doubt, keys written twice and unknown tags included. */
export function parseLocatedYaml(text: string, file: string): LocatedYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const problems: ProfileProblem[] = [...document.errors, ...document.warnings].map((fault) => ({
    line: lineCounter.linePos(fault.pos[0]).line,
    path: "",
    message: `this is not YAML that can be read: ${firstLine(fault.message)}`,
  }));
  if (problems.length > 0) throw new ProfileError(file, problems);
  const lines: Record<string, number> = {};
  collectLines(document.contents, "", lineCounter, lines);
  return { data: plainData(document, file), lines };
}

/** Aliases of aliases can grow beyond measure: the parser refuses them here. */
function plainData(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    const message = `this is not YAML that can be read: ${(cause as Error).message}`;
    throw new ProfileError(file, [{ line: 0, path: "", message }], { cause });
  }
}

/** `targets[3].unit` from `["targets", 3, "unit"]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === "number" ? `[${part}]` : `${i === 0 ? "" : "."}${String(part)}`))
    .join("");
}

/** The line of a part, or of the nearest part around it that the file holds; 1 for the whole. */
export function lineOf(lines: ProfileLines, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines[pathText(path.slice(0, length))];
    if (line !== undefined) return line;
  }
  return 1;
}

/** A key's line is where the key stands, an item's where the item begins. */
function collectLines(node: unknown, path: string, counter: LineCounter, lines: Record<string, number>): void {
  const mark = (at: unknown, name: string) => {
    const start = (at as Node | null)?.range?.[0];
    if (start !== undefined) lines[name] = counter.linePos(start).line;
  };
  if (isAlias(node)) return;
  if (isMap(node)) {
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      const name = path === "" ? key : `${path}.${key}`;
      mark(pair.key, name);
      collectLines(pair.value, name, counter, lines);
    }
  } else if (isSeq(node)) {
    for (const [i, item] of node.items.entries()) {
      mark(item, `${path}[${i}]`);
      collectLines(item, `${path}[${i}]`, counter, lines);
    }
  }
}

function firstLine(message: string): string {
  return (message.split("\n")[0] as string).replace(/[.:]$/, "");
}
