/** Intervals in which a case's clock stood still, for the orders and the faults that have them. */
import { suspendedFaults } from "./faults.ts";
import { suspendedOrders } from "./orders.ts";
import type { Random } from "./random.ts";
import { dayMs, hourMs, romeMidnightOf, secondMs } from "./rome-calendar.ts";
import type { Draft, Sample } from "./sample.ts";

export interface SuspendedCase {
  readonly table: "activation_orders" | "fault_reports";
  readonly id: string;
  readonly beganAt: number;
  readonly doneAt: number;
  /** Orders: whole Rome days the clock stood still. */
  readonly days?: number;
  /** Faults: milliseconds the clock stood still. */
  readonly elapsedMs?: number;
  /** The name of the case's own stream of chance. */
  readonly random: string;
}

type Interval = readonly [startedAt: number, endedAt: number | null];

const evidence = [
  ["verbale di mancato appuntamento", 3],
  ["e-mail del cliente, protocollata", 2],
  [null, 2],
] as const;

export function* suspensions(sample: Sample): Iterable<Draft> {
  for (const cases of [suspendedOrders(sample), suspendedFaults(sample)]) {
    for (const one of cases) {
      const random = sample.random(one.random, 0);
      const overlaps = random.perMille(sample.parameters.overlappingSuspensions);
      const reason = random.perMille(700) ? "customer" : "premises";
      for (const [started_at, ended_at] of intervalsOf(one, random, overlaps)) {
        const written = { evidence: random.pick<string | null>(evidence) };
        yield { values: { case_table: one.table, case_id: one.id, started_at, ended_at, reason, ...written } };
      }
    }
  }
}

function intervalsOf(one: SuspendedCase, random: Random, overlaps: boolean): readonly Interval[] {
  return one.days === undefined
    ? faultIntervals(one, one.elapsedMs ?? 0, random, overlaps)
    : orderIntervals(one, one.days, random, overlaps);
}

/** From the afternoon of the first day to the morning after so many whole days. */
function orderIntervals(one: SuspendedCase, days: number, random: Random, overlaps: boolean): readonly Interval[] {
  const from = Math.max(one.beganAt, romeMidnightOf(one.beganAt) + 15 * hourMs);
  const until = romeMidnightOf(one.beganAt, days + 1) + 10 * hourMs;
  if (!overlaps) return [[from, until]];
  const middle = romeMidnightOf(one.beganAt, 1) + 11 * hourMs;
  const overlapping: Interval[] = [
    [from, middle],
    [middle - 2 * hourMs, until],
  ];
  // The last of them outlives the case, or has no end: it is cut at the case's own and covers no whole day.
  if (random.perMille(300)) overlapping.push([one.doneAt - hourMs, one.doneAt + 2 * dayMs]);
  else if (random.perMille(200)) overlapping.push([one.doneAt - hourMs, null]);
  return overlapping;
}

function faultIntervals(one: SuspendedCase, elapsedMs: number, random: Random, overlaps: boolean): readonly Interval[] {
  const slackMs = one.doneAt - one.beganAt - elapsedMs;
  const from = one.beganAt + random.below(Math.max(1, Math.floor(slackMs / secondMs))) * secondMs;
  if (!overlaps) return [[from, from + elapsedMs]];
  if (random.perMille(300)) return [[one.doneAt - elapsedMs, one.doneAt + 3 * hourMs]];
  if (random.perMille(200)) return [[one.doneAt - elapsedMs, null]];
  const thirdMs = Math.floor(elapsedMs / 3);
  return [
    [from, from + 2 * thirdMs],
    [from + thirdMs, from + elapsedMs],
  ];
}
