/** A formula with its numbers in it, as one line of arithmetic. */

import type { QuantityUnit, Working } from "../reports/explain.ts";
import type { Explanation } from "../reports/explanation.ts";
import { casesWords, countWords, passingWords, quantityWords } from "./explain-words.ts";
import { valueWords } from "./figure-words.ts";
import { unitWords } from "./italian.ts";
import { decimalWords } from "./number-format.ts";

export function formulaWords(working: Working, { quantity_unit: quantity, figure }: Explanation): readonly string[] {
  const result = `= ${valueWords(figure)} ${unitWords(figure.unit)}`;
  switch (working.kind) {
    case "percentile": {
      const { p, cases, rank, by, valueAtRank, divisor } = working;
      const n = numberWords(cases);
      const value = `valore ${of(valueAtRank, quantity)}${divisor === 1 ? "" : ` / ${numberWords(`${divisor}`)} ${result}`}`;
      return [
        `posto ${by === "lower" ? "floor" : "ceil"}(${p}·${n}/100) = ${numberWords(rank)} di ${casesWords(n)}, ${value}`,
      ];
    }
    case "mean": {
      const { sum, cases, divisor } = working;
      return [`somma ${of(sum, quantity)} / ${casesWords(numberWords(cases))}${over(divisor)} ${result}`];
    }
    case "weighted-mean": {
      const { terms, sum, weights, divisor } = working;
      const lines = terms.map(
        ({ value, weight }) => `percorso ${of(value, quantity)} × ${numberWords(weight)} s in servizio`,
      );
      return [...lines, `somma ${numberWords(sum)} / ${numberWords(weights)} s in servizio${over(divisor)} ${result}`];
    }
    case "deviation": {
      const { cases, sum, squares, divideBy, variance, divisor } = working;
      const divideWords = divideBy === "n" ? "n²" : "(n·(n − 1))";
      return [
        `radice di (n·Σx² − (Σx)²) / ${divideWords}${over(divisor)}`,
        `n = ${numberWords(cases)}, Σx = ${of(sum, quantity)}, Σx² = ${numberWords(squares)}`,
        `varianza ${variance ?? "n.d."}${over(divisor)} sotto radice ${result}`,
      ];
    }
    case "share": {
      const { good, all, test } = working;
      return [`${numberWords(good)} ${passingWords(test)} / ${casesWords(numberWords(all))} × 100 ${result}`];
    }
    case "ratio": {
      const { numeratorOf, denominatorOf, numerator, denominator } = working;
      const [above, below] = [countWords[numeratorOf] ?? numeratorOf, countWords[denominatorOf] ?? denominatorOf];
      return [`${numberWords(numerator)} ${above} / ${numberWords(denominator)} ${below} × 100 ${result}`];
    }
    case "count":
      return [casesWords(numberWords(working.cases))];
    default:
      return working satisfies never;
  }
}

/** A whole number grouped; a fraction with both its parts grouped, in brackets. */
function numberWords(exact: string): string {
  const parts = exact.split("/").map(decimalWords);
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join("/")})`;
}

const of = (quantity: string, unit: QuantityUnit): string => `${numberWords(quantity)} ${quantityWords[unit]}`.trim();

const over = (divisor: number): string => (divisor === 1 ? "" : ` / ${numberWords(`${divisor}`)}`);
