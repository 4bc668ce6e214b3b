/** Rows of the snapshot as an explanation shows them: named by their key, with times as Italy's clocks showed them. */
import type { Indicator } from "../reports/act.ts";
import type { QuantityUnit } from "../reports/explain.ts";
import type { CaseRow } from "../reports/explanation.ts";
import type { TracedRow } from "../sql/rows-of.ts";
import type { Offset } from "../sql/zones.ts";

export interface ShownAs {
  readonly rome: readonly Offset[];
  readonly unit: QuantityUnit;
  /** Whether the value is the time from start to end less what was suspended. */
  readonly isNetDuration: boolean;
  /** Whether the day of the start counts as one. */
  readonly countsStartedDays: boolean;
}

/** Orders and faults alone run from a start to an end; the slack of a term is another quantity than their duration. */
export function isNetDuration({ population }: Indicator, fact: string): boolean {
  return (
    (population === "activation-orders" && fact === "days") || (population === "restored-faults" && fact === "seconds")
  );
}

export function shownRow(row: TracedRow, shownAs: ShownAs): CaseRow {
  const { rome, isNetDuration: isNet } = shownAs;
  const { key, value, started, ended } = row;
  const gross = started === null || ended === null ? undefined : grossOf(started, ended, shownAs);
  return {
    key,
    value: value === null ? null : `${value}`,
    ...(started !== null && { started: romeText(started, rome) }),
    ...(ended !== null && { ended: romeText(ended, rome) }),
    ...(isNet && gross !== undefined && value !== null && { suspended: `${gross - value}` }),
  };
}

function grossOf(started: bigint, ended: bigint, { unit, rome, countsStartedDays }: ShownAs): bigint {
  if (unit !== "days") return (ended - started) / 1_000_000n;
  return romeDay(ended, rome) - romeDay(started, rome) + (countsStartedDays ? 1n : 0n);
}

function romeDay(micros: bigint, rome: readonly Offset[]): bigint {
  return BigInt(Math.floor((secondsOf(micros) + offsetAt(micros, rome)) / 86_400));
}

const secondsOf = (micros: bigint): number => Math.floor(Number(micros) / 1_000_000);

function offsetAt(micros: bigint, rome: readonly Offset[]): number {
  const seconds = secondsOf(micros);
  return rome.findLast(({ from }) => from === null || from <= seconds)?.offset ?? 0;
}

/** `2026-03-29T03:00:00+02:00`: by the offsets that the snapshot was sealed with. */
export function romeText(micros: bigint, rome: readonly Offset[]): string {
  const offset = offsetAt(micros, rome);
  const wallClock = new Date((secondsOf(micros) + offset) * 1000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60;
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${wallClock}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
