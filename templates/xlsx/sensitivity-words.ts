/** The Italian of the sensitivity workbook. */
import type { ReportRow } from "../../reports/report-model.ts";
import type { Sensitivity } from "../../reports/settings-effect.ts";
import { isLegalStandard, outcomeWords } from "../figure-words.ts";
import { outcomes, periodIdWords } from "../italian.ts";
import { integerWords } from "../number-format.ts";

export const internalNotice = "Documento interno dell’operatore: da non trasmettere né pubblicare";

export const sensitivityWords = {
  title: "Sensibilità dei valori ai criteri di calcolo",
  summary: "Sintesi",
  setting: "Criterio",
  chosen: "Nella relazione",
  reason: "Motivo",
  alternative: "Alternativa",
  concerned: "Indicatori interessati",
  none: "Nessun valore cambia.",
  yes: "sì",
  unconcerned: "Criteri che non riguardano gli indicatori della relazione",
} as const;

export const introduction =
  "Ciascun criterio di calcolo è sostituito, da solo, con l’alternativa indicata; tutti gli altri restano quelli della relazione. Ogni foglio riporta i valori che cambiano, per primi quelli il cui esito cambia. L’esito è determinato sul valore non arrotondato.";

export const summaryColumns = [
  "Foglio",
  "Criterio",
  "Nella relazione",
  "Alternativa",
  "Valori confrontati",
  "Valori che cambiano",
  "Esiti che cambiano",
] as const;

export const figureColumns = [
  "Esito cambia",
  "Indicatore",
  "Ambito",
  "Misura",
  "Unità di misura",
  "Obiettivo",
  "Casi",
  "Valore",
  "Esito",
  "Casi",
  "Valore",
  "Esito",
  "Differenza",
] as const;

/** What the report rests on whose figures stand in the first columns. */
export function baseWords({ base, period }: Sensitivity): string {
  const of = periodIdWords(period.id);
  switch (base.state) {
    case "published":
      return `Relazione pubblicata, revisione ${base.revision} – ${of}`;
    case "draft":
      return `Relazione in bozza, revisione ${base.revision} – ${of}`;
    case "snapshot":
      return `Ultima estrazione dei dati, non ancora oggetto di relazione – ${of}`;
    default:
      return base satisfies never;
  }
}

export function movedWords(compared: number, moved: number, turned: number): string {
  return `Valori confrontati: ${integerWords(compared)}; valori che cambiano: ${integerWords(moved)}; esiti che cambiano: ${integerWords(turned)}.`;
}

/** The outcome against the target, and that against the legal minimum where it is another matter. */
export function sideOutcome(row: ReportRow): string {
  const { minimum } = row.figure;
  const outcome = outcomeWords(row);
  if (minimum === undefined || isLegalStandard(row)) return outcome;
  return `${outcome}; ${minimum.outcome === "met" ? outcomes.standardMet : outcomes.standardMissed}`;
}
