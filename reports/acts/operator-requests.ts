/** What a document promises to whoever asks for help, and to those customers who come first. */
import type { Choice, Exclusion, Indicator, Service } from "../act.ts";
import type { UrgencyClass } from "../own-commitments.ts";
import { adopted, completionPeriod, laterDate, localDays, nearestRank, orderExclusions } from "./common.ts";
import { calendarChoices, type OwnCalendar, withinWords } from "./operator-calendar.ts";

type OwnIndicator = Omit<Indicator, "ordinal"> & { readonly ordinal: 0 };

export function takeCharge(
  classes: readonly UrgencyClass[],
  calendar: OwnCalendar | undefined,
  clause: string,
): OwnIndicator {
  const terms = classes.map(({ term }) => term);
  const counts = terms.some((term) => term?.unit === "business-days");
  return {
    id: "take-charge",
    ordinal: 0,
    name: "Presa in carico delle richieste di assistenza",
    definition: `Tempo fra la richiesta del cliente e la sua presa in carico, per classe di urgenza: ${classes.map(classWords).join("; ")}.`,
    appliesTo: "servizi di assistenza",
    requires: "any",
    population: "requests-taken-charge",
    settings: { urgencyClasses: classes, ...(counts && calendar && { workingDays: calendar.days }) },
    tables: ["fault_reports"],
    exclusions: exclusionsOf(classes, clause),
    scopes: [["urgency"]],
    periodicity: "S/A",
    regional: false,
    measures: [
      {
        id: "within-term",
        name: "Percentuale delle richieste prese in carico entro il termine della classe",
        formula: { kind: "share", of: "term-slack", test: { is: "not-negative" }, over: "owed" },
        unit: "%",
        divisor: 1,
        decimals: 2,
        better: "higher",
      },
      {
        id: "p95",
        name: "Percentile 95° del tempo di presa in carico",
        formula: { kind: "percentile", of: "seconds", p: 95 },
        unit: "hours",
        divisor: 3600,
        decimals: 2,
        better: "lower",
      },
      {
        id: "cases",
        name: "Numero delle richieste",
        formula: { kind: "count", of: "requests" },
        unit: "count",
        divisor: 1,
        decimals: 0,
        better: "neither",
      },
    ],
    choices: [byRequest, roundTheClock, everyRequest, ...calendarChoices(terms, calendar), nearestRank],
  };
}

function classWords({ urgency, term }: UrgencyClass): string {
  return `${urgency} ${term === undefined ? "senza termine (best effort)" : withinWords(term)}`;
}

function exclusionsOf(classes: readonly UrgencyClass[], clause: string): readonly Exclusion[] {
  const of = (id: string, words: string, measures?: readonly string[]): Exclusion => ({
    id,
    words,
    clause,
    ...(measures && { measures }),
  });
  return [
    { id: "reported-by-operator", words: "segnalazione dell’operatore stesso", clause: adopted },
    { id: "duplicate-report", words: "segnalazione ripetuta dello stesso guasto", clause: adopted },
    of("no-class", "richiesta senza una classe di urgenza del documento"),
    ...(classes.some(({ channel }) => channel !== undefined)
      ? [of("other-channel", "richiesta non fatta nel modo previsto per la classe")]
      : []),
    ...(classes.some(({ underContract }) => underContract !== undefined)
      ? [of("no-contract", "richiesta senza il contratto di assistenza che la classe richiede")]
      : []),
    {
      id: "term-running",
      words: "richiesta aperta e non ancora presa in carico, con termine non scaduto alla fine del semestre",
      clause: adopted,
      measures: ["within-term", "p95"],
    },
    { id: "not-taken", words: "richiesta non ancora presa in carico", clause: adopted, measures: ["p95"] },
    of("no-term", "classe senza termine", ["within-term"]),
    of("no-term-not-taken", "richiesta di classe senza termine, non ancora presa in carico", ["within-term", "p95"]),
  ];
}

const byRequest: Choice = {
  id: "request-period",
  value: "request",
  words:
    "Le richieste sono attribuite al periodo in cui sono fatte; quella che all’estrazione dei dati non risulta presa in carico conta come fuori termine, salvo che sia ancora aperta e il suo termine scada dopo la fine del semestre.",
  reason:
    "Attribuendole al periodo della presa in carico, una richiesta mai presa in carico non conterebbe mai; di un termine che scade dopo la fine del semestre i dati non mostrano se sia stato rispettato.",
};

const roundTheClock: Choice = {
  id: "take-charge-hours",
  value: "elapsed",
  words:
    "Le ore dei termini trascorrono senza interruzione, anche di notte e nei giorni festivi; i dati non riportano il PIN richiesto fuori dall’orario ordinario, che non cambia il termine. Per le classi con termine in giorni il margine di un caso è in giorni di 86.400 secondi.",
  reason: "Per le classi con termine in ore il documento prevede l’assistenza nelle ventiquattro ore.",
};

const everyRequest: Choice = {
  id: "every-case",
  value: "100-percent",
  words: "L’impegno vale per ogni richiesta della classe: l’obiettivo è il 100 % entro il termine.",
  reason: "Il documento fissa un termine e non la percentuale dei casi che lo rispettano.",
};

export function priorityActivation(service: Service): OwnIndicator {
  const measures = ["p95", "mean"];
  const days = { unit: "days", divisor: 1, better: "lower" } as const;
  return {
    id: "priority-activation",
    ordinal: 0,
    name: `Attivazione prioritaria ${service === "internet" ? "dell’accesso a Internet" : "della telefonia vocale"}`,
    definition:
      "Tempo di attivazione degli ordini di anziani e persone con disabilità, accanto a quello di tutti gli ordini e degli altri.",
    appliesTo: service === "internet" ? "accesso a Internet" : "telefonia vocale",
    service,
    requires: service,
    population: "activation-orders",
    settings: { service, clock: service === "internet" ? "registered_at" : "ordered_at" },
    tables: ["activation_orders"],
    exclusions: [...orderExclusions, laterDate(measures)],
    scopes: [[], ["priority"]],
    periodicity: "S/A",
    regional: false,
    measures: [
      {
        id: "p95",
        name: "Percentile 95° del tempo di attivazione",
        formula: { kind: "percentile", of: "days", p: 95 },
        ...days,
        decimals: 0,
      },
      {
        id: "mean",
        name: "Tempo medio di attivazione",
        formula: { kind: "mean", of: "days" },
        ...days,
        decimals: 2,
      },
    ],
    choices: [nearestRank, completionPeriod, localDays, unknownPriority],
  };
}

const unknownPriority: Choice = {
  id: "unknown-priority",
  value: "none",
  words: "L’ordine di cui non è indicata la priorità è fra gli altri.",
  reason: "La priorità spetta al cliente di cui l’operatore sa che ne ha diritto.",
};
