/** The Italian of `explain` and `acts`: what a compliance officer reads of one number, and of one act. */
import type { Measure, Population, ShareTest } from "../reports/act.ts";
import type { QuantityUnit } from "../reports/explain.ts";
import type { WitnessRow } from "../reports/explanation.ts";
import type { Lateness } from "../reports/late-cases.ts";
import type { Dimension } from "../reports/scope.ts";

/** The rows of a population, as the subject of a sentence. */
export const populationWords: Readonly<Record<Population, string>> = {
  "activation-orders": "ordini completati nel periodo",
  "reported-faults": "malfunzionamenti segnalati nel periodo e linee di accesso di ciascun mese",
  "restored-faults": "malfunzionamenti ripristinati nel periodo",
  calls: "chiamate ricevute nel periodo con scelta dell’operatore",
  "ivr-trees": "alberi IVR in servizio nel periodo",
  "phone-complaints": "reclami telefonici ricevuti nel periodo e chiusi a qualunque data",
  disputes: "contestazioni ricevute nel periodo e fatture emesse nel periodo",
  "disputed-invoices": "fatture contestate nel periodo e fatture emesse nel periodo",
  "credited-invoices": "fatture riaccreditate nel periodo e fatture emesse nel periodo",
  "dialup-outages": "interruzioni dell’accesso in dial-up nel periodo",
  "throughput-tests": "prove di velocità del periodo",
  "delay-tests": "prove di ritardo del periodo",
  "packet-tests": "prove di perdita dei pacchetti del periodo",
  "answered-complaints": "reclami con risposta nel periodo",
  "service-outages": "interruzioni del servizio nel periodo",
  "backbone-delays": "prove di dorsale del periodo",
  "backbone-packets": "prove di dorsale del periodo",
  "requests-taken-charge": "richieste di assistenza fatte dai clienti nel periodo, prese in carico a qualunque data",
  "complaints-taken-charge": "reclami ricevuti nel periodo, presi in carico a qualunque data",
  "complaints-answered": "reclami con risposta nel periodo",
};

/** What a ratio counts. */
export const countWords: Readonly<Record<string, string>> = {
  faults: "malfunzionamenti effettivi",
  "mean-lines": "numero medio di linee",
  "final-lines": "linee alla fine del periodo",
  "line-years": "linee per anno",
  disputes: "contestazioni",
  "disputed-invoices": "fatture contestate",
  "credited-invoices": "fatture riaccreditate",
  invoices: "fatture emesse",
  failed: "prove fallite",
  tests: "prove",
  lost: "pacchetti perduti",
  sent: "pacchetti inviati",
  "outage-seconds": "secondi di indisponibilità",
  "up-seconds": "secondi senza interruzione",
  "period-seconds": "secondi del periodo",
  abandoned: "chiamate abbandonate",
  chosen: "chiamate con scelta dell’operatore",
};

export const quantityWords: Readonly<Record<QuantityUnit, string>> = {
  days: "giorni",
  s: "s",
  ms: "ms",
  us: "µs",
  "kbit/s": "kbit/s",
  count: "",
};

/** The cases that a share counts as good. */
export function passingWords(test: ShareTest): string {
  switch (test.is) {
    case "under-limit":
      return `casi sotto ${test.limitSeconds} s`;
    case "within-limit":
      return `casi entro ${test.limitSeconds} s`;
    case "not-negative":
      return "casi entro il termine";
    case "zero":
      return "casi con valore zero";
    default:
      return test satisfies never;
  }
}

export const heads = {
  report: "Relazione",
  scope: "Ambito",
  law: "Atto",
  source: "Fonte",
  verified: "Verifica",
  inForce: "In vigore",
  definition: "Definizione",
  population: "Popolazione",
  tables: "Tabelle",
  formula: "Calcolo",
  value: "Valore",
  exact: "Valore esatto",
  rounding: "Arrotondamento",
  cases: "Numero di casi",
  target: "Obiettivo",
  charter: "Testo della Carta",
  minimum: "Standard minimo",
  outcome: "Esito",
  margin: "Margine",
  turn: "Casi per mancarlo",
  months: "Per mese",
  excluded: "Esclusioni",
  choices: "Criteri adottati",
  conservation: "Righe",
  notes: "Note",
  witness: "Caso testimone",
  measures: "Misure",
  scopes: "Ambiti esposti",
  periodicity: "Periodicità",
  regional: "Per regione",
  service: "Servizio",
} as const;

export const states = { published: "pubblicata", draft: "bozza" } as const;

export const noExclusions = "nessuna";
export const noTarget = "obiettivo non fissato";

export const placeWords: Readonly<Record<WitnessRow["place"], string>> = {
  before: "precedente",
  at: "al posto",
  after: "successivo",
};

export function roundingWords(decimals: number): string {
  const digits = decimals === 0 ? "all’unità" : `a ${decimals} decimali`;
  return `${digits}, per eccesso se la prima cifra omessa è pari o superiore a 5; l’esito è sul valore esatto`;
}

export const casesWords = (cases: string): string => (cases === "1" ? "1 caso" : `${cases} casi`);

export function turnWords(cases: string): string {
  return cases === "1" ? "1 ulteriore caso oltre il limite" : `${cases} ulteriori casi oltre il limite`;
}

export function lateHeading(against: Lateness["against"] | undefined, target: string): string {
  switch (against) {
    case "target":
      return `Casi oltre l’obiettivo (${target}), in ordine di valore:`;
    case "term":
      return "Casi oltre il termine; il valore è il margine rispetto al termine, negativo se superato:";
    case "limit":
    case undefined:
      return "Casi che non rispettano il limite, in ordine di valore; senza valore quelli rimasti senza risposta:";
    default:
      return against satisfies never;
  }
}

export const noLate = "  nessuno";

export const caseWords = {
  value: "valore",
  noValue: "senza valore",
  started: "dal",
  ended: "al",
  suspended: "sospensione",
} as const;

export const betterWords: Readonly<Record<Measure["better"], string>> = {
  lower: "migliore se più basso",
  higher: "migliore se più alto",
  neither: "senza verso",
};

export const periodicityWords = { "S/A": "semestrale e annuale", A: "annuale" } as const;

/** A breakdown, after "per". */
export const dimensionWords: Readonly<Record<Dimension, string>> = {
  technology: "tecnologia",
  network: "rete",
  order_type: "tipo di ordine",
  region: "regione",
  number: "numero",
  purpose: "finalità",
  profile: "profilo nominale",
  direction: "verso della trasmissione",
  urgency: "classe di urgenza",
  point: "punto di misura",
  priority: "priorità del cliente",
};

export function breakdownWords(dimensions: readonly Dimension[]): string {
  return `per ${dimensions.map((name) => dimensionWords[name]).join(" e ")}`;
}

export const inYear = (words: string): string => `nell’anno ${words}`;

export const yesOrNo = (yes: boolean): string => (yes ? "sì" : "no");

export function inForceWords(from: string, to: string | undefined): string {
  return to === undefined ? `dal ${from}` : `dal ${from} al ${to}`;
}

export const onlyFor = (measures: readonly string[]): string => `solo per ${measures.join(", ")}`;
