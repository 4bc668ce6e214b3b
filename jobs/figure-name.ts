/** Which figure is meant: `act indicator measure [scope]` as words, the scope as the summary prints it. */
import type { Figure } from "../reports/report-model.ts";
import { plainScopeText, scopeText } from "../reports/scope.ts";
import { jobError } from "./errors.ts";
import { notAllowed } from "./profile-error.ts";

/** The service stands in a name only where the act measures the same thing for both. */
export function figureName(figure: Figure, all: readonly Figure[]): string {
  const { act, indicator, measure, scope, service } = figure;
  const isTwice = isOfSeveralServices(figure, all);
  return [act, indicator, ...(isTwice ? [service ?? ""] : []), measure, scopeText(scope)].join(" ").trimEnd();
}

/** The name for a person: a value stands as it is, unless the name of another figure would read the same. */
export function shownName(figure: Figure, all: readonly Figure[]): string {
  const name = figureName(figure, all);
  const plain = plainScopeText(name);
  if (plain === name) return name;
  const isDoubtful = all
    .map((other) => figureName(other, all))
    .some((other) => other !== name && plainScopeText(other) === plain);
  return isDoubtful ? name : plain;
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
  const exact = ofMeasure.filter((figure) => partsOf(scopeText(figure.scope)) === partsOf(asked));
  // What a list shows to a person is accepted too; a name that is exact goes before one that reads like it.
  const found =
    exact.length > 0
      ? exact
      : ofMeasure.filter((figure) => partsOf(plainScopeText(scopeText(figure.scope))) === partsOf(asked));
  const [figure, other] = found;
  if (figure !== undefined && other === undefined) return figure;
  const of = [act, indicator, measure].join(" ");
  if (figure !== undefined && other !== undefined) {
    const isSameScope = scopeText(figure.scope) === scopeText(other.scope);
    const doubt = isSameScope
      ? `${of} is measured for several services`
      : `'${asked}' may mean several scopes of ${of}`;
    throw jobError("unknown-figure", {
      words: `${doubt}: say which, for example "${figureName(figure, all)}"`,
      list,
    });
  }
  const scopes = ofMeasure.map((one) => plainScopeText(scopeText(one.scope))).filter((text) => text !== "");
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
      const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
      return `${name.trim()}=${value.trim().split("+").sort().join("+")}`;
    })
    .sort()
    .join(",");
}
