/** One table of a database: its SELECT prepared, its columns checked by name, its rows streamed and counted again. */
import { type TableName, tables } from "../tables.ts";
import { matchColumns } from "./columns.ts";
import { countFault, statementFault } from "./mysql-errors.ts";
import { type BoundSelect, bindParameters, type Parameters } from "./mysql-parameters.ts";
import type { MysqlAddress, MysqlSession } from "./mysql-session.ts";
import { rowReader } from "./mysql-values.ts";
import type { RawRow, RawTable } from "./source.ts";
import { SourceError } from "./source-error.ts";

export interface TableReader {
  readonly session: MysqlSession;
  readonly address: MysqlAddress;
  /** One table is read at a time, because one connection answers one statement at a time. */
  readonly begin: (table: TableName) => void;
  readonly end: () => void;
}

/**
 * The rows of one SELECT, its columns already checked.
 * @throws SourceError select-refused: the server's words; table-refused: columns missing or doubled; source-cut: the line
 * broke. The batches throw source-cut too, where fewer or more rows came than the server counts.
 */
export async function openTable(
  reader: TableReader,
  table: TableName,
  select: string,
  parameters: Parameters,
): Promise<RawTable> {
  const bound = bindParameters(table, select, parameters);
  reader.begin(table);
  const names = await columnNames(reader, table, bound).finally(reader.end);
  const origin = `The SELECT of ${table}`;
  const { ignoredColumns } = matchColumns(table, names, origin, { table });
  return { kind: "rows", batches: rowBatches(reader, table, bound), ignoredColumns, origin: select };
}

/** The names are asked for alone, so that a SELECT with a fault costs no reading. */
async function columnNames(reader: TableReader, table: TableName, bound: BoundSelect): Promise<readonly string[]> {
  try {
    // The SELECT itself is tried first: around it, the server's words about a fault would speak of the wrapping.
    await prepare(reader.session, bound, bound.text);
    const run = await prepare(reader.session, bound, `SELECT * FROM (\n${bound.text}\n) AS selected LIMIT 0`);
    const { fields } = await reader.session.query(run);
    return fields.map((field) => field.name);
  } catch (cause) {
    throw statementFault(reader.address, table, 0, cause, reader.session.failure);
  }
}

async function* rowBatches(
  reader: TableReader,
  table: TableName,
  bound: BoundSelect,
): AsyncGenerator<readonly RawRow[]> {
  const { session, address } = reader;
  reader.begin(table);
  let rowsRead = 0;
  try {
    const run = await prepare(session, bound, bound.text);
    for await (const rows of session.stream(run, (fields) => {
      const wanted = tables[table].columns.map((column) => fields.findIndex((field) => field.name === column.name));
      return rowReader(table, fields, wanted);
    })) {
      rowsRead += rows.length;
      yield rows;
    }
    const count = await prepare(session, bound, `SELECT COUNT(*) FROM (\n${bound.text}\n) AS selected`);
    const counted = String((await session.query(count)).rows[0]?.[0]);
    if (counted !== String(rowsRead)) throw countFault(address, table, rowsRead, counted);
  } catch (cause) {
    throw cause instanceof SourceError ? cause : statementFault(address, table, rowsRead, cause, session.failure);
  } finally {
    reader.end();
  }
}

/**
 * Prepares `sql` on the server and gives the statement that runs it. Text and values travel as bound parameters of their
 * own statements; the rows then come in the text protocol, which alone shows every value as the server writes it.
 */
async function prepare(session: MysqlSession, { values }: BoundSelect, sql: string): Promise<string> {
  await session.execute("SET @semestrale_select = ?", [sql]);
  await session.query("PREPARE semestrale_select FROM @semestrale_select");
  const variables = values.map((_, index) => `@semestrale_${index + 1}`);
  for (const [index, value] of values.entries()) await session.execute(`SET ${variables[index]} = ?`, [value]);
  return variables.length === 0
    ? "EXECUTE semestrale_select"
    : `EXECUTE semestrale_select USING ${variables.join(", ")}`;
}
