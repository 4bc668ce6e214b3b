/** A MySQL or MariaDB database as a source: one SELECT for each table, all in one consistent read of one connection. */
import type { TableName } from "../tables.ts";
import { unreachable } from "./mysql-errors.ts";
import { periodParameters } from "./mysql-parameters.ts";
import { type MysqlAddress, MysqlSession, type MysqlTimeouts } from "./mysql-session.ts";
import { openTable, type TableReader } from "./mysql-table.ts";
import type { Source, SourcePeriod } from "./source.ts";

export interface MysqlSourceOptions extends MysqlAddress, Partial<MysqlTimeouts> {
  /**
   * IANA zone of the DATETIME columns. A TIMESTAMP column gives instants by itself; an expression that turns one into a
   * DATETIME or a text (FROM_UNIXTIME, DATE_FORMAT) is in UTC and must append a 'Z' to say so.
   */
  readonly zone: string;
  /** A table without a SELECT is absent. A SELECT may use :period_start, :period_end, :period_start_utc, :period_end_utc. */
  readonly selects: ReadonlyMap<TableName, string>;
  readonly period: SourcePeriod;
}

const defaultTimeouts: MysqlTimeouts = { connectTimeoutMs: 10_000, idleTimeoutMs: 600_000 };

/**
 * A statement may prepare its rows for long, and the checks behind the source may hold up its reading: what the server
 * would wait for either is raised. The snapshot is taken here and holds for every table until the source is closed.
 */
const opening = [
  "SET NAMES utf8mb4",
  "SET SESSION time_zone = '+00:00', net_write_timeout = 3600, net_read_timeout = 3600, wait_timeout = 28800",
  "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
  "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
];

/**
 * Connects and takes the snapshot.
 * @throws SourceError source-unreachable: no server, no such database, or user and password refused.
 */
export async function mysqlSource(options: MysqlSourceOptions): Promise<Source> {
  const { zone, selects } = options;
  const parameters = periodParameters(options.period, zone);
  const session = await openSession(options);
  let reading: TableName | undefined;
  const reader: TableReader = {
    session,
    address: options,
    begin: (table) => {
      if (reading !== undefined) throw new Error(`${table} cannot be read while ${reading} is being read`);
      reading = table;
    },
    end: () => {
      reading = undefined;
    },
  };
  return {
    zone,
    open: async (table) => {
      const select = selects.get(table);
      return select === undefined ? undefined : openTable(reader, table, select, parameters);
    },
    close: () => session.close(),
  };
}

async function openSession(options: MysqlSourceOptions): Promise<MysqlSession> {
  const timeouts = {
    connectTimeoutMs: options.connectTimeoutMs ?? defaultTimeouts.connectTimeoutMs,
    idleTimeoutMs: options.idleTimeoutMs ?? defaultTimeouts.idleTimeoutMs,
  };
  let session: MysqlSession | undefined;
  try {
    session = await MysqlSession.connect(options, timeouts);
    for (const statement of opening) await session.query(statement);
    return session;
  } catch (cause) {
    await session?.close();
    throw unreachable(options, cause);
  }
}
