/** Measures, exclusions and choices that several acts share word for word. Data only. */
import type { Choice, Exclusion, LawDay, Measure, Sourced } from "../act.ts";

export const adopted = "criterio adottato dall’operatore";

/** The last day of the three older acts on fixed services. */
export const replacedBySingleText: LawDay = {
  day: "2023-12-31",
  source: "delibera n. 156/23/CONS, che adotta un testo unico degli indicatori dei servizi da postazione fissa",
  note: "La norma di abrogazione non è stata letta; da confermare sul testo.",
};

export const orderExclusions: readonly Exclusion[] = [
  { id: "cancelled", words: "ordine annullato", clause: adopted },
  { id: "not-first-activation", words: "ordine che non è di prima attivazione", clause: adopted },
];

export const laterDate = (measures: readonly string[]): Exclusion => ({
  id: "later-date",
  words: "data posticipata su richiesta del cliente",
  clause: "ETSI EG 201 769: tempi misurati sugli ordini senza data chiesta dal cliente",
  measures,
});

export const withoutDialup: Exclusion = {
  id: "dialup",
  words: "accesso dial-up",
  clause: "delibera n. 131/06/CSP, Allegato A: servizi di accesso a banda larga",
};

export const faultExclusions: readonly Exclusion[] = [
  {
    id: "reported-by-operator",
    words: "guasto rilevato dall’operatore",
    clause: "malfunzionamenti segnalati dal cliente, secondo la definizione dell’indicatore",
  },
  { id: "ancillary", words: "servizio accessorio e non linea", clause: "tasso riferito alla linea di accesso" },
  { id: "customer-side", words: "causa presso il cliente", clause: "malfunzionamento non effettivo della rete" },
  { id: "no-fault", words: "nessun guasto o richiesta di informazioni", clause: "malfunzionamento non effettivo" },
  { id: "administrative", words: "sospensione amministrativa", clause: "malfunzionamento non effettivo" },
  { id: "duplicate-report", words: "segnalazione ripetuta dello stesso guasto", clause: adopted },
];

/** What a target's own words leave out, besides what the act does. */
export const narrowingExclusions: readonly Exclusion[] = [
  { id: "third-party", words: "guasto dipendente da operatori terzi", clause: "Carta dei servizi" },
  { id: "not-normal", words: "condizioni non normali di esercizio", clause: "Carta dei servizi" },
];

export const callExclusions = (means: readonly string[]): readonly Exclusion[] => [
  { id: "out-of-hours", words: "chiamata fuori dall’orario di servizio", clause: adopted },
  {
    id: "no-agent-chosen",
    words: "chiamata senza tempo di attesa dalla scelta dell’operatore",
    clause: "tempo misurato dalla scelta dell’operatore, secondo la definizione dell’indicatore",
  },
  {
    id: "abandoned",
    words: "chiamata abbandonata dopo la scelta dell’operatore",
    clause: "tempo medio delle sole chiamate con risposta",
    measures: means,
  },
];

export const invoiceExclusion: Exclusion = {
  id: "not-invoice",
  words: "nota di credito o proforma",
  clause: "rapporto alle fatture emesse, secondo la definizione dell’indicatore",
};

export const disputeExclusions: readonly Exclusion[] = [
  {
    id: "not-dispute",
    words: "richiesta che non contesta l’addebito",
    clause: "solo i reclami sulla correttezza della fattura",
  },
  {
    id: "not-traceable",
    words: "contestazione priva di forma tracciabile",
    clause: "forma scritta o altra forma riconosciuta e tracciabile, secondo la definizione dell’indicatore",
  },
  invoiceExclusion,
];

export const daysMeasures = (law: Sourced): readonly Measure[] => [
  {
    id: "p95",
    name: "Percentile 95° del tempo di fornitura",
    formula: { kind: "percentile", of: "days", p: 95, ...law },
    unit: "days",
    divisor: 1,
    decimals: 0,
    better: "lower",
  },
  {
    id: "p99",
    name: "Percentile 99° del tempo di fornitura",
    formula: { kind: "percentile", of: "days", p: 99, ...law },
    unit: "days",
    divisor: 1,
    decimals: 0,
    better: "lower",
  },
];

export const ordersWithinContract: Measure = {
  id: "within-contract",
  name: "Percentuale degli ordini validi completati entro il termine massimo contrattualmente previsto",
  formula: { kind: "share", of: "contract-slack", test: { is: "not-negative" } },
  unit: "%",
  divisor: 1,
  decimals: 2,
  better: "higher",
};

export const ordersWithinAgreed: Measure = {
  id: "within-agreed",
  name: "Percentuale degli ordini validi completati entro la data concordata con il cliente",
  formula: { kind: "share", of: "agreed-slack", test: { is: "not-negative" } },
  unit: "%",
  divisor: 1,
  decimals: 2,
  better: "higher",
};

export const faultRateMeasure = (name: string): Measure => ({
  id: "ratio",
  name,
  formula: { kind: "ratio", numerator: "faults", denominator: "mean-lines", badCaseAdds: "to-numerator" },
  unit: "%",
  divisor: 1,
  decimals: 2,
  better: "lower",
  cases: "faults",
});

export const repairMeasures = (law: Sourced): readonly Measure[] => [
  {
    id: "p80",
    name: "Percentile 80° del tempo di riparazione dei malfunzionamenti",
    formula: { kind: "percentile", of: "seconds", p: 80, ...law },
    unit: "hours",
    divisor: 3600,
    decimals: 2,
    better: "lower",
  },
  {
    id: "p95",
    name: "Percentile 95° del tempo di riparazione dei malfunzionamenti",
    formula: { kind: "percentile", of: "seconds", p: 95, ...law },
    unit: "hours",
    divisor: 3600,
    decimals: 2,
    better: "lower",
  },
  {
    id: "within-contract",
    name: "Percentuale delle riparazioni dei malfunzionamenti completate entro il tempo massimo contrattualmente previsto",
    formula: { kind: "share", of: "contract-slack", test: { is: "not-negative" } },
    unit: "%",
    divisor: 1,
    decimals: 2,
    better: "higher",
  },
  {
    id: "mean",
    name: "Tempo medio di riparazione",
    formula: { kind: "mean", of: "seconds" },
    unit: "hours",
    divisor: 3600,
    decimals: 2,
    better: "lower",
  },
];

export const navigationMeasure = (id: string, name: string): Measure => ({
  id,
  name,
  formula: { kind: "mean", of: "path" },
  unit: "s",
  divisor: 1000,
  decimals: 2,
  better: "lower",
  tables: ["ivr_trees"],
  cases: "trees",
});

export const meanWait = (id: string, name: string): Measure => ({
  id,
  name,
  formula: { kind: "mean", of: "wait" },
  unit: "s",
  divisor: 1000,
  decimals: 2,
  better: "lower",
  tables: ["contact_calls"],
});

export const answeredUnderLimit = (law: Sourced): Measure => ({
  id: "within-limit",
  name: "Percentuale di chiamate entranti in cui il tempo di risposta è inferiore a 20 secondi",
  formula: { kind: "share", of: "wait", test: { is: "under-limit", limitSeconds: 20, ...law }, over: "chosen" },
  unit: "%",
  divisor: 1,
  decimals: 2,
  better: "higher",
  tables: ["contact_calls"],
});

export const billedShare = (name: string, numerator: string): Measure => ({
  id: "ratio",
  name,
  formula: { kind: "ratio", numerator, denominator: "invoices", badCaseAdds: "to-numerator" },
  unit: "%",
  divisor: 1,
  decimals: 2,
  better: "lower",
});

export const nearestRank: Choice = {
  id: "percentile-method",
  value: "nearest-rank",
  words:
    "Ordinati gli n casi in senso crescente, il percentile p è il valore del caso di posto p·n/100, arrotondato all’intero superiore; nessuna interpolazione.",
  reason: "La formulazione ETSI («il tempo entro cui è completato il 95 % più rapido») indica un caso osservato.",
};

export const completionPeriod: Choice = {
  id: "order-period",
  value: "completion",
  words: "Gli ordini sono attribuiti al periodo in cui sono completati.",
  reason:
    "È l’unica regola documentata per i casi a cavallo di due periodi (operatori soggetti alle stesse norme ETSI).",
};

export const localDays: Choice = {
  id: "day-count",
  value: "local-date-difference",
  words:
    "I giorni solari sono la differenza fra le date di calendario in Italia; la fornitura nello stesso giorno vale 0; si detraggono i giorni interi di sospensione dovuti al cliente.",
  reason: "L’indicatore conta i giorni dal giorno dell’ordine al giorno di disponibilità del servizio.",
};

export const elapsedDays: Choice = {
  id: "complaint-days",
  value: "calendar-days",
  words:
    "I giorni sono la differenza fra le date di calendario in Italia; il giorno di ricezione non si conta e il termine non è prorogato ai giorni feriali.",
  reason: "Il giorno iniziale non si computa; la proroga al giorno feriale sarebbe meno severa.",
};

export const elapsedTime: Choice = {
  id: "clock-hours",
  value: "elapsed",
  words: "Le ore solari sono il tempo realmente trascorso, anche nei giorni di cambio dell’ora legale.",
  reason: "Il cliente resta senza servizio per il tempo reale.",
};

export const thirdPartyIncluded: Choice = {
  id: "third-party-faults",
  value: "included",
  words:
    "I guasti dipendenti da operatori terzi, da forza maggiore, da interferenze e da mancanza di energia sono compresi.",
  reason:
    "L’operatore risponde del servizio che vende; la Carta può prevedere un obiettivo più ristretto, esposto a parte.",
};

export const monthlyLines: Choice = {
  id: "mean-lines",
  value: "month-end-stocks",
  words: "Il numero medio di linee è la media delle consistenze di fine mese del periodo; il tasso non è annualizzato.",
  reason: "Il numero medio è «rilevato su base mensile».",
};

export const abandonedInDenominator: Choice = {
  id: "abandoned-calls",
  value: "in-denominator",
  words:
    "Le chiamate abbandonate dopo la scelta dell’operatore sono comprese nel denominatore della percentuale e non nel tempo medio.",
  reason: "È la scelta prudente dove la norma tace: non può migliorare il valore.",
};

export const samePeriodInvoices: Choice = {
  id: "invoice-period",
  value: "same-period",
  words:
    "Le contestazioni sono attribuite al periodo in cui sono ricevute, le fatture a quello di emissione; si contano le fatture che addebitano il servizio, escluse note di credito e proforma.",
  reason: "Il rapporto è riferito al numero di fatture emesse nello stesso periodo.",
};
