/** The Italian of an act's own data: how it was made public, from when it holds, and where each of its values stands. */
import type { LawDay, LegalMinimum, Measure, Publication, Sourced } from "../reports/act.ts";
import { standardWords } from "./italian.ts";
import { dateWords, decimalWords } from "./number-format.ts";

export const actHeads = {
  publication: "Pubblicazione",
  text: "Testo",
  terms: "Termini",
  examples: "Esempi",
} as const;

/** As it is cited: `"G.U. n. 173 del 27 luglio 2006"`. */
export function publicationWords({ day, in: place, gazetteNumber }: Publication): string {
  if (place === "gazette") return `G.U. n. ${gazetteNumber ?? "(non noto)"} del ${dateWords(day)}`;
  return `pubblicata sul sito dell’Autorità in data ${dateWords(day)}; estremi della Gazzetta Ufficiale non noti`;
}

/** What follows a value of law: `"fonte: …; vale dal …. Nota."` */
export function sourceWords({ source, from, note }: Partial<Sourced>): string {
  const since = from === undefined ? "" : `; vale dal ${dateWords(from)}`;
  return `fonte: ${source ?? "non indicata"}${since}${note === undefined ? "" : `. ${note}`}`;
}

export function lawDayWords(side: "from" | "to", day: LawDay): string {
  return `${side === "from" ? "dal" : "al"} ${dateWords(day.day)} – ${sourceWords(day)}`;
}

/** Every value that the law sets for a measure, one a line. */
export function lawLines({ formula, minimum }: Measure): readonly string[] {
  if (formula.kind === "percentile")
    return [`percentile ${formula.p}° – ${sourceWords(formula)}`, ...leastLines(minimum)];
  if (formula.kind === "share" && "limitSeconds" in formula.test)
    return [`limite di ${formula.test.limitSeconds} secondi – ${sourceWords(formula.test)}`, ...leastLines(minimum)];
  return leastLines(minimum);
}

function leastLines(minimum: LegalMinimum | undefined): readonly string[] {
  if (minimum === undefined) return [];
  const { comparator, value, clause } = minimum;
  return [`${standardWords(comparator, decimalWords(value))} (${clause}) – ${sourceWords(minimum)}`];
}

interface ComplaintTerm extends Partial<Sourced> {
  readonly receivedFrom: string | null;
  readonly days: number;
}

export function termWords({ receivedFrom, days, ...law }: ComplaintTerm): string {
  const since = receivedFrom === null ? "" : ` per i reclami ricevuti dal ${dateWords(receivedFrom)}`;
  return `${days} giorni${since} – ${sourceWords(law)}`;
}

/** `"p95 = 19 giorni solari. 95 · 20 / 100 = 19: …"`; a plain count has no unit to print. */
export function exampleResult(measure: string, value: string, unit: string, why: string): string {
  return `${measure} = ${value}${unit === "-" ? "" : ` ${unit}`}. ${why}`;
}
