import { describe, expect, test } from "vitest";
import { ask, read } from "./sample-rows.ts";

const complaint = (complaint_id: string, received_at: string, answered_at: string | null) => ({
  ...{ complaint_id, service: "internet", channel: "pec", kind: "billing", written: "1", outcome: "upheld" },
  ...{ received_at, answered_at },
});
const within = "255-24-cons/complaint-answer/within-term";
const days = "255-24-cons/complaint-answer/p95";
const asked = (...complaints: ReturnType<typeof complaint>[]) =>
  ask({ complaints }, { year: 2025, half: 2, acts: ["255-24-cons"] });

describe("the term follows the Rome date of receipt: 45 days before 8 August 2025, 30 from then on", () => {
  test.each([
    // 7 August + 45 = 21 September
    ["2025-08-07T23:59:59", "2025-09-20T10:00", "1 100.00 100", "1 44 44"],
    ["2025-08-07T23:59:59", "2025-09-21T10:00", "1 100.00 100", "1 45 45"],
    ["2025-08-07T23:59:59", "2025-09-22T00:00", "1 0.00 0", "1 46 46"],
    // 22:00Z is midnight in Rome; 8 August + 30 = 7 September
    ["2025-08-07T22:00:00Z", "2025-09-06T23:59", "1 100.00 100", "1 29 29"],
    ["2025-08-07T22:00:00Z", "2025-09-07T23:59", "1 100.00 100", "1 30 30"],
    ["2025-08-07T22:00:00Z", "2025-09-08T00:00", "1 0.00 0", "1 31 31"],
  ])("received %s, answered %s", (received, answered, share, taken) => {
    const result = asked(complaint("a", received, answered));
    expect([read(result, within), read(result, days)]).toEqual([share, taken]);
  });
});

test("a complaint counts in the period of its answer, an open one in none", () => {
  const result = asked(
    complaint("received before", "2025-06-01T09:00", "2025-07-01T00:00"),
    complaint("answered after", "2025-12-30T09:00", "2026-01-01T00:00"),
    complaint("answered before", "2025-06-01T09:00", "2025-06-30T23:59"),
    complaint("open", "2025-09-01T09:00", null),
  );
  // 1 June to 1 July: 30 of 45 days.
  expect([read(result, within), read(result, days)]).toEqual(["1 100.00 100", "1 30 30"]);
});
