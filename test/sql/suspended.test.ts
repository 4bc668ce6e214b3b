/** Suspensions of repairs, in seconds, and of orders, in whole Rome days. */

import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { netOrderDays, netRepairSeconds, orderStart } from "../../sql/clocks.ts";
import { firstHalf2026, onTables, rome } from "./hand-made.ts";

type Span = readonly [startedAt: string, endedAt: string | null];
const near = Number(firstHalf2026.startMicros / 1_000_000n);
const february = (time: string) => `2026-02-${time}+01:00`;

/** Net seconds of a fault reported on 10 February 10:00 and restored a day later, unless told otherwise. */
async function seconds(
  spans: readonly Span[],
  fault: Readonly<Record<string, string | null>> = {},
): Promise<bigint | undefined> {
  const suspensions = spans.map(([startedAt, endedAt]) => ({ started_at: startedAt, ended_at: endedAt }));
  const data = { fault_reports: [{ taken_charge_at: null, ...fault }], suspensions };
  return onTables(data, async (engine) => {
    const net = netRepairSeconds({
      faults: sql.table("fault_reports"),
      suspensions: sql.table("suspensions"),
      rowId: "fault_id",
    });
    return (await sql<{ seconds: bigint }>`select seconds from ${net}`.execute(engine.db)).rows[0]?.seconds;
  });
}

/** Net days of an order, by default registered on 2 February 09:00 and completed on the 10th, 15:00: 8 days. */
async function days(
  spans: readonly Span[],
  order: Readonly<Record<string, string | null>> = {},
): Promise<bigint | undefined> {
  const suspensions = spans.map(([startedAt, endedAt]) => ({
    case_table: "activation_orders",
    case_id: "O1",
    started_at: startedAt,
    ended_at: endedAt,
  }));
  return onTables({ activation_orders: [order], suspensions }, async (engine) => {
    const tables = { orders: sql.table("activation_orders"), suspensions: sql.table("suspensions"), rowId: "order_id" };
    const net = netOrderDays(tables, (row) => orderStart("registered_at", row), { rome, near });
    return (await sql<{ days: bigint }>`select days from ${net}`.execute(engine.db)).rows[0]?.days;
  });
}

const day = 86_400;
const hour = 3600;

describe("seconds of a repair of 24 hours", () => {
  test.each<readonly [string, readonly Span[], number]>([
    ["one of two hours", [[february("10T12:00:00"), february("10T14:00:00")]], day - 2 * hour],
    [
      "two apart",
      [
        [february("10T12:00:00"), february("10T13:00:00")],
        [february("10T15:00:00"), february("10T16:00:00")],
      ],
      day - 2 * hour,
    ],
    [
      "two that overlap are merged",
      [
        [february("10T12:00:00"), february("10T20:00:00")],
        [february("10T18:00:00"), february("10T22:00:00")],
      ],
      day - 10 * hour,
    ],
    [
      "two that touch",
      [
        [february("10T12:00:00"), february("10T13:00:00")],
        [february("10T13:00:00"), february("10T14:00:00")],
      ],
      day - 2 * hour,
    ],
    [
      "one within another, and a third that overlaps the outer alone",
      [
        [february("10T12:00:00"), february("10T20:00:00")],
        [february("10T13:00:00"), february("10T14:00:00")],
        [february("10T19:00:00"), february("10T21:00:00")],
      ],
      day - 9 * hour,
    ],
    [
      "the same twice",
      [
        [february("10T12:00:00"), february("10T13:00:00")],
        [february("10T12:00:00"), february("10T13:00:00")],
      ],
      day - hour,
    ],
    ["cut at the report", [[february("09T10:00:00"), february("10T11:00:00")]], day - hour],
    ["cut at the restoration", [[february("11T09:00:00"), february("15T09:00:00")]], day - hour],
    ["without an end: until the restoration", [[february("11T07:00:00"), null]], day - 3 * hour],
    ["all of the case", [[february("01T00:00:00"), null]], 0],
    ["before the case", [[february("01T00:00:00"), february("10T10:00:00")]], day],
    ["after the case", [[february("11T10:00:00"), february("12T10:00:00")]], day],
    ["after the case and without an end", [[february("12T10:00:00"), null]], day],
    ["of no length", [[february("10T12:00:00"), february("10T12:00:00")]], day],
    [
      "outside, and one within",
      [
        [february("01T00:00:00"), february("02T00:00:00")],
        [february("10T12:00:00"), february("10T13:00:00")],
      ],
      day - hour,
    ],
  ])("%s", async (_, spans, expected) => expect(await seconds(spans)).toBe(BigInt(expected)));

  test("rows replace the case's own column, even where all of them lie outside the case", async () => {
    expect(await seconds([], { suspended_seconds: "500" })).toBe(BigInt(day - 500));
    expect(await seconds([[february("10T12:00:00"), february("10T12:00:10")]], { suspended_seconds: "500" })).toBe(
      BigInt(day - 10),
    );
    expect(await seconds([[february("01T00:00:00"), february("02T00:00:00")]], { suspended_seconds: "500" })).toBe(
      BigInt(day),
    );
  });

  test("fractions: the time elapsed and the sum of the suspended parts are each cut to whole seconds", async () => {
    const fault = { reported_at: february("10T10:00:00.4"), restored_at: february("10T10:00:10.3") };
    // 9,9 s elapsed are 9; 0,6 + 0,6 = 1,2 s suspended are 1.
    const parts: readonly Span[] = [
      [february("10T10:00:01"), february("10T10:00:01.6")],
      [february("10T10:00:03"), february("10T10:00:03.6")],
    ];
    expect(await seconds([], fault)).toBe(9n);
    expect(await seconds(parts, fault)).toBe(8n);
  });

  test("real time also in the night of spring's change: from 00:00 to 04:00 of the clock are 3 hours", async () => {
    const fault = { reported_at: "2026-03-28T12:00:00+01:00", restored_at: "2026-03-29T12:00:00+02:00" };
    expect(await seconds([["2026-03-29T00:00:00+01:00", "2026-03-29T04:00:00+02:00"]], fault)).toBe(BigInt(20 * hour));
  });
});

describe("whole Rome days of an order of 8 days", () => {
  test.each<readonly [string, readonly Span[], number]>([
    ["from midnight to midnight: the 4th and the 5th", [[february("04T00:00:00"), february("06T00:00:00")]], 6],
    ["a second short of a day is none", [[february("04T00:00:01"), february("05T00:00:00")]], 8],
    ["nor a microsecond", [[february("04T00:00:00.000001"), february("05T00:00:00")]], 8],
    ["nor the one to midnight", [[february("04T00:00:00"), february("04T23:59:59.999999")]], 8],
    ["from noon to noon three days later: two", [[february("04T12:00:00"), february("07T12:00:00")]], 6],
    [
      "two half-days that touch make one",
      [
        [february("04T00:00:00"), february("04T12:00:00")],
        [february("04T12:00:00"), february("05T00:00:00")],
      ],
      7,
    ],
    [
      "two that overlap count each day once",
      [
        [february("04T00:00:00"), february("06T00:00:00")],
        [february("05T00:00:00"), february("07T00:00:00")],
      ],
      5,
    ],
    [
      "cut at the start of the clock: the 2nd is not covered from its midnight",
      [[february("01T00:00:00"), february("04T00:00:00")]],
      7,
    ],
    ["cut at completion: the 10th is not covered to its end", [[february("09T00:00:00"), february("12T00:00:00")]], 7],
    ["without an end", [[february("08T00:00:00"), null]], 6],
    ["outside the case", [[february("11T00:00:00"), february("20T00:00:00")]], 8],
    ["midnight in Rome is 23:00 UTC", [["2026-02-03T23:00:00Z", "2026-02-04T23:00:00Z"]], 7],
    ["midnight in UTC is not", [["2026-02-04T00:00:00Z", "2026-02-05T00:00:00Z"]], 8],
  ])("%s", async (_, spans, expected) => expect(await days(spans)).toBe(BigInt(expected)));

  test("the days of the two changes are whole with 23 and with 25 hours", async () => {
    const spring = {
      registered_at: "2026-03-27T09:00:00+01:00",
      completed_at: "2026-03-31T09:00:00+02:00",
      agreed_on: null,
    };
    expect(await days([["2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"]], spring)).toBe(3n);
    expect(await days([["2026-03-29T00:00:01+01:00", "2026-03-30T00:00:00+02:00"]], spring)).toBe(4n);
    const autumn = {
      registered_at: "2026-10-23T09:00:00+02:00",
      completed_at: "2026-10-27T09:00:00+01:00",
      agreed_on: null,
    };
    expect(await days([["2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"]], autumn)).toBe(3n);
    expect(await days([["2026-10-25T00:00:00+02:00", "2026-10-25T23:00:00+01:00"]], autumn)).toBe(4n);
  });
});
