/** The tables in a MariaDB or MySQL database, as an operator's own system would hold them. */
import { createConnection } from "mysql2/promise";
import { tables as contract } from "../../sql/tables.ts";
import { createStatement, dropStatement } from "./mysql-statements.ts";
import type { SampleTables } from "./sample-tables.ts";
import { typedText } from "./typed-text.ts";

export interface DatabaseAddress {
  readonly host?: string;
  readonly port?: number;
  readonly socketPath?: string;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
}

const rowsPerInsert = 1000;

/**
 * Makes every table given anew and fills it. Untyped, every column is VARCHAR(255); typed, which rows that are spoilt
 * cannot take, times are DATETIME(6) in UTC, dates DATE, counts and flags BIGINT.
 */
export async function writeMariaDb(
  address: DatabaseAddress,
  tables: SampleTables,
  { typed }: { readonly typed: boolean },
): Promise<void> {
  const connection = await createConnection({ ...address, charset: "utf8mb4" });
  try {
    for (const [name, rows] of tables) {
      await connection.query(dropStatement(name));
      await connection.query(createStatement(name, { typed }));
      const { columns } = contract[name];
      const names = columns.map((column) => column.name);
      let batch: (string | null)[][] = [];
      const insert = async () => {
        if (batch.length > 0) await connection.query("insert into ?? (??) values ?", [name, names, batch]);
        batch = [];
      };

      await connection.beginTransaction();
      for (const row of rows) {
        batch.push(
          columns.map((column) => {
            const value = row[column.name] ?? null;
            return typed ? typedText(column, value) : value;
          }),
        );
        if (batch.length === rowsPerInsert) await insert();
      }
      await insert();
      await connection.commit();
    }
  } finally {
    await connection.end();
  }
}
