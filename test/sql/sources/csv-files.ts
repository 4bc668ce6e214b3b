/** Small CSV files for the tests of a folder: the events table, which has five columns. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { csvFolderSource } from "../../../sql/sources/csv-folder.ts";
import type { Source } from "../../../sql/sources/source.ts";

export const header = "event_id,started_at,ended_at,kind,document";

/** A source over a folder with these files, removed with the test. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): Source {
  const folder = mkdtempSync(join(tmpdir(), "semestrale-csv-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return csvFolderSource(folder, "Europe/Rome");
}

export const eventsFile = (content: string | Buffer): Source => folderWith({ "events.csv": content });
