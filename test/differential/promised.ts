/** What a profile says of the operator's own commitments, put as the oracle asks for it. */
import type { Profile } from "../../jobs/profile.ts";
import type { Commitments } from "../oracle/commitments.ts";

type Service = "internet" | "voice";

export function commitmentsOf(profile: Profile): Commitments {
  const { targets, measured, continuity, takeCharge, complaintTerms, calendar } = profile;
  const promised = [...targets.filter(({ act }) => act === "operator"), ...measured];
  const offered = (["internet", "voice"] as const).filter((service) => profile.services.includes(service));
  const isPromised = (id: string) => promised.some(({ indicator }) => indicator === id);
  /** The services that promises name; one that names none is of every service offered. */
  const servicesOf = (id: string): readonly Service[] =>
    offered.filter((one) => promised.some(({ indicator, service = one }) => indicator === id && service === one));
  return {
    ...(continuity &&
      isPromised("continuity") && {
        continuity: {
          services: servicesOf("continuity"),
          planned: continuity.planned === "excepted",
          causes: continuity.causes,
        },
      }),
    backbone: isPromised("backbone-delay") && isPromised("backbone-loss"),
    ...(takeCharge && isPromised("take-charge") && { takeCharge }),
    ...(complaintTerms && {
      complaints: Object.fromEntries(Object.entries(complaintTerms).filter(([id]) => isPromised(id))),
    }),
    priorityActivation: servicesOf("priority-activation"),
    ...(calendar && { calendar: { saturday: calendar.saturday, patrons: calendar.patrons.map(({ day }) => day) } }),
  };
}
