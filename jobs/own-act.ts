/** The act of an operator's own commitments, made from its profile. */
import type { Act } from "../reports/act.ts";
import { type OwnIndicatorId, operatorAct, ownActId } from "../reports/acts/operator.ts";
import { workingDaysOf } from "./business-calendar.ts";
import type { Profile } from "./profile.ts";

/** Nothing where the profile promises nothing of its own. */
export function ownActOf(profile: Profile): readonly Act[] {
  const { name, charter, site, services, targets, measured, calendar, continuity, takeCharge, complaintTerms } =
    profile;
  const promised = [
    ...targets
      .filter(({ act }) => act === ownActId)
      .map(({ indicator, section, service, year }) => ({
        indicator: indicator as OwnIndicatorId,
        section,
        year,
        ...(service !== undefined && { service }),
      })),
    ...measured.map(({ id: _, ...promise }) => promise),
  ];
  if (promised.length === 0) return [];
  const act = operatorAct({
    operator: name,
    charter: charter.title,
    isPage: charter.kind === "page",
    ...(site !== undefined && { site }),
    services,
    promised,
    ...(continuity && { continuity: { planned: continuity.planned === "excepted", causes: continuity.causes } }),
    ...(takeCharge && { takeCharge }),
    ...(complaintTerms && { complaintTerms }),
    ...(calendar && { calendar: { days: workingDaysOf(calendar), patrons: calendar.patrons } }),
  });
  return [act];
}
