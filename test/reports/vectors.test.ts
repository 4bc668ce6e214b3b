/** The worked cases of the rules, each on the code that publishes: percentiles on histograms, the rest from rows. */
import { describe, expect, test } from "vitest";
import { actOf } from "../../reports/acts/index.ts";
import { distribution, mergeDistributions, percentile, percentileRank } from "../../reports/distribution.ts";
import type { Measured } from "../../reports/measure.ts";
import { rational } from "../../reports/rational.ts";
import { judge, judgedComparator } from "../../reports/verdict.ts";
import { figureOn } from "../sql/measured-figure.ts";

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const of = (values: readonly number[]) => distribution(values.map((value) => [value, 1]));

describe("percentiles by nearest rank", () => {
  test.each([
    { p: 95, values: range(1, 20), expected: 19, why: "95 x 20 / 100 = 19" },
    { p: 95, values: range(1, 21), expected: 20, why: "95 x 21 / 100 = 19,95, up to 20" },
    { p: 99, values: range(1, 100), expected: 99, why: "99 x 100 / 100 = 99" },
    { p: 99, values: range(1, 99), expected: 99, why: "99 x 99 / 100 = 98,01, up to 99" },
    { p: 80, values: range(1, 5), expected: 4, why: "80 x 5 / 100 = 4" },
    { p: 95, values: [7], expected: 7, why: "95 x 1 / 100 = 0,95, up to 1" },
  ])("P$p of $values.length cases is $expected: $why", ({ p, values, expected }) => {
    expect(percentile(of(values), p)).toBe(expected);
  });

  test("P99 of 99 cases and P95 of one are the last case, which a note must say", () => {
    expect(percentileRank(99, 99n)).toBe(99n);
    expect(percentileRank(95, 1n)).toBe(1n);
  });

  test("P95 of the halves is 10 and 20, of the year 19 and not their mean 15", () => {
    const [first, second] = [of(range(1, 10)), of(range(11, 20))];
    expect(percentile(first, 95)).toBe(10);
    expect(percentile(second, 95)).toBe(20);
    expect(percentile(mergeDistributions(first, second), 95)).toBe(19);
  });
});

describe("rows to figures", () => {
  test("41 faults on 1000, 1010, ... 1050 lines: mean 6150 / 6 = 1025, rate 41 / 1025 = 4,00 %", async () => {
    const months = ["01", "02", "03", "04", "05", "06"];
    const lines = months.map((month, i) => ({ month: `2024-${month}`, lines: `${1000 + 10 * i}` }));
    const faults = range(1, 41).map((n) => ({
      fault_id: `F${n}`,
      reported_at: "2024-03-05T10:00:00+01:00",
      restored_at: null,
    }));
    const name = { act: "131-06-csp", indicator: "fault-rate", measure: "ratio", year: 2024, half: 1 } as const;
    const figure = await figureOn({ fault_reports: faults, access_lines: lines }, name);
    expect(figure).toEqual({ value: "4.00", exact: "4", cases: 41 });
  });

  test("a tree of 25 s for 100 of the 182 days of 1H 2024 and one of 40 s for 82: 31,76 s", async () => {
    const trees = [
      { valid_from: "2023-06-01T00:00:00+02:00", valid_to: "2024-04-10T00:00:00+02:00", complaint_option_ms: "25000" },
      { valid_from: "2024-04-10T00:00:00+02:00", valid_to: null, complaint_option_ms: "40000" },
    ];
    const name = {
      act: "79-09-csp",
      indicator: "ivr-navigation",
      measure: "weighted-mean",
      year: 2024,
      half: 1,
    } as const;
    const figure = await figureOn({ ivr_trees: trees }, name);
    // In days (25 x 100 + 40 x 82) / 182 = 31,7582...; in real seconds the 100 days hold the change of spring, 2399 hours,
    // and 82 x 24 = 1968 hours follow: (25 x 2399 + 40 x 1968) / 4367 = 138695 / 4367 = 31,7598...
    expect(figure).toEqual({ value: "31.76", exact: "138695/4367", cases: 2 });
  });

  const repair = { act: "131-06-csp", indicator: "repair-time", measure: "mean", year: 2024, half: 1 } as const;

  test("a repair over the night of spring's change takes 12 h of the clock and 11 h of time", async () => {
    const fault = {
      reported_at: "2024-03-30T22:00:00+01:00",
      restored_at: "2024-03-31T10:00:00+02:00",
      taken_charge_at: null,
    };
    expect(await figureOn({ fault_reports: [fault] }, repair)).toEqual({ value: "11.00", exact: "11", cases: 1 });
  });

  test("a repair over the night of autumn's change takes 12 h of the clock and 13 h of time", async () => {
    const fault = {
      reported_at: "2024-10-26T22:00:00+02:00",
      restored_at: "2024-10-27T10:00:00+01:00",
      taken_charge_at: null,
    };
    const figure = await figureOn({ fault_reports: [fault] }, { ...repair, half: 2 });
    expect(figure).toEqual({ value: "13.00", exact: "13", cases: 1 });
  });

  const activation = { act: "131-06-csp", indicator: "activation-time", measure: "p95", year: 2024, half: 2 } as const;
  const order = {
    registered_at: "2024-06-28T23:50:00+02:00",
    completed_at: "2024-07-02T00:10:00+02:00",
    ordered_at: null,
  };

  test("an order of 28 June 23:50 completed on 2 July 00:10 took 4 days and belongs to the second half", async () => {
    expect(await figureOn({ activation_orders: [order] }, activation)).toEqual({ value: "4", exact: "4", cases: 1 });
    const before = await figureOn({ activation_orders: [order] }, { ...activation, half: 1 });
    expect(before).toEqual({ value: null, exact: null, cases: 0 });
  });

  test("a fault reported at 22:30 UTC of 30 June was reported on 1 July in Rome: second half", async () => {
    const fault = { reported_at: "2024-06-30T22:30:00Z", restored_at: null, taken_charge_at: null };
    const lines = range(1, 12).map((month) => ({ month: `2024-${String(month).padStart(2, "0")}`, lines: "100" }));
    const rate = { act: "131-06-csp", indicator: "fault-rate", measure: "ratio", year: 2024 } as const;
    const data = { fault_reports: [fault], access_lines: lines };
    expect(await figureOn(data, { ...rate, half: 2 })).toEqual({ value: "1.00", exact: "1", cases: 1 });
    expect(await figureOn(data, { ...rate, half: 1 })).toEqual({ value: "0.00", exact: "0", cases: 0 });
  });

  test("24 h with suspensions 12-20 and 18-22, merged to 10 h: 14,00 h net", async () => {
    const fault = {
      reported_at: "2024-02-10T10:00:00+01:00",
      restored_at: "2024-02-11T10:00:00+01:00",
      taken_charge_at: null,
    };
    const suspensions = [
      { started_at: "2024-02-10T12:00:00+01:00", ended_at: "2024-02-10T20:00:00+01:00" },
      { started_at: "2024-02-10T18:00:00+01:00", ended_at: "2024-02-10T22:00:00+01:00" },
    ];
    expect((await figureOn({ fault_reports: [fault] }, repair)).value).toBe("24.00");
    const net = await figureOn({ fault_reports: [fault], suspensions }, repair);
    expect(net).toEqual({ value: "14.00", exact: "14", cases: 1 });
  });

  test("answers after 19.9, 20.0 and 20.1 s and one abandoned: under 79/09 one of four is under 20 s, 25 %", async () => {
    const calls = [
      { call_id: "C1", wait_ms: "19900" },
      { call_id: "C2", wait_ms: "20000" },
      { call_id: "C3", wait_ms: "20100" },
      { call_id: "C4", wait_ms: "5000", answered: "0" },
    ].map((call) => ({ received_at: "2024-02-10T10:00:00+01:00", ...call }));
    const name = { act: "79-09-csp", indicator: "agent-answer", measure: "within-limit", year: 2024, half: 1 } as const;
    expect(await figureOn({ contact_calls: calls }, name)).toEqual({ value: "25.00", exact: "25", cases: 4 });
  });
});

test("Cielo 3.4.3: a target 'inferiore al 82 %' of answers in time is judged by direction, so 90 % meets it, with a conflict to print", () => {
  const within = actOf("79-09-csp")?.indicators[1]?.measures.find(({ id }) => id === "within-limit");
  if (within === undefined) throw new Error("79/09 has no within-limit");
  const { comparator, conflict } = judgedComparator(within, "<");
  expect({ comparator, conflict }).toEqual({ comparator: ">=", conflict: true });
  const ninety: Measured = {
    cases: 10,
    exact: rational(90),
    squared: false,
    numerator: rational(9),
    denominator: rational(10),
  };
  expect(judge(within, ninety, rational(82), comparator).outcome).toBe("met");
});
