import { describe, expect, test } from "vitest";
import type { ExceptedOutages } from "../../../reports/own-commitments.ts";
import type { Row } from "../corpus.ts";
import { measuredOn } from "./rows-of.ts";

const excepted: ExceptedOutages = { planned: true, causes: ["forza maggiore"] };
// 181 days of 24 hours, less the hour of spring.
const period = 181 * 86_400 - 3600;

const at = (hour: number) => `2026-02-10T${String(hour).padStart(2, "0")}:00:00+01:00`;
const span = (from: string, to: string | null, more: Row = {}): Row => ({ started_at: from, ended_at: to, ...more });

async function measured(rows: readonly Row[], settings: ExceptedOutages = excepted) {
  const service_outages = rows.map((row, i) => ({ outage_id: `U${i}`, ...row }));
  const { facts, classes } = await measuredOn(
    { service_outages },
    { population: "service-outages", settings: { service: "internet", excepted: settings } },
  );
  expect(facts["period-seconds"]).toBe(`${period}`);
  return {
    outages: Number(facts.outages),
    down: period - Number(facts["up-seconds"]),
    classes: classes.service_outages,
  };
}

describe("what interruptions leave of the period", () => {
  test.each<readonly [string, readonly Row[], number, number]>([
    ["none", [], 0, 0],
    ["one of two hours", [span(at(10), at(12))], 1, 7200],
    ["two apart", [span(at(10), at(12)), span(at(14), at(15))], 2, 10_800],
    ["two that touch", [span(at(10), at(12)), span(at(12), at(13))], 2, 10_800],
    ["two that overlap", [span(at(10), at(12)), span(at(11), at(13))], 2, 10_800],
    ["the same twice", [span(at(10), at(12)), span(at(10), at(12))], 2, 7200],
    ["one within another", [span(at(10), at(20)), span(at(11), at(12))], 2, 36_000],
    ["cut at the start", [span("2025-12-31T20:00:00+01:00", "2026-01-01T01:00:00+01:00")], 1, 3600],
    ["cut at the end", [span("2026-06-30T22:00:00+02:00", "2026-07-02T00:00:00+02:00")], 1, 7200],
    ["still open", [span("2026-06-30T22:00:00+02:00", null)], 1, 7200],
    ["open before the period", [span("2025-06-30T22:00:00+02:00", null)], 1, period],
    ["over the night of spring", [span("2026-03-29T00:00:00+01:00", "2026-03-29T04:00:00+02:00")], 1, 10_800],
    ["a second", [span("2026-02-10T10:00:00+01:00", "2026-02-10T10:00:01+01:00")], 1, 1],
  ])("%s", async (_, rows, outages, down) => {
    expect(await measured(rows)).toMatchObject({ outages, down });
  });

  test("what ends as the period begins, or begins as it ends, is outside", async () => {
    const rows = [
      span("2025-12-31T20:00:00+01:00", "2026-01-01T00:00:00+01:00"),
      span("2026-07-01T00:00:00+02:00", null),
      span(at(10), at(11)),
    ];
    expect(await measured(rows)).toEqual({ outages: 1, down: 3600, classes: { outside: 2, counted: 1 } });
  });
});

describe("what the charter makes no promise about", () => {
  const rows = [
    span(at(10), at(12)),
    span(at(14), at(15), { planned: "1" }),
    span(at(16), at(18), { cause: "forza maggiore" }),
    span(at(16), at(17), { cause: "forza maggiore", planned: "1" }),
    span(at(1), at(9), { service: "voice" }),
  ];

  test.each<readonly [string, ExceptedOutages, number, Readonly<Record<string, number>>]>([
    ["both", excepted, 2, { counted: 1, planned: 2, "excepted-cause": 1, "no-concern": 1 }],
    ["planned ones", { planned: true, causes: [] }, 4, { counted: 2, planned: 2, "no-concern": 1 }],
    ["a cause", { ...excepted, planned: false }, 3, { counted: 2, "excepted-cause": 2, "no-concern": 1 }],
    ["nothing", { planned: false, causes: [] }, 5, { counted: 4, "no-concern": 1 }],
  ])("%s", async (_, settings, hours, classes) => {
    expect(await measured(rows, settings)).toEqual({ outages: classes.counted, down: hours * 3600, classes });
  });

  test("a fault within announced maintenance counts whole", async () => {
    const within = [span(at(10), at(14), { planned: "1" }), span(at(11), at(12))];
    expect(await measured(within)).toMatchObject({ outages: 1, down: 3600 });
  });
});
