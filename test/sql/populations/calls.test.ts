import { describe, expect, test } from "vitest";
import type { Row } from "../corpus.ts";
import { compiledOf, measuredOn } from "./rows-of.ts";

const care = { population: "calls", settings: { callKind: "customer_care" } } as const;
const hour = 3600;

/** The good row: customer care, 15 s in the IVR, answered after 12 s. */
const calls = (rows: readonly Row[]) => ({ contact_calls: rows.map((row, i) => ({ call_id: `C${i + 1}`, ...row })) });

test("the query tells the classes apart in one order and binds the kind of call", async () => {
  const [query] = await compiledOf(care);
  expect(query?.sql).toMatch(
    /then 'outside' when c.kind <> \$\d+ then 'no-concern' when c.agent_available = 0 then 'out-of-hours' when c.wait_ms is null then 'no-agent-chosen' else 'counted' end as "class"/,
  );
  expect(query?.parameters).toEqual([1767222000000000n, 1782856800000000n, "customer_care"]);
});

test("each call has one class; the abandoned ones count among those that chose and have no time", async () => {
  const { classes, facts, excluded } = await measuredOn(
    calls([
      {},
      { agent_available: null, ivr_ms: null },
      { answered: "0", wait_ms: "30000" },
      { answered: "0", wait_ms: null, ivr_ms: null },
      { answered: "1", wait_ms: null },
      { agent_available: "0" },
      { agent_available: "0", wait_ms: null },
      { kind: "operator_service" },
      { received_at: "2026-07-01T00:00:00+02:00" },
      { received_at: "2025-12-31T23:59:59.999+01:00" },
    ]),
    care,
  );
  expect(classes.contact_calls).toEqual({
    counted: 3,
    "no-agent-chosen": 2,
    "out-of-hours": 2,
    "no-concern": 1,
    outside: 2,
  });
  // 12 s twice; in all 15 + 12 = 27 s, and 12 s where no time in the IVR is on record.
  expect(facts).toEqual({ wait: { 12000: 2 }, total: { 27000: 1, 12000: 1 }, chosen: "3", abandoned: "1" });
  expect(excluded).toEqual({
    "contact_calls abandoned": 1,
    "contact_calls no-agent-chosen": 2,
    "contact_calls out-of-hours": 2,
  });
});

test("operator services are calls of their own kind", async () => {
  const rows = calls([{}, { kind: "operator_service", wait_ms: "7000" }]);
  const { facts } = await measuredOn(rows, { population: "calls", settings: { callKind: "operator_service" } });
  expect(facts.wait).toEqual({ 7000: 1 });
});

describe("IVR trees, each weighted by its seconds in service within the period", () => {
  const trees = { population: "ivr-trees", settings: { ivrPath: "complaint_option_ms" } } as const;
  const one = (row: Row) =>
    measuredOn({ ivr_trees: [{ complaint_option_ms: "40000", operator_option_ms: "25000", ...row }] }, trees);

  test.each([
    ["within it", "2026-02-01T00:00:00+01:00", "2026-02-02T00:00:00+01:00", 24 * hour],
    ["over the day of spring's change", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", 23 * hour],
    ["from before it", "2025-06-01T00:00:00+02:00", "2026-01-01T01:00:00+01:00", hour],
    ["until after it", "2026-06-30T23:00:00+02:00", "2027-01-01T00:00:00+01:00", hour],
    ["still in service", "2026-06-30T22:00:00+02:00", null, 2 * hour],
    ["all of it", "2020-01-01T00:00:00+01:00", null, 181 * 24 * hour - hour],
  ])("%s", async (_, from, to, seconds) => {
    const { classes, facts } = await one({ valid_from: from, valid_to: to });
    expect(classes.ivr_trees).toEqual({ counted: 1 });
    expect(facts).toEqual({ path: { 40000: seconds }, trees: "1" });
  });

  test.each([
    ["taken out as it begins", "2025-01-01T00:00:00+01:00", "2026-01-01T00:00:00+01:00"],
    ["put in as it ends", "2026-07-01T00:00:00+02:00", null],
    ["never in service", "2026-02-01T00:00:00+01:00", "2026-02-01T00:00:00+01:00"],
  ])("%s it is outside", async (_, from, to) => {
    const { classes, facts } = await one({ valid_from: from, valid_to: to });
    expect(classes.ivr_trees).toEqual({ outside: 1 });
    expect(facts).toEqual({ trees: "0" });
  });

  test("the path is the one that the act asks for; beside calls where the act measures both", async () => {
    const settings = { callKind: "customer_care", ivrPath: "operator_option_ms" } as const;
    const ivr_trees = [{ valid_from: "2026-06-30T23:00:00+02:00", valid_to: null }];
    const { facts } = await measuredOn({ ...calls([{}]), ivr_trees }, { population: "calls", settings });
    expect(facts).toMatchObject({ wait: { 12000: 1 }, path: { 25000: hour }, trees: "1" });
  });
});

test("complaints by telephone: received in the period, closed whenever, by the further calls they took", async () => {
  const phone_complaints = [
    {},
    { closed_at: "2026-09-01T00:00:00+02:00", further_calls: "2" },
    { closed_at: null },
    { received_at: "2025-12-31T23:59:59+01:00" },
  ].map((row, i) => ({ complaint_id: `P${i}`, ...row }));
  const { classes, facts } = await measuredOn({ phone_complaints }, { population: "phone-complaints", settings: {} });
  expect(classes.phone_complaints).toEqual({ counted: 2, "not-closed": 1, outside: 1 });
  expect(facts).toEqual({ "further-calls": { 0: 1, 2: 1 } });
});

test("complaints: by the period of the answer, in Rome days against the term of the day of receipt", async () => {
  const settings = {
    complaintTerms: [
      { receivedFrom: null, days: 45 },
      { receivedFrom: "2026-02-10", days: 30 },
    ],
  } as const;
  const complaints = [
    { received_at: "2026-02-09T23:59:00+01:00", answered_at: "2026-03-26T10:00:00+01:00" },
    { received_at: "2026-02-10T00:00:00+01:00", answered_at: "2026-03-12T23:59:00+01:00" },
    { received_at: "2026-02-10T00:00:00+01:00", answered_at: "2026-03-13T00:00:00+01:00" },
    { received_at: "2025-11-01T00:00:00+01:00", answered_at: "2026-01-01T00:00:00+01:00" },
    { answered_at: null },
    { answered_at: "2026-07-01T00:00:00+02:00" },
  ].map((row, i) => ({ complaint_id: `R${i}`, ...row }));
  const { classes, facts } = await measuredOn({ complaints }, { population: "answered-complaints", settings });
  expect(classes.complaints).toEqual({ counted: 4, outside: 2 });
  // 45 of 45; 30 and 31 of 30; 30 + 31 = 61 of 45.
  expect(facts).toEqual({ days: { 45: 1, 30: 1, 31: 1, 61: 1 }, "term-slack": { 0: 2, "-1": 1, "-16": 1 } });
});
