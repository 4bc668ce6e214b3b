/** A table without rows is checked without a query that reads rows; nothing may tell from its columns. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Engine } from "../../sql/engine.ts";
import { checkedName } from "../../sql/snapshot/check-table.ts";
import { tableNames, tables } from "../../sql/tables.ts";
import { loadAndCheck, withEngine } from "./hand-made.ts";

async function columnsOf(engine: Engine, name: string): Promise<readonly (readonly [string, string])[]> {
  const described = await sql<{ column_name: string; column_type: string }>`describe ${sql.table(name)}`.execute(
    engine.db,
  );
  return described.rows.map(({ column_name, column_type }) => [column_name, column_type]);
}

test.for(tableNames)("%s without rows has the columns and types of one with rows", async (name) => {
  const checked = checkedName(tables[name]);
  const [empty, filled] = await withEngine({}, async (engine) => {
    await loadAndCheck(engine, "suspensions", []);
    if (name !== "suspensions") await loadAndCheck(engine, name, []);
    return columnsOf(engine, checked);
  }).then(async (columns) => [
    columns,
    await withEngine({}, async (engine) => {
      if (name !== "suspensions") await loadAndCheck(engine, "suspensions", []);
      // One row of NULLs: a bad one, but a row.
      await loadAndCheck(engine, name, [{}]);
      return columnsOf(engine, checked);
    }),
  ]);
  expect(empty).toEqual(filled);
});
