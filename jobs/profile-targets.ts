/** Whether the acts measure what the targets of a profile promise. */
import type { Act, Indicator, Measure } from "../reports/act.ts";
import { ownActId } from "../reports/acts/operator.ts";
import { dimensions } from "../reports/scope.ts";
import type { Target } from "../reports/target.ts";
import { targetUnitsFor } from "../reports/target-units.ts";
import { type TableName, tables } from "../sql/tables.ts";
import { ownActOf } from "./own-act.ts";
import type { Profile } from "./profile.ts";
import { notAllowed, ProfileError } from "./profile-error.ts";
import { problemAt } from "./profile-problems.ts";

type Found = { readonly key: string; readonly message: string };

/**
 * Throws a ProfileError for every target that names an act, indicator or measure that `acts` (all acts known) do not
 * hold, a unit that no factor leads to the measure's, or a scope the indicator's rows cannot show; and for every act
 * the profile follows that is not known.
 */
export function checkTargets(profile: Profile, acts: readonly Act[]): void {
  const { file, lines } = profile.origin;
  const actIds = acts.map((act) => act.id);
  const measured = [...acts, ...ownActOf(profile)];
  const unknownActs = (profile.acts ?? []).flatMap((id, i) =>
    actIds.includes(id) ? [] : [problemAt(lines, ["acts", i], notAllowed(id, actIds, "is no act that is known"))],
  );
  const wrong = profile.targets.flatMap((target, i) =>
    faultsOf(target, measured).map(({ key, message }) => problemAt(lines, ["targets", i, ...key.split(".")], message)),
  );
  const problems = [...unknownActs, ...wrong];
  if (problems.length > 0) throw new ProfileError(file, problems);
}

function faultsOf(target: Target, acts: readonly Act[]): readonly Found[] {
  const act = acts.find(({ id }) => id === target.act);
  if (act === undefined) {
    const known = [...acts.filter(({ id }) => id !== ownActId), { id: ownActId }];
    return [unknown("act", target.act, "is no act that is known", known)];
  }
  const indicators = act.indicators.filter(({ id }) => id === target.indicator);
  const indicator = indicators.find(({ service }) => target.service === undefined || service === target.service);
  if (indicators.length === 0) {
    return [unknown("indicator", target.indicator, `is no indicator of ${act.id}`, act.indicators)];
  }
  if (indicator === undefined) return [serviceFault(target, indicators)];
  const measure = indicator.measures.find(({ id }) => id === target.measure);
  if (measure === undefined) {
    return [unknown("measure", target.measure, `is no measure of ${act.id} ${indicator.id}`, indicator.measures)];
  }
  return [...unitFaults(target, measure), ...scopeFaults(target, indicator, measure)];
}

function unknown(key: string, given: string, wording: string, known: readonly { readonly id: string }[]): Found {
  return {
    key,
    message: notAllowed(
      given,
      known.map(({ id }) => id),
      wording,
    ),
  };
}

/** Such a target would be judged nowhere, and nobody would hear of it. */
function serviceFault({ act, indicator, service }: Target, indicators: readonly Indicator[]): Found {
  const measured = indicators.flatMap((one) => one.service ?? []);
  const can = measured.length === 0 ? "it knows no services: leave it out" : `allowed: ${measured.join(", ")}`;
  return { key: "service", message: `${act} does not measure ${indicator} for ${service}; ${can}` };
}

function unitFaults(target: Target, measure: Measure): readonly Found[] {
  const units = targetUnitsFor(measure.unit);
  if (units.includes(target.unit)) return [];
  const allowed = units.length === 0 ? "a count has no target" : `allowed: ${units.join(", ")}`;
  return [
    { key: "unit", message: `'${target.unit}' cannot be compared with ${measure.id} in ${measure.unit}; ${allowed}` },
  ];
}

function scopeFaults(target: Target, indicator: Indicator, measure: Measure): readonly Found[] {
  const allowed = scopePartsOf(indicator, measure);
  return Object.keys(target.scope)
    .filter((part) => !allowed.includes(part))
    .map((part) => {
      const can = allowed.length === 0 ? "its scope can only be {}" : `allowed: ${allowed.join(", ")}`;
      return { key: `scope.${part}`, message: `the rows of ${indicator.id} ${measure.id} do not show it; ${can}` };
    });
}

/** A dimension is one that every table of the indicator has as a column, so that a ratio is narrowed above and below. */
function scopePartsOf(indicator: Indicator, measure: Measure): readonly string[] {
  const columns = indicator.tables.map((name) => tables[name as TableName].columns.map((column) => column.name));
  const parts: string[] = dimensions.filter((name) => columns.every((names) => names.includes(name)));
  const { formula } = measure;
  if (formula.kind === "share" && (formula.test.is === "under-limit" || formula.test.is === "within-limit")) {
    parts.push("limit");
  }
  const faults = indicator.population === "reported-faults" || indicator.population === "restored-faults";
  return faults ? [...parts, "responsibility", "conditions"] : parts;
}
