/** Numerator and denominator of a figure: as formulas over its distribution where the workbook holds it, else as numbers. */
import type { ShareTest } from "../../reports/act.ts";
import type { Working } from "../../reports/explain.ts";
import { parseRational, rational, roundedText } from "../../reports/rational.ts";
import type { ReportRow } from "../../reports/report-model.ts";
import { type AuditValue, whole, wholeFormat, wholeFormula } from "./audit-cell.ts";
import { type Curve, nameOf } from "./audit-curves.ts";
import { areHeldExactly, type SheetQuotient } from "./audit-precision.ts";

export interface FigureTerms {
  readonly cases: AuditValue;
  /** Of a percentile; of a standard deviation the number taken off the values before they are squared. */
  readonly rank?: AuditValue;
  readonly numerator: AuditValue;
  readonly denominator: AuditValue;
  /** What the numerator is multiplied by: 100 where the unit is %. */
  readonly factor: bigint;
  readonly quotient: SheetQuotient;
  /** The quotient's two integers in cells, where they are not the factor's product and the denominator's cell. */
  readonly integers?: { readonly numerator: string; readonly denominator: string };
}

/** Undefined where a number would not be the exact one and no formula can make it. */
export function termsOf(
  { figure, measure }: ReportRow,
  working: Working,
  curve: Curve | undefined,
  line: number,
): FigureTerms | undefined {
  const names = curve && { values: nameOf(curve, "valori"), counts: nameOf(curve, "casi") };
  const cumulative = curve && nameOf(curve, "cumulata");
  const own = names !== undefined && measure.cases === undefined;
  const sumOfCases = (n: bigint) => (own ? wholeFormula(`SUM(${names.counts})`, n) : whole(n));
  // The cell of the cases, where they are the distribution's own.
  const n = `D${line}`;
  switch (working.kind) {
    case "percentile": {
      const [cases, rank, value] = [BigInt(working.cases), BigInt(working.rank), BigInt(working.valueAtRank)];
      const { p, by, divisor } = working;
      const rankFormula = by === "lower" ? `MAX(1,INT(${p}*${n}/100))` : `INT((${p}*${n}+99)/100)`;
      const atRank = names && `INDEX(${names.values},COUNTIF(${cumulative},"<"&E${line})+1)`;
      return {
        cases: sumOfCases(cases),
        rank: wholeFormula(rankFormula, rank),
        numerator: atRank === undefined ? whole(value) : wholeFormula(atRank, value),
        denominator: whole(divisor),
        factor: 1n,
        quotient: { numerator: value, denominator: BigInt(divisor), isSingle: true },
      };
    }
    case "mean":
    case "weighted-mean": {
      const weights = BigInt(working.kind === "mean" ? working.cases : working.weights);
      const [sum, divisor] = [BigInt(working.sum), BigInt(working.divisor)];
      const below = weights * divisor;
      const over = divisor === 1n ? "" : `*${divisor}`;
      if (!areHeldExactly(sum, below) && names === undefined) return undefined;
      return {
        cases: own ? sumOfCases(weights) : whole(figure.cases),
        numerator: names ? wholeFormula(`SUMPRODUCT(${names.values},${names.counts})`, sum) : whole(sum),
        denominator: names ? wholeFormula(`${own ? n : `SUM(${names.counts})`}${over}`, below) : whole(below),
        factor: 1n,
        quotient: { numerator: sum, denominator: below, isSingle: true },
      };
    }
    case "deviation": {
      const [cases, sum, squares] = [BigInt(working.cases), BigInt(working.sum), BigInt(working.squares)];
      const above = cases * squares - sum * sum;
      const below = cases * (working.divideBy === "n" ? cases : cases - 1n);
      if (names === undefined && !areHeldExactly(above, below)) return undefined;
      const away = names && `${names.values}-E${line}`;
      const mean = roundedText(rational(sum, cases), 0);
      return {
        cases: sumOfCases(cases),
        ...(names && {
          rank: wholeFormula(`ROUND(SUMPRODUCT(${names.values},${names.counts})/${n},0)`, BigInt(mean)),
        }),
        numerator: names
          ? wholeFormula(`${n}*SUMPRODUCT((${away})^2,${names.counts})-SUMPRODUCT(${away},${names.counts})^2`, above)
          : whole(above),
        denominator: names ? wholeFormula(`${n}*${working.divideBy === "n" ? n : `(${n}-1)`}`, below) : whole(below),
        factor: 1n,
        quotient: { numerator: above, denominator: below, isSingle: true, rootDivisor: working.divisor },
      };
    }
    case "share": {
      const [good, all] = [BigInt(working.good), parseRational(working.all)];
      if (all.den !== 1n) return undefined;
      const counted = names && `SUMIF(${names.values},"${criterion(working.test)}",${names.counts})`;
      const isOfAll = measure.formula.kind === "share" && measure.formula.over === undefined;
      return {
        cases: isOfAll ? sumOfCases(all.num) : whole(figure.cases),
        numerator: counted === undefined ? whole(good) : wholeFormula(counted, good),
        denominator: isOfAll && own ? wholeFormula(n, all.num) : whole(all.num),
        factor: 100n,
        quotient: { numerator: 100n * good, denominator: all.num, isSingle: true },
      };
    }
    case "ratio":
      return ratioTerms(working, figure.cases, line);
    case "count": {
      const cases = BigInt(working.cases);
      return {
        cases: sumOfCases(cases),
        numerator: wholeFormula(n, cases),
        denominator: whole(1),
        factor: 1n,
        quotient: { numerator: cases, denominator: 1n, isSingle: true },
      };
    }
    default:
      return working satisfies never;
  }
}

/** A mean of the months' lines is a fraction: its cell divides, and where that is too coarse the integers are multiplied out. */
function ratioTerms(
  working: Extract<Working, { kind: "ratio" }>,
  cases: number,
  line: number,
): FigureTerms | undefined {
  const [above, below] = [parseRational(working.numerator), parseRational(working.denominator)];
  const numerator = 100n * above.num * below.den;
  const denominator = below.num * above.den;
  if (!areHeldExactly(numerator, denominator)) return undefined;
  const isSingle = above.den === 1n && below.den === 1n;
  return {
    cases: whole(cases),
    numerator: fraction(above.num, above.den),
    denominator: fraction(below.num, below.den),
    factor: 100n,
    quotient: { numerator, denominator, isSingle },
    ...(!isSingle && {
      integers: {
        numerator: above.den === 1n ? `(100*F${line}*${below.den})` : `${numerator}`,
        denominator: `${denominator}`,
      },
    }),
  };
}

function fraction(num: bigint, den: bigint): AuditValue {
  if (den === 1n) return whole(num);
  return { formula: `${num}/${den}`, cached: Number(num) / Number(den), format: `${wholeFormat}.00####` };
}

/** As SUMIF takes it; limits are in seconds, waits in milliseconds. */
function criterion(test: ShareTest): string {
  switch (test.is) {
    case "under-limit":
      return `<${test.limitSeconds * 1000}`;
    case "within-limit":
      return `<=${test.limitSeconds * 1000}`;
    case "not-negative":
      return ">=0";
    case "zero":
      return "=0";
    default:
      return test satisfies never;
  }
}
