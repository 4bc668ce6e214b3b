import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { isZone, localSpans, type Offset, offsetsWithin, zoneOffsets } from "../../sql/zones.ts";

const offsetAt = (offsets: readonly Offset[], seconds: number): number =>
  (offsets.findLast(({ from }) => from === null || from <= seconds) as Offset).offset;

/** Rome, a zone whose changes fall on other days, and one of half-hours on the other half of the globe. */
const zones = ["Europe/Rome", "America/New_York", "Australia/Lord_Howe"];
const [start, end] = [Date.UTC(2015, 0) / 1000, Date.UTC(2031, 0) / 1000];

describe.each(zones)("%s from 2015 to 2030", (zone) => {
  const offsets = zoneOffsets(zone);
  const spans = localSpans(offsets);

  test("has luxon's offset in every third hour and one second around every change", () => {
    const instants = Array.from({ length: (end - start) / 10_800 }, (_, i) => start + i * 10_800);
    const changes = offsets.flatMap(({ from }) => (from === null || from < start || from >= end ? [] : [from]));
    expect(changes.length).toBe(32);
    for (const at of [...instants, ...changes.flatMap((from) => [from - 1, from, from + 1])])
      expect([at, offsetAt(offsets, at)]).toEqual([at, DateTime.fromSeconds(at, { zone }).offset * 60]);
  });

  test("has local times for every instant: spans follow each other, and a wall clock's reading leads back to its first instant", () => {
    for (const [i, span] of spans.entries()) expect(span.from).toBe(i === 0 ? null : (spans[i - 1]?.to ?? null));
    for (let at = start; at < end; at += 1800) {
      const local = at + offsetAt(offsets, at);
      const span = spans.find(({ from, to }) => (from === null || from <= local) && (to === null || local < to));
      const read = local - (span?.offset ?? Number.NaN);
      const again = span?.doubled === true && read !== at;
      // Only the second pass through a doubled hour reads as the first.
      expect(again ? offsetAt(offsets, read) + read : read).toBe(again ? local : at);
      if (again) expect(read).toBeLessThan(at);
    }
  });

  test("leaves out as many local seconds as spring skips and doubles as many as autumn repeats", () => {
    const inside = spans.filter(({ from, to }) => from !== null && to !== null && from >= start && to < end);
    const change = zone === "Australia/Lord_Howe" ? 1800 : 3600;
    for (const wanted of [inside.filter(({ offset }) => offset === null), inside.filter(({ doubled }) => doubled)]) {
      expect(wanted.length).toBe(16);
      expect(wanted.map(({ from, to }) => (to as number) - (from as number))).toEqual(Array(16).fill(change));
    }
  });
});

test("Rome's odd hours of 2026 are 02:00 to 03:00 of 29 March, which is missing, and of 25 October, which comes twice", () => {
  const wall = (text: string) => Date.parse(`${text}Z`) / 1000;
  const spans = localSpans(zoneOffsets("Europe/Rome"));
  expect(spans).toContainEqual({
    from: wall("2026-03-29T02:00:00"),
    to: wall("2026-03-29T03:00:00"),
    offset: null,
    doubled: false,
  });
  expect(spans).toContainEqual({
    from: wall("2026-10-25T02:00:00"),
    to: wall("2026-10-25T03:00:00"),
    offset: 7200,
    doubled: true,
  });
});

test("a zone without changes is one span", () => {
  expect(zoneOffsets("UTC")).toEqual([{ from: null, offset: 0 }]);
  expect(localSpans(zoneOffsets("UTC"))).toEqual([{ from: null, to: null, offset: 0, doubled: false }]);
});

describe("the offsets that some years can need", () => {
  const offsets = zoneOffsets("Europe/Rome");

  test("are those of the whole list from the first of January to the last of December, in UTC and on the wall", () => {
    const short = offsetsWithin(offsets, { first: 2024, last: 2026 });
    expect(short.length).toBeLessThan(15);
    // A wall clock is up to two hours away from UTC, and a term may end in the year after.
    for (let at = Date.UTC(2023, 6) / 1000; at < Date.UTC(2028, 0) / 1000; at += 1800)
      expect([at, offsetAt(short, at)]).toEqual([at, offsetAt(offsets, at)]);
    expect(localSpans(short).filter(({ doubled }) => doubled).length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    { first: 1969, last: 2026 },
    { first: 2026, last: 2100 },
    { first: 2026, last: 9999 },
  ])("are the whole list where no list knows some of them: $first to $last", (years) => {
    expect(offsetsWithin(offsets, years)).toBe(offsets);
  });
});

test.each([
  ["Europe/Rome", true],
  ["UTC", true],
  ["Europe/Roma", false],
  ["", false],
])("%j is a zone: %s", (name, expected) => {
  expect(isZone(name)).toBe(expected);
});
