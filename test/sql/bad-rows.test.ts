/** Every fault that a row of the contract can have, one at a time, and the reason that is found for it. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { badReasons } from "../../sql/checks/check.ts";
import { checkedName } from "../../sql/snapshot/check-table.ts";
import { type TableName, tableNames, tables } from "../../sql/tables.ts";
import { corpusOf, type Row } from "./corpus.ts";
import { loadAndCheck, withEngine } from "./hand-made.ts";

/** A text column of the key, or any where there is no key: by it the corpus's rows are told apart. */
function mark(name: TableName, row: Row, id: string): Row {
  const texts = tables[name].columns.filter((column) => column.type.kind === "text");
  const own = texts.find((column) => tables[name].key.includes(column.name)) ?? texts[0];
  if (own === undefined) throw new Error(`${name} has no text column`);
  return row[own.name] === null ? row : { ...row, [own.name]: id };
}

async function problemsOf(name: TableName, rows: readonly Row[]): Promise<readonly (string | null)[]> {
  return withEngine({}, async (engine) => {
    if (name !== "suspensions") await loadAndCheck(engine, "suspensions", []);
    await loadAndCheck(engine, name, rows);
    const checked = sql.table(checkedName(tables[name]));
    const found = await sql<{ problem: string | null }>`select problem from ${checked} order by line`.execute(
      engine.db,
    );
    return found.rows.map(({ problem }) => problem);
  });
}

describe.each(tableNames)("%s", (name) => {
  const { good, bad } = corpusOf(name);
  const singles = bad.filter(({ beside }) => beside === undefined);
  const pairs = bad.filter(({ beside }) => beside !== undefined);

  test("a good row has no problem, and each row of the corpus the one it was made with", async () => {
    const rows = [
      mark(name, good, "good"),
      ...singles.map(({ row }, i) => mark(name, { ...good, ...row }, `bad ${i}`)),
    ];
    const problems = await problemsOf(name, rows);
    const found = singles.map(({ row }, i) => ({ row, problem: problems[i + 1] }));
    expect(problems[0]).toBeNull();
    expect(found).toEqual(singles.map(({ row, problem }) => ({ row, problem })));
  });

  test("of identical rows under one key the first is kept, of different ones none", async () => {
    const rows = pairs.flatMap(({ row, beside }, i) =>
      [row, beside].map((changes) => mark(name, { ...good, ...changes }, `pair ${i}`)),
    );
    const expected = pairs.flatMap(({ problem }) => [problem.endsWith(":conflict") ? problem : null, problem]);
    expect(await problemsOf(name, rows)).toEqual(expected);
    expect(pairs.length).toBe(tables[name].key.length === 0 ? 0 : 2);
  });

  test("the corpus has every fault that a column of the contract can show by itself", () => {
    const unread = {
      time: "unreadable",
      date: "unreadable",
      month: "unreadable",
      count: "unreadable",
      choice: "not-in-list",
      flag: "not-in-list",
      text: undefined,
    };
    const possible = tables[name].columns.flatMap(({ name: column, type, nullable }) => [
      ...(nullable ? [] : [`${column}:null`]),
      ...(unread[type.kind] === undefined ? [] : [`${column}:${unread[type.kind]}`]),
    ]);
    const known = new Set(bad.map(({ problem }) => problem));
    expect(possible.filter((problem) => !known.has(problem))).toEqual([]);
    expect(
      bad
        .map(({ problem }) => problem.split(":")[1])
        .filter((reason) => !(badReasons as readonly unknown[]).includes(reason)),
    ).toEqual([]);
  });
});

test("the corpus has every reason of the closed list", () => {
  const found = new Set(tableNames.flatMap((name) => corpusOf(name).bad.map(({ problem }) => problem.split(":")[1])));
  expect([...found].sort()).toEqual([...badReasons].sort());
});

describe("at the edge of a reason a row is good", () => {
  test.each([
    ["an order completed at its start", "activation_orders", { completed_at: "2026-02-02T09:00:00+01:00" }],
    [
      "an order of internet completed before the customer's own order",
      "activation_orders",
      { ordered_at: "2026-02-11T09:00:00+01:00" },
    ],
    ["an order suspended for all its 8 days", "activation_orders", { suspended_days: "8" }],
    ["an order for voice suspended for all its 9 days", "activation_orders", { service: "voice", suspended_days: "9" }],
    ["a fault restored when it was reported", "fault_reports", { restored_at: "2026-02-10T10:00:00+01:00" }],
    ["a fault suspended for all its 86400 seconds", "fault_reports", { suspended_seconds: "86400" }],
    ["an outage that ends as it begins", "dialup_outages", { ended_at: "2026-02-10T10:00:00+01:00" }],
    ["a complaint answered on the day, before the hour", "complaints", { answered_at: "2026-02-10T00:00:00+01:00" }],
    ["a call without an IVR", "contact_calls", { ivr_ms: null }],
    ["more packets lost than sent, which is odd and counts", "packet_tests", { packets_lost: "1001" }],
  ] as const)("%s", async (_, name, changes) => {
    expect(await problemsOf(name, [{ ...corpusOf(name).good, ...changes }])).toEqual([null]);
  });
});

test("identical means equal values: another spelling of one instant and a zero before a count are a duplicate", async () => {
  const { good } = corpusOf("phone_complaints");
  const twin = { ...good, received_at: "2026-02-10T09:00:00Z", further_calls: "00" };
  expect(await problemsOf("phone_complaints", [good, twin])).toEqual([null, "complaint_id:duplicate"]);
});

test("two keys that differ in their spelling of an instant are one key", async () => {
  const { good } = corpusOf("ivr_trees");
  const twin = { ...good, valid_from: "2026-01-14T23:00:00Z", operator_option_ms: "1" };
  expect(await problemsOf("ivr_trees", [good, twin])).toEqual(["number:conflict", "number:conflict"]);
});

test("a bad row takes its good namesake with it, because nobody can say which one is meant", async () => {
  const { good } = corpusOf("phone_complaints");
  const problems = await problemsOf("phone_complaints", [good, { ...good, further_calls: "x" }]);
  expect(problems).toEqual(["complaint_id:conflict", "further_calls:unreadable"]);
});
