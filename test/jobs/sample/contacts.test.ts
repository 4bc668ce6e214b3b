import { describe, expect, test } from "vitest";
import { cielo, countBy, hellotel, isIn, perMille, rowsOf, timeOf, whole } from "./read-sample.ts";

const calls = rowsOf({ ...cielo, ...whole }, "contact_calls");
const care = calls.filter((row) => row.kind === "customer_care");
const chose = care.filter((row) => row.wait_ms !== null);

describe("contact calls", () => {
  test.each([
    ["abandoned", chose, (row) => row.answered === "0", 60],
    ["out of hours", calls, (row) => row.agent_available === "0", 60],
    // Those of the other 94 % who never chose: 0.94 x 120 = 113, and 60 out of hours.
    ["without a wait", calls, (row) => row.wait_ms === null && row.ivr_ms === null, 173],
    ["to services by operator", calls, (row) => row.kind === "operator_service", 50],
  ] satisfies [string, typeof calls, (row: (typeof calls)[number]) => boolean, number][])(
    "are %s as often as asked",
    (_, rows, holds, share) => {
      expect(Math.abs(perMille(rows, holds) - share)).toBeLessThan(8);
    },
  );

  test("follow the week and the season", () => {
    const byDay = countBy(calls, (row) => String(new Date(timeOf(row, "received_at") + 3_600_000).getUTCDay()));
    // Monday weighs 200 and Sunday 55.
    expect((byDay.get("1") ?? 0) / (byDay.get("0") ?? 1)).toBeGreaterThan(3);
    const byMonth = countBy(calls, (row) => String(new Date(timeOf(row, "received_at")).getUTCMonth() + 1));
    expect((byMonth.get("1") ?? 0) / (byMonth.get("6") ?? 1)).toBeGreaterThan(1.2);
  });

  test("wait on both sides of the limits of 10 and 20 seconds, to the millisecond", () => {
    const waits = new Set(chose.filter((row) => isIn(row, "received_at")).map((row) => row.wait_ms));
    for (const wait of ["9999", "10000", "10001", "19999", "20000", "20001"]) expect(waits.has(wait), wait).toBe(true);
  });

  test("never wait, answer or choose when no agent is there", () => {
    for (const row of calls.filter((one) => one.agent_available === "0")) {
      expect([row.wait_ms, row.ivr_ms, row.answered]).toEqual([null, null, "0"]);
    }
  });

  test("go to the operator's numbers and purposes", () => {
    const desks = (rows: typeof calls) => [...countBy(rows, (row) => `${row.number} ${row.purpose}`).keys()].sort();
    expect(desks(care)).toEqual(["0383644311 commercial", "0383644311 technical"]);
    expect(desks(rowsOf({ ...hellotel, ...whole }, "contact_calls"))).toEqual([
      "0775824309 commercial",
      "0775824309 technical",
      "800890101 commercial_information",
    ]);
  });
});

describe("IVR trees", () => {
  test("change in the middle of the period, without a gap", () => {
    for (const [desk, trees] of Object.entries(
      Object.groupBy(rowsOf({ ...hellotel, ...whole }, "ivr_trees"), (row) => `${row.number}/${row.purpose}`),
    )) {
      expect(trees?.length, desk).toBe(3);
      const [before, first, second] = trees ?? [];
      if (!before || !first || !second) throw new Error(desk);
      expect(timeOf(before, "valid_to")).toBeLessThan(Date.parse("2026-01-01T00:00:00+01:00"));
      expect(timeOf(first, "valid_to")).toBe(timeOf(second, "valid_from"));
      expect(isIn(second, "valid_from")).toBe(true);
      expect(second.valid_to).toBeNull();
      expect(first.operator_option_ms).not.toBe(second.operator_option_ms);
    }
  });
});

describe("complaints", () => {
  test("by telephone are solved at the first call about as often as the desks' shape says", () => {
    const complaints = rowsOf({ ...cielo, ...whole }, "phone_complaints");
    expect(Math.abs(perMille(complaints, (row) => row.further_calls === "0") - 880)).toBeLessThan(40);
    expect(Math.abs(perMille(complaints, (row) => row.closed_at === null) - 50)).toBeLessThan(25);
  });

  test("are answered mostly within 30 days, after they came", () => {
    const answered = rowsOf({ ...cielo, ...whole }, "complaints").filter((row) => row.answered_at !== null);
    const days = (row: (typeof answered)[number]) =>
      (timeOf(row, "answered_at") - timeOf(row, "received_at")) / 86_400_000;
    expect(answered.every((row) => days(row) > 0)).toBe(true);
    expect(perMille(answered, (row) => days(row) <= 31)).toBeGreaterThan(950);
    expect(answered.some((row) => days(row) > 31)).toBe(true);
  });
});
