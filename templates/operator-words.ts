/** The Italian of what the documents say of the operator itself: its identity, its hours, whether it owes a report. */
import type { ExtractedTable, OperatorIdentity, PrintedReading } from "../reports/report-model.ts";
import { listWords, sections, sectionWords, tableWords } from "./italian.ts";
import { integerWords } from "./number-format.ts";

export const operatorLabels = {
  pec: "Posta elettronica certificata",
  hours: "Orario di assistenza",
  page: "Documento dell’operatore",
  duty: "Comunicazione all’Autorità",
} as const;

/** A page of the operator's site is not called a charter of services. */
export function documentLabel({ charterIsPage }: OperatorIdentity): string {
  return charterIsPage === true ? operatorLabels.page : sections.charter;
}

const days = {
  "every-day": "tutti i giorni",
  "working-days": "tutti i giorni lavorativi",
  "monday-friday": "dal lunedì al venerdì",
} as const;

/** `"dal lunedì al venerdì, dalle 9.30 alle 12.30 e dalle 15.00 alle 18.00"`; what the document does not say is said to be so. */
export function hoursWords({ days: on, open }: NonNullable<OperatorIdentity["hours"]>): string {
  const clock = (time: string | undefined) => (time ?? "").replace(/^0/, "").replace(":", ".");
  const spans = open.map((span) => {
    const [from, to] = span.split("-");
    return `dalle ${clock(from)} alle ${clock(to)}`;
  });
  const when = listWords(spans);
  return on === undefined ? `${when} (giorni non indicati nel documento)` : `${days[on]}, ${when}`;
}

export const notSubjectLead =
  "Operatore non soggetto alla comunicazione degli indicatori di qualità all’Autorità, secondo quanto risulta dal suo documento.";

export const noWorkbooks =
  "Per il periodo non è prodotto alcun modello elettronico per l’Autorità; la relazione espone i soli impegni propri dell’operatore che risultano misurabili.";

export const noOwnFigures =
  "Il documento dell’operatore non contiene impegni misurabili: la relazione non espone valori.";

export function documentQuote(section: string, words: string): string {
  return `${sectionWords(section)}: «${words}»`;
}

export function notSubjectWarning(reason: string): string {
  return `${notSubjectLead} ${reason}`;
}

export const readingLabels = {
  title: "Criteri di lettura del documento dell’operatore",
  lead: "I dati sono estratti dai sistemi dell’operatore secondo i criteri che seguono, ricavati dal testo del suo documento.",
  table: "Dati",
  section: sections.section,
  words: "Testo dell’operatore",
  reading: "Criterio adottato",
} as const;

export function readingCells({ table, section, words, reading }: PrintedReading): readonly string[] {
  return [tableWords(table), sectionWords(section), words.map((text) => `«${text}»`).join("\n"), reading];
}

export const extractLabels = {
  title: "Dati estratti per il periodo",
  table: "Dati",
  rows: "Righe estratte",
  quarantined: "Righe scartate per errore nei dati",
} as const;

export function extractCells({ table, rows, quarantined }: ExtractedTable): readonly string[] {
  return [tableWords(table), integerWords(rows), integerWords(quarantined)];
}

const channels: Readonly<Record<string, string>> = {
  letter: "lettera",
  fax: "fax",
  email: "posta elettronica",
  pec: "posta elettronica certificata",
  web: "sito o area riservata",
  phone: "telefono",
  counter: "sportello",
};

export const channelWords = (channel: string): string => channels[channel] ?? channel;

/** Disputes that the data call traceable although they came in a form that the operator's document does not admit. */
export function complaintFormsWarning(
  section: string,
  admitted: readonly string[],
  found: readonly { readonly channel: string; readonly rows: number }[],
): string {
  const total = found.reduce((sum, { rows }) => sum + rows, 0);
  const counts = found.map(({ channel, rows }) => `${channelWords(channel)} (${integerWords(rows)})`);
  const subject =
    total === 1
      ? "1 contestazione, segnata come tracciabile nei dati, è pervenuta"
      : `${integerWords(total)} contestazioni, segnate come tracciabili nei dati, sono pervenute`;
  const forms = `${subject} in una forma che il documento dell’operatore (${sectionWords(section)}) non ammette`;
  return `${forms}: ${listWords(counts)}. Il documento ammette: ${listWords(admitted.map(channelWords))}. Le contestazioni restano comprese nei valori: verificare il campo «traceable».`;
}
