/** What an operator's own charter promises beyond the Authority's indicators, as far as a query must know it. */

export interface Term {
  readonly amount: number;
  /** Hours run round the clock; days are those of the calendar in Italy. */
  readonly unit: "hours" | "days" | "business-days";
  /** "Inferiori ai 30 giorni" is `<`: the thirtieth day is late. */
  readonly printed: "<" | "<=";
}

/** A class of urgency of the requests for assistance. */
export interface UrgencyClass {
  readonly urgency: string;
  /** Absent: best effort. */
  readonly term?: Term;
  /** What a request of the class must be to be owed the term. */
  readonly channel?: "phone" | "email" | "web";
  readonly underContract?: true;
}

/** Which days are days of work: neither Sundays nor these, and Saturdays as the operator says. */
export interface WorkingDays {
  readonly saturday: "working" | "not-working";
  /** ISO dates, ascending, of every year of the calendar. */
  readonly holidays: readonly string[];
}

/** Which interruptions of a service its charter makes no promise about. */
export interface ExceptedOutages {
  /** Announced to the users beforehand. */
  readonly planned: boolean;
  /** Causes, as the operator's data name them. */
  readonly causes: readonly string[];
}

/** What the queries of own commitments are told. */
export interface CommitmentSettings {
  readonly excepted?: ExceptedOutages;
  readonly term?: Term;
  readonly urgencyClasses?: readonly UrgencyClass[];
  /** Only where a term counts days of work. */
  readonly workingDays?: WorkingDays;
}
