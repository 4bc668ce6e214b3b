/** One figure as a line of cells: its terms, the quotient, the rounding, the outcome, and whether they are the published ones. */
import type { Distribution } from "../../reports/distribution.ts";
import { quantityUnit, type Working, workingOf } from "../../reports/explain.ts";
import type { Facts } from "../../reports/facts.ts";
import { printedValue } from "../../reports/measure.ts";
import { parseRational, type Rational, rational, roundedText } from "../../reports/rational.ts";
import type { ReportRow } from "../../reports/report-model.ts";
import { DocumentError } from "../document-error.ts";
import { measureWords } from "../figure-words.ts";
import { notApplicable, notDeterminable, unitWords } from "../italian.ts";
import { type AuditValue, whole } from "./audit-cell.ts";
import type { Curve } from "./audit-curves.ts";
import { minimumCells, outcomeCells } from "./audit-outcome.ts";
import { areHeldExactly, roundingPrecision, type SheetQuotient } from "./audit-precision.ts";
import { type FigureTerms, termsOf } from "./audit-terms.ts";
import { auditWords, halfway, howWords, knownFraction } from "./audit-words.ts";
import { numberFormat } from "./sheet-style.ts";

/** The columns by what stands in them; letters are those of figureColumns. */
export const at = {
  measure: "A",
  how: "B",
  unit: "C",
  cases: "D",
  rank: "E",
  numerator: "F",
  denominator: "G",
  exact: "H",
  rounded: "I",
  published: "J",
  target: "K",
  outcome: "L",
  publishedOutcome: "M",
  control: "N",
} as const;
export type FigureCells = Readonly<Partial<Record<keyof typeof at, AuditValue>>>;

/**
 * The figure's cells on that line, and on the next those of the law's minimum where the operator has a target of its own.
 * Throws `audit-differs` where the terms do not give the published value.
 */
export function figureLines(row: ReportRow, curve: Curve | undefined, line: number): readonly FigureCells[] {
  const { figure, measure, target } = row;
  const name = { measure: measureWords(row), unit: unitWords(figure.unit) };
  const published = publishedValue(row);
  if (figure.value === null) {
    const cases = figure.outcome === "not_applicable" ? notApplicable : whole(figure.cases);
    return [{ ...name, how: auditWords.none, cases, published, ...outcomeCells(row, undefined, line) }];
  }
  const working = workingBehind(row);
  const terms =
    (working && termsOf(row, working, curve?.place === undefined ? undefined : curve, line)) ?? knownTerms(row);
  if (terms === undefined) {
    const cases = whole(figure.cases);
    return [{ ...name, how: auditWords.none, cases, published, ...outcomeCells(row, undefined, line) }];
  }
  refuseOther(row, terms);
  const how = working === undefined ? knownFraction : howWords(working, quantityUnit(row.indicator, measure));
  const precision = roundingPrecision(terms.quotient, measure.decimals);
  const own: FigureCells = {
    ...name,
    how: precision === "halfway" ? `${how}; ${halfway}` : how,
    cases: terms.cases,
    ...(terms.rank && { rank: terms.rank }),
    numerator: terms.numerator,
    denominator: terms.denominator,
    exact: { formula: exactFormula(terms, line), cached: nearest(terms.quotient), format: "#,##0.0000000000" },
    rounded: {
      formula: roundedFormula(terms, measure.decimals, precision, line),
      cached: Number(figure.value),
      format: numberFormat(measure.decimals),
    },
    published,
    ...outcomeCells(row, terms, line),
  };
  if (figure.minimum === undefined || target === undefined) return [own];
  return [own, { measure: auditWords.minimum, ...minimumCells(figure.minimum, terms, line + 1) }];
}

export function publishedValue({ figure, measure }: ReportRow): AuditValue {
  if (figure.value !== null) return { decimal: figure.value, format: numberFormat(measure.decimals) };
  return figure.outcome === "not_applicable" ? notApplicable : notDeterminable;
}

/** Facts of the row alone: what its formula names, and nothing else. */
function workingBehind({ measure, figure, curve }: ReportRow): Working | undefined {
  const { formula } = measure;
  const count = (text: string | undefined) => (text === undefined ? undefined : parseRational(text));
  const [above, below] = [count(figure.numerator), count(figure.denominator)];
  const counts = new Map<string, Rational>();
  const distributions = new Map<string, Distribution>();
  if (formula.kind === "ratio") {
    if (above === undefined || below === undefined) return undefined;
    counts.set(formula.numerator, above).set(formula.denominator, below);
  } else {
    const empty = formula.kind === "share" && formula.over !== undefined && curve === undefined;
    if (curve === undefined && !empty) return undefined;
    distributions.set(formula.of, curve ?? { values: [], counts: [] });
    if (formula.kind === "share" && formula.over !== undefined) {
      if (below === undefined) return undefined;
      counts.set(formula.over, below);
    }
  }
  const facts: Facts = { distributions, counts, excluded: new Map(), counted: new Map() };
  return workingOf(measure, facts, figure.scope.limit);
}

/** Where the distribution is not at hand: the exact value of the report. */
function knownTerms({ figure }: ReportRow): FigureTerms | undefined {
  if (figure.exact === null) return undefined;
  const { num, den } = parseRational(figure.exact);
  if (!areHeldExactly(num, den)) return undefined;
  return {
    cases: whole(figure.cases),
    numerator: whole(num),
    denominator: whole(den),
    factor: 1n,
    quotient: { numerator: num, denominator: den, isSingle: true },
  };
}

function refuseOther({ figure, measure }: ReportRow, { quotient }: FigureTerms): void {
  const { numerator, denominator, rootDivisor } = quotient;
  const root = BigInt(rootDivisor ?? 1) ** 2n;
  const exact = rational(numerator, denominator * root);
  const value =
    rootDivisor === undefined
      ? roundedText(exact, measure.decimals)
      : printedValue(measure, { cases: figure.cases, exact, squared: true });
  if (value !== figure.value)
    throw new DocumentError(
      "audit-differs",
      `${figure.act} ${figure.indicator} ${figure.measure} is ${figure.value} in the report, and its terms give ${value}.`,
    );
}

function exactFormula({ factor, quotient }: FigureTerms, line: number): string {
  const [above, below] = [`${at.numerator}${line}`, `${at.denominator}${line}`];
  const { rootDivisor } = quotient;
  if (rootDivisor !== undefined) return `SQRT(${above}/${below})${rootDivisor === 1 ? "" : `/${rootDivisor}`}`;
  return factor === 1n ? `${above}/${below}` : `${factor}*${above}/${below}`;
}

function roundedFormula(
  { integers, factor, quotient }: FigureTerms,
  decimals: number,
  precision: ReturnType<typeof roundingPrecision>,
  line: number,
): string {
  const [exact, published] = [`${at.exact}${line}`, `${at.published}${line}`];
  const scale = 10 ** decimals;
  if (precision === "plain") return `ROUND(${exact},${decimals})`;
  if (precision === "halfway")
    return `IF(ABS(${exact}-${published})*${2 * scale}<=1.000000001,${published},ROUND(${exact},${decimals}))`;
  const above = integers?.numerator ?? `(${factor}*${at.numerator}${line})`;
  const below = integers?.denominator ?? (quotient.isSingle ? `${at.denominator}${line}` : `${quotient.denominator}`);
  const wholePart = `INT(${above}/${below})`;
  const rest = `(${above}-${wholePart}*${below})`;
  return `(${wholePart}*${scale}+INT((${2 * scale}*${rest}+${below})/(2*${below})))/${scale}`;
}

/** The double that the sheet's own quotient is. */
function nearest({ numerator, denominator, rootDivisor }: SheetQuotient): number {
  const quotient = Number(numerator) / Number(denominator);
  return rootDivisor === undefined ? quotient : Math.sqrt(quotient) / rootDivisor;
}
