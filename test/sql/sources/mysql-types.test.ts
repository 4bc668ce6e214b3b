import { describe, expect, test } from "vitest";
import { freshDatabase } from "../../setup/database.ts";
import { sourceOf } from "./mysql-fixtures.ts";
import { readRows } from "./read-rows.ts";

interface Case {
  readonly type: string;
  /** SQL literals, and the text each must become; null is NULL. */
  readonly values: readonly (readonly [literal: string, text: string | null])[];
}

const cases: readonly Case[] = [
  {
    type: "BIGINT",
    values: [
      ["9007199254740993", "9007199254740993"],
      ["-9223372036854775808", "-9223372036854775808"],
    ],
  },
  {
    type: "BIGINT UNSIGNED",
    values: [
      ["18446744073709551615", "18446744073709551615"],
      ["0", "0"],
    ],
  },
  { type: "INT(8) ZEROFILL", values: [["42", "00000042"]] },
  {
    type: "DECIMAL(30,2)",
    values: [
      ["12.00", "12"],
      ["12.50", "12.50"],
      ["-3.00", "-3"],
      ["9007199254740993.00", "9007199254740993"],
    ],
  },
  {
    type: "DECIMAL(20,0)",
    values: [
      ["99999999999999999999", "99999999999999999999"],
      ["100", "100"],
    ],
  },
  {
    type: "DOUBLE",
    values: [
      ["86400", "86400"],
      ["0.1", "0.1"],
    ],
  },
  {
    type: "TINYINT(1)",
    values: [
      ["TRUE", "1"],
      ["FALSE", "0"],
      ["NULL", null],
    ],
  },
  {
    type: "BIT(1)",
    values: [
      ["b'1'", "1"],
      ["b'0'", "0"],
      ["NULL", null],
    ],
  },
  {
    type: "BIT(64)",
    values: [["b'1111111111111111111111111111111111111111111111111111111111111111'", "18446744073709551615"]],
  },
  { type: "YEAR", values: [["2026", "2026"]] },
  {
    type: "DATE",
    values: [
      ["'2026-01-02'", "2026-01-02"],
      ["'0000-00-00'", "0000-00-00"],
      ["NULL", null],
    ],
  },
  {
    type: "DATETIME",
    values: [
      ["'2026-10-25 02:30:00'", "2026-10-25 02:30:00"],
      ["'0000-00-00 00:00:00'", "0000-00-00 00:00:00"],
    ],
  },
  { type: "DATETIME(6)", values: [["'2026-03-29 02:30:00.123456'", "2026-03-29 02:30:00.123456"]] },
  { type: "TIME", values: [["'-838:59:59'", "-838:59:59"]] },
  {
    type: "VARCHAR(20)",
    values: [
      ["'NULL'", "NULL"],
      ["NULL", null],
      ["''", null],
      ["'007 '", "007 "],
      ["'Forlì 😀'", "Forlì 😀"],
    ],
  },
  { type: "VARCHAR(20) CHARACTER SET latin1", values: [["'città €'", "città €"]] },
  { type: "CHAR(4)", values: [["'01'", "01"]] },
  {
    type: "LONGTEXT",
    values: [
      ["REPEAT('à', 100000)", "à".repeat(100_000)],
      ["'a\\nb\\tc\\\\d'", "a\nb\tc\\d"],
    ],
  },
  { type: "JSON", values: [["'{\"a\": 12345678901234567890}'", '{"a": 12345678901234567890}']] },
  { type: "ENUM('internet','voice')", values: [["'voice'", "voice"]] },
  { type: "SET('a','b')", values: [["'a,b'", "a,b"]] },
  { type: "BLOB", values: [["'Forlì'", "Forlì"]] },
  {
    type: "VARBINARY(20)",
    values: [
      ["'01'", "01"],
      ["'Forlì'", "Forlì"],
    ],
  },
];

describe("every type comes as the text the server has, or as the contract writes it", () => {
  test.each(cases)("$type", async ({ type, values }) => {
    const database = await freshDatabase();
    await database.admin.query(`SET sql_mode = ''; CREATE TABLE t (n INT PRIMARY KEY, v ${type} NULL)`);
    for (const [index, [literal]] of values.entries()) {
      await database.admin.query(`INSERT INTO t VALUES (${index}, ${literal})`);
    }
    const select =
      "SELECT 'E' AS event_id, n AS started_at, NULL AS ended_at, 'strike' AS kind, v AS document FROM t ORDER BY n";
    const rows = await readRows(await sourceOf(database, select), "events");
    expect(rows.map((row) => row.values[4])).toEqual(values.map(([, text]) => text));
    expect(rows.map((row) => row.line)).toEqual(values.map((_, index) => index + 1));
  });
});

const valueSelect = (value: string, from = "") =>
  `SELECT 'E' AS event_id, ${value} AS started_at, NULL AS ended_at, 'strike' AS kind, 'D' AS document ${from}`;

describe("a TIMESTAMP is an instant", () => {
  test("in each half of the doubled hour, whatever the server's own zone", async () => {
    const database = await freshDatabase();
    await database.admin.query(`
      CREATE TABLE t (n INT PRIMARY KEY, v TIMESTAMP(3) NULL);
      SET time_zone = '+05:00';
      INSERT INTO t VALUES (1, '2026-10-25 05:30:00'), (2, '2026-10-25 06:30:00.250'), (3, NULL)`);
    const rows = await readRows(await sourceOf(database, valueSelect("v", "FROM t ORDER BY n")), "events");
    expect(rows.map((row) => row.values[1])).toEqual(["2026-10-25 00:30:00.000Z", "2026-10-25 01:30:00.250Z", null]);
  });

  test("also as the outcome of MIN, MAX and COALESCE; FROM_UNIXTIME is a DATETIME in UTC", async () => {
    const database = await freshDatabase();
    await database.admin.query(`
      CREATE TABLE t (v TIMESTAMP NULL, w TIMESTAMP NULL); SET time_zone = '+00:00';
      INSERT INTO t VALUES (NULL, '2026-01-02 10:00:00')`);
    for (const value of ["MIN(w)", "MAX(w)", "COALESCE(MIN(v), MIN(w))"]) {
      const rows = await readRows(await sourceOf(database, valueSelect(value, "FROM t")), "events");
      expect([value, rows[0]?.values[1]]).toEqual([value, "2026-01-02 10:00:00Z"]);
    }
    const rows = await readRows(await sourceOf(database, valueSelect("CONCAT(FROM_UNIXTIME(0), 'Z')")), "events");
    expect(rows[0]?.values[1]).toBe("1970-01-01 00:00:00Z");
  });
});

describe("bytes that are no text", () => {
  test("break their row and no other", async () => {
    const database = await freshDatabase();
    await database.admin.query(
      "CREATE TABLE t (n INT, v BLOB); INSERT INTO t VALUES (1, 'ok'), (2, x'e0ff'), (3, 'ok')",
    );
    const select = `SELECT n AS event_id, '2026-01-02' AS started_at, NULL AS ended_at, 'strike' AS kind, v AS document FROM t ORDER BY n`;
    expect(await readRows(await sourceOf(database, select), "events")).toEqual([
      { line: 1, values: ["1", "2026-01-02", null, "strike", "ok"] },
      {
        line: 2,
        values: ["2", "2026-01-02", null, "strike", null],
        broken: "column document holds bytes that are not UTF-8",
      },
      { line: 3, values: ["3", "2026-01-02", null, "strike", "ok"] },
    ]);
  });
});
