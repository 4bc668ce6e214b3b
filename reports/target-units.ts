/** From the unit a charter prints to the unit a measure is judged in, exactly. */
import type { Unit } from "./act.ts";
import { divide, multiply, parseDecimal, type Rational, rational } from "./rational.ts";
import type { TargetUnit } from "./target.ts";

type Quantity = "time" | "speed" | "share";

interface UnitSize {
  readonly quantity: Quantity;
  /** How many seconds, kbit/s or wholes make one of the unit. */
  readonly size: Rational;
}

/** A day is 24 hours: charters speak of "giorni solari" and "ore solari" alike. */
const sizes: Readonly<Record<TargetUnit, UnitSize>> = {
  days: { quantity: "time", size: rational(86_400) },
  hours: { quantity: "time", size: rational(3_600) },
  minutes: { quantity: "time", size: rational(60) },
  s: { quantity: "time", size: rational(1) },
  ms: { quantity: "time", size: rational(1, 1_000) },
  "Mbit/s": { quantity: "speed", size: rational(1_000) },
  "kbit/s": { quantity: "speed", size: rational(1) },
  "%": { quantity: "share", size: rational(1, 100) },
  ratio: { quantity: "share", size: rational(1) },
};

export const targetUnits = Object.keys(sizes) as readonly TargetUnit[];

/**
 * A target's value in the measure's unit, as a reduced fraction: `("1.2", "Mbit/s", "kbit/s")` is 1200. Throws a
 * RangeError where `value` is not an unsigned decimal with a dot, or where no factor leads from one unit to the other.
 */
export function targetInUnit(value: string, from: TargetUnit, to: Unit): Rational {
  if (value.startsWith("-")) throw new RangeError(`"${value}" is below zero, which no target can be`);
  const decimal = parseDecimal(value);
  if (to === "count" || sizes[from].quantity !== sizes[to].quantity) {
    throw new RangeError(`a target in ${from} cannot be compared with a measure in ${to}`);
  }
  return divide(multiply(decimal, sizes[from].size), sizes[to].size);
}

/** The units in which a target of a measure in `to` may be printed; none for a count. */
export function targetUnitsFor(to: Unit): readonly TargetUnit[] {
  if (to === "count") return [];
  return targetUnits.filter((from) => sizes[from].quantity === sizes[to].quantity);
}
