/**
 * What was measured on a population at one scope, before any rule is applied: distributions and counts by name, and the
 * rows left out. Facts are all that leaves the engine; an auditor recomputes every figure from them.
 */
import { type Distribution, distribution, mergeDistributions } from "./distribution.ts";
import { add, type Rational, zero } from "./rational.ts";

export interface Facts {
  readonly distributions: ReadonlyMap<string, Distribution>;
  readonly counts: ReadonlyMap<string, Rational>;
  /** `table id`, or the id alone where rows of one table only are spoken of → rows left out. */
  readonly excluded: ReadonlyMap<string, number>;
  /** Table → rows counted. */
  readonly counted: ReadonlyMap<string, number>;
}

/** What was measured under one name: one line of the distributions file, or a whole distribution's lines. */
export type FactRow = CountedFact | DistributedFact;

/** A value with its count, or a count alone (value null). */
export interface CountedFact {
  /** The table that the rows are of. */
  readonly table?: string;
  readonly fact: string;
  /**
   * The value of a distribution; null for a plain count; undefined for rows: those left out under the id in `fact`, or
   * all counted ones where `fact` is `counted`.
   */
  readonly value: number | null | undefined;
  /** Cases with that value, or the count itself. */
  readonly count: Rational;
}

/** A whole distribution at once: it may have a million values, and an object for each would cost more than measuring. */
export interface DistributedFact {
  readonly table?: string;
  readonly fact: string;
  readonly distribution: Distribution;
}

export function factsOf(rows: Iterable<FactRow>): Facts {
  const pairs = new Map<string, (readonly [number, number])[]>();
  const counts = new Map<string, Rational>();
  const excluded = new Map<string, number>();
  const counted = new Map<string, number>();
  const whole = new Map<string, Distribution>();
  for (const row of rows) {
    if ("distribution" in row) {
      const known = whole.get(row.fact);
      whole.set(row.fact, known === undefined ? row.distribution : mergeDistributions(known, row.distribution));
      continue;
    }
    const { table, fact, value, count } = row;
    if (value === undefined) {
      const [of, key] = fact === "counted" ? [counted, table ?? ""] : [excluded, excludedKey(table, fact)];
      of.set(key, (of.get(key) ?? 0) + wholeNumber(count));
    } else if (value === null) counts.set(fact, add(counts.get(fact) ?? zero, count));
    else {
      const known = pairs.get(fact);
      if (known === undefined) pairs.set(fact, [[value, wholeNumber(count)]]);
      else known.push([value, wholeNumber(count)]);
    }
  }
  const distributions = new Map([...whole, ...[...pairs].map(([fact, of]) => [fact, distribution(of)] as const)]);
  return { distributions, counts, excluded, counted };
}

const excludedKey = (table: string | undefined, id: string): string => (table === undefined ? id : `${table} ${id}`);

/** Rows of the table that were left out under that id. */
export function excludedRows(facts: Facts, table: string, id: string): number {
  return facts.excluded.get(excludedKey(table, id)) ?? facts.excluded.get(id) ?? 0;
}

export function wholeNumber(value: Rational): number {
  const number = Number(value.num);
  if (value.den !== 1n || !Number.isSafeInteger(number))
    throw new RangeError(`${value.num}/${value.den} is no exact count`);
  return number;
}
