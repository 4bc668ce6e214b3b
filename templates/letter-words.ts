/** The Italian of the letters to the Authority and of the text for the bill. */
import type { Act } from "../reports/act.ts";
import type { OperatorIdentity, ReportPeriod, Supersession } from "../reports/report-model.ts";
import { actWords, periodIdWords, provisionalDefinition, stopped } from "./italian.ts";
import { integerWords, shortDateWords } from "./number-format.ts";

export const letterWords = {
  coverTitle: "Lettera di accompagnamento",
  correctionTitle: "Nota di rettifica",
  subject: "Oggetto",
  channel: "Trasmessa tramite",
  protocol: "Prot. n.",
  placeAndDate: "Luogo e data",
  signature: "Il legale rappresentante",
  blank: "________________________________",
  acts: "Atti di riferimento:",
  outcomes: "Esiti degli indicatori previsti da tali atti:",
  files: "I documenti allegati sono identificati dalla loro impronta SHA-256:",
  fileHeads: ["Documento", "Impronta SHA-256"],
  remarks: "Le osservazioni dell’operatore sugli obiettivi non raggiunti sono riportate nella relazione.",
  changes: "I valori rettificati sono i seguenti:",
} as const;

export function coverSubject(period: ReportPeriod): string {
  return `Indicatori di qualità dei servizi – ${periodIdWords(period.id)} – trasmissione dei risultati`;
}

export function correctionSubject(period: ReportPeriod, revision: number): string {
  return `Indicatori di qualità dei servizi – ${periodIdWords(period.id)} – rettifica (revisione ${integerWords(revision)})`;
}

export function coverLead({ name }: OperatorIdentity, period: ReportPeriod): string {
  return `${name} trasmette i risultati degli indicatori di qualità dei servizi relativi ${aboutPeriod(period)}, confrontati con gli obiettivi fissati.`;
}

export function correctionLead(
  { name }: OperatorIdentity,
  period: ReportPeriod,
  revision: number,
  { revision: former, publishedOn }: Supersession,
): string {
  const of = publishedOn === undefined ? "" : `, pubblicata il ${shortDateWords(publishedOn)}`;
  return `${name} comunica di aver rettificato i risultati degli indicatori di qualità dei servizi relativi ${aboutPeriod(period)}. La revisione ${integerWords(revision)} sostituisce la revisione ${integerWords(former)}${of}.`;
}

export function reasonWords({ reason }: Supersession): string {
  return `Motivo della rettifica: ${stopped(reason.trim())}`;
}

/** `"al 1° semestre 2026 (dal 1/1/2026 al 30/6/2026)"`, `"all’anno 2026 (…)"`. */
function aboutPeriod({ id, half, firstDay, lastDay }: ReportPeriod): string {
  const span = `(dal ${shortDateWords(firstDay)} al ${shortDateWords(lastDay)})`;
  return `${half === null ? "all’" : "al "}${periodIdWords(id)} ${span}`;
}

/** Of an act that nobody has read nothing is sent. */
export function notSentWords(act: Act): string {
  return `Non sono trasmessi i risultati relativi alla ${actWords(act).replace(/^D/, "d")}. ${provisionalDefinition}`;
}

export function originWords(snapshot: string): string {
  return `I dati da cui i risultati derivano sono conservati nell’estrazione con impronta SHA-256 ${snapshot}.`;
}

export function siteWords({ site }: OperatorIdentity): string {
  return `I risultati sono pubblicati sul sito ${site ?? "dell’operatore"}.`;
}

export const billWords = {
  missed: "Obiettivi non raggiunti:",
  none: "Tutti gli obiettivi valutabili sono stati raggiunti.",
} as const;

export function billTitle(period: ReportPeriod): string {
  return `Qualità dei servizi – ${periodIdWords(period.id)}`;
}

/** `acts` are the Authority's own: the charter may promise more than they ask for. */
export function billLead(operator: OperatorIdentity, met: string, assessable: string, acts: string): string {
  const { name, charter } = operator;
  const of = charter === undefined ? "" : ` fissati nel documento «${charter}»`;
  return `Indicatori previsti dall’Autorità per le garanzie nelle comunicazioni (${acts}). Obiettivi${of} e raggiunti da ${name}: ${met} su ${assessable} valutabili.`;
}

/** `"Tempo di attivazione del servizio, Media (tecnologia WIRELESS): 7,86 giorni solari; obiettivo: non superiore a 7."` */
export function billLine(figure: string, value: string, target: string): string {
  return `- ${figure}: ${value}; obiettivo: ${stopped(target)}`;
}

export function billSite({ site }: OperatorIdentity): string {
  return `Valori, obiettivi e definizioni di tutti gli indicatori sono pubblicati sul sito ${site ?? "dell’operatore"}.`;
}
