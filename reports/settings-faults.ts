/** Choices on faults: which ones count, in which period, over which lines. */
import type { Exclusion, Formula, Indicator, Population } from "./act.ts";
import { adopted } from "./acts/common.ts";
import { measuredWith, onPopulations, type Setting, withMeasures, withPopulation } from "./settings-choice.ts";

const faults: readonly Population[] = ["reported-faults", "restored-faults"];

const leftOut = (id: string, words: string): Exclusion => ({ id, words, clause: adopted });

/** A ratio over the lines that the operator chose; further choices go on from it. */
function overLines(indicator: Indicator, fact: "final-lines" | "line-years"): Indicator | undefined {
  const over = (formula: Formula): Formula =>
    formula.kind === "ratio" && (formula.denominator === "mean-lines" || formula.denominator === "final-lines")
      ? { ...formula, denominator: fact }
      : formula;
  return withMeasures(indicator, (measure) => {
    const formula = over(measure.formula);
    return formula === measure.formula ? measure : { ...measure, formula };
  });
}

export const faultSettings: readonly Setting[] = [
  {
    name: "third-party-faults",
    title: "Guasti di terzi",
    own: {
      value: "included",
      words: "I guasti dipendenti da operatori terzi sono compresi.",
      reason: "L’operatore risponde del servizio che vende.",
    },
    alternatives: [
      {
        value: "excluded",
        words: "I guasti dipendenti da operatori terzi sono esclusi.",
        untrue: { choice: "third-party-faults", phrase: /da operatori terzi, / },
        applied: measuredWith(
          faults,
          { thirdPartyFaults: "excluded" },
          { with: leftOut("third-party", "guasto dipendente da operatori terzi") },
        ),
      },
    ],
  },
  {
    name: "force-majeure",
    title: "Forza maggiore",
    own: {
      value: "included",
      words: "I guasti dovuti a forza maggiore sono compresi.",
      reason: "L’esclusione chiede una dichiarazione documentata per ciascun evento.",
    },
    alternatives: [
      {
        value: "excluded",
        words: "I guasti dovuti a forza maggiore, o a un evento dichiarato come tale, sono esclusi.",
        untrue: { choice: "third-party-faults", phrase: /da forza maggiore, / },
        applied: measuredWith(
          faults,
          { forceMajeure: "excluded" },
          { with: leftOut("force-majeure", "forza maggiore") },
        ),
      },
    ],
  },
  {
    name: "operator-faults",
    title: "Guasti visti dall’operatore",
    own: {
      value: "excluded",
      words: "I guasti rilevati dall’operatore e non segnalati dal cliente sono esclusi.",
      reason: "L’indicatore conta le segnalazioni fatte dai clienti.",
    },
    alternatives: [
      {
        value: "included",
        words: "I guasti rilevati dall’operatore sono compresi.",
        applied: measuredWith(faults, { operatorFaults: "included" }, { without: "reported-by-operator" }),
      },
    ],
  },
  {
    name: "repeated-faults",
    title: "Segnalazioni ripetute",
    own: {
      value: "separate",
      words: "Ogni segnalazione è un caso, anche se sulla stessa linea è ancora aperto un guasto.",
      reason:
        "Il rapporto è riferito alle segnalazioni; quelle che l’operatore registra come ripetute sono già escluse.",
    },
    alternatives: [
      {
        value: "one-per-line",
        words:
          "La segnalazione su una linea il cui guasto è ancora aperto è lo stesso guasto: si conta la prima e la sua riparazione.",
        applied: measuredWith(
          faults,
          { repeatedFaults: "one-per-line" },
          { with: leftOut("repeated-report", "segnalazione su una linea con guasto ancora aperto") },
        ),
      },
    ],
  },
  {
    name: "mean-lines",
    title: "Numero di linee",
    own: {
      value: "month-end-stocks",
      words: "Il numero medio di linee è la media delle consistenze di fine mese del periodo.",
      reason: "Il numero medio è «rilevato su base mensile».",
    },
    alternatives: [
      {
        value: "final-stock",
        words: "Le linee sono quelle in servizio alla fine del periodo.",
        untrue: {
          choice: "mean-lines",
          phrase: /^Il numero medio di linee è la media delle consistenze di fine mese del periodo; il tasso/,
          instead: "Il tasso",
        },
        applied: onPopulations(["reported-faults"], (indicator) => {
          const changed = overLines(indicator, "final-lines");
          return changed && withPopulation(changed, { finalLines: true });
        }),
      },
    ],
  },
  {
    name: "fault-rate-basis",
    title: "Base annua del tasso",
    own: {
      value: "period",
      words: "Il tasso di malfunzionamento è riferito al periodo e non è annualizzato.",
      reason: "La definizione divide le segnalazioni del periodo per le linee dello stesso periodo.",
    },
    alternatives: [
      {
        value: "annualised",
        words: "Il tasso di malfunzionamento è riportato ad anno: quello di un semestre è moltiplicato per 2.",
        untrue: { choice: "mean-lines", phrase: /[;.] [Ii]l tasso non è annualizzato/ },
        applied: onPopulations(["reported-faults"], (indicator) => {
          const changed = overLines(indicator, "line-years");
          return changed && withPopulation(changed, { lineYears: true });
        }),
      },
    ],
  },
  {
    name: "repair-period",
    title: "Periodo della riparazione",
    own: {
      value: "restoration",
      words: "Le riparazioni sono attribuite al periodo in cui il guasto è eliminato.",
      reason: "La durata è nota quando il guasto è eliminato, e nessun guasto va perduto.",
    },
    alternatives: [
      {
        value: "report",
        words: "Le riparazioni sono attribuite al periodo in cui il guasto è segnalato.",
        applied: measuredWith(
          ["restored-faults"],
          { repairPeriod: "report" },
          { with: leftOut("not-restored", "guasto non ancora eliminato") },
        ),
      },
    ],
  },
];
