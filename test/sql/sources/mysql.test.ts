import type { RowDataPacket } from "mysql2/promise";
import { describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { eventSelect, makeEvents, period, sourceOf } from "./mysql-fixtures.ts";
import { errorOf, openRows, readRows } from "./read-rows.ts";

describe("the columns of a SELECT", () => {
  test("are found by name, and further ones are ignored and named", async () => {
    const database = await freshDatabase();
    const select = `SELECT 'n' AS note, 'D' AS document, 'strike' AS kind, NULL AS ended_at,
      CAST('2026-01-02' AS DATE) AS started_at, 'E1' AS event_id, 1 AS extra;`;
    const source = await sourceOf(database, select);
    const table = await openRows(source, "events");
    expect(table.ignoredColumns).toEqual(["note", "extra"]);
    expect(table.origin).toBe(select);
    expect(await readRows(source, "events")).toEqual([{ line: 1, values: ["E1", "2026-01-02", null, "strike", "D"] }]);
  });

  test("are refused where some are missing, with all of them named", async () => {
    const database = await freshDatabase();
    const error = await errorOf((await sourceOf(database, "SELECT 1 AS event_id, 2 AS Kind")).open("events"));
    expect(error).toMatchObject({ code: "table-refused", table: "events" });
    expect(error.message).toContain(
      "The SELECT of events: columns started_at, ended_at, kind, document are missing (there are: event_id, Kind).",
    );
  });

  test("a table without a SELECT is absent", async () => {
    const database = await freshDatabase();
    expect(await (await sourceOf(database, eventSelect)).open("invoices")).toBeUndefined();
  });

  test("a SELECT without rows is a table without rows", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 1);
    expect(await readRows(await sourceOf(database, `${eventSelect} WHERE 1 = 0 -- none`), "events")).toEqual([]);
  });

  test("a SELECT may begin with WITH, a bracket or a comment", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 3);
    for (const select of [
      `WITH e AS (${eventSelect}) SELECT * FROM e`,
      `(${eventSelect})`,
      `-- the events\n# all of them\n/* really */ ${eventSelect} ;\n`,
      `(${eventSelect} LIMIT 1) UNION ALL (${eventSelect} LIMIT 2)`,
    ]) {
      expect(await readRows(await sourceOf(database, select), "events")).toHaveLength(3);
    }
  });
});

describe("the period", () => {
  test("is bound as wall clock of the declared zone and as UTC", async () => {
    const database = await freshDatabase();
    const select =
      "SELECT :period_start AS event_id, :period_end AS started_at, :period_start_utc AS ended_at, :period_end_utc AS kind, ':period_start' AS document";
    const expected = ["2025-12-31 23:00:00", "2026-06-30 22:00:00"];
    expect(await readRows(await sourceOf(database, select), "events")).toEqual([
      { line: 1, values: ["2026-01-01 00:00:00", "2026-07-01 00:00:00", ...expected, ":period_start"] },
    ]);
    expect(await readRows(await sourceOf(database, select, { zone: "UTC" }), "events")).toEqual([
      { line: 1, values: [...expected, ...expected, ":period_start"] },
    ]);
  });

  test("selects rows by its bounds, which compare with columns of any collation", async () => {
    const database = await freshDatabase();
    await database.admin.query(`
      CREATE TABLE e (id VARCHAR(9), at DATETIME, ts TIMESTAMP NULL, day VARCHAR(19) COLLATE utf8mb4_unicode_ci);
      SET time_zone = '+00:00';
      INSERT INTO e VALUES
        ('before', '2025-12-31 23:59:59', '2025-12-31 22:59:59', '2025-12-31 23:59:59'),
        ('first', '2026-01-01 00:00:00', '2025-12-31 23:00:00', '2026-01-01 00:00:00'),
        ('last', '2026-06-30 23:59:59', '2026-06-30 21:59:59', '2026-06-30 23:59:59'),
        ('after', '2026-07-01 00:00:00', '2026-06-30 22:00:00', '2026-07-01 00:00:00')`);
    const columns =
      "SELECT id AS event_id, at AS started_at, NULL AS ended_at, 'strike' AS kind, ts AS document FROM e";
    for (const condition of [
      "at >= :period_start AND at < :period_end",
      "ts >= :period_start_utc AND ts < :period_end_utc",
      "day >= :period_start AND day < :period_end /* :not_a_parameter */ # nor :this",
      "at >= TIMESTAMP(:period_start) + INTERVAL 0 DAY AND at < :period_end -- and not :this",
    ]) {
      const read = await readRows(await sourceOf(database, `${columns} WHERE ${condition}`), "events");
      expect(read.map(({ values }) => values[0])).toEqual(["first", "last"]);
    }
  });

  test("has no other parameters", async () => {
    const database = await freshDatabase();
    const error = await errorOf((await sourceOf(database, `${eventSelect} WHERE a > :start`)).open("events"));
    expect(error.code).toBe("select-refused");
    expect(error.message).toBe(
      "The SELECT of events uses the parameter :start, which does not exist. There are :period_start, :period_end, :period_start_utc, :period_end_utc.",
    );
  });

  test("must be made of instants", async () => {
    const database = await freshDatabase();
    const wrong = sourceOf(database, eventSelect, { period: { ...period, startAt: "yesterday" } });
    await expect(wrong).rejects.toThrow("yesterday in Europe/Rome");
  });
});

describe("one consistent read", () => {
  test("shows what was there when the source was made, whatever others write meanwhile", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 10_000);
    const source = await sourceOf(database, eventSelect);
    const writer = database.admin;
    await writer.query("DELETE FROM events WHERE event_id <= 'E000100'");
    const table = await openRows(source, "events");
    let rows = 0;
    for await (const batch of table.batches) {
      rows += batch.length;
      await writer.query(`INSERT INTO events VALUES ('N${rows}', '2026-01-02', NULL, 'strike', 'new')`);
      await writer.query(`UPDATE events SET document = 'changed' WHERE event_id > 'E009000'`);
      for (const { values } of batch) expect(values[4]).toBe("x".repeat(100));
    }
    expect(rows).toBe(10_000);
    expect(await readRows(source, "events")).toHaveLength(10_000);
    await source.close();
    await expect.poll(() => openTransactions(database), { timeout: 5000 }).toBe(0);
  });

  test("works through the server's Unix socket", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 3);
    const source = await sourceOf(database, eventSelect, { socketPath: database.socketPath, port: undefined });
    expect(await readRows(source, "events")).toHaveLength(3);
  });

  test("gives a slow consumer its rows in batches, in order and without loss", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 50_000);
    const source = await sourceOf(database, `${eventSelect} ORDER BY event_id`, { idleTimeoutMs: 400 });
    let rows = 0;
    let batches = 0;
    for await (const batch of (await openRows(source, "events")).batches) {
      for (const row of batch) {
        rows += 1;
        if (row.line !== rows || row.values[0] !== `E${String(rows).padStart(6, "0")}`) throw new Error(`row ${rows}`);
      }
      batches += 1;
      // Longer than the source waits for the server: it is the consumer who is late, and that is no fault.
      if (batches === 2) await new Promise((resolve) => setTimeout(resolve, 700));
    }
    expect([rows, batches]).toEqual([50_000, 13]);
  });

  test("reads one table at a time, and is over when a reader leaves early", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 50_000);
    const source = await sourceOf(database, eventSelect);
    for await (const _ of (await openRows(source, "events")).batches) {
      await expect(source.open("events")).rejects.toThrow("events cannot be read while events is being read");
      break;
    }
    expect((await errorOf(source.open("events"))).message).toContain("the reading was given up before its end");
  });

  test("is closed at once where its rows are not taken any more", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 50_000);
    const source = await sourceOf(database, eventSelect);
    const batches = (await openRows(source, "events")).batches[Symbol.asyncIterator]();
    await batches.next();
    await source.close();
    await expect.poll(() => openTransactions(database), { timeout: 5000 }).toBe(0);
    expect((await errorOf(drain(batches))).message).toContain("the session is closed");
  });

  test("can be closed twice", async () => {
    const source = await sourceOf(await freshDatabase(), eventSelect);
    await source.close();
    await source.close();
    expect((await errorOf(source.open("events"))).message).toContain("the session is closed");
  });
});

async function drain(batches: AsyncIterator<unknown>): Promise<void> {
  while (!(await batches.next()).done);
}

async function openTransactions({ admin }: TestDatabase): Promise<number> {
  const [rows] = await admin.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS n FROM information_schema.innodb_trx t
     JOIN information_schema.processlist p ON t.trx_mysql_thread_id = p.id WHERE p.db = DATABASE()`,
  );
  return Number(rows[0]?.n);
}
