/** A zone as a list of offsets with the instant from which each holds, made once and kept in the snapshot's manifest. */
import { IANAZone } from "luxon";

export interface Offset {
  /** Seconds since 1970 UTC from which the offset holds; null for the first. */
  readonly from: number | null;
  /** Seconds east of UTC. */
  readonly offset: number;
}

/** What part of history a naive time may come from; before and after, the first and the last offset hold. */
const [firstYear, lastYear] = [1970, 2100];
const stepSeconds = 10 * 86_400;

export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

const known = new Map<string, readonly Offset[]>();

export function zoneOffsets(name: string): readonly Offset[] {
  const offsets = known.get(name) ?? findOffsets(name);
  known.set(name, offsets);
  return offsets;
}

function findOffsets(name: string): readonly Offset[] {
  const zone = IANAZone.create(name);
  const offsetAt = (seconds: number) => zone.offset(seconds * 1000) * 60;
  const end = Date.UTC(lastYear, 0) / 1000;
  let at = Date.UTC(firstYear, 0) / 1000;
  let before = offsetAt(at);
  const offsets: Offset[] = [{ from: null, offset: before }];
  for (; at < end; at += stepSeconds) {
    const after = offsetAt(at + stepSeconds);
    if (after !== before) {
      const held = before;
      const from = firstSecondWhere(at, at + stepSeconds, (second) => offsetAt(second) !== held);
      offsets.push({ from, offset: offsetAt(from) });
    }
    before = after;
  }
  return offsets;
}

function firstSecondWhere(low: number, high: number, holds: (second: number) => boolean): number {
  let [no, yes] = [low, high];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/**
 * The offsets that instants and wall clocks of those years can need: as good as the whole list for them, and so short
 * that a query can spell it out. Where some years are unknown to any list (an end written as 9999), it is the whole list.
 */
export function offsetsWithin(offsets: readonly Offset[], years: YearSpan): readonly Offset[] {
  if (years.first < firstYear || years.last >= lastYear) return offsets;
  const from = Date.UTC(years.first - 1, 0) / 1000;
  const to = Date.UTC(years.last + 2, 0) / 1000;
  const atStart = offsets.findLast((offset) => offset.from === null || offset.from <= from) as Offset;
  const inside = offsets.filter((offset) => offset.from !== null && offset.from > from && offset.from < to);
  return [{ from: null, offset: atStart.offset }, ...inside];
}

export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

/** A span of local wall-clock seconds and what it means: the offset to subtract, or no instant at all. */
export interface LocalSpan {
  readonly from: number | null;
  readonly to: number | null;
  /** Null in the hour that spring leaves out. */
  readonly offset: number | null;
  /** The first of the two instants was taken: the hour that autumn doubles. */
  readonly doubled: boolean;
}

/** How local times of the zone become instants: of a doubled hour the first occurrence, a missing hour none. */
export function localSpans(offsets: readonly Offset[]): readonly LocalSpan[] {
  const spans: LocalSpan[] = [];
  let from: number | null = null;
  for (const [i, next] of offsets.entries()) {
    if (next.from === null) continue;
    const before = (offsets[i - 1] as Offset).offset;
    const low = next.from + Math.min(before, next.offset);
    const high = next.from + Math.max(before, next.offset);
    spans.push({ from, to: low, offset: before, doubled: false });
    if (next.offset > before) spans.push({ from: low, to: high, offset: null, doubled: false });
    else if (next.offset < before) spans.push({ from: low, to: high, offset: before, doubled: true });
    from = high;
  }
  spans.push({ from, to: null, offset: (offsets.at(-1) as Offset).offset, doubled: false });
  return spans;
}
