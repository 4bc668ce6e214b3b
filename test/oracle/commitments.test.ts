import { describe, expect, test } from "vitest";
import type { Commitments } from "./commitments.ts";
import { ask, fault, order, read } from "./sample-rows.ts";

const calendar = { saturday: "not-working", patrons: [] } as const;
const asked = (tables: Parameters<typeof ask>[0], commitments: Commitments) => ask(tables, { acts: [], commitments });

test("continuity is the period without the union of its interruptions, the excepted ones aside", () => {
  const outage = (outage_id: string, started_at: string, ended_at: string | null, more = {}) => ({
    ...{ outage_id, service: "voice", started_at, ended_at, planned: "0", cause: "guasto" },
    ...more,
  });
  const service_outages = [
    outage("a", "2024-03-01T08:00", "2024-03-01T10:00"),
    outage("b", "2024-03-01T09:00", "2024-03-01T11:00"),
    outage("c", "2023-12-31T20:00", "2024-01-01T01:00"),
    outage("open", "2024-06-30T23:00", null),
    outage("planned", "2024-04-01T00:00", "2024-04-02T00:00", { planned: "1" }),
    outage("excepted", "2024-04-03T00:00", "2024-04-04T00:00", { cause: "forza maggiore" }),
    outage("other", "2024-04-05T00:00", "2024-04-06T00:00", { service: "internet" }),
  ];
  const continuity = { services: ["voice"], planned: true, causes: ["forza maggiore"] } as const;
  // 3 + 1 + 1 hours of 182 x 24 - 1 = 4367; 4362 x 100 / 4367.
  const result = asked({ service_outages }, { continuity });
  expect(read(result, "operator/continuity/ratio/voice")).toBe("4 99.89 436200/4367");
});

test("the backbone is measured as a whole and by point", () => {
  const probe = (test_id: string, delay_us: string, packets_lost: string, point = "MIX") => ({
    ...{ test_id, point, tested_at: "2024-02-01T00:00", delay_us, packets_sent: "100", packets_lost },
  });
  const result = asked(
    { backbone_tests: [probe("a", "1000", "0"), probe("b", "3000", "1"), probe("c", "8000", "5", "NaMeX")] },
    { backbone: true },
  );
  expect(read(result, "operator/backbone-delay/p99")).toBe("3 8.00 8");
  expect(read(result, "operator/backbone-delay/mean")).toBe("3 4.00 4");
  expect(read(result, "operator/backbone-delay/mean", { point: "MIX" })).toBe("2 2.00 2");
  expect(read(result, "operator/backbone-loss/ratio")).toBe("3 2.00 2");
});

describe("requests are taken in charge in the term of their class", () => {
  const phone = { channel: "phone", under_contract: "1" };
  const request = (fault_id: string, urgency: string, reported_at: string, taken_charge_at: string | null, more = {}) =>
    fault(fault_id, { urgency, reported_at, taken_charge_at, ...more });
  const fault_reports = [
    request("a", "P1", "2024-05-01T23:00", "2024-05-02T01:00:00", phone),
    request("b", "P1", "2024-05-01T23:00", "2024-05-02T01:00:01", phone),
    request("c", "P1", "2024-05-01T23:00", null, phone),
    request("by mail", "P1", "2024-05-01T23:00", "2024-05-02T00:00", { ...phone, channel: "email" }),
    request("no contract", "P1", "2024-05-01T23:00", "2024-05-02T00:00", { channel: "phone" }),
    request("none of the classes", "P9", "2024-05-01T23:00", "2024-05-02T00:00"),
    // Thursday 25 April is a feast, Friday the next day of work.
    request("d", "P3", "2024-04-24T18:00", "2024-04-26T23:59"),
    request("e", "P3", "2024-04-24T18:00", "2024-04-27T08:00"),
    request("f", "P7", "2024-05-01T10:00", "2024-05-03T10:00"),
    // The half-year ends on a Sunday, after a Friday: of these four the last two are not yet late by then, and the first is.
    request("g", "P1", "2024-06-30T21:59:59", null, phone),
    request("h", "P3", "2024-06-27T10:00", null, { restored_at: null }),
    request("i", "P1", "2024-06-30T22:00:00", null, { ...phone, restored_at: null }),
    request("j", "P3", "2024-06-28T10:00", null, { restored_at: null }),
  ];
  const takeCharge = [
    { urgency: "P1", term: { amount: 2, unit: "hours", printed: "<=" }, channel: "phone", underContract: true },
    { urgency: "P3", term: { amount: 1, unit: "business-days", printed: "<=" } },
    { urgency: "P7" },
  ] as const;
  const result = asked({ fault_reports }, { takeCharge, calendar });

  test.each([
    // Of a, b, c and g one was in time.
    ["within-term", "P1", "4 25.00 25"],
    // Of the two that were taken: 2 h and 2 h 1 s.
    ["p95", "P1", "2 2.00 7201/3600"],
    ["cases", "P1", "5 5 5"],
    // Of d, e and h.
    ["within-term", "P3", "3 33.33 100/3"],
    ["within-term", "P7", "0 null null"],
    ["p95", "P7", "1 48.00 48"],
    ["cases", "P9", "none"],
  ])("%s of %s", (measure, urgency, expected) => {
    expect(read(result, `operator/take-charge/${measure}`, { urgency })).toBe(expected);
  });
});

test("complaints are taken in charge by receipt, answered by answer; below 30 days the thirtieth is late", () => {
  const complaint = (
    complaint_id: string,
    received_at: string,
    taken_charge_at: string | null,
    answered_at: string | null,
  ) => ({
    ...{ complaint_id, service: "voice", channel: "pec", kind: "fault", written: "1", outcome: "upheld" },
    ...{ received_at, taken_charge_at, answered_at },
  });
  const complaints = [
    complaint("a", "2024-03-01T09:00", "2024-03-04T23:00", "2024-03-30T09:00"),
    complaint("b", "2024-03-01T09:00", "2024-03-05T00:00", "2024-03-31T09:00"),
    complaint("c", "2023-12-29T09:00", null, "2024-03-01T09:00"),
    complaint("d", "2024-06-28T09:00", null, "2024-09-02T09:00"),
    // Friday, and open: until Monday 1 July nobody can say that it is late. A Thursday's is.
    complaint("e", "2024-06-28T09:00", null, null),
    complaint("f", "2024-06-27T09:00", null, null),
  ];
  const days = { amount: 30, unit: "days", printed: "<" } as const;
  const work = (amount: number) => ({ amount, unit: "business-days", printed: "<=" }) as const;
  const result = asked(
    { complaints },
    {
      complaints: { "complaint-taken-charge": work(1), "complaint-outcome": work(45), "complaint-answer": days },
      calendar,
    },
  );
  // Friday to Monday and to Tuesday, and two that nobody took: 1 of 4.
  expect(read(result, "operator/complaint-taken-charge/within-term")).toBe("4 25.00 25");
  // 29, 30 and 63 days; the 45th day of work after 29 December is 4 March: all three are in time.
  expect(read(result, "operator/complaint-answer/within-term")).toBe("3 33.33 100/3");
  expect(read(result, "operator/complaint-outcome/within-term")).toBe("3 100.00 100");
});

test("who comes first stands beside the others, and of whom nothing is known is one of the others", () => {
  const taken = (id: string, days: number, more = {}) =>
    order(id, { registered_at: "2024-03-01T09:00", completed_at: `2024-03-0${1 + days}T17:00`, ...more });
  const activation_orders = [
    taken("a", 1, { priority: "1" }),
    taken("b", 4, { priority: "0" }),
    taken("c", 8),
    taken("d", 7, { priority: "1", customer_requested_later: "1" }),
  ];
  const result = asked({ activation_orders }, { priorityActivation: ["internet"] });
  expect(read(result, "operator/priority-activation/mean")).toBe("3 4.33 13/3");
  expect(read(result, "operator/priority-activation/mean", { priority: "1" })).toBe("1 1.00 1");
  expect(read(result, "operator/priority-activation/p95", { priority: "0" })).toBe("2 8 8");
});
