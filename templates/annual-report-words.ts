/**
 * The Italian of the annual report to the Authority. What it must hold, and the words for it, follow the reports that two
 * operators filed under the same article (years 2012 and 2014), addressee included; the article itself was not read.
 */
import type { Act } from "../reports/act.ts";
import type { OperatorIdentity, ReportPeriod } from "../reports/report-model.ts";
import { actNumber, halfName, periodName, toConfirm } from "./italian.ts";
import { shortDateWords } from "./number-format.ts";

export const annual = {
  title: "Relazione annuale sulla qualità dei servizi",
  addressee: [
    "Spettabile",
    "Autorità per le Garanzie nelle Comunicazioni",
    "Direzione Tutela Consumatori",
    "Centro Direzionale Isola B5, Torre Francesco",
    "Napoli (NA)",
  ],
  subject: "Oggetto",
  services: "Servizi e atti di riferimento",
  contents: "Per ciascun indicatore sono riportati",
  items: [
    "le misurazioni effettuate;",
    "gli obiettivi fissati in relazione a ciascuna misura;",
    "i consuntivi relativi al 1° e al 2° semestre e all’intero anno;",
    "i consuntivi annuali disaggregati per singola regione amministrativa, per gli indicatori che ne prevedono il dettaglio territoriale;",
    "la definizione dell’indicatore;",
    "le note esplicative di come sono rilevate le misurazioni;",
    "i periodi di rilevazione.",
  ],
  noMobile:
    "La relazione riguarda i servizi da postazione fissa e l’assistenza clienti; gli indicatori dei servizi mobili (delibera n. 104/05/CSP) non ne fanno parte.",
  attached: "Allegati: schede riassuntive secondo il modello elettronico",
  placeAndDate: "Luogo e data",
  signature: "Il legale rappresentante",
  figures: "Misurazioni effettuate, obiettivi e consuntivi",
  regions: "Consuntivi annuali per regione",
  noRegions: "Nell’anno nessuna regione presenta casi.",
  periods: "Periodi di rilevazione",
  notes: "Note esplicative",
  general: "Note generali",
  more: "Le avvertenze sui dati e la quadratura delle righe di ciascun indicatore sono riportate nella relazione sugli indicatori dello stesso anno, pubblicata insieme alla presente.",
  regionsNote:
    "La tabella delle regioni elenca le 20 regioni amministrative con il loro codice ISTAT; dove nell’anno non vi sono casi il valore è n.d. Con meno di 20 casi il percentile 95° coincide con il valore massimo osservato, con meno di 100 il 99°. La riga del totale riporta il valore complessivo, che è calcolato su tutti i casi e non sui valori delle regioni.",
} as const;

export const regionHeads = {
  code: "Codice ISTAT",
  region: "Regione",
  cases: "Casi",
  total: "Totale complessivo",
} as const;

export function annualSubject({ year }: ReportPeriod): string {
  return `Relazione annuale sulla qualità dei servizi – Anno ${year} (art. 10, comma 1, delibera n. 179/03/CSP)`;
}

export function annualLead({ name }: OperatorIdentity, { year }: ReportPeriod): string {
  return `Ai sensi dell’art. 10, comma 1, della delibera n. 179/03/CSP, ${name} presenta la relazione annuale sugli standard di qualità obbligatori e sui relativi risultati dell’anno ${year}.`;
}

/** Two acts of which the second amends the first are cited together. */
export function serviceLine(service: string, [first, ...amending]: readonly Act[], isOffered: boolean): string {
  const cited = (act: Act) => (act.verified === "no" ? `${actNumber(act.number)} ${toConfirm}` : actNumber(act.number));
  const law = first === undefined ? "" : `: ${cited(first)}`;
  const later = amending.map((act) => `, come modificata e integrata dalla ${cited(act)}`).join("");
  return `${service}${law}${later}${isOffered ? "" : " – servizio non offerto"}`;
}

/** What each act speaks of; acts that stand together are of one service. */
export const actServices: readonly { readonly words: string; readonly acts: readonly string[] }[] = [
  { words: "telefonia vocale fissa", acts: ["254-04-csp"] },
  { words: "accesso a Internet da postazione fissa", acts: ["131-06-csp", "244-08-csp"] },
  { words: "servizi da postazione fissa, telefonia vocale e accesso a Internet", acts: ["156-23-cons"] },
  { words: "servizi telefonici di contatto (call center)", acts: ["79-09-csp"] },
  { words: "assistenza clienti", acts: ["255-24-cons"] },
];

export function publishedWords({ site }: OperatorIdentity): string {
  return `Questo documento è riprodotto e pubblicato sul sito ${site ?? "dell’operatore"}.`;
}

export function attachedWords(files: readonly string[]): string {
  return `${annual.attached} (${files.join(", ")}).`;
}

/** `"1° semestre dal 1/1/2026 al 30/6/2026; 2° semestre …; anno intero …"`, without the halves where an act asks for none. */
export function periodsWords(period: ReportPeriod, withHalves: boolean): string {
  const { year, firstDay, lastDay } = period;
  const span = (name: string, from: string, to: string) =>
    `${name} dal ${shortDateWords(from)} al ${shortDateWords(to)}`;
  const halves = [span(halfName(1), firstDay, `${year}-06-30`), span(halfName(2), `${year}-07-01`, lastDay)];
  return `${[...(withHalves ? halves : []), span(periodName(period).toLowerCase(), firstDay, lastDay)].join("; ")}.`;
}

export function regionValueHead(unit: string): string {
  return unit === "-" ? "Valore" : unit;
}
