/** When things happen: weights of the days by weekday and month, and of the hours within a day. */
import type { Curve, Random } from "./random.ts";
import { romeMidnightOf, romeMonth, romeWeekday, secondMs } from "./rome-calendar.ts";
import type { Sample } from "./sample.ts";

export interface Rhythm {
  /** Rows in all, the pinned and those outside the period included. */
  readonly rows: number;
  /** The instant of row `index`; the first rows are pinned. `hours` are its own where not all rows keep the same. */
  at(index: number, random: Random, hours?: Curve): number;
  isPinned(index: number): boolean;
}

export interface RhythmShape {
  /** Rows that shall fall within the period. */
  readonly inPeriod: number;
  readonly weekdays?: readonly number[];
  readonly season?: readonly number[];
  /** Seconds since midnight by their quantiles. */
  readonly hours: Curve;
}

const allDay: Curve = [
  [0, 0],
  [1000, 86_399],
];
const dayTime: Curve = [
  [0, 0],
  [30, 7 * 3600],
  [250, 10 * 3600],
  [600, 15 * 3600],
  [850, 19 * 3600],
  [970, 22 * 3600],
  [1000, 86_399],
];
const officeHours: Curve = [
  [0, 8 * 3600],
  [500, 12 * 3600],
  [1000, 18 * 3600],
];
const openingHours: Curve = [
  [0, 8 * 3600],
  [400, 11 * 3600],
  [1000, 20 * 3600 - 1],
];
const closingHours: Curve = [
  [0, 20 * 3600],
  [1000, 32 * 3600 - 1],
];
export const hours = { allDay, dayTime, officeHours, openingHours, closingHours };

/** Rows spread over the period and its margins in order of time, as the weights say, after the pinned ones. */
export function createRhythm(sample: Sample, shape: RhythmShape): Rhythm {
  const { pins, parameters } = sample;
  const days: number[] = [];
  const weightBefore: number[] = [];
  let weight = 0;
  let weightInside = 0;
  const last = romeMidnightOf(sample.endAt, parameters.marginDays);
  for (let day = romeMidnightOf(sample.startAt, -parameters.marginDays); day < last; day = romeMidnightOf(day, 1)) {
    days.push(day);
    weightBefore.push(weight);
    const dayWeight = (shape.weekdays?.[romeWeekday(day)] ?? 100) * (shape.season?.[romeMonth(day) - 1] ?? 100);
    weight += dayWeight;
    if (day >= sample.startAt && day < sample.endAt) weightInside += dayWeight;
  }
  const spread = weightInside === 0 ? 0 : Math.ceil((shape.inPeriod * weight) / weightInside);

  return {
    rows: pins.length + spread,
    isPinned: (index) => index < pins.length,
    at: (index, random, ownHours = shape.hours) => {
      const pinned = pins[index];
      if (pinned !== undefined) return pinned;
      const position = Math.floor(((index - pins.length) * weight + random.below(weight)) / spread);
      const day = days[dayAt(weightBefore, position)] ?? sample.startAt;
      const fraction = random.perMille(parameters.fractionShare) ? random.below(secondMs) : 0;
      const instant = day + random.draw(ownHours) * secondMs + fraction;
      // A day of 23 hours ends sooner than its curve; the hours after closing may run on into the next morning.
      return ownHours === closingHours ? instant : Math.min(instant, romeMidnightOf(day, 1) - 1);
    },
  };
}

/** The last day before which no more than `position` of the weight lies. */
function dayAt(weightBefore: readonly number[], position: number): number {
  let low = 0;
  let high = weightBefore.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((weightBefore[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** An hour of the working day `days` later (or earlier), never before `earliest`. */
export function officeTime(random: Random, from: number, days: number, earliest = from): number {
  const at = romeMidnightOf(from, days) + random.draw(officeHours) * secondMs;
  return Math.max(at, earliest);
}
