/** A dimension by which a figure may be broken down, or a target narrowed. The names are those of the table columns. */
export type Dimension =
  | "technology"
  | "network"
  | "order_type"
  | "region"
  | "number"
  | "purpose"
  | "profile"
  | "direction"
  | "urgency"
  | "point"
  | "priority";

/**
 * The part of a population that a figure speaks of. The empty scope is the whole of it. A set is a sorted array of two
 * or more values. `limit` (seconds), `responsibility` and `conditions` stand here only where they differ from the
 * act's own.
 */
export interface Scope extends Readonly<Partial<Record<Dimension, string | readonly string[]>>> {
  readonly limit?: number;
  readonly responsibility?: "own";
  readonly conditions?: "normal";
}

/** The order in which the parts of a scope are written, everywhere. */
export const scopeParts = [
  "order_type",
  "technology",
  "network",
  "region",
  "number",
  "purpose",
  "profile",
  "direction",
  "urgency",
  "point",
  "priority",
  "limit",
  "responsibility",
  "conditions",
] as const satisfies readonly (keyof Scope)[];

export const dimensions = scopeParts.filter(
  (part): part is Dimension => part !== "limit" && part !== "responsibility" && part !== "conditions",
);

/** The scope in its one canonical form: parts in order, a set sorted and without doubles, a set of one as its value. */
export function canonicalScope(scope: Scope): Scope {
  const parts: [string, unknown][] = [];
  for (const part of scopeParts) {
    const value = scope[part];
    if (value === undefined) continue;
    if (typeof value !== "object") parts.push([part, value]);
    else {
      const members = [...new Set(value)].sort(compareText);
      parts.push([part, members.length === 1 ? members[0] : members]);
    }
  }
  return Object.fromEntries(parts) as Scope;
}

/**
 * `technology=ADSL+VDSL,responsibility=own`; empty for the whole population. Equal scopes have equal text and others have
 * another: the signs that join are escaped inside a value.
 */
export function scopeText(scope: Scope): string {
  const canonical = canonicalScope(scope);
  return scopeParts
    .filter((part) => canonical[part] !== undefined)
    .map((part) => `${part}=${valueText(canonical[part])}`)
    .join(",");
}

function valueText(value: Scope[keyof Scope]): string {
  return typeof value === "object" ? value.map(escaped).join("+") : escaped(String(value));
}

/** An open list may hold a technology that is called `ADSL+VDSL`: it is not the set of the two. */
function escaped(value: string): string {
  return value.replace(/[%+,=]/g, encodeURIComponent);
}

/** The scope, or a figure's name, as a person reads and types it: `urgency=P1+`. Two scopes may read the same. */
export function plainScopeText(text: string): string {
  return text.replace(/%(?:25|2B|2C|3D)/g, decodeURIComponent);
}

/** Order by code units: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Part by part in the written order, numbers as numbers: 4000 before 10000. */
export function compareScopes(a: Scope, b: Scope): number {
  for (const part of scopeParts) {
    const [left, right] = [a[part], b[part]];
    if (left === undefined && right === undefined) continue;
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const order = compareValues(valueText(left), valueText(right));
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers before all else, so that the order stays one where numbers and names stand in one column. */
function compareValues(a: string, b: string): number {
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (left !== right) return left ? -1 : 1;
  return left && a.length !== b.length ? a.length - b.length : compareText(a, b);
}
