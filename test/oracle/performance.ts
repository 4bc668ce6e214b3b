import { secondMicros } from "./clock.ts";
import type { Data, Indicator } from "./indicator.ts";
import { deviation, fraction, mean, nothing, type Outcome, percent, percentile, total } from "./outcome.ts";
import { holds, mergeWithin, overlaps } from "./period.ts";
import { lengthMicros } from "./quantities.ts";
import { quantity, type Row, words } from "./rows.ts";
import { dimensionsOf, inScope, type Scope, scopesOf } from "./scope.ts";

const act = "244-08-csp";

/** The performance of 244/08: speeds in kbit/s, delays in ms, losses and dial-up unavailability in %. */
export function performanceIndicators(data: Data): Indicator[] {
  const tests = tested(data, "throughput_tests");
  const delays = tested(data, "delay_tests");
  const packets = tested(data, "packet_tests");
  const speeds = (scope: Scope) =>
    column(
      tests.filter((row) => words(row, "failed") === "0"),
      "kbit_s",
      scope,
    );
  const micros = (scope: Scope) => column(delays, "delay_us", scope);
  return [
    {
      act,
      indicator: "dialup-unavailability",
      service: "internet",
      restsOn: "dialup",
      scopes: [{}],
      measures: { ratio: (scope) => unavailability(data, scope) },
    },
    {
      act,
      indicator: "throughput",
      service: "internet",
      scopes: scopesOf(tests, ["profile", "direction"]),
      measures: {
        p5: (scope) => percentile(speeds(scope), 5, 1n, 0),
        p95: (scope) => percentile(speeds(scope), 95, 1n, 0),
        mean: (scope) => mean(speeds(scope), 1n, 0),
        stddev: (scope) => deviation(speeds(scope), 1n, 0),
        failed: (scope) => {
          const all = tests.filter((row) => inScope(row, scope));
          return percent(all.filter((row) => words(row, "failed") === "1").length, all.length);
        },
      },
    },
    {
      act,
      indicator: "delay",
      service: "internet",
      scopes: scopesOf(delays, ["profile"]),
      measures: {
        p95: (scope) => percentile(micros(scope), 95, 1000n, 2),
        mean: (scope) => mean(micros(scope), 1000n, 2),
        stddev: (scope) => deviation(micros(scope), 1000n, 2),
      },
    },
    {
      act,
      indicator: "packet-loss",
      service: "internet",
      scopes: scopesOf(packets, ["profile"]),
      measures: {
        ratio: (scope) => {
          const [lost, sent] = [column(packets, "packets_lost", scope), column(packets, "packets_sent", scope)];
          return percent(total(lost), total(sent), sent.length);
        },
      },
    },
  ];
}

function tested(data: Data, table: string): Row[] {
  return data.rows(table).filter((row) => holds(data.period, quantity(row, "tested_at")));
}

function column(rows: readonly Row[], name: string, scope: Scope): bigint[] {
  return rows
    .filter((row) => inScope(row, scope))
    .map((row) => quantity(row, name))
    .filter((value) => value !== null);
}

/** Whole seconds of the merged outages / real seconds of the period; its cases are the outages before merging. */
function unavailability(data: Data, scope: Scope): Outcome {
  const { period } = data;
  if (!data.has("dialup_outages") || dimensionsOf(scope).length > 0) return nothing();
  const outages = data
    .rows("dialup_outages")
    .map((row) => ({ start: quantity(row, "started_at") ?? period.end, end: quantity(row, "ended_at") }))
    .filter(({ start, end }) => overlaps(period, start, end));
  const seconds = lengthMicros(mergeWithin(period, outages)) / secondMicros;
  return fraction(100n * seconds, period.seconds, 2, outages.length);
}
