/** The SELECTs of the sample tables as a source takes them: a folder with one `<table>.sql` each. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tableNames } from "../../sql/tables.ts";
import { selectStatement } from "./mysql-statements.ts";

/** Writes all 17, over what is there. */
export async function writeSelects(dir: string, { typed }: { readonly typed: boolean }): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const name of tableNames) await writeFile(join(dir, `${name}.sql`), `${selectStatement(name, { typed })};\n`);
}
