/** Choices on the statistics themselves, and on the tests of the line. */
import type { Indicator } from "./act.ts";
import { nearestRank } from "./acts/common.ts";
import { measuredWith, type Setting, withMeasures } from "./settings-choice.ts";

const byLowerRank = (indicator: Indicator) =>
  withMeasures(indicator, (measure) =>
    measure.formula.kind === "percentile" ? { ...measure, formula: { ...measure.formula, rank: "lower" } } : measure,
  );

const ofSample = (indicator: Indicator) =>
  withMeasures(indicator, (measure) =>
    measure.formula.kind === "deviation" ? { ...measure, formula: { ...measure.formula, divisor: "n-1" } } : measure,
  );

export const statisticSettings: readonly Setting[] = [
  {
    name: "percentile-method",
    title: "Posto del percentile",
    own: nearestRank,
    alternatives: [
      {
        value: "lower-rank",
        words:
          "Ordinati gli n casi in senso crescente, il percentile p è il valore del caso di posto p·n/100, arrotondato all’intero inferiore e mai minore di 1; nessuna interpolazione.",
        applied: byLowerRank,
      },
    ],
  },
  {
    name: "deviation",
    title: "Deviazione standard",
    own: {
      value: "population",
      words: "La deviazione standard è quella della popolazione (divisore n).",
      reason: "Si misurano tutte le prove del periodo, non un campione di esse.",
    },
    alternatives: [
      {
        value: "sample",
        words: "La deviazione standard è quella campionaria (divisore n − 1).",
        applied: ofSample,
      },
    ],
  },
  {
    name: "failed-transfers",
    title: "Trasmissioni fallite",
    own: {
      value: "excluded",
      words: "La velocità è quella delle sole trasmissioni riuscite; le fallite sono esposte a parte.",
      reason: "Una trasmissione fallita non ha una velocità misurata.",
    },
    alternatives: [
      {
        value: "as-zero",
        words: "Le trasmissioni fallite valgono 0 kbit/s e sono comprese nella velocità.",
        applied: measuredWith(["throughput-tests"], { failedTransfers: "as-zero" }, { without: "failed" }),
      },
    ],
  },
];
