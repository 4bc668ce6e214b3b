/** What a summary says of the operator's targets and of the law's minimums, each in its own words: a report may hold only the one. */
import { sections, sentences } from "./italian.ts";
import { type Judged, outcomeCounts } from "./judged.ts";

export interface SummaryHeads {
  readonly missed: string;
  readonly noMissed: string;
  readonly unassessed: string;
  readonly met: string;
}

const ofTargets: SummaryHeads = {
  missed: sections.missed,
  noMissed: sentences.noMissed,
  unassessed: sections.unassessed,
  met: sections.met,
};

const ofStandards: SummaryHeads = {
  missed: "Standard minimi non rispettati",
  noMissed: "Nessuno standard minimo valutabile risulta non rispettato.",
  unassessed: "Standard minimi non valutabili",
  met: "Standard minimi rispettati",
};

const ofBoth: SummaryHeads = {
  missed: "Obiettivi non raggiunti e standard minimi non rispettati",
  noMissed: "Nessun obiettivo o standard minimo valutabile risulta mancato.",
  unassessed: "Obiettivi e standard minimi non valutabili",
  met: "Obiettivi raggiunti e standard minimi rispettati",
};

/** Over the tables of what was missed, met and not assessed. */
export function summaryHeads(judged: readonly Judged[]): SummaryHeads {
  const { targets, standards } = outcomeCounts(judged);
  const [hasTargets, hasStandards] = [targets, standards].map((of) => of.met + of.missed + of.unassessed > 0);
  if (hasStandards !== true) return ofTargets;
  return hasTargets === true ? ofBoth : ofStandards;
}

/** Where the operator has no target. */
export function noTargetsWords(hasStandards: boolean): string {
  return hasStandards
    ? "Nessun indicatore ha un obiettivo fissato dall’operatore: i valori sono confrontati con i soli standard minimi dell’Autorità."
    : sentences.noTargets;
}

/** `"Obiettivi non valutabili: 3"`. */
export function unassessedWords({ unassessed }: SummaryHeads, count: string): string {
  return `${unassessed}: ${count}`;
}
