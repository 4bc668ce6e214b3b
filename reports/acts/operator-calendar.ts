/** Days of work and terms in the words of the documents. */
import type { Choice } from "../act.ts";
import type { Term, WorkingDays } from "../own-commitments.ts";

export interface PatronDay {
  readonly place: string;
  /** `06-26`. */
  readonly day: string;
  readonly name: string;
}

export interface OwnCalendar {
  readonly days: WorkingDays;
  readonly patrons: readonly PatronDay[];
}

/** The calendar as a choice of the indicator; nothing where its terms count no days of work. */
export function calendarChoices(terms: readonly (Term | undefined)[], calendar: OwnCalendar | undefined) {
  if (calendar === undefined || !terms.some((term) => term?.unit === "business-days")) return [];
  return [workingDays(calendar), nextWorkingDay];
}

function workingDays({ days, patrons }: OwnCalendar): Choice {
  const saints = patrons.map(({ place, day, name }) => `${name} (${dayWords(day)}, ${place})`);
  const also = saints.length === 0 ? "" : ` e le feste patronali di ${saints.join(" e di ")}`;
  const last = days.saturday === "working" ? "sabato" : "venerdì";
  return {
    id: "working-days",
    value: days.saturday === "working" ? "saturday-working" : "saturday-not-working",
    words: `Sono lavorativi i giorni dal lunedì al ${last}, escluse le festività nazionali${also}.`,
    reason: "Il documento dell’operatore non dice se il sabato sia lavorativo: la scelta è indicata nel suo profilo.",
  };
}

const nextWorkingDay: Choice = {
  id: "working-day-count",
  value: "day-excluded",
  words:
    "Il giorno di arrivo non si conta; ciò che arriva in un giorno non lavorativo ha come primo giorno il primo lavorativo che segue.",
  reason: "Il giorno iniziale non si computa.",
};

/** `"entro 45 giorni lavorativi"`, `"entro il giorno lavorativo successivo"`, `"in meno di 30 giorni"`. */
export function withinWords({ amount, unit, printed }: Term): string {
  if (printed === "<=" && unit === "business-days" && amount === 1) return "entro il giorno lavorativo successivo";
  return `${printed === "<" ? "in meno di" : "entro"} ${amount} ${unitNames[unit][amount === 1 ? 0 : 1]}`;
}

const unitNames: Readonly<Record<Term["unit"], readonly [one: string, many: string]>> = {
  hours: ["ora", "ore"],
  days: ["giorno", "giorni"],
  "business-days": ["giorno lavorativo", "giorni lavorativi"],
};

const months = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(
  " ",
);

/** `"26 giugno"` from `06-26`. */
export function dayWords(day: string): string {
  const [month, date] = day.split("-").map(Number) as [number, number];
  return `${date === 1 ? "1°" : date} ${months[month - 1]}`;
}
