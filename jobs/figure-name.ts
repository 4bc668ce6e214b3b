/** Which figure is meant: `act indicator measure [scope]` as words, the scope as the summary prints it. */
import type { Figure } from "../reports/report-model.ts";
import { scopeText } from "../reports/scope.ts";
import { jobError } from "./errors.ts";
import { notAllowed } from "./profile-error.ts";

/** The service stands in a name only where the act measures the same thing for both. */
export function figureName(figure: Figure, all: readonly Figure[]): string {
  const { act, indicator, measure, scope, service } = figure;
  const isTwice = isOfSeveralServices(figure, all);
  return [act, indicator, ...(isTwice ? [service ?? ""] : []), measure, scopeText(scope)].join(" ").trimEnd();
}

export function isOfSeveralServices({ act, indicator, service }: Figure, all: readonly Figure[]): boolean {
  return all.some(
    (other) => other.act === act && other.indicator === indicator && (other.service ?? "") !== (service ?? ""),
  );
}

/** Refuses an unknown name, word by word, with the words that are near. `list` is the command that lists all names. */
export function findFigure(all: readonly Figure[], name: readonly string[], list: string): Figure {
  const [act = "", indicator = "", ...rest] = name.flatMap((word) => word.split(" ")).filter((word) => word !== "");
  const ofAct = narrowed(all, act, (figure) => figure.act, "act of this report", list);
  const ofIndicator = narrowed(ofAct, indicator, (figure) => figure.indicator, `indicator of ${act}`, list);
  const [service] = rest;
  const isService = service === "internet" || service === "voice";
  const [measure = "", ...scope] = isService ? rest.slice(1) : rest;
  const served = isService ? ofIndicator.filter((figure) => figure.service === service) : ofIndicator;
  const ofMeasure = narrowed(served, measure, (figure) => figure.measure, `measure of ${act} ${indicator}`, list);
  const asked = scope.join(" ");
  const found = ofMeasure.filter((figure) => partsOf(scopeText(figure.scope)) === partsOf(asked));
  const [figure, other] = found;
  if (figure !== undefined && other === undefined) return figure;
  const of = [act, indicator, measure].join(" ");
  if (other !== undefined)
    throw jobError("unknown-figure", {
      words: `${of} is measured for several services: say which, for example "${figureName(found[0] as Figure, all)}"`,
      list,
    });
  const scopes = ofMeasure.map(({ scope: own }) => scopeText(own)).filter((text) => text !== "");
  const hasWhole = scopes.length < ofMeasure.length;
  const words =
    asked === ""
      ? `${of} has no figure of the whole: add a scope, one of ${scopes.join(", ")}`
      : `${scopes.length === 0 ? `'${asked}' is no scope of ${of}` : notAllowed(asked, scopes, `is no scope of ${of}`)}${hasWhole ? "; without a scope it is that of the whole" : ""}`;
  throw jobError("unknown-figure", { words, list });
}

function narrowed(
  figures: readonly Figure[],
  given: string,
  of: (figure: Figure) => string,
  what: string,
  list: string,
): readonly Figure[] {
  const found = figures.filter((figure) => of(figure) === given);
  if (found.length > 0) return found;
  const known = [...new Set(figures.map(of))];
  const words =
    given === ""
      ? `Name an ${what}: ${known.join(", ")}`.replace(/^Name an m/, "Name a m")
      : notAllowed(given, known, `is no ${what}`);
  throw jobError("unknown-figure", { words, list });
}

/** Equal for equal scopes, in whatever order their parts and the members of a set were typed. */
function partsOf(scope: string): string {
  return scope
    .split(",")
    .map((part) => {
      const [name = "", value = ""] = part.split("=");
      return `${name.trim()}=${value.trim().split("+").sort().join("+")}`;
    })
    .sort()
    .join(",");
}
