/** Choices on calls and telephone complaints. */
import type { Formula, Indicator, Measure } from "./act.ts";
import { abandonedInDenominator } from "./acts/common.ts";
import { measuredWith, onPopulations, type Setting, withMeasures, withPopulation } from "./settings-choice.ts";

function withFormula(measure: Measure, change: (formula: Formula) => Formula): Measure {
  const formula = change(measure.formula);
  return formula === measure.formula ? measure : { ...measure, formula };
}

/** Over the answered calls alone: the abandoned ones are then left out of the share as they are of the means. */
function answeredAlone(indicator: Indicator): Indicator | undefined {
  const changed = withMeasures(indicator, (measure) =>
    withFormula(measure, (formula) => {
      if (formula.kind !== "share" || formula.over !== "chosen") return formula;
      const { over: _, ...rest } = formula;
      return rest;
    }),
  );
  if (changed === undefined) return undefined;
  const shares = changed.measures.filter((measure, i) => measure !== indicator.measures[i]).map(({ id }) => id);
  const exclusions = changed.exclusions.map((exclusion) =>
    exclusion.id === "abandoned" ? { ...exclusion, measures: [...(exclusion.measures ?? []), ...shares] } : exclusion,
  );
  return { ...changed, exclusions };
}

const comparedBy = (is: "under-limit" | "within-limit") =>
  onPopulations(["calls"], (indicator) =>
    withMeasures(indicator, (measure) => {
      const changed = withFormula(measure, (formula) =>
        formula.kind === "share" && "limitSeconds" in formula.test && formula.test.is !== is
          ? { ...formula, test: { ...formula.test, is } }
          : formula,
      );
      return changed === measure ? measure : { ...changed, name: nameComparedBy(measure.name, is) };
    }),
  );

/** A name that went on saying «inferiore a» of what is counted up to the limit would be untrue, whatever the act's own is. */
function nameComparedBy(name: string, is: "under-limit" | "within-limit"): string {
  return is === "within-limit"
    ? name.replace(/(?<!non )inferiore a (?=\d+ second)/, "non superiore a ")
    : name.replace(/entro (?=\d+ second)/, "in meno di ");
}

/** Solved are those that are closed and took no further call; the denominator is all. */
function openIncluded(indicator: Indicator): Indicator | undefined {
  const changed = withMeasures(indicator, (measure) =>
    withFormula(measure, (formula) =>
      formula.kind === "share" && formula.of === "further-calls" ? { ...formula, over: "complaints" } : formula,
    ),
  );
  return changed && withPopulation(changed, { openComplaints: "included" }, { without: "not-closed" });
}

export const callSettings: readonly Setting[] = [
  {
    name: "abandoned-calls",
    title: "Chiamate abbandonate",
    own: abandonedInDenominator,
    alternatives: [
      {
        value: "out",
        words:
          "Le chiamate abbandonate dopo la scelta dell’operatore non sono comprese né nel denominatore della percentuale né nel tempo medio.",
        applied: onPopulations(["calls"], answeredAlone),
      },
    ],
  },
  {
    name: "limit-comparator",
    title: "Limite di risposta",
    own: {
      value: "of-act",
      words:
        "La risposta è in tempo se il tempo è inferiore al limite; se è non superiore, dove la misura dice «entro» (255/24/CONS).",
      reason: "Ciascun atto ha le sue parole: «inferiore a 20 secondi», «entro 20 secondi».",
    },
    alternatives: [
      {
        value: "strict",
        words: "La risposta è in tempo se il tempo è inferiore al limite.",
        applied: comparedBy("under-limit"),
      },
      {
        value: "inclusive",
        words: "La risposta è in tempo se il tempo è non superiore al limite.",
        applied: comparedBy("within-limit"),
      },
    ],
  },
  {
    name: "out-of-hours-calls",
    title: "Chiamate fuori orario",
    own: {
      value: "excluded",
      words: "Le chiamate fuori dall’orario di servizio sono escluse.",
      reason: "La scelta dell’operatore non era disponibile.",
    },
    alternatives: [
      {
        value: "included",
        words: "Le chiamate fuori dall’orario di servizio con scelta dell’operatore sono comprese.",
        applied: measuredWith(["calls"], { outOfHoursCalls: "included" }, { without: "out-of-hours" }),
      },
    ],
  },
  {
    name: "open-complaints",
    title: "Reclami ancora aperti",
    own: {
      value: "excluded",
      words: "La percentuale dei reclami telefonici risolti alla prima chiamata è calcolata su quelli chiusi.",
      reason: "Solo un reclamo chiuso può dirsi risolto.",
    },
    alternatives: [
      {
        value: "included",
        words:
          "La percentuale dei reclami telefonici risolti alla prima chiamata è calcolata su tutti i ricevuti; quelli ancora aperti non sono risolti.",
        applied: onPopulations(["phone-complaints"], openIncluded),
      },
    ],
  },
];
