import type { Outcome } from "./outcome.ts";
import type { Period } from "./period.ts";
import type { Suspensions } from "./quantities.ts";
import type { Row } from "./rows.ts";
import type { Scope } from "./scope.ts";

/** The good rows of the period, as the indicators read them. */
export interface Data {
  readonly period: Period;
  readonly suspensions: Suspensions;
  /** The rows of a table, none where the operator does not have it. */
  rows(table: string): readonly Row[];
  has(table: string): boolean;
}

export interface Indicator {
  readonly act: string;
  readonly indicator: string;
  /** The service it is of; null where it is owed whatever is offered. */
  readonly service: "internet" | "voice" | null;
  /** What must be offered for it, where that is less than the whole service. */
  readonly restsOn?: "dialup";
  /** The scopes the act itself prints. */
  readonly scopes: readonly Scope[];
  readonly measures: Readonly<Record<string, (scope: Scope) => Outcome>>;
}
