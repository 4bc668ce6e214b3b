/** The Italian of the workbook that lists single cases. */
import type { Exclusion } from "../../reports/act.ts";
import type { Dimension } from "../../reports/scope.ts";
import { dimensionWords } from "../explain-words.ts";

export const evidenceWords = {
  summary: "Riepilogo",
  title: "Righe considerate ed escluse",
  notice: "Documento interno: elenca i singoli casi. Non si pubblica e non si trasmette all’Autorità.",
  guide:
    "Una riga per ogni riga buona dell’estrazione, compresi i casi esclusi, quelli fuori periodo e quelli non pertinenti; le righe scartate per errore nei dati sono nell’estrazione stessa. Gli istanti sono quelli degli orologi italiani, con lo scarto dall’ora universale.",
  counted: "considerata",
  outside: "fuori periodo",
  noConcern: "non pertinente",
  excluded: "esclusa",
} as const;

export const summaryColumns = ["Tabella", "Classe", "Motivo", "Punto della norma", "Righe"] as const;

/** The heads name the column of the data contract, or of the measure, that stands below. */
export const headWords = {
  key: (name: string): string => `Riga (${name})`,
  class: "Classe",
  "left-out": "Motivo",
  started: (name: string): string => `Inizio (${name})`,
  ended: (name: string): string => `Fine (${name})`,
  quantity: (name: string): string => quantities[name] ?? name,
  dimension: (name: string): string => capital(dimensionWords[name as Dimension] ?? name),
} as const;

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const quantities: Readonly<Record<string, string>> = {
  days: "Giorni netti",
  seconds: "Secondi netti",
  contract_slack: "Margine sul termine contrattuale",
  agreed_slack: "Margine sulla data concordata (giorni)",
  term_slack: "Margine sul termine",
  wait: "Attesa (ms)",
  total: "Navigazione e attesa (ms)",
  path: "Percorso (ms)",
  further_calls: "Ulteriori chiamate",
  speed: "Velocità (kbit/s)",
  failed: "Prova fallita",
  delay_us: "Ritardo (µs)",
  packets_sent: "Pacchetti inviati",
  packets_lost: "Pacchetti perduti",
  added_us: "Tempo aggiunto all’indisponibilità (µs)",
  lines: "Linee",
};

/** Class and reason of a row; one that only some measures leave out is counted, and says why they do. */
export function classWords(
  name: string,
  leftOut: string | null,
  exclusions: readonly Exclusion[],
): readonly [className: string, reason: string, clause: string] {
  const exclusion = (id: string) => exclusions.find((one) => one.id === id);
  switch (name) {
    case "counted": {
      if (leftOut === null) return [evidenceWords.counted, "", ""];
      const { words = leftOut, clause = "", measures } = exclusion(leftOut) ?? {};
      const where = measures === undefined ? "" : ` (esclusa da ${measures.join(", ")})`;
      return [evidenceWords.counted, `${words}${where}`, clause];
    }
    case "outside":
      return [evidenceWords.outside, "", ""];
    case "no-concern":
      return [evidenceWords.noConcern, "", ""];
    default:
      return [evidenceWords.excluded, exclusion(name)?.words ?? name, exclusion(name)?.clause ?? ""];
  }
}
