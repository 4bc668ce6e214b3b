/** Why a number is what it is: all that `explain` says of one figure. The keys and their order are the published format. */
import type { Act, Choice, LegalMinimum, Population } from "./act.ts";
import type { CountedExclusion } from "./counted-exclusions.ts";
import type { QuantityUnit, Working } from "./explain.ts";
import type { ByMonth } from "./explain-months.ts";
import type { Lateness } from "./late-cases.ts";
import type { Conservation, Figure, PrintedTarget } from "./report-model.ts";

/** One case: names of rows stay with the operator, and are no part of any report. */
export interface CaseRow {
  readonly key: string;
  /** An integer in the quantity's unit; null for a counted row without one. */
  readonly value: string | null;
  /** ISO 8601 with the offset of Rome. */
  readonly started?: string;
  readonly ended?: string;
  /** What was subtracted because it is due to the customer, in the quantity's unit; only of a net duration. */
  readonly suspended?: string;
}

export interface WitnessRow extends CaseRow {
  /** From 1, in the order of value, then key. */
  readonly rank: string;
  readonly place: "before" | "at" | "after";
}

export interface Explanation {
  readonly operator: string;
  readonly period: string;
  readonly report: { readonly state: "published" | "draft"; readonly revision: number; readonly folder: string };
  readonly snapshot: string;
  /** As the command line takes it. */
  readonly name: string;
  readonly act: Omit<Act, "indicators" | "modelHeading" | "modelKnown" | "readiness">;
  readonly indicator: {
    readonly id: string;
    readonly ordinal: number;
    readonly name: string;
    readonly definition: string;
    readonly population: Population;
    readonly tables: readonly string[];
  };
  readonly measure: { readonly id: string; readonly name: string };
  /** Of the printed value alone; outcomes rest on the exact one. */
  readonly rounding: { readonly decimals: number; readonly rule: "half-up" };
  /** As indicators.json holds it. */
  readonly figure: Figure;
  /** Absent where nothing was measured. */
  readonly formula?: Working;
  readonly quantity_unit: QuantityUnit;
  readonly target?: PrintedTarget;
  readonly minimum?: LegalMinimum;
  readonly exclusions: readonly CountedExclusion[];
  readonly choices: readonly Choice[];
  readonly conservation: readonly Conservation[];
  /** For a percentile: the case at its rank, and its neighbours. */
  readonly witness?: readonly WitnessRow[];
  /** What the cases listed as late are held against. */
  readonly late_against?: Lateness["against"];
  /** Where a target or the law's minimum was missed: the figure of each month. */
  readonly by_month?: ByMonth;
}
