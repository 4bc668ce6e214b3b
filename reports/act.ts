/** What an act is, as data. The acts themselves stand in acts/, one file each. */
import type { CommitmentSettings } from "./own-commitments.ts";
import type { Dimension, Scope } from "./scope.ts";
import type { ChosenOtherwise } from "./settings-population.ts";

export type Service = "internet" | "voice";

/** What the rules of an act were checked against: its text, a model that was filed under it, operators' charters, nothing. */
export type Verified = "text" | "filed-model" | "charter" | "no";

/**
 * Where a value of law stands. It is mixed into the object that holds the value: kept apart, a value would sooner or later
 * lose its source. The lints ask it of every act of the Authority.
 */
export interface Sourced {
  /** Italian: the document in which the value was read. */
  readonly source: string;
  /** ISO: the first day on which it holds; absent: as long as the act does. */
  readonly from?: string;
  /** Italian: what must be known before relying on it. */
  readonly note?: string;
}

/** A day that the law sets, or that follows from it. */
export interface LawDay extends Omit<Sourced, "from"> {
  /** ISO. */
  readonly day: string;
}

/** How the act was made public. */
export interface Publication extends Omit<Sourced, "from"> {
  /** ISO. */
  readonly day: string;
  readonly in: "gazette" | "site";
  /** Of the Gazzetta Ufficiale; absent: unknown, and said to be. */
  readonly gazetteNumber?: string;
}

/** Where the text can be read, and what of it stands there. */
export interface TextPlace {
  readonly address: string;
  readonly note: string;
}

export interface Act {
  readonly id: string;
  readonly authority: string;
  /** As it is cited: `131/06/CSP`. */
  readonly number: string;
  /** ISO date of adoption. */
  readonly date: string;
  /** Italian title. */
  readonly title: string;
  /** Absent where the rules are no act of the Authority. */
  readonly publication?: Publication;
  readonly text: TextPlace;
  /** First and last day in force, as a half-year's reporting duty; `to` is absent while it is. */
  readonly inForce: { readonly from: LawDay; readonly to?: LawDay };
  readonly verified: Verified;
  /** The heading of the Authority's electronic model, where one is known; the same shape is used where none is. */
  readonly modelHeading: string;
  /** Whether the electronic model's wording was seen in a filed copy. */
  readonly modelKnown: boolean;
  readonly indicators: readonly Indicator[];
  /** Of an act whose text was not read: how far it can be reported all the same. */
  readonly readiness?: Readiness;
}

/** The rows an indicator is measured on: each has its query in sql/populations. */
export type Population =
  | "activation-orders"
  | "reported-faults"
  | "restored-faults"
  | "calls"
  | "ivr-trees"
  | "phone-complaints"
  | "disputes"
  | "disputed-invoices"
  | "credited-invoices"
  | "dialup-outages"
  | "throughput-tests"
  | "delay-tests"
  | "packet-tests"
  | "answered-complaints"
  | "service-outages"
  | "backbone-delays"
  | "backbone-packets"
  | "requests-taken-charge"
  | "complaints-taken-charge"
  | "complaints-answered";

/** What an act changes in the population's query. */
export interface PopulationSettings extends ChosenOtherwise, CommitmentSettings {
  readonly service?: Service;
  /** The start of an order's clock: its registration as valid, or the customer's order where its time is known. */
  readonly clock?: "registered_at" | "ordered_at";
  /** Dial-up left out of the rows (131/06). */
  readonly withoutDialup?: boolean;
  readonly callKind?: "customer_care" | "operator_service";
  readonly ivrPath?: "operator_option_ms" | "complaint_option_ms";
  /** Days within which a complaint is to be answered, by the Rome date from which it is received; ascending. */
  readonly complaintTerms?: readonly ({ readonly receivedFrom: string | null; readonly days: number } & Partial<
    Omit<Sourced, "from">
  >)[];
  /** Invoices in the denominator: those that bill the service, or all. */
  readonly invoices?: "of-service" | "all";
}

export interface Exclusion {
  /** As the population's query names the class of the row. */
  readonly id: string;
  /** Italian, lower case, to follow "per": "ordine annullato". */
  readonly words: string;
  /** The point of law; "criterio adottato dall'operatore" where no clause was read. */
  readonly clause: string;
  /** The measures it applies to; absent: to all of the indicator. */
  readonly measures?: readonly string[];
}

/**
 * How a figure follows from facts (distributions and counts, by name; see facts.ts). All arithmetic is exact.
 * `share` counts the cases of the distribution that pass `test`; its denominator is `over` or all of them.
 */
export type Formula =
  | ({
      readonly kind: "percentile";
      readonly of: string;
      readonly p: number;
      readonly rank?: "lower";
    } & Partial<Sourced>)
  | { readonly kind: "mean"; readonly of: string }
  | { readonly kind: "deviation"; readonly of: string; readonly divisor?: "n-1" }
  | { readonly kind: "share"; readonly of: string; readonly test: ShareTest; readonly over?: string }
  | {
      readonly kind: "ratio";
      readonly numerator: string;
      readonly denominator: string;
      /** What one more bad case would add to; absent where cases and the ratio's terms are different things. */
      readonly badCaseAdds?: "to-numerator" | "to-both";
    }
  | { readonly kind: "count"; readonly of: string };

/** `limitSeconds` is compared with a quantity in milliseconds. */
export type ShareTest =
  | ({ readonly is: "under-limit" | "within-limit"; readonly limitSeconds: number } & Partial<Sourced>)
  | { readonly is: "not-negative" }
  | { readonly is: "zero" };

export type Unit = "days" | "hours" | "s" | "ms" | "kbit/s" | "%" | "count";

export interface Measure {
  readonly id: string;
  /** Italian, as the act or its model words it. */
  readonly name: string;
  readonly formula: Formula;
  readonly unit: Unit;
  /** How many of the quantity's own units make one of `unit`: 3600 for hours from seconds. */
  readonly divisor: number;
  /** Decimals of the printed value. */
  readonly decimals: 0 | 2;
  readonly better: "lower" | "higher" | "neither";
  /** What the law itself demands, whatever the operator promises. */
  readonly minimum?: LegalMinimum;
  /** Where not all of the indicator's tables are needed: those that are. */
  readonly tables?: readonly string[];
  /** The count that is printed as the number of cases; absent: the cases of the distribution, or the denominator. */
  readonly cases?: string;
}

export interface LegalMinimum extends Sourced {
  /** A decimal in the measure's unit. */
  readonly value: string;
  readonly comparator: "<=" | ">=";
  readonly clause: string;
}

/** A decision where the act is silent, named so that it can be printed and changed. */
export interface Choice {
  readonly id: string;
  readonly value: string;
  /** Italian, a whole sentence for the notes. */
  readonly words: string;
  /** Why, and what it was checked against. */
  readonly reason: string;
}

export interface Indicator {
  readonly id: string;
  /** The number under which the act lists it. */
  readonly ordinal: number;
  /** Italian official name. */
  readonly name: string;
  /** Italian definition. */
  readonly definition: string;
  /** "servizi cui si applica". */
  readonly appliesTo: string;
  readonly service?: Service;
  /** The service that must be offered for the indicator to apply. */
  readonly requires: OfferedService | "any";
  readonly population: Population;
  readonly settings: PopulationSettings;
  readonly tables: readonly string[];
  /** Where it is not the indicator's own counted rows that say which scopes are printed: those of these populations. */
  readonly scopesFrom?: readonly Population[];
  readonly exclusions: readonly Exclusion[];
  /** The breakdowns always printed, besides those that targets name; `[]` is the whole population. */
  readonly scopes: readonly (readonly Dimension[])[];
  /** Further breakdowns of the year alone. */
  readonly yearScopes?: readonly (readonly Dimension[])[];
  readonly periodicity: "S/A" | "A";
  readonly regional: boolean;
  readonly measures: readonly Measure[];
  readonly choices: readonly Choice[];
}

export type OfferedService = "internet" | "voice" | "dialup";

/** What is known of an act that nobody here has read, what is taken for granted meanwhile, and what is to be looked up. */
export interface Readiness {
  readonly known: readonly (Pick<Sourced, "source"> & { readonly words: string })[];
  /** What the report rests on until the text is read. */
  readonly hypothesis: Pick<Sourced, "source"> & { readonly words: string };
  /** The indicators that the act is thought to have, by our own numbering. */
  readonly expected: readonly ExpectedIndicator[];
  readonly unknown: readonly string[];
  readonly toCheck: readonly { readonly words: string; readonly where: string }[];
}

export interface ExpectedIndicator {
  readonly ordinal: number;
  readonly name: string;
  readonly measures: string;
  readonly confidence: "high" | "low";
  /** The indicator of the act that has its data; absent: there is none. */
  readonly indicator?: string;
  /** The part of that indicator's figures that is meant; absent: all of them. */
  readonly scope?: Scope;
}
