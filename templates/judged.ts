/** What a report's figures were held against, and how that went: the operator's targets, and the minimums set by law. */
import type { ReportRow } from "../reports/report-model.ts";
import { isLegalStandard } from "./figure-words.ts";
import type { ActPart } from "./report-outline.ts";

export interface Judged {
  /** Where the law demands something beside the operator's own target, a second row holds the figure against that. */
  readonly row: ReportRow;
  /** The scope in words. */
  readonly scope: string;
}

export function judgedOf(parts: readonly ActPart[]): readonly Judged[] {
  return parts
    .flatMap(({ indicators }) => indicators.flatMap(({ blocks }) => blocks))
    .flatMap(({ label, rows }) => rows.flatMap((row) => judgedRows(row).map((one) => ({ row: one, scope: label }))));
}

function judgedRows(row: ReportRow): readonly ReportRow[] {
  if (row.figure.target === undefined) return [];
  const standard = standardBeside(row);
  return standard === undefined ? [row] : [row, standard];
}

/** The figure held against the minimum set by law, where its target is the operator's own. */
export function standardBeside({ target, figure, ...act }: ReportRow): ReportRow | undefined {
  const { minimum, margin: _, cases_to_turn: __, ...measured } = figure;
  if (target === undefined || minimum === undefined) return undefined;
  const { value, comparator, outcome } = minimum;
  return { ...act, figure: { ...measured, target: value, comparator, outcome } };
}

export interface OutcomeCounts {
  readonly met: number;
  readonly missed: number;
  readonly unassessed: number;
}

/** The operator's targets apart from the minimums set by law. */
export function outcomeCounts(judged: readonly Judged[]): {
  readonly targets: OutcomeCounts;
  readonly standards: OutcomeCounts;
} {
  return {
    targets: counts(judged.filter(({ row }) => !isLegalStandard(row))),
    standards: counts(judged.filter(({ row }) => isLegalStandard(row))),
  };
}

function counts(judged: readonly Judged[]): OutcomeCounts {
  const of = (outcome: string) => judged.filter(({ row }) => row.figure.outcome === outcome).length;
  return { met: of("met"), missed: of("missed"), unassessed: of("not_assessable") };
}
