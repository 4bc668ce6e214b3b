/** Calls to the desks and to the services by operator, and the versions of the IVR trees they go through. */
import type { Random } from "./random.ts";
import { createRhythm, hours, type Rhythm } from "./rhythm.ts";
import { romeMidnightOf } from "./rome-calendar.ts";
import { countOf, type Draft, idOf, type Sample } from "./sample.ts";

/** Waits on both sides of the limits of 10 and 20 seconds, for the pinned calls. */
const waitsAtLimits = [9_999, 10_000, 10_001, 19_999, 20_000, 20_001];

const hangUpMs = [
  [0, 300],
  [300, 8_000],
  [700, 45_000],
  [1000, 400_000],
] as const;
/** What a caller takes beyond the shortest path to a human. */
const detourMs = [
  [0, 0],
  [600, 9_000],
  [1000, 60_000],
] as const;

export function* contactCalls(sample: Sample): Iterable<Draft> {
  const { calls, callWeekdays: weekdays, callSeason: season } = sample.parameters;
  const inPeriod = countOf(sample, calls);
  const rhythm = createRhythm(sample, { inPeriod, weekdays, season, hours: hours.openingHours });
  for (let index = 0; index < rhythm.rows; index += 1) yield { values: callAt(sample, rhythm, index) };
}

function callAt(sample: Sample, rhythm: Rhythm, index: number) {
  const { parameters, preset } = sample;
  const random = sample.random("contact_calls", index);
  const pinned = rhythm.isPinned(index);
  const outOfHours = !pinned && random.perMille(parameters.outOfHoursCalls);
  const received_at = rhythm.at(index, random, outOfHours ? hours.closingHours : hours.openingHours);
  const byOperator = !pinned && random.perMille(parameters.operatorServiceCalls);
  const desk = random.pick(preset.desks);
  const call = {
    call_id: idOf(sample, "C", index),
    number: byOperator ? preset.operatorServiceNumber : desk.number,
    purpose: byOperator ? "operator_service" : desk.purpose,
    kind: byOperator ? "operator_service" : "customer_care",
    received_at,
    agent_available: outOfHours ? 0 : random.perMille(50) ? null : 1,
  };
  if (outOfHours || (!pinned && random.perMille(parameters.neverChoseCalls))) {
    return { ...call, ivr_ms: null, wait_ms: null, answered: 0 };
  }
  const changed = received_at >= ivrChangeAt(sample);
  const ivr_ms = byOperator ? 0 : desk.operatorOptionMs[changed ? 1 : 0] + random.draw(detourMs);
  const waitMs = byOperator ? preset.operatorServiceWaitMs : desk.waitMs;
  const limit = pinned ? waitsAtLimits[index % waitsAtLimits.length] : undefined;
  if (limit !== undefined) return { ...call, ivr_ms, wait_ms: limit, answered: 1 };
  return { ...call, ivr_ms, ...waitOf(random, waitMs, parameters.abandonedCalls) };
}

function waitOf(random: Random, waitMs: Parameters<Random["draw"]>[0], abandonedCalls: number) {
  const abandoned = random.perMille(abandonedCalls);
  return { wait_ms: random.draw(abandoned ? hangUpMs : waitMs), answered: abandoned ? 0 : 1 };
}

function ivrChangeAt(sample: Sample): number {
  return romeMidnightOf(sample.startAt, sample.parameters.ivrChangeDay);
}

/** For every number and purpose a tree of before the period, one until the change, and one from then on. */
export function* ivrTrees(sample: Sample): Iterable<Draft> {
  const changeAt = ivrChangeAt(sample);
  const monthBefore = romeMidnightOf(sample.startAt, -30);
  for (const [desk] of sample.preset.desks) {
    const { number, purpose } = desk;
    const [operatorBefore, operatorAfter] = desk.operatorOptionMs;
    const [complaintBefore, complaintAfter] = desk.complaintOptionMs;
    const tree = (from: number, to: number | null, operator: number, complaint: number): Draft => ({
      values: {
        number,
        purpose,
        valid_from: from,
        valid_to: to,
        operator_option_ms: operator,
        complaint_option_ms: complaint,
      },
    });
    yield tree(romeMidnightOf(sample.startAt, -400), monthBefore, operatorBefore + 9_000, complaintBefore + 9_000);
    yield tree(monthBefore, changeAt, operatorBefore, complaintBefore);
    yield tree(changeAt, null, operatorAfter, complaintAfter);
  }
}
