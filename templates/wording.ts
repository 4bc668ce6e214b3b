/** The Italian of what figures and warnings say of themselves; the labels and sentences of the documents are in italian.ts. */

import { actOf } from "../reports/acts/index.ts";
import { isOwnAct } from "../reports/acts/operator.ts";
import type { Wording } from "../reports/wording.ts";
import {
  actNumber,
  actWords,
  listWords,
  oddityWords,
  oldTarget,
  periodIdWords,
  provisionalDefinition,
  sectionWords,
  sentences,
  tableWords,
} from "./italian.ts";
import { monthName, shortDateWords, sinceWords } from "./number-format.ts";
import { complaintFormsWarning, notSubjectWarning } from "./operator-words.ts";
import { scopeWords } from "./scope-words.ts";
import { charterValueWords, judgedByDirection } from "./target-words.ts";

const oddities: Readonly<Record<string, string>> = {
  "ordered-after-registration": "l’ordine del cliente è successivo alla registrazione dell’ordine valido",
  "cancelled-after-completion": "l’annullamento è successivo al completamento",
  "charge-before-report": "la presa in carico precede la segnalazione",
  "unknown-event": "l’evento indicato non è fra quelli dichiarati",
  "wait-without-ivr": "manca il tempo di navigazione di una chiamata con scelta dell’operatore (contato come 0)",
  "answered-without-wait": "la chiamata ha avuto risposta ma manca il tempo di attesa",
  "closed-before-receipt": "la chiusura del reclamo precede la ricezione",
  "failed-with-speed": "una prova fallita riporta una velocità",
  "speed-missing": "manca la velocità di una prova riuscita",
  "more-lost-than-sent": "i pacchetti perduti superano quelli inviati",
  "overlapping-tree":
    "un albero IVR dello stesso numero e scopo entra in servizio prima che il precedente ne esca: entrambi pesano nella media",
  "credit-before-receipt": "il riaccredito precede la ricezione della contestazione",
};

const rows = (n: number): string => (n === 1 ? "1 riga" : `${n} righe`);

/** As it is cited; an id that no act has stands as it is. */
function citedAct(id: string): string {
  const act = actOf(id);
  return act === undefined ? id : `delibera n. ${act.number}`;
}

export const wording: Wording = {
  reasons: {
    noCases: "Nel periodo non vi sono casi.",
    allLeftOut: (words) => `Nessun caso per questa misura: ${words.join("; ")}.`,
    notOffered: "Servizio non offerto.",
    noTable: (table) => `L’operatore dichiara di non disporre dei dati: ${tableWords(table)}.`,
    noRowInScope: "Nessuna riga dei dati rientra nell’ambito dell’obiettivo.",
  },
  notes: {
    percentileIsMaximum: sentences.smallNumber,
    percentileIsMinimum: "Numero di casi ridotto: il percentile coincide con il valore minimo osservato.",
    oldTarget: (target) => oldTarget(target.year),
    judgedByDirection,
    narrowed: (scope) => `Valore nei termini della Carta: ${scopeWords(scope)}.`,
    leftOutShare: (words, left, of) => `Lasciati fuori per ${words}: ${left} casi su ${of}.`,
    convertedTarget: (target) => `Obiettivo convertito da ${charterValueWords(target)}.`,
    rateOfTheYear:
      "Il tasso è calcolato sulle segnalazioni di dodici mesi ed è di norma circa il doppio di quello di un semestre; la Carta non indica su quale periodo va misurato l’obiettivo, che è confrontato così come è stampato con il tasso di ciascun periodo.",
    minimumBegins: (from, isAfter) =>
      isAfter
        ? `Lo standard minimo vale ${sinceWords(from)}: il valore di questo periodo non vi è confrontato.`
        : `Lo standard minimo vale ${sinceWords(from)}: il valore comprende anche i casi del periodo anteriori a quel giorno.`,
  },
  warnings: {
    actNotInForce: (act, period, isYetToCome, isChosen) =>
      `${actWords(act)}: nel periodo (${periodIdWords(period)}) l’atto ${isYetToCome ? `non era ancora in vigore (in vigore ${sinceWords(act.inForce.from.day)})` : `non era più in vigore${act.inForce.to === undefined ? "" : ` (in vigore fino al ${shortDateWords(act.inForce.to.day)})`}`}; è applicato perché ${isChosen ? "scelto a mano" : "la Carta dei servizi vi fa riferimento"}.`,
    actsChosen: (acts) =>
      `Atti scelti a mano (${listWords(acts.map((act) => (isOwnAct(act) ? "impegni della Carta" : actNumber(act.number))))}): i valori non seguono gli atti del periodo o della Carta dei servizi. Copia di sola lettura, non valida per la pubblicazione né per l’invio all’Autorità.`,
    actUnverified: (act) => `${actWords(act)}: ${provisionalDefinition}`,
    oldTargets: (charter, charterYear, targets, year) =>
      `${charter}: ${targets === 1 ? "1 obiettivo è" : `${targets} obiettivi sono`} della Carta ${charterYear} e non ${targets === 1 ? "risulta aggiornato" : "risultano aggiornati"} per il ${year}.`,
    oddity: (section, words) => oddityWords(sectionWords(section), words),
    targetMatchesNothing: (target) =>
      `L’obiettivo della Carta, ${sectionWords(target.section)}, riguarda un ambito (${scopeWords(target.scope)}) in cui non rientra alcuna riga dei dati: verificare la corrispondenza dei nomi.`,
    targetNotReported: (target) =>
      `L’obiettivo della Carta, ${sectionWords(target.section)}, è fissato per un atto (${citedAct(target.act)}) che non è fra quelli applicati nel periodo: non è valutato.`,
    emptyTable: (table) =>
      `La tabella «${tableWords(table)}» è vuota: le misure che ne dipendono sono pari a zero o non determinabili.`,
    noTable: (table) => `L’operatore dichiara di non disporre dei dati: ${tableWords(table)}.`,
    quarantined: (table, n) =>
      `${tableWords(table)}: ${rows(n)} ${n === 1 ? "scartata" : "scartate"} per errore nei dati.`,
    changedRows: (table, n, keys) =>
      `${tableWords(table)}: ${rows(n)} ${n === 1 ? "è cambiata" : "sono cambiate"} fra le estrazioni dei due semestri; vale quella del secondo semestre (${keys.join(", ")}${n > keys.length ? ", …" : ""}).`,
    lineGaps: (gaps) =>
      `Linee di accesso: ${gaps === 1 ? "1 combinazione" : `${gaps} combinazioni`} di servizio, tecnologia e rete ${gaps === 1 ? "manca" : "mancano"} in alcuni mesi del periodo; la media divide comunque per tutti i mesi.`,
    silentMonths: (table, months) =>
      `${tableWords(table)}: nessuna riga ${months.length === 1 ? "nel mese" : "nei mesi"} di ${listWords(months.map(monthName))} ${months[0]?.slice(0, 4)}, mentre gli altri mesi del periodo ne hanno; se l’esportazione è incompleta i valori non comprendono quei casi: verificarla e, se occorre, estrarre di nuovo i dati prima di comunicare i valori.`,
    odd: (check, table, n) =>
      `${tableWords(table)}: in ${rows(n)} ${oddities[check] ?? check}; la riga segue le regole generali.`,
    notSubject: notSubjectWarning,
    complaintForms: complaintFormsWarning,
  },
};
