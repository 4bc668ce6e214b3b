/** What a profile says of its charter where the law has a say too. */
import { ownActId } from "../reports/acts/operator.ts";
import type { CharterWords } from "../reports/charter-law.ts";
import type { CharterAnswerTerm } from "../reports/charter-terms.ts";
import type { Profile } from "./profile.ts";

/** Both end what a customer waits for; to take a complaint in charge is no answer. */
const answering = ["complaint-answer", "complaint-outcome"] as const;

export function charterWordsOf(profile: Profile): CharterWords {
  const { complaints, terms } = profile;
  return {
    ...(complaints !== undefined && { complaints }),
    answers: answering.flatMap((indicator) => answerTerm(profile, indicator)),
    ...(terms !== undefined && { terms }),
  };
}

function answerTerm(profile: Profile, indicator: (typeof answering)[number]): readonly CharterAnswerTerm[] {
  const { complaintTerms, targets, measured, calendar } = profile;
  const term = complaintTerms?.[indicator];
  const promises = [...targets.filter(({ act }) => act === ownActId), ...measured];
  const section = promises.find((promise) => promise.indicator === indicator)?.section;
  if (term === undefined || term.unit === "hours" || section === undefined) return [];
  const workingWeek = calendar?.saturday === "working" ? 6 : 5;
  return [{ amount: term.amount, unit: term.unit, printed: term.printed, workingWeek, section }];
}
