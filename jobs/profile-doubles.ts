/** What the shape of a profile cannot show: an id that stands twice, two targets on one figure. */
import { scopeText } from "../reports/scope.ts";
import type { Profile } from "./profile.ts";
import type { ProfileProblem } from "./profile-error.ts";
import { problemAt } from "./profile-problems.ts";

/** Targets and commitments share one set of ids, because both are named by them. */
export function doubles(profile: Pick<Profile, "targets" | "commitments" | "origin">): readonly ProfileProblem[] {
  const { lines } = profile.origin;
  const problems: ProfileProblem[] = [];
  const ids = new Map<string, string>();
  for (const list of ["targets", "commitments"] as const) {
    for (const [i, { id }] of profile[list].entries()) {
      const former = ids.get(id);
      if (former === undefined) ids.set(id, `${list}[${i}]`);
      else problems.push(problemAt(lines, [list, i, "id"], `'${id}' is already the id of ${former}`));
    }
  }
  const figures = new Map<string, string>();
  for (const [i, target] of profile.targets.entries()) {
    const figure = [
      target.act,
      target.indicator,
      ...(target.service === undefined ? [] : [target.service]),
      target.measure,
      `{${scopeText(target.scope)}}`,
    ].join(" ");
    const former = figures.get(figure);
    if (former === undefined) figures.set(figure, target.id);
    else {
      const message = `'${target.id}' and '${former}' are targets of the same figure, ${figure}; a figure has one`;
      problems.push(problemAt(lines, ["targets", i], message));
    }
  }
  return problems;
}
