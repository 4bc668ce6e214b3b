/** Sample tables straight into a database, with the SELECTs beside them: what a profile needs to be pointed at it. */
import { resolve } from "node:path";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import { SourceError } from "../../sql/sources/source-error.ts";
import { tableNames } from "../../sql/tables.ts";
import { JobError, jobError } from "../errors.ts";
import type { Options } from "../options.ts";
import type { SampleTables } from "./sample-tables.ts";
import { type DatabaseAddress, writeMariaDb } from "./write-mariadb.ts";
import { writeSelects } from "./write-selects.ts";

export interface GeneratedDatabase {
  /** `user@place/database`. */
  readonly name: string;
  /** The `source:` of a profile that reads it, YAML on one line. */
  readonly source: string;
}

/** Typed, times are DATETIME in UTC; rows that are spoilt fit into text columns alone. */
export async function generateMariaDb(
  folder: string,
  tables: SampleTables,
  options: Options,
  { typed }: { readonly typed: boolean },
): Promise<GeneratedDatabase> {
  const { passwordEnv, ...place } = placeOf(options);
  const password = passwordEnv === undefined ? "" : process.env[passwordEnv];
  if (password === undefined)
    throw jobError("bad-option", { words: `--password-env ${passwordEnv}: there is no such environment variable.` });
  const address = { ...place, password };
  try {
    await refuseOccupied(address);
    await writeMariaDb(address, tables, { typed });
  } catch (cause) {
    throw refused(address, cause as NodeJS.ErrnoException);
  }
  await writeSelects(folder, { typed });
  const { host, port, socketPath, user, database } = address;
  const zone = typed ? "UTC" : "Europe/Rome";
  // What is undefined stays out of JSON, and JSON on one line is YAML.
  const source = { kind: "mysql", host, port, socketPath, user, database, passwordEnv, selects: resolve(folder), zone };
  return { name: `${user}@${socketPath ?? `${host}:${port}`}/${database}`, source: JSON.stringify(source) };
}

interface Place extends Omit<DatabaseAddress, "password"> {
  readonly passwordEnv?: string;
}

function placeOf(options: Options): Place {
  const { host, socket, user, database } = options;
  const passwordEnv = options["password-env"];
  if (user === undefined || database === undefined) {
    const example = "--format mariadb --host 127.0.0.1 --user sample --password-env SAMPLE_PASSWORD --database sample";
    throw jobError("missing-option", {
      command: "generate --format mariadb",
      option: "--user and --database",
      example,
    });
  }
  if (host !== undefined && socket !== undefined)
    throw jobError("bad-option", { words: "--host and --socket exclude each other: one server is meant." });
  const port = Number(options.port ?? 3306);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw jobError("bad-option", { words: `--port ${options.port}: use a whole number up to 65535.` });
  const place = socket === undefined ? { host: host ?? "127.0.0.1", port } : { socketPath: socket };
  return { ...place, user, database, ...(passwordEnv !== undefined && { passwordEnv }) };
}

/** An operator's own database may well have a table `invoices`: sample data never takes the place of anything. */
async function refuseOccupied(address: DatabaseAddress): Promise<void> {
  const connection = await createConnection(address);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      "select table_name as name from information_schema.tables where table_schema = database() and table_name in (?)",
      [tableNames],
    );
    const found = rows.map(({ name }) => String(name));
    if (found.length === 0) return;
    const words = `The database ${address.database} has ${found.join(", ")} already, and generate replaces no table: use an empty database.`;
    throw jobError("bad-option", { words });
  } finally {
    await connection.end();
  }
}

/** The driver's and the server's errors have a code; an error without one is no business of the database's. */
function refused({ host, port, socketPath, user, database }: DatabaseAddress, cause: NodeJS.ErrnoException): Error {
  if (cause instanceof JobError || typeof cause.code !== "string") return cause;
  const place = socketPath ?? `${host}:${port}`;
  return new SourceError(
    "source-unreachable",
    `The database ${database} at ${place} cannot be filled as user ${user}: ${cause.message || cause.code}. ` +
      "Check that the server runs, the options that name it, and the rights of the user.",
    { cause },
  );
}
