/** What a charter promises to whoever complains: to be heard at once, and to be answered in time. */
import type { Choice, Exclusion, Indicator } from "../act.ts";
import type { Term } from "../own-commitments.ts";
import { adopted } from "./common.ts";
import { calendarChoices, type OwnCalendar, withinWords } from "./operator-calendar.ts";

export const complaintIndicators = ["complaint-taken-charge", "complaint-outcome", "complaint-answer"] as const;
export type ComplaintIndicator = (typeof complaintIndicators)[number];

interface Words {
  readonly name: string;
  readonly definition: string;
  /** What is done in time, after "Percentuale dei reclami". */
  readonly done: string;
}

const words: Readonly<Record<ComplaintIndicator, Words>> = {
  "complaint-taken-charge": {
    name: "Presa in carico dei reclami",
    definition: "Quota dei reclami ricevuti nel periodo che sono stati presi in carico",
    done: "presi in carico",
  },
  "complaint-outcome": {
    name: "Comunicazione dell’esito dei reclami",
    definition: "Quota dei reclami definiti nel periodo il cui esito è stato comunicato al cliente",
    done: "con esito comunicato",
  },
  "complaint-answer": {
    name: "Riscontro ai reclami",
    definition: "Quota dei reclami riscontrati nel periodo che hanno avuto risposta",
    done: "con riscontro",
  },
};

export function complaintIndicator(
  id: ComplaintIndicator,
  term: Term,
  calendar: OwnCalendar | undefined,
): Omit<Indicator, "ordinal"> & { readonly ordinal: 0 } {
  const { name, definition, done } = words[id];
  const isTaken = id === "complaint-taken-charge";
  const days = term.unit === "business-days" ? calendar?.days : undefined;
  const share = { kind: "share", of: "term-slack", test: { is: "not-negative" } } as const;
  return {
    id,
    ordinal: 0,
    name,
    definition: `${definition} ${withinWords(term)} dalla ricezione.`,
    appliesTo: "reclami dei clienti",
    requires: "any",
    population: isTaken ? "complaints-taken-charge" : "complaints-answered",
    settings: { term, ...(days !== undefined && { workingDays: days }) },
    tables: ["complaints"],
    exclusions: isTaken ? [termRunning] : [],
    scopes: [[]],
    periodicity: "S/A",
    regional: false,
    measures: [
      {
        id: "within-term",
        name: `Percentuale dei reclami ${done} ${withinWords(term)}`,
        // A complaint that nobody took in charge was not taken in charge in time.
        formula: isTaken ? { ...share, over: "complaints" } : share,
        unit: "%",
        divisor: 1,
        decimals: 2,
        better: "higher",
      },
    ],
    choices: [isTaken ? byReceipt : byAnswer, everyComplaint, ...calendarChoices([term], calendar)],
  };
}

const termRunning: Exclusion = {
  id: "term-running",
  words: "reclamo aperto e non ancora preso in carico, con termine non scaduto alla fine del semestre",
  clause: adopted,
  measures: ["within-term"],
};

const byReceipt: Choice = {
  id: "complaint-period",
  value: "receipt",
  words:
    "I reclami sono attribuiti al periodo in cui sono ricevuti; quello che all’estrazione dei dati non risulta preso in carico conta come fuori termine, salvo che sia ancora aperto e il suo termine scada dopo la fine del semestre.",
  reason:
    "Attribuendoli al periodo della presa in carico, un reclamo mai preso in carico non conterebbe mai; di un termine che scade dopo la fine del semestre i dati non mostrano se sia stato rispettato.",
};

const byAnswer: Choice = {
  id: "complaint-period",
  value: "answer",
  words:
    "I reclami sono attribuiti al periodo in cui hanno la risposta definitiva; una risposta interlocutoria non interrompe il termine.",
  reason: "Alla fine del periodo il termine dei reclami più recenti non è ancora trascorso.",
};

const everyComplaint: Choice = {
  id: "every-case",
  value: "100-percent",
  words: "L’impegno vale per ogni reclamo: l’obiettivo è il 100 % entro il termine.",
  reason: "Il documento dell’operatore fissa un termine e non la percentuale dei casi che lo rispettano.",
};
