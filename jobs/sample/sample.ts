/** What every generator of a table works from: the parameters, the operator's shape, the period, and chance. */
import type { TableName } from "../../sql/tables.ts";
import { type CompleteParameters, completeParameters, type SampleParameters } from "./parameters.ts";
import { type OperatorPreset, presets } from "./presets.ts";
import { type Random, randomAt, streamOf } from "./random.ts";
import { clockChangeAt, hourMs, romeMidnight, secondMs } from "./rome-calendar.ts";
import { commonWays, type SampleWays } from "./ways.ts";

export interface Sample {
  readonly parameters: CompleteParameters;
  readonly preset: OperatorPreset;
  readonly ways: SampleWays;
  /** First instant of the half-year, and the first after it. */
  readonly startAt: number;
  readonly endAt: number;
  /** `2026S1`, a part of every id, so that two half-years share none. */
  readonly periodId: string;
  /** Instants that the first rows of every table with times are given. */
  readonly pins: readonly number[];
  random(stream: string, index: number): Random;
}

/**
 * A row before it is text: an instant (milliseconds) in a time column, text or an integer elsewhere; absent means NULL.
 * `spared` names what it must not be spoilt with, where other rows would hide the fault.
 */
export interface Draft {
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly spared?: "negative";
}

export type DraftTable = (sample: Sample) => Iterable<Draft>;
export type DraftTables = Readonly<Partial<Record<TableName, DraftTable>>>;

export function createSample(given: SampleParameters): Sample {
  const parameters = completeParameters(given);
  const { seed, operator, year, half } = parameters;
  const startAt = romeMidnight(year, half === 1 ? 1 : 7, 1);
  const endAt = half === 1 ? romeMidnight(year, 7, 1) : romeMidnight(year + 1, 1, 1);
  const streams = new Map<string, readonly [number, number]>();
  return {
    parameters,
    preset: presets[operator],
    ways: { ...commonWays, ...presets[operator].ways },
    startAt,
    endAt,
    periodId: `${year}S${half}`,
    pins: parameters.edgeRows ? pinsOf(startAt, endAt, year) : [],
    random: (name, index) => {
      let stream = streams.get(name);
      if (stream === undefined) {
        stream = streamOf(seed, operator, year, half, name);
        streams.set(name, stream);
      }
      return randomAt(stream, index);
    },
  };
}

/** The edges of the period, and both days of the year when the clocks change, on either side of the change. */
function pinsOf(startAt: number, endAt: number, year: number): readonly number[] {
  const edges = [startAt - secondMs, startAt, startAt + secondMs, endAt - secondMs, endAt, endAt + secondMs];
  const changes = [clockChangeAt(year, 3), clockChangeAt(year, 10)].flatMap((change) => [
    change - 2 * hourMs,
    // In October these two are the same wall-clock time, once of summer and once of winter.
    change - hourMs / 2,
    change + hourMs / 2,
    change - secondMs,
    change,
    change + 8 * hourMs,
  ]);
  return [...edges, ...changes];
}

/** `O-2026S1-0000042` */
export function idOf(sample: Sample, prefix: string, index: number): string {
  return `${prefix}-${sample.periodId}-${String(index).padStart(7, "0")}`;
}

/** So many rows in a half-year for the size, from a share per mille of the lines. */
export function countOf(sample: Sample, perMilleOfLines: number): number {
  return Math.ceil((sample.parameters.size * perMilleOfLines) / 1000);
}
