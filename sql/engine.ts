/** The embedded engine: DuckDB in memory, with a bound on memory and no way to the network. */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { Kysely, sql } from "kysely";
import { duckDbDialect } from "./duckdb-dialect.ts";
import type { CanonicalTables } from "./schema.ts";

export interface EngineOptions {
  /** Where the engine may spill what does not fit into memory. */
  readonly spillFolder: string;
  /** Megabytes; what is beyond spills. */
  readonly memoryMegabytes?: number;
  /** Absent: as many as the rows are worth, see expectRows. */
  readonly threads?: number;
}

/** The engine deals a table out to its threads in groups of so many rows: with fewer they only get in each other's way. */
const rowGroup = 122_880;
const threadsOfLarge = 2;

/** Close it in a `finally`: it holds native memory and files. */
export class Engine {
  readonly db: Kysely<CanonicalTables>;
  /** For bulk loading alone: SQL goes through `db`. */
  readonly connection: DuckDBConnection;

  #threads: number | undefined;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, threads: number | undefined) {
    this.connection = connection;
    this.#threads = threads;
    this.db = new Kysely<CanonicalTables>({ dialect: duckDbDialect(instance, connection) });
  }

  static async open(options: EngineOptions): Promise<Engine> {
    const instance = await DuckDBInstance.create(":memory:", {
      temp_directory: options.spillFolder,
      memory_limit: `${options.memoryMegabytes ?? 2048}MB`,
      threads: `${options.threads ?? 1}`,
      // An audit years later must not depend on what a network serves.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const engine = new Engine(instance, await instance.connect(), options.threads);
    // Without this, casts of instants follow the process's zone.
    await sql`set TimeZone = 'UTC'`.execute(engine.db);
    return engine;
  }

  /** Of a table that is to be read. No result depends on it, only how long it takes. */
  async expectRows(rows: number): Promise<void> {
    if (rows <= rowGroup || this.#threads !== undefined) return;
    this.#threads = threadsOfLarge;
    await sql`set threads = ${sql.lit(threadsOfLarge)}`.execute(this.db);
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    await this.db.destroy();
  }
}
