/** What only the parts of a profile together show: no single one of them is wrong. */
import type { Profile } from "./profile.ts";
import type { ProfileProblem } from "./profile-error.ts";
import { problemAt } from "./profile-problems.ts";

export function disagreements(profile: Pick<Profile, "services" | "reporting" | "readings" | "origin">) {
  const { lines } = profile.origin;
  const problems: ProfileProblem[] = [];
  if (profile.services.length === 0 && profile.reporting.subject) {
    const message =
      "must not be empty; allowed: internet, voice, dialup, or none where `reporting: { subject: false, ... }` says why no report is owed";
    problems.push(problemAt(lines, ["services"], message));
  }
  const ids = new Map<string, number>();
  for (const [i, { id }] of profile.readings.entries()) {
    const former = ids.get(id);
    if (former === undefined) ids.set(id, i);
    else problems.push(problemAt(lines, ["readings", i, "id"], `'${id}' is already the id of readings[${former}]`));
  }
  return problems;
}
