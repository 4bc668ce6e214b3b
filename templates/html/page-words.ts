/** The Italian of the pages alone; what they share with the other documents stands with those. */
import { acts } from "../../reports/acts/index.ts";
import type { ReportPeriod } from "../../reports/report-model.ts";
import { actNumber, periodName, stopped } from "../italian.ts";

export const pageWords = {
  skip: "Vai al contenuto",
  index: "Indice della pagina",
  identity: "Operatore e periodo",
  value: "Valore",
  acts: "Atti di riferimento e punti di legge",
  all: "Tutte le relazioni dell’operatore, con le revisioni che le sostituiscono",
  accessible:
    "Questa pagina è la versione accessibile della relazione: riporta i valori, gli esiti e le note del documento PDF, si legge senza script e senza collegamento alla rete e si può stampare.",
  notice: "Se la relazione è stata sostituita da una revisione successiva, lo indica la pagina con tutte le relazioni.",
} as const;

export function reportTitle(operator: string, period: ReportPeriod): string {
  return `Indicatori di qualità dei servizi – ${operator} – ${periodName(period)} ${period.year}`;
}

/** `"Tempo di attivazione del servizio: valori e obiettivi"`. */
export function figuresCaption(indicator: string): string {
  return `${indicator}: valori accanto agli obiettivi`;
}

export function noteLabel(number: number): string {
  return `nota ${number}`;
}

export function choiceLabel(number: number): string {
  return `criterio ${number}`;
}

/** A choice with its reason and the indicators it stands for. */
export function choiceWords(words: string, reason: string, indicators: string): string {
  return `${words} Motivo: ${stopped(reason)} Indicatori: ${stopped(indicators)}`;
}

export function chartTitle(indicator: string, scope: string): string {
  return `${indicator} – grafico (ambito: ${scope})`;
}

export function regionsTitle(indicator: string, measure: string): string {
  return `${indicator} – grafico per regione: ${measure}`;
}

export const transparency = {
  title: "Trasparenza tecnica",
  lead: "Prestazioni misurate nel periodo per ciascun profilo di accesso a Internet. Gli obiettivi e gli esiti sono esposti agli indicatori corrispondenti.",
  speed: "Velocità di trasmissione misurata per profilo, in kbit/s",
  delay: "Ritardo di trasmissione e perdita dei pacchetti misurati per profilo",
  profile: "Profilo (velocità nominale)",
  direction: "Direzione",
  lowest: "Minima (percentile 5°)",
  mean: "Media",
  highest: "Massima (percentile 95°)",
  failed: "Prove fallite, %",
  tests: "Prove considerate",
  meanDelay: "Ritardo medio, ms",
  highestDelay: "Ritardo massimo (percentile 95°), ms",
  loss: "Pacchetti perduti, %",
  reading:
    "La velocità minima è il percentile 5° delle prove riuscite, la massima il percentile 95°, la media quella di tutte le prove riuscite.",
  normal:
    "Non è indicata una velocità «normalmente disponibile»: la sua definizione nella delibera n. 156/23/CONS non è stata verificata e nessuna delle misure esposte ne tiene il posto.",
} as const;

export const downloads = {
  title: "File della relazione",
  caption: "File che accompagnano questa pagina",
  file: "File",
  contents: "Contenuto",
  digest: "Impronta SHA-256",
  manifest:
    "Il file manifest.json, scritto per ultimo, riporta l’impronta di ciascun file, compresa quella di questa pagina.",
} as const;

const contents: Readonly<Record<string, string>> = {
  "audit.xlsx": "Foglio di controllo con le formule da cui seguono i valori",
  "distributions.csv": "Distribuzioni, numeratori e denominatori da cui seguono i valori (CSV)",
  "distributions.parquet": "Le stesse distribuzioni (Parquet)",
  "indicators.csv": "Valori, una riga per ciascuno (CSV)",
  "indicators.json": "Valori, quadratura e avvertenze (JSON)",
  "nota-di-rettifica.pdf": "Nota di rettifica (PDF)",
  "relazione-annuale.pdf": "Relazione annuale (PDF)",
  "report.pdf": "Relazione (PDF)",
};

/** What a file of the report holds; a file of a kind that is not known here is listed by its name alone. */
export function contentsOf(file: string): string {
  const act = acts.find(({ id }) => file === `agcom-${id}.xlsx`);
  return act === undefined
    ? (contents[file] ?? "")
    : `Modello elettronico, ${actNumber(act.number)} (foglio di calcolo)`;
}

export const operatorPage = {
  title: "Qualità dei servizi: relazioni pubblicate",
  lead: "Per ogni semestre e per ogni anno, i valori rilevati sono pubblicati accanto agli obiettivi fissati in precedenza.",
  operator: "Operatore",
  reports: "Relazioni pubblicate",
  caption: "Relazioni pubblicate, dalla più recente",
  period: "Periodo",
  revision: "Revisione",
  state: "Stato",
  inForce: "in vigore",
  targets: "Obiettivi raggiunti",
  standards: "Standard minimi rispettati",
  unassessed: "Non valutabili",
  documents: "Documenti",
  page: "pagina",
  pdf: "PDF",
  csv: "CSV",
  json: "JSON",
  results: "Risultati a confronto con gli obiettivi",
  resultsLead:
    "Sono esposti i valori per i quali in almeno un periodo era fissato un obiettivo o uno standard minimo, dal periodo più recente; tutti gli altri sono nelle relazioni. Valgono le revisioni in vigore.",
  noResults: "Nelle relazioni pubblicate nessun valore è confrontato con un obiettivo.",
  accessible: "Questa pagina è accessibile: si legge senza script e senza collegamento alla rete e si può stampare.",
} as const;

export function supersededBy(revision: number): string {
  return `sostituita dalla revisione ${revision}`;
}

export function outOf(part: string, all: string): string {
  return `${part} su ${all}`;
}

export function documentLabel(document: string, period: string, revision: number): string {
  return `${document}, ${period}, revisione ${revision}`;
}

export function trendTitle(measure: string, scope: string): string {
  return `Andamento nei semestri – ${measure} (ambito: ${scope})`;
}
