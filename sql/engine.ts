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
  readonly threads?: number;
}

/** Close it in a `finally`: it holds native memory and files. */
export class Engine {
  readonly db: Kysely<CanonicalTables>;
  /** For bulk loading alone: SQL goes through `db`. */
  readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.connection = connection;
    this.db = new Kysely<CanonicalTables>({ dialect: duckDbDialect(instance, connection) });
  }

  static async open(options: EngineOptions): Promise<Engine> {
    const instance = await DuckDBInstance.create(":memory:", {
      temp_directory: options.spillFolder,
      memory_limit: `${options.memoryMegabytes ?? 2048}MB`,
      threads: `${options.threads ?? 2}`,
      // An audit years later must not depend on what a network serves.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const engine = new Engine(instance, await instance.connect());
    // Without this, casts of instants follow the process's zone.
    await sql`set TimeZone = 'UTC'`.execute(engine.db);
    return engine;
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    await this.db.destroy();
  }
}
