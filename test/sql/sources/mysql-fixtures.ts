/** What the tests of the database source share: an events table, its SELECT, and a source over it. */
import type { MysqlSourceOptions } from "../../../sql/sources/mysql.ts";
import { mysqlSource } from "../../../sql/sources/mysql.ts";
import type { Source } from "../../../sql/sources/source.ts";
import type { TableName } from "../../../sql/tables.ts";
import type { TestDatabase } from "../../setup/database.ts";
import { closing } from "./read-rows.ts";

/** The first half of 2026 in Rome. */
export const period = { startAt: "2025-12-31T23:00:00Z", endAt: "2026-06-30T22:00:00Z" };

export const eventColumns =
  "event_id VARCHAR(40) PRIMARY KEY, started_at DATETIME NOT NULL, ended_at DATETIME, kind VARCHAR(20), document TEXT";
export const eventSelect = "SELECT event_id, started_at, ended_at, kind, document FROM events";

/** Makes the table `events` with rows E000001, E000002, ... whose documents are about 100 bytes long. */
export async function makeEvents(database: TestDatabase, rows: number): Promise<void> {
  await database.admin.query(`CREATE TABLE events (${eventColumns}) ENGINE=InnoDB`);
  await database.admin.query(
    `INSERT INTO events SELECT CONCAT('E', LPAD(seq, 6, '0')), '2026-01-02 10:00:00', NULL, 'strike', REPEAT('x', 100)
     FROM seq_1_to_${rows}`,
  );
}

/** A source over one table of the test's database, closed with the test. */
export async function sourceOf(
  database: TestDatabase,
  select: string,
  options: Partial<MysqlSourceOptions> & { readonly table?: TableName } = {},
): Promise<Source> {
  const { host, port, user, password, database: name } = database;
  const { table = "events", ...others } = options;
  const selects = new Map([[table, select]]);
  return closing(
    await mysqlSource({ host, port, user, password, database: name, zone: "Europe/Rome", period, selects, ...others }),
  );
}
