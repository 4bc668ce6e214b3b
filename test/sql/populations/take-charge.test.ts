import { describe, expect, test } from "vitest";
import type { UrgencyClass, WorkingDays } from "../../../reports/own-commitments.ts";
import { period } from "../../../reports/period.ts";
import type { Row } from "../corpus.ts";
import { measuredOn } from "./rows-of.ts";

const workingDays: WorkingDays = { saturday: "not-working", holidays: ["2026-04-06", "2026-06-26"] };
const urgent = { channel: "phone", underContract: true } as const;
const urgencyClasses: readonly UrgencyClass[] = [
  { urgency: "P1+", term: { amount: 1, unit: "hours", printed: "<=" }, ...urgent },
  { urgency: "P1", term: { amount: 2, unit: "hours", printed: "<=" }, ...urgent },
  { urgency: "P3", term: { amount: 1, unit: "business-days", printed: "<=" } },
  { urgency: "P4", term: { amount: 5, unit: "business-days", printed: "<=" } },
  { urgency: "P7" },
];

const owed = { channel: "phone", under_contract: "1" };

async function measured(rows: readonly Row[], of = period(2026, 1)) {
  const fault_reports = rows.map((row, i) => ({ fault_id: `F${i}`, restored_at: null, ...row }));
  return measuredOn(
    { fault_reports },
    { population: "requests-taken-charge", settings: { urgencyClasses, workingDays }, period: of },
  );
}

const day = 86_400;

describe("seconds left of the class's term", () => {
  test.each([
    ["P1+", "a second before the hour", "2026-02-10T10:00:00+01:00", "2026-02-10T10:59:59+01:00", 1],
    ["P1+", "at the hour", "2026-02-10T10:00:00+01:00", "2026-02-10T11:00:00+01:00", 0],
    ["P1+", "a second after it", "2026-02-10T10:00:00+01:00", "2026-02-10T11:00:01+01:00", -1],
    ["P1+", "half a second after it, which is dropped", "2026-02-10T10:00:00Z", "2026-02-10T11:00:00.500Z", 0],
    ["P1", "at night, over midnight", "2026-02-14T23:30:00+01:00", "2026-02-15T01:30:00+01:00", 0],
    ["P1", "over the hour that spring leaves out", "2026-03-29T01:30:00+01:00", "2026-03-29T04:30:00+02:00", 0],
    ["P3", "Friday 17:59 to Monday night", "2026-02-13T17:59:00+01:00", "2026-02-16T23:59:59+01:00", 0],
    ["P3", "Friday 17:59 to Tuesday", "2026-02-13T17:59:00+01:00", "2026-02-17T00:00:00+01:00", -day],
    ["P3", "Saturday to Monday", "2026-02-14T10:00:00+01:00", "2026-02-16T10:00:00+01:00", 0],
    ["P3", "over the patron's Friday", "2026-06-25T17:59:00+02:00", "2026-06-29T08:00:00+02:00", 0],
    ["P3", "over the patron's Friday, a day late", "2026-06-25T17:59:00+02:00", "2026-06-30T08:00:00+02:00", -day],
    ["P4", "the fourth day of work", "2026-02-10T10:00:00+01:00", "2026-02-16T10:00:00+01:00", day],
    ["P4", "the fifth", "2026-02-10T10:00:00+01:00", "2026-02-17T10:00:00+01:00", 0],
    ["P4", "the sixth", "2026-02-10T10:00:00+01:00", "2026-02-18T10:00:00+01:00", -day],
    ["P4", "the fifth, Easter Monday between", "2026-04-01T10:00:00+02:00", "2026-04-09T10:00:00+02:00", 0],
  ])("%s %s", async (urgency, _, reported_at, taken_charge_at, left) => {
    const { facts } = await measured([{ ...owed, urgency, reported_at, taken_charge_at }]);
    expect(facts["term-slack"]).toEqual({ [left]: 1 });
    expect(facts.owed).toBe("1");
  });
});

test("seconds from the request to its taking in charge, whatever the class", async () => {
  const rows = ["P1", "P3", "P7"].map((urgency) => ({ ...owed, urgency }));
  const { facts } = await measured(rows);
  expect(facts.seconds).toEqual({ 3600: 3 });
  expect(facts.requests).toEqual({ 1: 3 });
  expect(facts.owed).toBe("2");
});

test("who is not owed the class's term is left out, and every other row by the first reason that holds", async () => {
  const row = (changes: Row) => ({ ...owed, urgency: "P1", ...changes });
  const { classes } = await measured([
    row({}),
    row({ channel: "email" }),
    row({ channel: null }),
    row({ under_contract: "0" }),
    row({ under_contract: null }),
    row({ channel: "web", under_contract: "0" }),
    row({ urgency: "P3", channel: "email", under_contract: "0" }),
    row({ urgency: "P7", channel: null, under_contract: null }),
    row({ urgency: "P5" }),
    row({ urgency: "p1" }),
    row({ urgency: null }),
    row({ reported_by: "operator", urgency: null }),
    row({ cause: "duplicate" }),
    row({ cause: "customer_equipment" }),
    row({ reported_at: "2025-12-31T23:59:59+01:00" }),
    row({ reported_at: "2026-01-01T00:00:00+01:00", taken_charge_at: null }),
  ]);
  expect(classes.fault_reports).toEqual({
    counted: 5,
    "other-channel": 3,
    "no-contract": 2,
    "no-class": 3,
    "reported-by-operator": 1,
    "duplicate-report": 1,
    outside: 1,
  });
});

test("a request that nobody took in charge is owed its term, and late", async () => {
  const open = { taken_charge_at: null };
  const { facts, excluded } = await measured([
    { ...owed, urgency: "P1" },
    { ...owed, urgency: "P1", ...open },
    { urgency: "P3", ...open },
    { urgency: "P7", ...open },
    { urgency: "P7" },
  ]);
  expect(facts).toEqual({ seconds: { 3600: 2 }, "term-slack": { 3600: 1 }, requests: { 1: 5 }, owed: "3" });
  expect(excluded).toEqual({
    "fault_reports not-taken": 2,
    "fault_reports no-term": 1,
    "fault_reports no-term-not-taken": 1,
  });
});

describe("open at the half-year's end and in nobody's charge: late once its term is over by then", () => {
  const [late, running] = ["not-taken", "term-running"];
  const cases = [
    // Two hours and a second before the end, two hours, one second less.
    ["P1", "2026-06-30T21:59:59+02:00", late],
    ["P1", "2026-06-30T22:00:00+02:00", running],
    ["P1", "2026-06-30T22:00:01+02:00", running],
    // The next day of work after Monday 29 June is Tuesday 30, the last of the half-year.
    ["P3", "2026-06-29T10:00:00+02:00", late],
    ["P3", "2026-06-30T00:00:00+02:00", running],
    // The fifth after Monday 22 June, the patron's Friday between, is Tuesday 30; after the 23rd it is 1 July.
    ["P4", "2026-06-22T10:00:00+02:00", late],
    ["P4", "2026-06-23T10:00:00+02:00", running],
  ] as const;
  const open = { taken_charge_at: null, restored_at: null };

  test.each(cases)("%s of %s: %s", async (urgency, reported_at, reason) => {
    const row = { ...owed, urgency, reported_at, ...open };
    for (const of of [period(2026, 1), period(2026, null)]) {
      const { facts, excluded, classes } = await measured([row], of);
      // It is a request all the same, in the half-year and in the year alike.
      expect([facts.owed, facts.requests, facts["term-slack"]]).toEqual([
        reason === late ? "1" : "0",
        { 1: 1 },
        undefined,
      ]);
      expect([excluded, classes.fault_reports]).toEqual([{ [`fault_reports ${reason}`]: 1 }, { counted: 1 }]);
    }
  });

  test("what is restored runs no more: nobody took it in charge, and it is late", async () => {
    const row = { ...owed, urgency: "P1", reported_at: "2026-06-30T23:00:00+02:00", taken_charge_at: null };
    const { excluded } = await measured([{ ...row, restored_at: "2026-06-30T23:30:00+02:00" }]);
    expect(excluded).toEqual({ "fault_reports not-taken": 1 });
  });

  test("in the second half the year's end decides, over New Year", async () => {
    const holidays = { urgency: "P3", ...open };
    const rows = [
      // Thursday 31 December 2026 is the last day of the term, and the day of the request.
      { ...holidays, reported_at: "2026-12-30T10:00:00+01:00" },
      { ...holidays, reported_at: "2026-12-31T10:00:00+01:00" },
    ];
    for (const of of [period(2026, 2), period(2026, null)])
      expect((await measured(rows, of)).excluded).toEqual({
        "fault_reports not-taken": 1,
        "fault_reports term-running": 1,
      });
  });
});
