/** The tables as a folder of CSV files: RFC 4180, UTF-8, LF, a header, quotes only where they are needed, NULL empty. */
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { tables as contract } from "../../sql/tables.ts";
import type { SampleTables } from "./sample-tables.ts";

const chunkCharacters = 1 << 18;

/** Writes `<table>.csv` for every table given, over what is there; memory does not grow with the rows. */
export async function writeCsv(dir: string, tables: SampleTables): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const [name, rows] of tables) {
    const columns = contract[name].columns.map((column) => column.name);
    const file = await open(join(dir, `${name}.csv`), "w");
    try {
      let chunk = `${columns.join(",")}\n`;
      for (const row of rows) {
        chunk += `${columns.map((column) => field(row[column] ?? null)).join(",")}\n`;
        if (chunk.length < chunkCharacters) continue;
        await file.writeFile(chunk);
        chunk = "";
      }
      await file.writeFile(chunk);
    } finally {
      await file.close();
    }
  }
}

function field(value: string | null): string {
  if (value === null) return "";
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
