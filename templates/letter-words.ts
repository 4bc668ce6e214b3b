/** The Italian of the letters to the Authority and of the text for the bill. */
import type { Act } from "../reports/act.ts";
import type { OperatorIdentity, ReportPeriod, Supersession } from "../reports/report-model.ts";
import { actWords, periodIdWords, provisionalDefinition, scopeOf, stopped } from "./italian.ts";
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
  target: "obiettivo: ",
  targets: { some: "Obiettivi non raggiunti:", none: "Tutti gli obiettivi valutabili sono stati raggiunti." },
  standards: {
    some: "Standard minimi non rispettati:",
    none: "Tutti gli standard minimi valutabili sono stati rispettati.",
  },
} as const;

export function billTitle(period: ReportPeriod): string {
  return `Qualità dei servizi – ${periodIdWords(period.id)}`;
}

/** `acts` are the Authority's own: the charter may promise more than they ask for. */
export function billActs(acts: string): string {
  return `Indicatori previsti dall’Autorità per le garanzie nelle comunicazioni (${acts}).`;
}

export function billTargets({ name, charter }: OperatorIdentity, met: string, assessable: string): string {
  const of = charter === undefined ? "" : ` fissati nel documento «${charter}»`;
  return `Obiettivi${of} e raggiunti da ${name}: ${met} su ${assessable} valutabili.`;
}

export function billStandards({ name }: OperatorIdentity, met: string, assessable: string): string {
  return `Standard minimi fissati dall’Autorità e rispettati da ${name}: ${met} su ${assessable} valutabili.`;
}

export interface BillLine {
  readonly indicator: string;
  /** What the figure is of. */
  readonly services: string;
  readonly scope: string;
  readonly measure: string;
  /** With its unit, as `bound` has its own. */
  readonly value: string;
  readonly bound: string;
}

/** `"- Tempo di attivazione del servizio – servizi …; ambito: tecnologia WIRELESS – Media: 7,86 giorni solari; obiettivo: non superiore a 7 giorni solari."` */
export function billLine({ indicator, services, scope, measure, value, bound }: BillLine): string {
  return `- ${indicator} – ${services}; ${scopeOf(scope)} – ${measure}: ${value}; ${stopped(bound)}`;
}

export function billSite({ site }: OperatorIdentity): string {
  return `Valori, obiettivi e definizioni di tutti gli indicatori sono pubblicati sul sito ${site ?? "dell’operatore"}.`;
}
