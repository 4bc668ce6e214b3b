/** What the shape of a profile cannot show: an id that stands twice in a year, two targets on one figure. */
import { type Target, targetFigure } from "../reports/target.ts";
import type { Profile } from "./profile.ts";
import type { ProfileProblem } from "./profile-error.ts";
import { problemAt } from "./profile-problems.ts";

type Promises = Pick<Profile, "targets" | "commitments" | "measured" | "origin">;

/** The same promise may stand once for every year: its copies keep the id. */
export function doubles(profile: Promises): readonly ProfileProblem[] {
  return [...doubledIds(profile), ...doubledFigures(profile), ...doubledServices(profile)];
}

/** Targets, commitments and what is measured without a number share one set of ids, because all are named by them. */
function doubledIds({ origin, ...profile }: Promises): readonly ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const ids = new Map<string, string>();
  for (const list of ["targets", "commitments", "measured"] as const) {
    for (const [i, { id, year }] of profile[list].entries()) {
      const former = ids.get(`${year} ${id}`);
      if (former === undefined) ids.set(`${year} ${id}`, `${list}[${i}]`);
      else {
        const message = `'${id}' is already the id of ${former}, of ${year} too; an id stands once for each year`;
        problems.push(problemAt(origin.lines, [list, i, "id"], message));
      }
    }
  }
  return problems;
}

function doubledFigures({ targets, origin }: Promises): readonly ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const figures = new Map<string, string>();
  for (const [i, target] of targets.entries()) {
    const figure = targetFigure(target);
    const former = figures.get(`${target.year} ${figure}`);
    if (former === undefined) figures.set(`${target.year} ${figure}`, target.id);
    else {
      const message = `'${target.id}' and '${former}' are targets of the same figure, ${figure}; a figure has one for each year`;
      problems.push(problemAt(origin.lines, ["targets", i], message));
    }
  }
  return problems;
}

/** A target that names no service is one of every service that the act measures so: beside another's it would be two. */
function doubledServices({ targets, origin }: Promises): readonly ProfileProblem[] {
  const ofAll = new Map<string, Target>();
  for (const target of targets) if (target.service === undefined) ofAll.set(targetFigure(target), target);
  return targets.flatMap((target, i) => {
    const { service, ...others } = target;
    const former = service === undefined ? undefined : ofAll.get(targetFigure(others));
    if (former === undefined) return [];
    const message = `'${former.id}' names no service and is therefore a target of ${service} too, as '${target.id}' is; name the service in both`;
    return [problemAt(origin.lines, ["targets", i, "service"], message)];
  });
}
