/** What a fault of the database means for a pull: the line, the statement, or the shape of a table. */
import type { TableName } from "../tables.ts";
import { admissionRemedy, rightsRemedy } from "./mysql-remedies.ts";
import type { MysqlAddress } from "./mysql-session.ts";
import { SourceError } from "./source-error.ts";

/**
 * Errors by which the server ends a good statement: shutdown (1053), network (1158 to 1161), lock wait (1205), query
 * killed (1317), connection killed (1927), statement timeout of MariaDB (1969) and of MySQL (3024), idle client (4031).
 */
const interruptions: ReadonlySet<number> = new Set([1053, 1158, 1159, 1160, 1161, 1205, 1317, 1927, 1969, 3024, 4031]);

/** The database cannot be used at all. */
export function unreachable(address: MysqlAddress, cause: unknown): SourceError {
  const said = words(cause);
  const remedy = admissionRemedy(address, errnoOf(cause), said);
  return new SourceError(
    "source-unreachable",
    remedy === undefined
      ? `The database ${placeOf(address)} cannot be reached as user ${address.user}: ${said}. ` +
          `Check that the server runs and can be reached from this machine, and ${address.socketPath === undefined ? "host and port" : "socketPath"} in the profile.`
      : `The database ${placeOf(address)} cannot be used as user ${address.user}: ${said}. ${remedy}`,
    { cause },
  );
}

/**
 * A statement of `table` failed; `rowsRead` rows had come before. `lineFailure` is why the session died, undefined where
 * it goes on and the server spoke.
 */
export function statementFault(
  address: MysqlAddress,
  table: TableName,
  rowsRead: number,
  cause: unknown,
  lineFailure: Error | undefined,
): SourceError {
  const errno = lineFailure === undefined ? errnoOf(cause) : undefined;
  if (errno === undefined || interruptions.has(errno)) {
    return new SourceError(
      "source-cut",
      `Reading ${table} from the database ${placeOf(address)} was cut after ${rowsRead} rows: ${words(cause)}. ` +
        "What was read is thrown away; run the job again, and ask who looks after the server if it recurs.",
      { table, cause },
    );
  }
  return new SourceError(
    "select-refused",
    `The database ${placeOf(address)} refuses the SELECT of ${table}: ${words(cause)} (error ${errno}). ` +
      (rightsRemedy(address, errno) ?? "Correct the SELECT."),
    { table, cause },
  );
}

/** The rows that came are not as many as the server counts. */
export function countFault(address: MysqlAddress, table: TableName, rowsRead: number, counted: string): SourceError {
  return new SourceError(
    "source-cut",
    `Reading ${table} from the database ${placeOf(address)} gave ${rowsRead} rows where the same SELECT counts ${counted}. ` +
      "Either the answer was cut, or the SELECT does not give the same rows twice (RAND, NOW, a LIMIT without ORDER BY).",
    { table },
  );
}

function placeOf({ host = "127.0.0.1", port = 3306, socketPath, database }: MysqlAddress): string {
  return `${database} at ${socketPath ?? `${host}:${port}`}`;
}

function errnoOf(cause: unknown): number | undefined {
  const { errno, sqlState } = cause as { readonly errno?: unknown; readonly sqlState?: unknown };
  return typeof errno === "number" && sqlState !== undefined ? errno : undefined;
}

/** The words of the driver or the server, neither of which ever repeats the password. */
function words(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = (cause as { readonly code?: unknown }).code;
  return (cause.message || String(code ?? cause.name)).replace(/[.\s]+$/, "");
}
