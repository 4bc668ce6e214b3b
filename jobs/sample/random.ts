/**
 * Chance for the sample data: sfc32, a small generator on 32-bit integers, so that every machine draws the same. Each
 * row has a generator of its own, made from the names of its stream and its index: a row never depends on how many rows
 * were drawn before it, and any table can be read alone.
 */

export interface Random {
  /** An integer in [0, limit); limit is at most 2^32. */
  below(limit: number): number;
  /** True in `share` of a thousand cases. */
  perMille(share: number): boolean;
  /** One of the values, each as likely as its weight says. */
  pick<T>(weighted: Weighted<T>): T;
  /** A draw from the curve, interpolated in integers. */
  draw(curve: Curve): number;
}

/** Values with their weights. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** A distribution by its quantiles: per mille of the cases that lie at or below the integer beside it; from 0 to 1000. */
export type Curve = readonly (readonly [perMille: number, value: number])[];

/** Two 32-bit words out of a text (FNV-1a, forwards and from another offset), to tell streams apart. */
export function streamOf(...names: readonly (string | number)[]): readonly [number, number] {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (const character of names.join("/")) {
    first = Math.imul(first ^ character.charCodeAt(0), 0x01000193);
    second = Math.imul(second ^ character.charCodeAt(0), 0x5bd1e995);
  }
  return [first | 0, second | 0];
}

/** The generator of one row of a stream. */
export function randomAt(stream: readonly [number, number], index: number): Random {
  return new Sfc32(stream, index);
}

/** A class and not closures: there are several for every row of millions. */
class Sfc32 implements Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor([first, second]: readonly [number, number], index: number) {
    this.#a = first;
    this.#b = second;
    this.#c = index | 0;
    // The first numbers still show the seed.
    for (let round = 0; round < 12; round += 1) this.#next();
  }

  below(limit: number): number {
    return Math.floor((this.#next() * limit) / 0x1_0000_0000);
  }

  perMille(share: number): boolean {
    return this.below(1000) < share;
  }

  pick<T>(weighted: Weighted<T>): T {
    return pickAt(weighted, this.below(totalWeight(weighted)));
  }

  draw(curve: Curve): number {
    return quantileAt(curve, this.below(1_000_000));
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

export function totalWeight(weighted: Weighted<unknown>): number {
  return weighted.reduce((sum, [, weight]) => sum + weight, 0);
}

function pickAt<T>(weighted: Weighted<T>, position: number): T {
  let rest = position;
  for (const [value, weight] of weighted) {
    if (rest < weight) return value;
    rest -= weight;
  }
  throw new RangeError("Nothing can be picked: the weights are all 0.");
}

/** The curve's value at so many millionths of the cases. */
function quantileAt(curve: Curve, millionths: number): number {
  let [fromShare, fromValue] = [0, 0];
  for (const [perMille, value] of curve) {
    const share = perMille * 1000;
    if (millionths < share) {
      return fromValue + Math.floor(((value - fromValue) * (millionths - fromShare)) / (share - fromShare));
    }
    [fromShare, fromValue] = [share, value];
  }
  return fromValue;
}
