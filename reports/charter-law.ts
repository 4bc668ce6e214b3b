/** Where a charter grants less than the law of a day does. */
import {
  type ComplaintChannels,
  type ComplaintTerm,
  complaintChannels,
  complaintTerms,
  freeAssistance,
  type IndemnityMinimum,
  indemnityMinima,
  type LawTerm,
} from "./charter-law-values.ts";
import type { AssistanceNumber, CharterAnswerTerm, CharterIndemnity, CharterTerms } from "./charter-terms.ts";
import { compare, parseDecimal } from "./rational.ts";

/** What the charter says of complaints: the channels as the tables name them. */
export interface ComplaintWays {
  readonly channels: readonly string[];
  readonly section: string;
}

export interface CharterWords {
  readonly complaints?: ComplaintWays;
  readonly answers: readonly CharterAnswerTerm[];
  readonly terms?: CharterTerms;
}

export type LawConflict =
  | {
      readonly kind: "complaint-channel";
      readonly charter: ComplaintWays;
      readonly law: ComplaintChannels;
      /** What the law asks for and the charter does not offer. */
      readonly missing: readonly string[];
      /** No way of the charter's is spoken. */
      readonly writtenOnly: boolean;
    }
  | { readonly kind: "paid-assistance"; readonly charter: AssistanceNumber; readonly law: LawTerm }
  | {
      readonly kind: "complaint-answer";
      readonly charter: CharterAnswerTerm;
      readonly law: ComplaintTerm;
      /** How many calendar days the charter's term may last. */
      readonly longestDays: number;
    }
  | { readonly kind: "indemnity"; readonly charter: CharterIndemnity; readonly law: IndemnityMinimum };

/**
 * Each promise of the charter that stays below the law in force on that ISO day, in the order: channels, numbers, answers,
 * indemnities. A half-year is held against the law of its last day: by then the charter had to follow it.
 */
export function lawConflicts({ complaints, answers, terms }: CharterWords, day: string): readonly LawConflict[] {
  const inForce = <Term extends LawTerm>(law: readonly Term[]) => law.filter((term) => holdsOn(term, day));
  return [
    ...(complaints === undefined ? [] : inForce(complaintChannels).flatMap((law) => channelConflict(complaints, law))),
    ...(terms?.assistance ?? [])
      .filter(({ cost }) => cost === "paid")
      .flatMap((charter) => inForce(freeAssistance).map((law) => ({ kind: "paid-assistance" as const, charter, law }))),
    ...answers.flatMap((charter) => {
      // Terms only ever begin: the one that began last is in force.
      const law = inForce(complaintTerms).at(-1);
      const longestDays = longestDaysOf(charter);
      return law === undefined || longestDays <= law.value
        ? []
        : [{ kind: "complaint-answer" as const, charter, law, longestDays }];
    }),
    ...(terms?.indemnities ?? []).flatMap((charter) =>
      inForce(indemnityMinima)
        .filter((law) => law.for === charter.for && law.service === charter.service)
        .filter((law) => compare(parseDecimal(charter.amount), parseDecimal(law.value)) < 0)
        .map((law) => ({ kind: "indemnity" as const, charter, law })),
    ),
  ];
}

/** ISO dates compare as text. */
function holdsOn({ from, to }: LawTerm, day: string): boolean {
  return from <= day && (to === undefined || day <= to);
}

function channelConflict(charter: ComplaintWays, law: ComplaintChannels): readonly LawConflict[] {
  const missing = law.value.filter((channel) => !charter.channels.includes(channel));
  if (missing.length === 0) return [];
  const writtenOnly = !charter.channels.some((channel) => channel === "phone" || channel === "counter");
  return [{ kind: "complaint-channel", charter, law, missing, writtenOnly }];
}

/**
 * Every week of work begun may bring its days of rest: 45 working days are up to 63 calendar days where Saturdays are no
 * days of work, holidays apart.
 */
function longestDaysOf({ amount, unit, printed, workingWeek }: CharterAnswerTerm): number {
  const days = printed === "<" ? amount - 1 : amount;
  return unit === "days" ? days : days + (7 - workingWeek) * Math.ceil(days / workingWeek);
}
