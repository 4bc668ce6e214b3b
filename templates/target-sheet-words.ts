/** The Italian of the sheet of targets, and its cells in words. */
import type { Act } from "../reports/act.ts";
import type { Comparator } from "../reports/report-model.ts";
import type { ReadTarget, SheetCommitment, TargetSheet } from "../reports/target-sheet.ts";
import { measureNameIn } from "./figure-words.ts";
import { actWords, comparatorWords, oldTarget, sections, sectionWords, serviceWords, unitWords } from "./italian.ts";
import { boundWords, decimalWords } from "./number-format.ts";
import { scopeWords } from "./scope-words.ts";
import { charterValueWords, judgedByDirection } from "./target-words.ts";

export const sheetLabels = {
  year: "Anno degli obiettivi",
  place: "Luogo e data",
  signer: "Il legale rappresentante",
  oddities: "Osservazioni sul testo della Carta",
  notes: "Note",
} as const;

export const sheetSentences = {
  lead: "La scheda riporta ciascun obiettivo con le parole del documento dell’operatore e il modo in cui è valutato nelle relazioni sugli indicatori di qualità.",
  bare: "Dove il documento riporta il solo valore, senza confronto, il valore è letto come massimo se un valore più basso indica una qualità migliore, come minimo nel caso contrario.",
  declaration:
    "Gli obiettivi riportati in questa scheda corrispondono al testo pubblicato dall’operatore e sono valutati come indicato nella colonna «Valutato come».",
} as const;

export function sheetTitle(year: number): string {
  return `Scheda degli obiettivi di qualità – anno ${year}`;
}

/** An operator's own commitments are no act of the Authority and are cited by their title alone. */
export function actHeading(act: Act): string {
  return act.number === "" ? act.title : `${actWords(act)} – ${act.title}`;
}

export const targetHeads = [
  sections.section,
  sections.charterWords,
  "Indicatore e misura",
  "Ambito",
  sections.printedValue,
  "Valutato come",
  "Anno",
  sheetLabels.notes,
] as const;

/** The cells of one target, without those of its notes. */
export function targetCells({ target, indicator, measure, comparator, value }: ReadTarget): readonly string[] {
  const { section, page, words, scope, service, year } = target;
  return [
    page === undefined ? sectionWords(section) : `${sectionWords(section)}, pag. ${page}`,
    `«${words}»`,
    `${indicator.ordinal} – ${indicator.name}: ${measureNameIn(scope, measure)}`,
    service === undefined ? scopeWords(scope) : `${serviceWords[service]}; ${scopeWords(scope)}`,
    charterValueWords(target),
    `${comparatorWords[comparator]} ${exactWords(value)} ${unitWords(measure.unit)}`,
    `${year}`,
  ];
}

/** `"1200"` is `"1.200"`; what is no decimal stays a fraction: `"1/3"`. */
function exactWords(value: string): string {
  return boundWords(value);
}

/** Whole sentences: what a signer must know of one target. A profile may say itself how the words are read. */
export function targetNotes({ target, measure, conflict }: ReadTarget, sheetYear: number): readonly string[] {
  const { year, unit, oddity } = target;
  const reading = conflict ? judgedByDirection(target) : undefined;
  return [
    ...(year === sheetYear ? [] : [oldTarget(year)]),
    ...(reading === undefined ? [] : [reading]),
    ...(unit === measure.unit
      ? []
      : [`Il valore è convertito nell’unità di misura dell’indicatore (${unitWords(measure.unit)}).`]),
    ...(oddity === undefined || oddity.replaceAll("'", "’") === reading ? [] : [oddity]),
  ];
}

export const commitmentHeads = [
  sections.section,
  sections.charterWords,
  sections.commitment,
  sections.printedValue,
  "Anno",
  sheetLabels.notes,
] as const;

export function commitmentCells({ section, words, name, value, unit, printed, year }: SheetCommitment) {
  const amount = `${decimalWords(value)} ${unit}`;
  const compared = printed === "bare" ? amount : `${comparatorWords[printed satisfies Comparator]} ${amount}`;
  return [sectionWords(section), `«${words}»`, name, compared, `${year}`] as const;
}

export function commitmentNotes({ year, oddity }: SheetCommitment, sheetYear: number): readonly string[] {
  return [...(year === sheetYear ? [] : [oldTarget(year)]), ...(oddity === undefined ? [] : [oddity])];
}

export function oddityLines({ oddities }: TargetSheet): readonly string[] {
  return oddities.map(({ section, words }) => `${sectionWords(section)}: ${words}`);
}
