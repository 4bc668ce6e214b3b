/** What the documents say of the operator itself, out of its profile. */
import type { OperatorIdentity, PrintedReading } from "../reports/report-model.ts";
import type { Profile } from "./profile.ts";

export function identityOf(profile: Profile): OperatorIdentity {
  const { id, name, seat, roc, pec, site, hours, charter, reporting } = profile;
  return {
    id,
    name,
    ...(seat !== undefined && { seat }),
    ...(roc !== undefined && { roc }),
    ...(pec !== undefined && { pec }),
    ...(site !== undefined && { site }),
    ...(hours !== undefined && {
      hours: { ...(hours.days !== undefined && { days: hours.days }), open: hours.open },
    }),
    charter: charter.title,
    ...(charter.kind === "page" && { charterIsPage: true }),
    ...(!reporting.subject && {
      notSubject: { reason: reporting.reason, words: reporting.words, section: reporting.section },
    }),
  };
}

export function readingsOf({ readings }: Profile): readonly PrintedReading[] {
  return readings.map(({ table, words, section, reading }) => ({ table, words, section, reading }));
}
