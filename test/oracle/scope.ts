import { type Row, words } from "./rows.ts";

/** A scope in its normal form: columns in order, text or a sorted set of texts, and `limit` a number of seconds. */
export type Scope = Readonly<Record<string, string | readonly string[] | number>>;

/** The limit every act that has one has of its own, in seconds. */
const actLimitSeconds = 20;

const dimensions = [
  "technology",
  "network",
  "order_type",
  "region",
  "number",
  "purpose",
  "profile",
  "direction",
  "urgency",
  "point",
  "priority",
];

export function normalScope(scope: Readonly<Record<string, unknown>>): Scope {
  const normal: Record<string, string | readonly string[] | number> = {};
  for (const name of Object.keys(scope).sort()) {
    const value = scope[name];
    if (value === undefined || value === null) continue;
    if (name === "limit") {
      if (Number(value) !== actLimitSeconds) normal[name] = Number(value);
    } else if (Array.isArray(value)) {
      const set = [...new Set(value.map(String))].sort();
      normal[name] = set.length === 1 ? (set[0] ?? "") : set;
    } else normal[name] = String(value);
  }
  return normal;
}

export function limitMillis(scope: Scope): bigint {
  return BigInt(Math.round(Number(scope.limit ?? actLimitSeconds) * 1000));
}

export function dimensionsOf(scope: Scope): string[] {
  return dimensions.filter((name) => scope[name] !== undefined);
}

/** Whether the row has the scope's value, or one of its set, in each dimension; a column it lacks matches nothing. */
export function inScope(row: Row, scope: Scope): boolean {
  return dimensionsOf(scope).every((name) => {
    const [wanted, value] = [scope[name], words(row, name)];
    return value !== null && (Array.isArray(wanted) ? wanted.includes(value) : wanted === value);
  });
}

/** One scope for each combination of the columns' values that a row has. */
export function scopesOf(rows: readonly Row[], columns: readonly string[]): Scope[] {
  const found = new Map<string, Scope>();
  for (const row of rows) {
    const pairs = columns.map((name) => [name, words(row, name)] as const);
    if (pairs.some(([, value]) => value === null)) continue;
    const scope = normalScope(Object.fromEntries(pairs));
    found.set(JSON.stringify(scope), scope);
  }
  return [...found.values()];
}

/** The empty scope, then each dimension by itself. */
export function oneAtATime(rows: readonly Row[], columns: readonly string[]): Scope[] {
  return [{}, ...columns.flatMap((column) => scopesOf(rows, [column]))];
}
