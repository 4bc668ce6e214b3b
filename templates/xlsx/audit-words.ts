/** The Italian of the audit workbook. Numbers come in as texts already formatted. */
import type { Service, ShareTest } from "../../reports/act.ts";
import type { QuantityUnit, Working } from "../../reports/explain.ts";
import type { Comparator } from "../../reports/report-model.ts";
import { countWords, quantityWords } from "../explain-words.ts";
import { serviceWords } from "../italian.ts";
import { integerWords } from "../number-format.ts";

export const auditWords = {
  index: "Indice",
  title: "Fascicolo di verifica dei valori pubblicati",
  own: "Impegni",
  data: "dati",
  scope: "Ambito",
  exclusions: "Esclusioni",
  conservation: "Quadratura delle righe lette",
  classes: "Distribuzioni in classi",
  agrees: "OK",
  differs: "DIVERSO",
  none: "–",
  minimum: "Standard minimo dell’Autorità",
  noExclusions: "Nessun caso escluso.",
} as const;

const columnsOfData = "Per ciascun valore il numero di casi; la cumulata è la somma dei casi fino a quel valore.";
export const dataNotes = {
  printed: columnsOfData,
  onScreen: `${columnsOfData} Il foglio è da consultare a video e non si stampa: le distribuzioni in classi sono nel foglio dell’indicatore.`,
} as const;

export const indexColumns = [
  "Delibera",
  "Indicatore",
  "Ambito",
  "Misura",
  "Unità di misura",
  "Numero di casi",
  "Valore pubblicato",
  "Esito",
  "Controllo",
  "Cella",
] as const;

export const figureColumns = [
  "Misura",
  "Calcolo",
  "Unità di misura",
  "Casi",
  "Rango o perno",
  "Numeratore",
  "Denominatore",
  "Valore non arrotondato",
  "Valore arrotondato",
  "Valore pubblicato",
  "Obiettivo",
  "Esito ricalcolato",
  "Esito pubblicato",
  "Controllo",
] as const;

export const exclusionColumns = ["Ambito", "Motivo", "Casi", "Punto della norma", "Misure"] as const;

export const conservationColumns = [
  "Tabella",
  "Righe escluse e scartate, per motivo",
  "Lette",
  "Fuori periodo",
  "Non pertinenti",
  "Considerate",
  "Escluse",
  "Scartate",
  "Somma",
  "Controllo",
] as const;

export const classColumns = ["Da", "A", "Casi", "Cumulata"] as const;
export const dataColumns = ["Valore", "Casi", "Cumulata"] as const;

/** How to read the workbook; stands on its first sheet. */
export const guide: readonly string[] = [
  "Ogni valore pubblicato è ricalcolato con formule a partire dalla distribuzione dei casi (fogli «dati»: valore, numero di casi, cumulata). I nomi valori_N, casi_N e cumulata_N indicano le tre colonne della distribuzione N.",
  "Percentile: il rango è p·n/100 arrotondato all’intero superiore; il valore è il primo la cui cumulata raggiunge il rango. Deviazione standard: dai valori è sottratto il perno, cioè la media arrotondata all’unità, perché i quadrati restino piccoli; il risultato non cambia.",
  "Numeratore e denominatore sono numeri interi che il foglio di calcolo tiene senza errore fino a 9.007.199.254.740.992; il valore non arrotondato ne è il solo quoziente. Dove il valore è così vicino alla metà fra due cifre che il quoziente non basta a distinguerle, la formula arrotonda con i soli interi.",
  "Controllo: «OK» se il valore ricalcolato è uguale a quello pubblicato fino all’ultima cifra e l’esito ricalcolato è quello pubblicato; «–» dove il valore non è determinabile o non applicabile.",
  "La distribuzione completa di ogni valore è anche nei file distributions.csv e distributions.parquet della stessa relazione.",
];

/** A formula that counts the cells of control: `agreeing` and `all` are formulas themselves. */
export function agreementFormula(agreeing: string, all: string): string {
  return `"Valori ricalcolati uguali a quelli pubblicati: "&${agreeing}&" su "&${all}`;
}

export function agreementWords(agreeing: number, all: number): string {
  return `Valori ricalcolati uguali a quelli pubblicati: ${agreeing} su ${all}`;
}

const facts: Readonly<Record<string, string>> = {
  days: "giorni",
  seconds: "durata",
  "contract-slack": "margine sul termine contrattuale",
  "agreed-slack": "margine sulla data concordata",
  "term-slack": "margine sul termine",
  wait: "attesa della risposta",
  total: "navigazione e attesa della risposta",
  path: "navigazione, pesata sui secondi in servizio",
  "further-calls": "ulteriori chiamate",
  speed: "velocità",
  delay: "ritardo",
};

/** `"durata (s)"`: what a distribution is of. */
export function factWords(fact: string, unit: QuantityUnit): string {
  const words = facts[fact] ?? fact;
  const quantity = quantityWords[unit];
  return quantity === "" || quantity === words ? words : `${words} (${quantity})`;
}

export function curveTitle(number: number, scope: string, quantity: string): string {
  return `Distribuzione ${number} – ${scope} – ${quantity}`;
}

export function elsewhere(values: number): string {
  return `${integerWords(values)} valori distinti, per intero in distributions.csv`;
}

export const comparatorSigns: Readonly<Record<Comparator, string>> = { "<": "<", "<=": "≤", ">": ">", ">=": "≥" };

/** How a figure follows from its terms, in the words of the columns. */
export function howWords(working: Working, unit: QuantityUnit): string {
  const over = (of: string, divisor: number) => (divisor === 1 ? of : `(${of} × ${integerWords(divisor)})`);
  switch (working.kind) {
    case "percentile": {
      const { p, by, divisor } = working;
      const rank = by === "lower" ? `${p}·n/100 per difetto, almeno 1` : `${p}·n/100 per eccesso`;
      return `valore di rango ${rank}${divisor === 1 ? "" : `, diviso ${integerWords(divisor)}`}`;
    }
    case "mean":
      return `somma dei valori / ${over("casi", working.divisor)}`;
    case "weighted-mean":
      return `somma pesata sui secondi in servizio / ${over("secondi", working.divisor)}`;
    case "deviation": {
      const below = working.divideBy === "n" ? "n²" : "n·(n−1)";
      const divided = working.divisor === 1 ? "" : `, divisa per ${integerWords(working.divisor)}`;
      return `radice di (n·Σ(x−perno)² − (Σ(x−perno))²) / ${below}${divided}`;
    }
    case "share":
      return `casi con valore ${testWords(working.test, unit)} / casi × 100`;
    case "ratio": {
      const name = (count: string) => countWords[count] ?? count;
      return `${name(working.numeratorOf)} / ${name(working.denominatorOf)} × 100`;
    }
    case "count":
      return "numero dei casi";
    default:
      return working satisfies never;
  }
}

/** Where a figure is known by its exact value alone. */
export const knownFraction = "quoziente esatto della relazione";

/** Where the printed digit hangs on less than a spreadsheet's numbers can tell apart. */
export const halfway =
  "il valore è a metà fra due cifre entro la precisione del foglio: è accettata quella pubblicata, calcolata per intero";

function testWords(test: ShareTest, unit: QuantityUnit): string {
  switch (test.is) {
    case "under-limit":
      return `< ${integerWords(test.limitSeconds * 1000)} ${quantityWords[unit]}`;
    case "within-limit":
      return `≤ ${integerWords(test.limitSeconds * 1000)} ${quantityWords[unit]}`;
    case "not-negative":
      return "≥ 0";
    case "zero":
      return "= 0";
    default:
      return test satisfies never;
  }
}

/** The measures meant, by whichever list is shorter: theirs or that of the others. */
export function measuresWords(names: readonly string[], others: readonly string[]): string {
  if (others.length === 0) return "tutte";
  return others.length < names.length ? `tutte eccetto: ${others.join("; ")}` : names.join("; ");
}

export function reasonWords(reasons: readonly (readonly [words: string, rows: number])[]): string {
  return reasons.map(([words, rows]) => `${integerWords(rows)} ${words}`).join("; ");
}

export function placeWords(sheet: string, ref: string): string {
  return `${sheet}, ${ref}`;
}

export function indicatorWords(ordinal: number, name: string, service: Service | undefined): string {
  return service === undefined ? `${ordinal} – ${name}` : `${ordinal} – ${name} (${serviceWords[service]})`;
}

/** In the name of a sheet, which holds few letters. */
export const shortService: Readonly<Record<Service, string>> = { internet: "internet", voice: "voce" };
