import { describe, expect, test } from "vitest";
import { createStatement, dropStatement, selectStatement } from "../../../jobs/sample/mysql-statements.ts";
import { tableNames, tables } from "../../../sql/tables.ts";

const typed = { typed: true };

describe("the SELECT of a table", () => {
  test.each(tableNames)("names every column of %s and, untyped, reads every row", (name) => {
    const columns = tables[name].columns.map((column) => `\`${column.name}\``).join(", ");
    expect(selectStatement(name, { typed: false })).toBe(`select ${columns} from \`${name}\``);
    expect(selectStatement(name, typed).startsWith(`select ${columns} from \`${name}\``)).toBe(true);
  });

  test.each([
    ["suspensions", ""],
    ["events", ""],
    ["contact_calls", " where (`received_at` >= :period_start_utc and `received_at` < :period_end_utc)"],
    [
      "fault_reports",
      " where ((`reported_at` >= :period_start_utc and `reported_at` < :period_end_utc) or (`restored_at` >= :period_start_utc and `restored_at` < :period_end_utc))",
    ],
    [
      "billing_disputes",
      " where ((`received_at` >= :period_start_utc and `received_at` < :period_end_utc) or (`credited_on` >= date(:period_start_utc) and `credited_on` <= date(:period_end_utc)))",
    ],
    ["access_lines", " where (`month` >= left(:period_start_utc, 7) and `month` <= left(:period_end_utc, 7))"],
    ["ivr_trees", " where (`valid_from` < :period_end_utc and (`valid_to` is null or `valid_to` > :period_start_utc))"],
  ] as const)("typed, reads the period's rows: %s", (name, where) => {
    const statement = selectStatement(name, typed);
    expect(statement.slice(statement.indexOf(`from \`${name}\``))).toBe(`from \`${name}\`${where}`);
  });
});

test("tables are made without a key, typed or all text", () => {
  expect(createStatement("events", typed)).toBe(
    "create table `events` (`event_id` varchar(255), `started_at` datetime(6), `ended_at` datetime(6), `kind` varchar(255), `document` varchar(255)) engine = InnoDB character set utf8mb4",
  );
  expect(createStatement("access_lines", typed)).toContain("`lines` bigint");
  expect(createStatement("invoices", { typed: false })).not.toMatch(/date|bigint/);
  expect(dropStatement("events")).toBe("drop table if exists `events`");
});
