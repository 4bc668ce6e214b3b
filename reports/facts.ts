/**
 * What was measured on a population at one scope, before any rule is applied: distributions and counts by name, and the
 * rows left out. Facts are all that leaves the engine; an auditor recomputes every figure from them.
 */
import { type Distribution, distribution } from "./distribution.ts";
import { add, type Rational, zero } from "./rational.ts";

export interface Facts {
  readonly distributions: ReadonlyMap<string, Distribution>;
  readonly counts: ReadonlyMap<string, Rational>;
  /** Exclusion id → rows. */
  readonly excluded: ReadonlyMap<string, number>;
}

/** One line of the distributions file: a value with its count, or a count alone (value null). */
export interface FactRow {
  readonly fact: string;
  /** The value of a distribution; null for a plain count; undefined marks rows excluded under the id in `fact`. */
  readonly value: number | null | undefined;
  /** Cases with that value, or the count itself. */
  readonly count: Rational;
}

export function factsOf(rows: Iterable<FactRow>): Facts {
  const pairs = new Map<string, (readonly [number, number])[]>();
  const counts = new Map<string, Rational>();
  const excluded = new Map<string, number>();
  for (const { fact, value, count } of rows) {
    if (value === undefined) excluded.set(fact, (excluded.get(fact) ?? 0) + wholeNumber(count));
    else if (value === null) counts.set(fact, add(counts.get(fact) ?? zero, count));
    else {
      const known = pairs.get(fact);
      if (known === undefined) pairs.set(fact, [[value, wholeNumber(count)]]);
      else known.push([value, wholeNumber(count)]);
    }
  }
  const distributions = new Map([...pairs].map(([fact, of]) => [fact, distribution(of)]));
  return { distributions, counts, excluded };
}

export function wholeNumber(value: Rational): number {
  const number = Number(value.num);
  if (value.den !== 1n || !Number.isSafeInteger(number))
    throw new RangeError(`${value.num}/${value.den} is no exact count`);
  return number;
}
