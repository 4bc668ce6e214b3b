/** The report as data: what indicators.json holds, and what the documents are rendered from. Templates do no arithmetic. */
import type { Act, Indicator, Measure, Service } from "./act.ts";
import type { Distribution } from "./distribution.ts";
import type { Scope } from "./scope.ts";

export type Outcome = "met" | "missed" | "no_target" | "not_assessable" | "not_applicable";
export type Comparator = "<" | "<=" | ">" | ">=";

/** One entry of `indicators` in indicators.json. Keys and their order are the published format. */
export interface Figure {
  readonly act: string;
  readonly indicator: string;
  readonly measure: string;
  readonly service: Service | null;
  readonly scope: Scope;
  readonly unit: string;
  readonly cases: number;
  /** Exact, `"p/q"` or `"p"`; of ratios and shares. */
  readonly numerator?: string;
  readonly denominator?: string;
  /** The printed decimal, with a dot; null where nothing can be computed. */
  readonly value: string | null;
  /** The exact value in its unit, `"p/q"` or `"p"`; null for a standard deviation. */
  readonly exact: string | null;
  /** The target in the figure's own unit, a decimal with a dot. */
  readonly target?: string;
  /** The comparator by which the outcome was judged. */
  readonly comparator?: Comparator;
  /** Only where the operator's own target is the very minimum set by law, which would else be taken for it. */
  readonly target_is_own?: true;
  readonly outcome: Outcome;
  /** The minimum set by law, where there is one: it is the target too where the operator published none. */
  readonly minimum?: { readonly value: string; readonly comparator: Comparator; readonly outcome: Outcome };
  /** Italian; always there for not_assessable and not_applicable. */
  readonly reason?: string;
  /** Exact distance to the target, positive on the good side. */
  readonly margin?: string;
  /** How many more bad cases would turn a met target into a missed one. */
  readonly cases_to_turn?: number;
  /** Exclusion id → rows left out of this figure. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Italian notes, sentences joined by a space. */
  readonly note?: string;
}

/** rows read = outside + not of concern + counted + excluded + quarantined. One per act, indicator and table. */
export interface Conservation {
  readonly act: string;
  readonly indicator: string;
  readonly service: Service | null;
  readonly table: string;
  /** Rows of the snapshot and of its quarantine. */
  readonly read: number;
  /** Rows whose governing time for this indicator is not in the period. */
  readonly outside: number;
  readonly no_concern: number;
  readonly counted: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly quarantined: Readonly<Record<string, number>>;
}

export interface Warning {
  readonly code: string;
  /** Italian, a whole sentence: it is printed in the documents. */
  readonly message: string;
  readonly act?: string;
  readonly indicator?: string;
  readonly scope?: Scope;
}

/** indicators.json. */
export interface Indicators {
  /** The profile's id. */
  readonly operator: string;
  /** `2026-S1`. */
  readonly period: string;
  /** The snapshot's digest. */
  readonly snapshot: string;
  readonly acts: readonly string[];
  readonly indicators: readonly Figure[];
  readonly conservation: readonly Conservation[];
  readonly warnings: readonly Warning[];
}

/** A target as the documents print it. */
export interface PrintedTarget {
  readonly section: string;
  readonly words: string;
  /** As printed in the charter, with its own unit: "1,2 Megabit/s". */
  readonly printedValue: string;
  readonly year: number;
}

/** A figure with the act data it rests on. */
export interface ReportRow {
  readonly figure: Figure;
  readonly act: Act;
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly target?: PrintedTarget;
  /** The distribution that the figure rests on, where it is one; in the quantity's own units, never in indicators.json. */
  readonly curve?: Distribution;
  /** Of a year: the printed values of its half-years; one is absent where the half has no such figure. */
  readonly halves?: { readonly first?: string | null; readonly second?: string | null };
}

/** All that a document needs; rendering takes nothing else. */
export interface ReportModel {
  readonly operator: OperatorIdentity;
  readonly period: ReportPeriod;
  /** The digest of the snapshot. */
  readonly snapshot: string;
  readonly acts: readonly Act[];
  readonly rows: readonly ReportRow[];
  readonly conservation: readonly Conservation[];
  readonly warnings: readonly Warning[];
  /** Charter commitments that no reported act measures. */
  readonly commitments: readonly Commitment[];
  /** How the operator's own words are read into the tables. */
  readonly readings?: readonly PrintedReading[];
  /** Of an operator that owes no report: what was read. */
  readonly extract?: readonly ExtractedTable[];
  /** Which report of the period this is, from 1; absent where it is none of them. */
  readonly revision?: number;
  /** Of a revision that corrects an earlier one. */
  readonly supersedes?: Supersession;
  /** What the operator itself says of its figures. */
  readonly remarks?: readonly RemarkBlock[];
  /** The half-years before as they were published, the oldest first; of a year its own halves are among them. */
  readonly earlier?: readonly EarlierHalf[];
}

export interface EarlierHalf {
  /** `2025-S2`. */
  readonly period: string;
  readonly revision: number;
  readonly figures: readonly Figure[];
}

export interface Supersession {
  /** The revision that is corrected. */
  readonly revision: number;
  /** ISO: the day on which it was published; absent where nobody recorded it. */
  readonly publishedOn?: string;
  /** Italian: why it had to be corrected. */
  readonly reason: string;
  /** All figures of that revision. */
  readonly figures: readonly Figure[];
}

export type RemarkBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "paragraph"; readonly runs: readonly RemarkRun[] }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly (readonly RemarkRun[])[] };

export interface RemarkRun {
  readonly text: string;
  readonly isBold: boolean;
}

export interface ExtractedTable {
  readonly table: string;
  /** Good rows; of a year those of both halves' extracts. */
  readonly rows: number;
  readonly quarantined: number;
}

export interface PrintedReading {
  readonly table: string;
  /** Verbatim, one passage each. */
  readonly words: readonly string[];
  readonly section: string;
  /** Italian, whole sentences. */
  readonly reading: string;
}

export interface Commitment extends PrintedTarget {
  readonly name: string;
}

export interface OperatorIdentity {
  readonly id: string;
  readonly name: string;
  readonly seat?: string;
  readonly roc?: string;
  /** Certified electronic mail. */
  readonly pec?: string;
  readonly site?: string;
  /** When a person answers: `"09:00-17:00"`; the days are absent where the operator's document does not say them. */
  readonly hours?: { readonly days?: "every-day" | "working-days" | "monday-friday"; readonly open: readonly string[] };
  /** "Carta dei servizi Rev. 2.0/18". */
  readonly charter?: string;
  /** Where that document is a page of the operator's site, and no charter of services. */
  readonly charterIsPage?: boolean;
  /** Why the operator owes the Authority no report; absent where it owes one. */
  readonly notSubject?: { readonly reason: string; readonly words: string; readonly section: string };
}

export interface ReportPeriod {
  /** `2026-S1`. */
  readonly id: string;
  readonly year: number;
  readonly half: 1 | 2 | null;
  /** ISO dates, both included: for print. */
  readonly firstDay: string;
  readonly lastDay: string;
}
