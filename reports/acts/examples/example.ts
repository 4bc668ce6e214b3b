/**
 * A worked example: a few canonical rows, and what they come to, with the arithmetic in words. The examples of an act
 * stand beside it and not in it, because an example more does not make it another act. One runner puts each through the
 * engine that publishes.
 */
import type { Service } from "../../act.ts";
import type { Outcome } from "../../report-model.ts";
import type { Scope } from "../../scope.ts";

/** Column → text as a source gives it; null is NULL. */
export type ExampleRow = Readonly<Record<string, string | null>>;

export interface Example {
  readonly indicator: string;
  /** Where the act has the indicator for each service. */
  readonly service?: Service;
  /** Italian: the rows, in a phrase. */
  readonly words: string;
  /** `2024-S1`, or `2024`. */
  readonly period: string;
  /** Canonical table → whole rows. */
  readonly rows: Readonly<Record<string, readonly ExampleRow[]>>;
  readonly expected: readonly ExpectedFigure[];
}

export interface ExpectedFigure {
  readonly measure: string;
  /** Absent: the whole. */
  readonly scope?: Scope;
  readonly value: string | null;
  readonly exact: string | null;
  readonly cases: number;
  /** What the law's own minimum says of it. */
  readonly minimum?: Outcome;
  /** Italian: how the value comes about. */
  readonly words: string;
}
