import { describe, expect, test } from "vitest";
import { lastHalfYear, parsePeriod, period } from "../../reports/period.ts";

const instant = (micros: bigint) => new Date(Number(micros / 1000n)).toISOString();

describe("a period", () => {
  test.each([
    // In winter Rome's midnight is 23:00 UTC, in summer 22:00: a half-year is an hour short or long of its days.
    ["2026-S1", "2026-01-01", "2026-06-30", "2025-12-31T23:00:00.000Z", "2026-06-30T22:00:00.000Z", 181 * 24 - 1, 6],
    ["2026-S2", "2026-07-01", "2026-12-31", "2026-06-30T22:00:00.000Z", "2026-12-31T23:00:00.000Z", 184 * 24 + 1, 6],
    ["2024-S1", "2024-01-01", "2024-06-30", "2023-12-31T23:00:00.000Z", "2024-06-30T22:00:00.000Z", 182 * 24 - 1, 6],
    ["2026", "2026-01-01", "2026-12-31", "2025-12-31T23:00:00.000Z", "2026-12-31T23:00:00.000Z", 365 * 24, 12],
    ["2024", "2024-01-01", "2024-12-31", "2023-12-31T23:00:00.000Z", "2024-12-31T23:00:00.000Z", 366 * 24, 12],
  ])(
    "%s runs from %s to %s, from %s until %s: %i hours, %i months",
    (id, firstDay, lastDay, start, end, hours, months) => {
      const found = parsePeriod(id);
      if (found === undefined) throw new Error(`${id} is not read`);
      expect(found).toMatchObject({ id, firstDay, lastDay });
      expect([instant(found.startMicros), instant(found.endMicros)]).toEqual([start, end]);
      expect(found.endMicros - found.startMicros).toBe(BigInt(hours) * 3_600_000_000n);
      expect(found.months.length).toBe(months);
      expect([found.months[0], found.months.at(-1)]).toEqual([firstDay.slice(0, 7), lastDay.slice(0, 7)]);
    },
  );

  test("halves meet without a gap and make the year, from 1970 to 2099", () => {
    for (let year = 1970; year < 2100; year++) {
      const [first, second, whole, next] = [period(year, 1), period(year, 2), period(year, null), period(year + 1, 1)];
      expect([first.startMicros, first.endMicros, second.endMicros]).toEqual([
        whole.startMicros,
        second.startMicros,
        next.startMicros,
      ]);
      expect([...first.months, ...second.months]).toEqual(whole.months);
    }
  });

  test.each(["2026-S3", "2026-S0", "2026-s1", "26-S1", "2026-", "2026S1", "last", "", " 2026", "2126-S1", "2026-S1\n"])(
    "%j names none",
    (id) => expect(parsePeriod(id)).toBeUndefined(),
  );
});

describe("the last half-year at an instant is the one that had ended in Rome", () => {
  test.each([
    ["2026-06-30T21:59:59.999Z", "2025-S2"],
    ["2026-06-30T22:00:00.000Z", "2026-S1"],
    ["2026-07-01T00:00:00.000Z", "2026-S1"],
    ["2026-12-31T22:59:59.999Z", "2026-S1"],
    ["2026-12-31T23:00:00.000Z", "2026-S2"],
    ["2027-01-01T00:00:00.000Z", "2026-S2"],
    ["2026-03-15T12:00:00.000Z", "2025-S2"],
  ])("at %s it is %s", (at, id) => {
    const last = lastHalfYear(new Date(at));
    expect(last.id).toBe(id);
    expect(last.endMicros).toBeLessThanOrEqual(BigInt(Date.parse(at)) * 1000n);
  });
});
