/** The Italian of the report's own parts: its revision, the operator's remarks, the trend, the annexes, what is attached. */
import type { ReportModel, Supersession } from "../reports/report-model.ts";
import { draftFooter, listWords, sections } from "./italian.ts";
import { integerWords, shortDateWords } from "./number-format.ts";

export const reportHeads = {
  revision: "Revisione",
  remarks: "Osservazioni dell’operatore",
  excluded: "Casi esclusi dal calcolo",
  trend: "Andamento negli ultimi quattro semestri",
  corrected: "Valori rettificati",
  acts: "Allegato – Atti di riferimento e punti di legge",
  choices: "Allegato – Criteri di calcolo adottati",
  conservation: "Allegato – Quadratura delle righe",
  warnings: "Allegato – Avvertenze",
  method: "Allegato – Note sul metodo e impronte",
} as const;

/** Of figures under acts that somebody chose: nobody is to approve them. */
const chosenFooter =
  "Copia di sola lettura con atti scelti a mano. Non valida per la pubblicazione né per l’invio all’Autorità.";

/** What stands at the foot of every page of a reading copy. */
export function draftFooterOf({ warnings }: Pick<ReportModel, "warnings">): string {
  return warnings.some(({ code }) => code === "act-chosen") ? chosenFooter : draftFooter;
}

/** `"Revisione 1"`. */
export function revisionWords(revision: number): string {
  return `${reportHeads.revision} ${integerWords(revision)}`;
}

/** `"Rettifica della revisione 1 del 20/8/2026. Motivo: …"`. */
export function supersedesWords({ revision, publishedOn, reason }: Supersession): string {
  const of = publishedOn === undefined ? "" : ` del ${shortDateWords(publishedOn)}`;
  return `Rettifica della revisione ${integerWords(revision)}${of}. Motivo: ${reason.trim().replace(/\.$/, "")}.`;
}

export const changeHeads = {
  figure: "Indicatore e misura",
  before: "Valore precedente",
  now: "Valore rettificato",
  outcomeBefore: "Esito precedente",
  outcomeNow: "Esito",
} as const;

export const changeSentences = {
  none: "Nessun valore è cambiato.",
  notThere: "non presente",
} as const;

/** `"5,00 (3 casi)"` */
export function valueOfCases(value: string, cases: string, count: number): string {
  return `${value} (${cases} ${count === 1 ? "caso" : "casi"})`;
}

export const trendWords = {
  missedMark: "*",
  legend:
    "* = obiettivo o standard minimo non raggiunto nel semestre, secondo l’obiettivo allora vigente. – = il semestre non ha una relazione pubblicata o non espone il valore.",
  none: "Non vi sono relazioni pubblicate dei semestri precedenti con cui confrontare i valori.",
} as const;

/** `"1° sem. 2026"`; of a revision that is not the first also which. */
export function shortPeriod(id: string, revision = 1): string {
  const match = /^(\d{4})-S([12])$/.exec(id);
  const words = match === null ? id : `${match[2]}° sem. ${match[1]}`;
  return revision > 1 ? `${words} (rev. ${revision})` : words;
}

export const actTable = {
  act: "Atto",
  publication: "Pubblicazione",
  inForce: "In vigore",
  text: "Testo",
  points: "Punti di legge e criteri, indicatore per indicatore",
} as const;

export const pointWords = {
  excluded: "esclusioni",
  none: "nessun valore di legge e nessuna esclusione",
  balance:
    "Per ogni indicatore e tabella: righe lette = considerate + escluse + scartate per errore nei dati + fuori dal periodo + non pertinenti.",
} as const;

export const choiceHeads = ["N.", "Criterio", "Motivo e riscontro", "Indicatori"] as const;

/** `"nn. 1, 4 e 7 dell’allegato «Criteri di calcolo adottati»."` */
export function choiceNumbersWords(numbers: readonly number[]): string {
  const list = listWords(numbers.map((number) => integerWords(number)));
  return `${numbers.length === 1 ? "n." : "nn."} ${list} dell’allegato «${sections.choices}».`;
}

export const conservationHeads = [
  "Delibera",
  "Indicatore",
  "Dati",
  "Righe lette",
  "Considerate",
  "Escluse",
  "Scartate per errore",
  "Fuori dal periodo",
  "Non pertinenti",
] as const;

/** `"ordini di attivazione – Righe scartate: 4, di cui …"` */
export function quarantineLine(table: string, words: string): string {
  return `${table} – ${words}`;
}

export function chartsWords(shown: number, all: number): string {
  return `Sono riportati ${integerWords(shown)} grafici su ${integerWords(all)}, per primi quelli con un obiettivo non raggiunto.`;
}

export const attachmentWords = {
  lead: "File incorporati in questo documento:",
  indicators: "Valori degli indicatori in formato elettronico (JSON)",
  audit: "Cartella di controllo: distribuzioni e formule da cui seguono i valori",
} as const;

export function attachmentLine(name: string, description: string, sha256: string): string {
  return `${name} – ${description}. Impronta SHA-256: ${sha256}`;
}

/** Beside the operator's own target. */
export function standardBesideWords(standard: string, unit: string, outcome: string): string {
  return `${standard.charAt(0).toUpperCase()}${standard.slice(1)} ${unit}: ${outcome.toLowerCase()}.`;
}

export const countHeads = {
  numbers: [
    "Raggiunti",
    "Non raggiunti",
    "Non valutabili",
    "Standard minimi rispettati",
    "Standard minimi non rispettati",
  ],
  all: "Totale",
} as const;
