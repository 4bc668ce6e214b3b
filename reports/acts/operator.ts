/**
 * The operator's own commitments as an act: what its charter promises beyond the Authority's indicators. It is made from the
 * profile, is filed nowhere, and stands in the report after the acts of the Authority.
 */
import type { Act, Indicator, OfferedService, Service } from "../act.ts";
import type { ExceptedOutages, Term, UrgencyClass } from "../own-commitments.ts";
import type { OwnCalendar } from "./operator-calendar.ts";
import { type ComplaintIndicator, complaintIndicator } from "./operator-complaints.ts";
import { backboneDelay, backboneLoss, continuity } from "./operator-network.ts";
import { priorityActivation, takeCharge } from "./operator-requests.ts";

export const ownActId = "operator";

/** In the order in which they are reported. */
export const ownIndicatorIds = [
  "continuity",
  "backbone-delay",
  "backbone-loss",
  "take-charge",
  "complaint-taken-charge",
  "complaint-outcome",
  "complaint-answer",
  "priority-activation",
] as const;
export type OwnIndicatorId = (typeof ownIndicatorIds)[number];

/** An indicator that the charter gives reason to measure. */
export interface Promised {
  readonly indicator: OwnIndicatorId;
  readonly section: string;
  /** One service alone; absent: each that is offered, where services are measured apart. */
  readonly service?: Service;
  /** Verbatim, of a promise that names no number and so has no target to be quoted with. */
  readonly words?: string;
  readonly year: number;
}

export interface OwnCommitments {
  readonly operator: string;
  readonly charter: string;
  /** A page of the operator's site is no charter of services. */
  readonly isPage?: boolean;
  /** Where the charter can be read. */
  readonly site?: string;
  readonly services: readonly OfferedService[];
  /** At least one. */
  readonly promised: readonly Promised[];
  readonly continuity?: ExceptedOutages;
  readonly takeCharge?: readonly UrgencyClass[];
  readonly complaintTerms?: Readonly<Partial<Record<ComplaintIndicator, Term>>>;
  readonly calendar?: OwnCalendar;
}

export function isOwnAct({ id }: Pick<Act, "id">): boolean {
  return id === ownActId;
}

/** Throws a RangeError where an indicator is promised whose terms are not there: the profile is checked before. */
export function operatorAct(of: OwnCommitments): Act {
  const years = of.promised.map(({ year }) => year);
  const since = `${Math.min(...years)}-01-01`;
  const indicators = ownIndicatorIds.flatMap((id) => indicatorsOf(id, of));
  const ids = [...new Set(indicators.map(({ id }) => id))];
  return {
    id: ownActId,
    authority: of.operator,
    // No number: nobody adopted it but the operator, and no copy of it is filed.
    number: "",
    date: since,
    title: `Impegni ${of.isPage === true ? "dell’operatore" : "della Carta dei servizi"} non compresi negli indicatori dell’Autorità`,
    text: { address: of.site ?? of.charter, note: of.charter },
    inForce: { from: { day: since, source: of.charter } },
    verified: "charter",
    modelHeading: "",
    modelKnown: false,
    indicators: indicators.map((indicator) => ({ ...indicator, ordinal: ids.indexOf(indicator.id) + 1 })),
  };
}

function indicatorsOf(id: OwnIndicatorId, of: OwnCommitments): readonly Indicator[] {
  const promised = of.promised.filter(({ indicator }) => indicator === id);
  const [first] = promised;
  if (first === undefined) return [];
  const sections = [...new Set(promised.map(({ section }) => (/^\d/.test(section) ? `§ ${section}` : section)))];
  const clause = `${of.charter}, ${sections.join(" e ")}`;
  const words = promised.flatMap((one) => (one.words === undefined ? [] : [`${clause}: «${one.words}»`]));
  return built(id, of, clause, servicesOf(promised, of)).map((indicator) => ({
    ...indicator,
    definition: [indicator.definition, ...words].join(" "),
  }));
}

function built(id: OwnIndicatorId, of: OwnCommitments, clause: string, services: readonly Service[]) {
  switch (id) {
    case "continuity":
      return services.map((service) => continuity(service, needed(of.continuity, id), clause));
    case "backbone-delay":
      return [backboneDelay];
    case "backbone-loss":
      return [backboneLoss];
    case "take-charge":
      return [takeCharge(needed(of.takeCharge, id), of.calendar, clause)];
    case "complaint-taken-charge":
    case "complaint-outcome":
    case "complaint-answer":
      return [complaintIndicator(id, needed(of.complaintTerms?.[id], id), of.calendar)];
    case "priority-activation":
      return services.map(priorityActivation);
    default:
      return id satisfies never;
  }
}

/** The services named by the promises; where one names none, all that are offered. */
function servicesOf(promised: readonly Promised[], { services }: OwnCommitments): readonly Service[] {
  const named = promised.map(({ service }) => service);
  const all: readonly Service[] = ["internet", "voice"];
  return all.filter((service) => named.includes(service) || (named.includes(undefined) && services.includes(service)));
}

function needed<T>(value: T | undefined, id: OwnIndicatorId): T {
  if (value === undefined) throw new RangeError(`${id} is promised, and the profile does not say what of it`);
  return value;
}
