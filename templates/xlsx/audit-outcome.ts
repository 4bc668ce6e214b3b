/** The outcome of a figure as a formula over its quotient and its target, and the control of the whole line. */
import { parseDecimal, parseRational, type Rational } from "../../reports/rational.ts";
import type { Comparator, Figure, ReportRow } from "../../reports/report-model.ts";
import { isLegalStandard, outcomeWords } from "../figure-words.ts";
import { outcomes } from "../italian.ts";
import { type AuditValue, textFormat } from "./audit-cell.ts";
import { comparisonPrecision } from "./audit-precision.ts";
import type { FigureTerms } from "./audit-terms.ts";
import { auditWords, comparatorSigns } from "./audit-words.ts";
import { numberFormat } from "./sheet-style.ts";

interface OutcomeCells {
  readonly target?: AuditValue;
  readonly outcome?: AuditValue;
  readonly publishedOutcome?: AuditValue;
  readonly control: AuditValue;
}

/** Without terms nothing can be recalculated, and nothing is controlled. */
export function outcomeCells(row: ReportRow, terms: FigureTerms | undefined, line: number): OutcomeCells {
  const { target, comparator, outcome } = row.figure;
  const publishedOutcome = outcomeWords(row);
  if (target === undefined || comparator === undefined)
    return {
      target: auditWords.none,
      outcome: auditWords.none,
      publishedOutcome,
      control: terms === undefined ? auditWords.none : control(`I${line}=J${line}`),
    };
  const shown = targetCell(target, comparator);
  if (terms === undefined)
    return { target: shown, outcome: auditWords.none, publishedOutcome, control: auditWords.none };
  const words = isLegalStandard(row) ? standardWords : targetWords;
  return {
    target: shown,
    outcome: judgement(terms, { target, comparator, outcome }, words, `H${line}`, line),
    publishedOutcome,
    control: control(`AND(I${line}=J${line},L${line}=M${line})`),
  };
}

/** The minimum that the law sets beside the operator's own target: a line below the figure's own, judged on its quotient. */
export function minimumCells(
  minimum: NonNullable<Figure["minimum"]>,
  terms: FigureTerms,
  line: number,
): OutcomeCells & { readonly exact: AuditValue } {
  const { value: target, comparator, outcome } = minimum;
  const { quotient } = terms;
  return {
    exact: {
      formula: `H${line - 1}`,
      cached: Number(quotient.numerator) / Number(quotient.denominator),
      format: "#,##0.0000000000",
    },
    target: targetCell(target, comparator),
    outcome: judgement(terms, { target, comparator, outcome }, standardWords, `H${line}`, line - 1),
    publishedOutcome: outcome === "met" ? standardWords[0] : standardWords[1],
    control: control(`L${line}=M${line}`),
  };
}

const targetWords = [outcomes.met, outcomes.missed] as const;
const standardWords = [outcomes.standardMet, outcomes.standardMissed] as const;

function control(isRight: string): AuditValue {
  const { agrees, differs } = auditWords;
  return { formula: `IF(${isRight},"${agrees}","${differs}")`, cached: agrees, format: textFormat };
}

/** The number alone, so that a formula can compare with it; the comparator is part of how it is shown. */
function targetCell(target: string, comparator: Comparator): AuditValue {
  const sign = comparatorSigns[comparator];
  const decimals = /\.(\d+)$/.exec(target)?.[1]?.length ?? 0;
  if (!target.includes("/")) return { decimal: target, format: `"${sign} "${numberFormat(decimals)}` };
  const { num, den } = parseRational(target);
  return { formula: target, cached: Number(num) / Number(den), format: `"${sign} "${numberFormat(4)}` };
}

function judgement(
  { factor, integers, quotient }: FigureTerms,
  { target, comparator, outcome }: Required<Pick<Figure, "target" | "comparator" | "outcome">>,
  [met, missed]: readonly [string, string],
  exactCell: string,
  line: number,
): AuditValue {
  const cached = outcome === "met" ? met : missed;
  const bound: Rational = target.includes("/") ? parseRational(target) : parseDecimal(target);
  const precision = comparisonPrecision(quotient, bound);
  if (precision === "halfway") return cached;
  const above = integers?.numerator ?? `${factor}*F${line}`;
  const below = integers?.denominator ?? `G${line}`;
  const test =
    precision === "plain"
      ? `${exactCell}${comparator}K${exactCell.slice(1)}`
      : `${above}*${bound.den}${comparator}${bound.num}*${below}`;
  return { formula: `IF(${test},"${met}","${missed}")`, cached, format: textFormat };
}
