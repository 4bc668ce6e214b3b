/** The rows behind a fact, found by their place: counted by hand, and equal to what the fold makes of them. */
import { describe, expect, test } from "vitest";
import type { Population, PopulationSettings } from "../../reports/act.ts";
import { distribution, pairs } from "../../reports/distribution.ts";
import { factsOf } from "../../reports/facts.ts";
import { fold } from "../../sql/fold.ts";
import { populations } from "../../sql/populations/index.ts";
import { type RowsAsked, rowsOf, rowsQuery, streamRowsOf, type TracedRow } from "../../sql/rows-of.ts";
import { tables } from "../../sql/tables.ts";
import type { Row } from "./corpus.ts";
import { contextOf, type HandMade, onTables, withEngine } from "./hand-made.ts";

const internet = { service: "internet", clock: "registered_at", withoutDialup: true } as const;
const everything = { only: {} } as const;

/** The good row is registered on 2 February at 9 and completed on the 10th: 8 days, at most 30. */
const orders: HandMade = {
  activation_orders: [
    ["O-b", {}],
    ["O-a", {}],
    ["O-c", { completed_at: "2026-02-05T12:00:00+01:00", technology: "ADSL" }],
    ["O-d", { completed_at: "2026-02-12T12:00:00+01:00", contract_days: "9" }],
    ["O-e", { cancelled_at: "2026-02-11T12:00:00+01:00" }],
    ["O-f", { customer_requested_later: "1" }],
  ].map(([order_id, changes]) => ({ order_id: order_id as string, ...(changes as Row) })),
};

async function asked(data: HandMade, population: Population, settings: PopulationSettings, rows: RowsAsked) {
  return onTables(data, async (engine) =>
    rowsOf(engine.db, populations[population](contextOf(engine, settings)), rows),
  );
}

const named = (rows: readonly TracedRow[] | undefined) => rows?.map(({ key, value }) => `${key} ${value}`);

describe("orders in the order of days, then id", () => {
  const days = (more: Partial<RowsAsked>) =>
    asked(orders, "activation-orders", internet, { fact: "days", only: {}, ...more });

  test.each<readonly [string, Partial<RowsAsked>, readonly string[]]>([
    ["all of them, without the cancelled one and the one with a later date", {}, ["O-c 3", "O-a 8", "O-b 8", "O-d 10"]],
    ["those of the second and third place", { offset: 1, limit: 2 }, ["O-a 8", "O-b 8"]],
    ["the last and nothing after it", { offset: 3, limit: 3 }, ["O-d 10"]],
    ["those of one technology", { only: { technology: "ADSL" } }, ["O-c 3"]],
    ["from 8 days", { beyond: { beyond: ">=", bound: 8, withoutValue: false } }, ["O-a 8", "O-b 8", "O-d 10"]],
    ["under 8 days", { beyond: { beyond: "<", bound: 8, withoutValue: false } }, ["O-c 3"]],
  ])("%s", async (_, more, expected) => {
    expect(named(await days(more))).toEqual(expected);
  });

  test("each has the instants between which it ran, in microseconds", async () => {
    const [first] = (await days({ limit: 1 })) ?? [];
    // 2 February 2026 at 9 in Rome is 8 UTC; 5 February at 12 is 11 UTC.
    expect(first).toEqual({
      key: "O-c",
      value: 3n,
      started: BigInt(Date.UTC(2026, 1, 2, 8)) * 1000n,
      ended: BigInt(Date.UTC(2026, 1, 5, 11)) * 1000n,
    });
  });

  test("past the contract is a negative slack: 9 days of 10", async () => {
    const late = { fact: "contract-slack", only: {}, beyond: { beyond: "<", bound: 0, withoutValue: false } } as const;
    expect(named(await asked(orders, "activation-orders", internet, late))).toEqual(["O-d -1"]);
  });
});

test("a call that was abandoned fails a limit although it has no wait", async () => {
  const contact_calls = [
    { call_id: "C1", wait_ms: "19999" },
    { call_id: "C2", wait_ms: "20000" },
    { call_id: "C3", wait_ms: "1000", answered: "0" },
  ];
  const late = (withoutValue: boolean) =>
    asked(
      { contact_calls },
      "calls",
      { callKind: "customer_care" },
      {
        fact: "wait",
        only: {},
        beyond: { beyond: ">=", bound: 20_000, withoutValue },
      },
    );
  expect(named(await late(true))).toEqual(["C2 20000", "C3 null"]);
  expect(named(await late(false))).toEqual(["C2 20000"]);
});

test("a request of a class without a term is late by none, although it has no time left", async () => {
  const settings: PopulationSettings = {
    urgencyClasses: [{ urgency: "P1", term: { amount: 1, unit: "hours", printed: "<=" } }, { urgency: "P7" }],
  };
  const open = { taken_charge_at: null, restored_at: null };
  const requests: readonly (readonly [string, Row])[] = [
    ["in-time", { urgency: "P1" }],
    ["open", { urgency: "P1", ...open }],
    ["best-effort", { urgency: "P7" }],
    ["best-effort-open", { urgency: "P7", ...open }],
  ];
  const fault_reports = requests.map(([fault_id, row]) => ({ fault_id, ...row }));
  const late = { beyond: "<", bound: 0, withoutValue: true } as const;
  const listed = (leftOut: readonly string[]) =>
    asked({ fault_reports }, "requests-taken-charge", settings, {
      fact: "term-slack",
      only: {},
      beyond: { ...late, leftOut },
    });
  expect(named(await listed(["no-term", "no-term-not-taken"]))).toEqual(["open null"]);
  expect(named(await listed([]))).toEqual(["best-effort null", "best-effort-open null", "open null"]);
});

test("the streamed rows are the same rows", async () => {
  await onTables(orders, async (engine) => {
    const population = populations["activation-orders"](contextOf(engine, internet));
    const streamed: TracedRow[] = [];
    for await (const row of streamRowsOf(engine.db, population, { fact: "days", ...everything }) ?? [])
      streamed.push(row);
    expect(streamed).toEqual(await rowsOf(engine.db, population, { fact: "days", ...everything }));
    expect(streamed).toHaveLength(4);
  });
});

test("values, places and dimensions are bound", async () => {
  await withEngine({}, async (engine) => {
    const population = populations["delay-tests"](contextOf(engine, {}));
    const query = rowsQuery(engine.db, population, {
      fact: "delay",
      only: { profile: "4000" },
      beyond: { beyond: ">=", bound: 77, withoutValue: false },
      offset: 5,
      limit: 3,
    })?.compile();
    expect(query?.sql).toMatch(/order by value nulls last, "key" limit \$\d+ offset \$\d+$/);
    expect(query?.parameters).toEqual(expect.arrayContaining(["4000", 77, 5, 3]));
    expect(query?.sql).not.toMatch(/4000|77/);
  });
});

const counted: readonly (readonly [Population, PopulationSettings, string, keyof typeof tables])[] = [
  ["activation-orders", internet, "days", "activation_orders"],
  ["restored-faults", { service: "internet" }, "seconds", "fault_reports"],
  ["calls", { callKind: "customer_care" }, "wait", "contact_calls"],
  ["phone-complaints", {}, "further-calls", "phone_complaints"],
  ["throughput-tests", {}, "speed", "throughput_tests"],
  ["delay-tests", {}, "delay", "delay_tests"],
  ["answered-complaints", {}, "days", "complaints"],
];

test.each(counted)(
  "%s: the rows have exactly the values of the distribution",
  async (population, settings, fact, table) => {
    const key = tables[table].key[0] as string;
    const data = { [table]: ["1", "2", "3"].map((id) => ({ [key]: id })) };
    await onTables(data, async (engine) => {
      const parts = populations[population](contextOf(engine, settings));
      const facts = factsOf((await fold(engine.db, parts, { by: [], only: {} })).get("")?.facts ?? []);
      const rows = await rowsOf(engine.db, parts, { fact, only: {} });
      expect(rows?.map((row) => row.key)).toEqual(["1", "2", "3"]);
      const made = distribution(rows?.map(({ value }) => [Number(value), 1] as const) ?? []);
      expect([...pairs(made)]).toEqual([...pairs(facts.distributions.get(fact) ?? made)]);
    });
  },
);

test("rows without a name are not traced: a tree is weighted by its time in service", async () => {
  await withEngine({}, async (engine) => {
    const trees = populations["ivr-trees"](contextOf(engine, {}));
    expect(rowsQuery(engine.db, trees, { fact: "path", only: {} })).toBeUndefined();
  });
});
