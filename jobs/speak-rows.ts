/** Rows that may be too many to hold, said one by one after what a command says: still one JSON document for a pipe. */
import { once } from "node:events";
import type { Terminal } from "./terminal.ts";

export interface SpokenRows {
  /** The member of the JSON object that holds them, its last. */
  readonly name: string;
  /** The same for a person: a heading, and what to say where there is no row. */
  readonly heading: string;
  readonly none: string;
  readonly rows: AsyncIterable<{ readonly json: object; readonly text: string }>;
}

export async function speakRows(
  { isPerson }: Terminal,
  { json, text }: { readonly json: object; readonly text: string },
  { name, heading, none, rows }: SpokenRows,
): Promise<void> {
  const [head, tail] = isPerson
    ? [`${text.trimEnd()}\n\n${heading}\n`, ""]
    : openList(JSON.stringify({ ...json, [name]: [] }, null, 2));
  await write(head);
  let count = 0;
  for await (const row of rows) {
    // A reader that has seen enough need not be told the rest.
    if (process.stdout.destroyed) return;
    await write(isPerson ? `${row.text}\n` : `${count === 0 ? "" : ","}\n${indented(row.json)}`);
    count++;
  }
  if (isPerson) await write(count === 0 ? `${none}\n` : "");
  else await write(count === 0 ? tail : `\n  ${tail}`);
}

/** The document up to the open bracket of its last list, and the rest. */
function openList(document: string): readonly [string, string] {
  const bracket = document.lastIndexOf("[]");
  return [document.slice(0, bracket + 1), `${document.slice(bracket + 1)}\n`];
}

function indented(json: object): string {
  return JSON.stringify(json, null, 2).replaceAll(/^/gm, "    ");
}

async function write(text: string): Promise<void> {
  const { stdout } = process;
  if (text === "" || stdout.destroyed || stdout.write(text) || stdout.destroyed) return;
  await Promise.race([once(stdout, "drain"), once(stdout, "close")]).catch(() => {});
}
