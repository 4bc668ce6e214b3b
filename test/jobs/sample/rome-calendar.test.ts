import { describe, expect, test } from "vitest";
import {
  instantOf,
  inUtc,
  isDoubled,
  romeMidnight,
  romeMidnightOf,
  romeOffsetHours,
  romeWall,
  romeWeekday,
  withOffset,
} from "../../../jobs/sample/rome-calendar.ts";

describe("Rome's calendar", () => {
  test.each([
    ["2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00"],
    ["2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"],
    ["2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00"],
    ["2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00"],
    ["2025-12-31T23:00:00Z", "2026-01-01T00:00:00+01:00"],
    ["2026-06-30T22:00:00Z", "2026-07-01T00:00:00+02:00"],
    ["2024-03-31T00:30:00.250Z", "2024-03-31T01:30:00.250+01:00"],
  ])("%s is %s", (utc, rome) => {
    expect(withOffset(Date.parse(utc))).toBe(rome);
    expect(inUtc(Date.parse(rome))).toBe(utc);
  });

  test("agrees with the platform's own zone data at every half-hour of a year, and reads back what it writes", () => {
    const platform = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Europe/Rome",
      dateStyle: "short",
      timeStyle: "medium",
    });
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 1_800_000) {
      expect(romeWall(at).replace("T", " ")).toBe(platform.format(at));
      expect(instantOf(withOffset(at))).toBe(at);
      if (!isDoubled(at)) expect(instantOf(romeWall(at))).toBe(at);
    }
  });

  test("steps by Rome's days over both changes of the clocks", () => {
    const spring = romeMidnight(2026, 3, 29);
    expect(romeMidnightOf(spring, 1) - spring).toBe(23 * 3_600_000);
    const autumn = romeMidnight(2026, 10, 25);
    expect(romeMidnightOf(autumn, 1) - autumn).toBe(25 * 3_600_000);
    expect(romeMidnightOf(romeMidnight(2026, 1, 1), -1)).toBe(romeMidnight(2025, 12, 31));
    expect(romeOffsetHours(autumn)).toBe(2);
    expect(romeWeekday(spring)).toBe(6);
    expect(instantOf("2026-07-01")).toBe(romeMidnight(2026, 7, 1));
  });

  test("doubled is exactly the hour from 02:00 of summer to 03:00 of winter", () => {
    expect(
      ["2026-10-24T23:59:59Z", "2026-10-25T00:00:00Z", "2026-10-25T01:59:59Z", "2026-10-25T02:00:00Z"].map((utc) =>
        isDoubled(Date.parse(utc)),
      ),
    ).toEqual([false, true, true, false]);
  });
});
