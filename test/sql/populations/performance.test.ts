import { describe, expect, test } from "vitest";
import { compiledOf, measuredOn } from "./rows-of.ts";

const outside = [{ tested_at: "2026-07-01T00:00:00+02:00" }, { tested_at: "2025-12-31T22:59:59.999Z" }];
const tests = <T extends object>(rows: readonly T[]) =>
  [...rows, ...outside].map((row, i) => ({ test_id: `T${i}`, ...row }));

test("transfer tests: the speed of those that did not fail, and how many failed of all", async () => {
  const rows = tests([
    {},
    { kbit_s: "3600" },
    { kbit_s: null, failed: "1" },
    { kbit_s: "100", failed: "1" },
    { kbit_s: null },
  ]);
  const { classes, facts, excluded } = await measuredOn(
    { throughput_tests: rows },
    { population: "throughput-tests", settings: {} },
  );
  expect(classes.throughput_tests).toEqual({ counted: 5, outside: 2 });
  expect(facts).toEqual({ speed: { 3500: 1, 3600: 1 }, tests: "5", failed: "2" });
  expect(excluded).toEqual({ "throughput_tests failed": 2 });
});

test("a profile is matched as text, so that 4000 and 40000 are two", async () => {
  const rows = tests([{}, { profile: "40000" }, { profile: "04000" }]);
  const { facts } = await measuredOn(
    { throughput_tests: rows },
    { population: "throughput-tests", settings: {}, only: { profile: "4000" } },
  );
  expect(facts.tests).toBe("2");
});

test("round trips in microseconds", async () => {
  const { classes, facts } = await measuredOn(
    { delay_tests: tests([{}, {}, { delay_us: "0" }]) },
    { population: "delay-tests", settings: {} },
  );
  expect(classes.delay_tests).toEqual({ counted: 3, outside: 2 });
  expect(facts).toEqual({ delay: { 0: 1, 35000: 2 } });
});

test("packets: the sum of the lost over the sum of the sent, not a mean of shares", async () => {
  const rows = tests([{}, { packets_sent: "10", packets_lost: "10" }]);
  const { facts } = await measuredOn({ packet_tests: rows }, { population: "packet-tests", settings: {} });
  expect(facts).toEqual({ sent: "1010", lost: "12", tests: "2" });
});

describe("outages of dial-up access", () => {
  const asked = { population: "dialup-outages", settings: {} } as const;
  const at = (hour: number, day = "10") => `2026-02-${day}T${String(hour).padStart(2, "0")}:00:00+01:00`;
  // 181 days of 24 hours, less the hour of spring.
  const period = `${181 * 86_400 - 3600}`;
  const measured = async (spans: readonly (readonly [string, string])[]) =>
    measuredOn(
      { dialup_outages: spans.map(([start, end], i) => ({ outage_id: `U${i}`, started_at: start, ended_at: end })) },
      asked,
    );

  test.each([
    ["none", [], 0, 0],
    ["one of two hours", [[at(10), at(12)]], 1, 2],
    [
      "two apart",
      [
        [at(10), at(12)],
        [at(14), at(15)],
      ],
      2,
      3,
    ],
    [
      "two that touch",
      [
        [at(10), at(12)],
        [at(12), at(13)],
      ],
      2,
      3,
    ],
    [
      "two that overlap",
      [
        [at(10), at(12)],
        [at(11), at(13)],
      ],
      2,
      3,
    ],
    [
      "one within another, and a third that overlaps the first alone",
      [
        [at(10), at(20)],
        [at(11), at(12)],
        [at(19), at(21)],
      ],
      3,
      11,
    ],
    [
      "the same twice",
      [
        [at(10), at(12)],
        [at(10), at(12)],
      ],
      2,
      2,
    ],
    ["one of no length", [[at(10), at(10)]], 1, 0],
    ["cut at the start of the period", [["2025-12-31T20:00:00+01:00", "2026-01-01T01:00:00+01:00"]], 1, 1],
    ["cut at its end", [["2026-06-30T22:00:00+02:00", "2026-07-02T00:00:00+02:00"]], 1, 2],
    ["over the night of spring's change", [["2026-03-29T00:00:00+01:00", "2026-03-29T04:00:00+02:00"]], 1, 3],
    ["all of the period", [["2025-01-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00"]], 1, 181 * 24 - 1],
  ] as const)("%s", async (_, spans, outages, hours) => {
    const { facts } = await measured(spans);
    expect(facts).toEqual({ outages: `${outages}`, "outage-seconds": `${hours * 3600}`, "period-seconds": period });
  });

  test("what ends as the period begins or begins as it ends is outside, and adds nothing", async () => {
    const before = ["2025-12-31T20:00:00+01:00", "2026-01-01T00:00:00+01:00"] as const;
    const after = ["2026-07-01T00:00:00+02:00", "2026-07-01T01:00:00+02:00"] as const;
    const { classes, facts } = await measured([before, after, [at(10), at(11)]]);
    expect(classes.dialup_outages).toEqual({ outside: 2, counted: 1 });
    expect(facts["outage-seconds"]).toBe("3600");
  });

  test("fractions of a second are dropped from the sum and not from each", async () => {
    const halves = [0, 10].map(
      (second) => [`2026-02-10T10:00:${second || "00"}.0Z`, `2026-02-10T10:00:${second || "00"}.5Z`] as const,
    );
    expect((await measured(halves)).facts["outage-seconds"]).toBe("1");
  });

  test("the query merges by what was covered before, in an order that ties cannot change", async () => {
    const [query] = await compiledOf(asked);
    expect(query?.sql).toContain(
      "order by c.from_us, c.to_us, c.outage_id rows between unbounded preceding and 1 preceding",
    );
  });
});
