/** What an operator's charter grants where the law grants it too. */

/** The cases in which the law fixes an indemnity by the day. */
export const indemnityCases = [
  "activation-delay",
  "suspension",
  "interruption",
  "irregular-service",
  "operator-change-delay",
  "portability-delay",
  "preselection",
  "unrequested-service",
  "complaint-answer",
] as const;
export type IndemnityCase = (typeof indemnityCases)[number];

/** Where the charter says it. */
interface Cited {
  /** Verbatim. */
  readonly words: string;
  readonly section: string;
}

export interface AssistanceNumber extends Cited {
  readonly number: string;
  /** What the charter says a call costs; a number of which it says nothing is not listed. */
  readonly cost: "free" | "paid";
}

/** An indemnity in money by the day; one in days of service cannot be compared with the law's. */
export interface CharterIndemnity extends Cited {
  readonly for: IndemnityCase;
  readonly service: "main" | "ancillary";
  /** Euro a day, a decimal with a dot, as printed. */
  readonly amount: string;
}

/** The term within which a complaint is answered: a charter may print more than one. */
export interface CharterAnswerTerm {
  readonly amount: number;
  readonly unit: "days" | "business-days";
  /** "Inferiori ai 30 giorni" is `<`: the thirtieth day is late. */
  readonly printed: "<" | "<=";
  /** Days of work in a week. */
  readonly workingWeek: 5 | 6;
  readonly section: string;
}

export interface CharterTerms {
  readonly assistance: readonly AssistanceNumber[];
  readonly indemnities: readonly CharterIndemnity[];
}
