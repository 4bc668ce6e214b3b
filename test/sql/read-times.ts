/**
 * Reads the times on the standard input as a source in the zone named there is read, and writes the instants. It runs as a
 * process of its own, because the zone of a process is settled when the engine is loaded.
 */
import { text } from "node:stream/consumers";
import { sql } from "kysely";
import { rowOf } from "./corpus.ts";
import { loadAndCheck, withEngine } from "./hand-made.ts";

const { zone, texts } = JSON.parse(await text(process.stdin)) as { zone: string; texts: readonly string[] };

await withEngine({}, async (engine) => {
  const rows = texts.map((receivedAt, i) =>
    rowOf("phone_complaints", { complaint_id: `P${i}`, received_at: receivedAt }),
  );
  await loadAndCheck(engine, "phone_complaints", rows, { zone });
  const read = await sql<{ at: string | null; problem: string | null; doubled_hour: boolean }>`
    select cast(received_at as varchar) as at, problem, doubled_hour from checked_phone_complaints order by line`.execute(
    engine.db,
  );
  const local = new Date(0).getTimezoneOffset();
  process.stdout.write(JSON.stringify({ local, read: read.rows }));
});
