/** One measure in each region, as bars beside the values. */
import { compare, parseDecimal, type Rational, zero } from "../../reports/rational.ts";
import type { ReportRow } from "../../reports/report-model.ts";
import { compareScopes } from "../../reports/scope.ts";
import { valueWords } from "../figure-words.ts";
import { unitWords } from "../italian.ts";
import { scopeWords } from "../scope-words.ts";
import { axisOver } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { regionsAlt } from "./chart-words.ts";
import { bar, type Hundredths, label, svgDocument } from "./svg.ts";

const nameWidth = 13_000;
const barWidth = 26_000;
const lineHeight = 1250;
const width = 470;

/** Rows of one measure, each of one region; none where no region has a value. In the order of the ISTAT codes. */
export function regionBars(rows: readonly ReportRow[]): Chart | undefined {
  const sorted = rows
    .filter(({ figure }) => typeof figure.scope.region === "string")
    .sort((a, b) => compareScopes(a.figure.scope, b.figure.scope));
  const values = sorted.flatMap(({ figure }) => (figure.value === null ? [] : [parseDecimal(figure.value)]));
  const [first] = sorted;
  if (first === undefined || values.length === 0) return undefined;
  const most = values.reduce<Rational>((a, b) => (compare(a, b) < 0 ? b : a), zero);
  const axis = axisOver(zero, most, barWidth, 5);
  const parts = sorted.flatMap(({ figure }, index) => {
    const y: Hundredths = 900 + index * lineHeight;
    const length = figure.value === null ? 0 : axis.place(parseDecimal(figure.value));
    return [
      label({ at: [nameWidth - 600, y], text: scopeWords({ region: figure.scope.region ?? "" }), anchor: "end" }),
      ...(length > 0 ? [bar(nameWidth, y - 750, length, 900)] : []),
      label({ at: [nameWidth + length + 500, y], text: valueWords(figure) }),
    ];
  });
  const height = Math.ceil((900 + sorted.length * lineHeight) / 100);
  const alt = regionsAlt(first.measure.name, unitWords(first.figure.unit), sorted);
  return { svg: svgDocument(width, height, parts), alt, width, height };
}
