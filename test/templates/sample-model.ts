/**
 * A report model made by hand, with everything a document must cope with: targets met and missed, a rounding that would
 * contradict its outcome, no target, n.d., n.a., sets, a narrowed limit, a legal minimum, an unread act, warnings,
 * markup and apostrophes in names, a text that looks like a formula.
 */
import type { Act, Indicator } from "../../reports/act.ts";
import { act79 } from "../../reports/acts/79-09-csp.ts";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import { act244 } from "../../reports/acts/244-08-csp.ts";
import { act254 } from "../../reports/acts/254-04-csp.ts";
import type { Conservation, Figure, PrintedTarget, ReportModel, ReportRow } from "../../reports/report-model.ts";
import type { Scope } from "../../reports/scope.ts";

export const act255: Act = {
  ...act79,
  id: "255-24-cons",
  number: "255/24/CONS",
  date: "2024-07-10",
  title: "Direttiva in materia di qualità dei servizi di assistenza clienti (L'assistenza & i reclami <2024>)",
  inForce: { from: { day: "2025-07-01", source: "prova" } },
  verified: "no",
  modelHeading: "Indicatori di cui alla delibera n. 255/24/CONS del 10 luglio 2024",
  modelKnown: false,
  indicators: [{ ...indicatorOf(act79, "agent-answer"), ordinal: 1 }],
};

function indicatorOf(act: Act, id: string): Indicator {
  const found = act.indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`${act.id} has no ${id}`);
  return found;
}

type Given = Partial<Omit<Figure, "act" | "indicator" | "measure" | "scope">>;

/** A row with the act's own data; `value` null is not assessable unless another outcome is given. */
export function row(
  act: Act,
  [indicatorId, measureId]: readonly [string, string],
  scope: Scope,
  given: Given,
  target?: PrintedTarget,
): ReportRow {
  const indicator = indicatorOf(act, indicatorId);
  const measure = indicator.measures.find(({ id }) => id === measureId);
  if (measure === undefined) throw new Error(`${indicatorId} has no ${measureId}`);
  const { value = null, outcome = value === null ? "not_assessable" : "no_target", ...others } = given;
  const { formula } = measure;
  const few = formula.kind === "percentile" && formula.p > 50 && (others.cases ?? 0) * (100 - formula.p) < 100;
  const notes = [
    ...(few && value !== null
      ? ["Numero di casi ridotto: il percentile coincide con il valore massimo osservato."]
      : []),
    ...(target?.year === 2018 ? ["Obiettivo della Carta 2018, non aggiornato per l’anno di riferimento."] : []),
    ...(others.note === undefined ? [] : [others.note]),
  ];
  const figure: Figure = {
    act: act.id,
    indicator: indicatorId,
    measure: measureId,
    service: indicator.service ?? null,
    scope,
    unit: measure.unit,
    cases: 0,
    value,
    exact: null,
    outcome,
    excluded: {},
    ...(outcome === "not_assessable" ? { reason: "nel periodo non vi sono casi" } : {}),
    ...others,
    ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
  };
  return { figure, act, indicator, measure, ...(target === undefined ? {} : { target }) };
}

const charter = (section: string, printedValue: string, words: string): PrintedTarget => ({
  section,
  printedValue,
  words,
  year: 2018,
});

const answer =
  "L'obiettivo prefissato per i tempi di risposta alle chiamate ai servizi di assistenza è un tempo minimo di navigazione per accedere alla scelta \"operatore umano\" inferiore a 35 secondi sui numeri che prevedono servizi IVR; tempo medio di risposta dell'operatore umano dopo la selezione da parte dell'utente della scelta che consente di parlare con l'operatore umano inferiore a 58 secondi per le chiamate andate a buon fine; tempo totale medio di risposta dell'operatore umano ossia intervallo di tempo tra il momento in cui viene completata correttamente la selezione del numero di assistenza e l'istante in cui l'operatore umano risponde all'utente per fornire il servizio richiesto inferiore a 115 secondi per le chiamate andate a buon fine.";

const excludedOrders = { cancelled: 9, "not-first-activation": 14, "later-date": 3 };

function activationRows(): readonly ReportRow[] {
  const scopes: readonly Scope[] = [
    {},
    { order_type: "active_line_other_operator" },
    { order_type: "active_line_same_operator" },
    { order_type: "new_line" },
    { order_type: "operator_change" },
    { technology: "ADSL" },
    { technology: "VDSL" },
    { technology: "WIRELESS" },
    { network: "own" },
    { network: "wholesale" },
  ];
  return scopes.flatMap((scope, index) => {
    const of = (measure: string, given: Given) => row(act131, ["activation-time", measure], scope, given);
    const cases = index === 0 ? 1180 : 12 + 31 * index;
    const excluded = index === 0 ? excludedOrders : {};
    const { "later-date": _, ...agreed } = excludedOrders;
    return [
      of("p95", { value: `${25 + index}`, exact: `${25 + index}`, cases, excluded }),
      of("p99", { value: `${41 + index}`, exact: `${41 + index}`, cases, excluded }),
      of("within-contract", { value: "97.03", exact: "9703/100", cases, excluded }),
      of("within-agreed", { value: "95.00", exact: "95", cases: cases + 3, excluded: index === 0 ? agreed : {} }),
      of("mean", { value: "12.40", exact: "62/5", cases, excluded }),
      of("cases", { value: `${cases}`, exact: `${cases}`, cases, excluded }),
    ];
  });
}

const xdsl: Scope = { technology: ["ADSL", "VDSL"] };
const own: Scope = { responsibility: "own", conditions: "normal" };
const activation = charter(
  "3.2.3",
  "29 giorni",
  "è entro un tempo medio di 29 (ventinove) giorni per servizi a banda larga xDSL e di 7 (sette) giorni per servizi a banda larga Wireless",
);

function internetRows(): readonly ReportRow[] {
  const call = (measure: string, given: Given, printed?: string) =>
    row(
      act131,
      ["call-answer", measure],
      {},
      given,
      printed === undefined ? undefined : charter("3.2.6", printed, answer),
    );
  return [
    ...activationRows(),
    row(
      act131,
      ["activation-time", "mean"],
      xdsl,
      met("12.94", "1294/100", "29", "<=", "1606/100", 640, 10_284),
      activation,
    ),
    row(
      act131,
      ["activation-time", "mean"],
      { technology: "WIRELESS", conditions: "normal" },
      missed("7.00", "7001/1000", "7", "<=", "-1/1000", 214),
      { ...activation, printedValue: "7 giorni" },
    ),
    row(
      act131,
      ["fault-rate", "ratio"],
      {},
      { value: "6.12", exact: "153/25", cases: 1530, excluded: { "no-fault": 212 } },
    ),
    row(
      act131,
      ["fault-rate", "ratio"],
      own,
      {
        ...missed("4.25", "17/4", "4.10", "<", "-3/20", 1062),
        excluded: { "no-fault": 212, "third-party": 400, "not-normal": 68 },
        note: "Guasti in condizioni non normali: 4,44 % dei guasti effettivi.",
      },
      charter("3.2.4", "4,10%", "per guasti non dipendenti da operatori terzi, inferiore al 4,10%"),
    ),
    ...(["p80", "p95", "within-contract", "mean"] as const).map((measure, index) =>
      row(act131, ["repair-time", measure], {}, { value: `${31 + index}.50`, exact: `${63 + 2 * index}/2`, cases: 18 }),
    ),
    row(
      act131,
      ["repair-time", "mean"],
      own,
      met("30.25", "121/4", "48", "<", "71/4", 12, 7),
      charter("3.2.5", "48 ore", "è inferiore a 48 ore"),
    ),
    call("navigation", met("34.50", "69/2", "35", "<", "1/2", 2, 1), "35 secondi"),
    call("agent-mean", met("58.00", "57999/1000", "58", "<", "1/1000", 8211, 3), "58 secondi"),
    call("total-mean", missed("121.07", "12107/100", "115", "<", "-607/100", 8211), "115 secondi"),
    call("within-limit", { value: "61.30", exact: "613/10", cases: 9004 }),
    row(
      act131,
      ["disputed-charges", "ratio"],
      {},
      { target: "1", comparator: "<", cases: 0 },
      charter("3.2.7", "1%", "inferiore all'1%"),
    ),
  ];
}

function performanceRows(): readonly ReportRow[] {
  const download = { profile: "4000", direction: "download" };
  return [
    row(act244, ["dialup-unavailability", "ratio"], {}, { outcome: "not_applicable", reason: "servizio non offerto" }),
    row(act244, ["throughput", "p5"], download, met("1310", "1310", "1000", ">=", "310", 2400, 31), {
      ...charter("Parte terza, Prestazioni", "1 Megabit/s", "Banda minima"),
      year: 2026,
    }),
    row(act244, ["throughput", "p95"], download, { value: "3620", exact: "3620", cases: 2400 }),
    row(act244, ["throughput", "mean"], download, { value: "2911", exact: "5821/2", cases: 2400 }),
    row(
      act244,
      ["throughput", "stddev"],
      download,
      { ...missed("1000", "1000", "1000", "<=", "0", 2400), exact: null },
      {
        ...charter("Parte terza, Prestazioni", "1 Megabit/s", "Deviazione standard"),
        year: 2026,
      },
    ),
    row(act244, ["throughput", "failed"], download, { value: "0.42", exact: "50/119", cases: 2410 }),
    row(act244, ["delay", "mean"], { profile: "512" }, { value: "48.07", exact: "4807/100", cases: 12 }),
    row(act244, ["packet-loss", "ratio"], { profile: "1200" }, { value: "0.80", exact: "4/5", cases: 900 }),
  ];
}

function voiceRows(): readonly ReportRow[] {
  const target = (printed: string) => charter("3.3.1", printed, `percentile 95%: ${printed}`);
  return [
    row(act254, ["supply-time", "p95"], {}, met("3", "3", "3", "<=", "0", 88, 1), target("3 giorni")),
    row(act254, ["supply-time", "p99"], {}, missed("5", "5", "4", "<=", "-1", 88), target("4 giorni")),
    row(act254, ["supply-time", "p95"], { network: "own" }, { value: "2", exact: "2", cases: 9 }),
    row(
      act254,
      ["operator-services-answer", "within-limit"],
      {},
      { outcome: "not_applicable", reason: "servizio non offerto" },
    ),
  ];
}

function callRows(): readonly ReportRow[] {
  const technical = {
    number: "0775824309",
    purpose: "assistenza tecnica Internet da postazione fissa e VoIP, residenziale e business",
  };
  const odd = { number: "0775824309", purpose: "=cmd|' /C calc'!A1" };
  const limited = { limit: 10 };
  const limitNote = "Valore nei limiti indicati dalla Carta dei servizi: limite di 10 s.";
  const ten = charter(
    "3.4.2",
    "70%",
    "percentuale di chiamate entranti con tempo di risposta inferiore a 10 secondi del 70%",
  );
  return [
    ...[{}, technical, odd].flatMap((scope) => [
      row(act79, ["ivr-navigation", "weighted-mean"], scope, { value: "28.10", exact: "281/10", cases: 1 }),
      row(act79, ["agent-answer", "mean"], scope, {
        value: "33.33",
        exact: "100/3",
        cases: 4100,
        excluded: { abandoned: 310 },
      }),
      row(act79, ["agent-answer", "within-limit"], scope, { value: "58.21", exact: "5821/100", cases: 4410 }),
      row(act79, ["agent-answer", "abandoned"], scope, { value: "7.03", exact: "3100/441", cases: 4410 }),
    ]),
    row(
      act79,
      ["agent-answer", "within-limit"],
      limited,
      { ...missed("51.00", "51", "70", ">=", "-19", 4410), note: limitNote },
      ten,
    ),
    row(
      act79,
      ["first-call-resolution", "ratio"],
      {},
      met("82.61", "1900/23", "82", ">=", "14/23", 23, 1),
      charter("3.4.3", "82%", "un tasso percentuale inferiore al 82%"),
    ),
    row(act255, ["agent-answer", "mean"], {}, met("33.33", "100/3", "150", "<=", "350/3", 4100, 22_000)),
    row(act255, ["agent-answer", "within-limit"], {}, missed("38.00", "38", "40", ">=", "-2", 4410)),
  ];
}

function met(
  value: string,
  exact: string,
  target: string,
  comparator: Figure["comparator"] & string,
  margin: string,
  cases: number,
  turn: number,
): Given {
  return { value, exact, target, comparator, margin, cases, cases_to_turn: turn, outcome: "met" };
}

function missed(
  value: string,
  exact: string,
  target: string,
  comparator: Figure["comparator"] & string,
  margin: string,
  cases: number,
): Given {
  return { value, exact, target, comparator, margin, cases, outcome: "missed" };
}

const conservation: readonly Conservation[] = [
  {
    act: act131.id,
    indicator: "activation-time",
    service: "internet",
    table: "activation_orders",
    read: 1520,
    outside: 220,
    no_concern: 90,
    counted: 1183,
    excluded: { cancelled: 9, "not-first-activation": 14 },
    quarantined: { duplicate: 1, unreadable: 3 },
  },
  {
    act: act79.id,
    indicator: "agent-answer",
    service: null,
    table: "contact_calls",
    read: 4411,
    outside: 0,
    no_concern: 0,
    counted: 4410,
    excluded: { "out-of-hours": 1 },
    quarantined: {},
  },
];

export function sampleModel(changes: Partial<ReportModel> = {}): ReportModel {
  return {
    operator: {
      id: "cielo",
      name: "Cielo & Figli <Wireless> S.r.l.",
      seat: "Via dell'Industria 1, 10036 Settimo Torinese (TO)",
      roc: "n. 12345",
      site: "www.example.it",
      charter: "Carta dei servizi Rev. 2.0/18",
    },
    period: { id: "2026-S1", year: 2026, half: 1, firstDay: "2026-01-01", lastDay: "2026-06-30" },
    snapshot: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    acts: [act131, act244, act254, act79, act255],
    rows: [...internetRows(), ...performanceRows(), ...voiceRows(), ...callRows()],
    conservation,
    warnings: [
      {
        code: "target-oddity",
        act: act79.id,
        indicator: "first-call-resolution",
        message:
          "Carta, § 3.4.3: La Carta riporta «inferiore al 82%»; poiché un valore più alto indica una qualità migliore, l’obiettivo è valutato come «non inferiore all’82 %».",
      },
      {
        code: "act-not-in-force",
        act: act131.id,
        message: "La delibera n. 131/06/CSP non era più in vigore nel periodo.",
      },
      { code: "empty-table", message: "La tabella delle prove di dorsale non contiene righe." },
    ],
    commitments: [
      {
        section: "3.2.1",
        year: 2018,
        name: "Continuità del servizio",
        printedValue: "24 ore al giorno per 365 giorni all'anno",
        words: "I servizi sono attivi 24 ore al giorno per 365 giorni all'anno",
      },
      {
        section: "3.2.2",
        year: 2018,
        name: "Efficacia della rete: latenza",
        printedValue: "100 ms",
        words: "latenza round trip (99%) inferiore a 100 ms",
      },
    ],
    ...changes,
  };
}
