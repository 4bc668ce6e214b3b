import { sql } from "kysely";
import { expect, test } from "vitest";
import { Engine } from "../../sql/engine.ts";

async function threadsOf(asked: { readonly threads?: number }, rows: readonly number[]): Promise<number> {
  const engine = await Engine.open({ spillFolder: "/nowhere", ...asked });
  try {
    for (const of of rows) await engine.expectRows(of);
    const { rows: said } = await sql<{ threads: bigint }>`select current_setting('threads') as threads`.execute(
      engine.db,
    );
    return Number(said[0]?.threads);
  } finally {
    await engine.close();
  }
}

// A group of rows, the least that a second thread can take, has 122,880.
test.for([
  ["no table", {}, [], 1],
  ["tables of one group of rows each", {}, [122_880, 122_880], 1],
  ["one table of more", {}, [5, 122_881, 5], 2],
  ["a table of more where the threads were named", { threads: 1 }, [122_881], 1],
  ["a small table where the threads were named", { threads: 4 }, [5], 4],
] as const)("for %s the engine has the threads that the rows are worth", async ([, asked, rows, threads]) => {
  expect(await threadsOf(asked, rows)).toBe(threads);
});
