/** Kysely over DuckDB in process: only what a batch job needs. Values leave it exact and without a zone. */
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from "@duckdb/node-api";
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  DefaultQueryCompiler,
  type Dialect,
  DialectAdapterBase,
  type Driver,
  type QueryResult,
} from "kysely";

/** Every Kysely over this dialect speaks to the one connection, so that temporary tables and settings are shared. */
export function duckDbDialect(instance: DuckDBInstance, connection: DuckDBConnection): Dialect {
  return {
    createDriver: () => new DuckDbDriver(instance, new Connection(connection)),
    createQueryCompiler: () => new DuckDbQueryCompiler(),
    createAdapter: () => new DuckDbAdapter(),
    createIntrospector: (): DatabaseIntrospector => ({
      getSchemas: async () => [],
      getTables: async () => [],
    }),
  };
}

class Connection implements DatabaseConnection {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const reader = await this.#connection.runAndReadAll(query.sql, parameters(query));
    const names = reader.deduplicatedColumnNames();
    return { rows: reader.getRows().map((row) => asObject(names, row)) as R[] };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const result = await this.#connection.stream(query.sql, parameters(query));
    const names = result.deduplicatedColumnNames();
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield { rows: chunk.getRows().map((row) => asObject(names, row)) as R[] };
    }
  }
}

/**
 * A bigint would be bound as HUGEINT, which drags whole expressions to 128 bits; a safe integer is bound as BIGINT. Where
 * there is nothing to bind nothing is: the library then spares a statement prepared for one use.
 */
function parameters(query: CompiledQuery): DuckDBValue[] | undefined {
  if (query.parameters.length === 0) return undefined;
  return query.parameters.map((value) => {
    if (typeof value !== "bigint") return value as DuckDBValue;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be bound`);
    return number;
  });
}

function asObject(names: readonly string[], row: readonly DuckDBValue[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [i, value] of row.entries()) object[names[i] as string] = exact(value);
  return object;
}

/** Integers of 64 bits and more are bigint; decimals, dates and timestamps are text, so that no zone and no float touches them. */
function exact(value: DuckDBValue): unknown {
  return value === null || typeof value !== "object" ? value : value.toString();
}

class DuckDbDriver implements Driver {
  readonly #instance: DuckDBInstance;
  readonly #connection: Connection;

  constructor(instance: DuckDBInstance, connection: Connection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw("begin transaction"));
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async destroy(): Promise<void> {
    this.#instance.closeSync();
  }
}

class DuckDbQueryCompiler extends DefaultQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return `$${this.numParameters}`;
  }
}

class DuckDbAdapter extends DialectAdapterBase {
  async acquireMigrationLock(): Promise<void> {}
  async releaseMigrationLock(): Promise<void> {}
}
