/** The rows of a sheet of the sensitivity workbook, as texts and numbers. */
import { parseRational, type Rational, rational, roundedText } from "../../reports/rational.ts";
import type { ReportRow } from "../../reports/report-model.ts";
import type { MovedFigure } from "../../reports/settings-effect.ts";
import { measureWords, targetCell } from "../figure-words.ts";
import { notApplicable, notDeterminable, notFixed, serviceWords, unitWords } from "../italian.ts";
import { scopeWords } from "../scope-words.ts";
import type { ModelValue } from "./agcom-rows.ts";
import { sensitivityWords, sideOutcome } from "./sensitivity-words.ts";

/** One cell for each of figureColumns. */
export type SensitivityRow = readonly ModelValue[];

export function sensitivityRow({ own, alternative, difference, turns }: MovedFigure): SensitivityRow {
  const row = own ?? alternative;
  if (row === undefined) throw new TypeError("a figure that neither side has");
  return [
    turns ? sensitivityWords.yes : "",
    indicatorWords(row),
    scopeWords(row.figure.scope),
    measureWords(row),
    unitWords(row.figure.unit),
    targetCell(row, false),
    ...side(own),
    ...side(alternative),
    difference === undefined ? notFixed : differenceCell(parseRational(difference), row.measure.decimals),
  ];
}

/** Under an act that measures the same thing for both services, which of them is meant. */
function indicatorWords({ act, indicator }: ReportRow): string {
  const { name, service } = indicator;
  const of = service === undefined || name.includes(serviceWords[service]) ? "" : ` (${serviceWords[service]})`;
  return `${act.number === "" ? act.title : act.number} – ${indicator.ordinal}. ${name}${of}`;
}

function side(row: ReportRow | undefined): readonly ModelValue[] {
  if (row === undefined) return [notFixed, notFixed, notFixed];
  const { cases, value, outcome } = row.figure;
  const unknown = outcome === "not_applicable" ? notApplicable : notDeterminable;
  return [
    { decimal: `${cases}`, decimals: 0 },
    value === null ? unknown : { decimal: value, decimals: row.measure.decimals },
    sideOutcome(row),
  ];
}

/** As many decimals as the difference needs so as not to read as none. */
function differenceCell(difference: Rational, decimals: number): ModelValue {
  let shown = Math.max(decimals, difference.den === 1n ? decimals : 2);
  const magnitude = difference.num < 0n ? rational(-difference.num, difference.den) : difference;
  while (difference.num !== 0n && shown < 12 && /^[0.]*$/.test(roundedText(magnitude, shown))) shown += 1;
  return { decimal: roundedText(difference, shown), decimals: shown };
}
