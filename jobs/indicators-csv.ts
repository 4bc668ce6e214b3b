/** The figures as a table for a spreadsheet or a program: one line a figure, the columns named as in indicators.json. */
import type { Figure, Indicators } from "../reports/report-model.ts";
import { scopeText } from "../reports/scope.ts";
import { csvLine } from "./quarantine.ts";

const columns: readonly (readonly [name: string, value: (figure: Figure) => string | number | null | undefined])[] = [
  ["act", ({ act }) => act],
  ["indicator", ({ indicator }) => indicator],
  ["measure", ({ measure }) => measure],
  ["service", ({ service }) => service],
  ["scope", ({ scope }) => scopeText(scope)],
  ["unit", ({ unit }) => unit],
  ["cases", ({ cases }) => cases],
  ["numerator", ({ numerator }) => numerator],
  ["denominator", ({ denominator }) => denominator],
  ["value", ({ value }) => value],
  ["exact", ({ exact }) => exact],
  ["comparator", ({ comparator }) => comparator],
  ["target", ({ target }) => target],
  ["outcome", ({ outcome }) => outcome],
  ["margin", ({ margin }) => margin],
  ["cases_to_turn", ({ cases_to_turn: cases }) => cases],
  ["minimum_comparator", ({ minimum }) => minimum?.comparator],
  ["minimum", ({ minimum }) => minimum?.value],
  ["minimum_outcome", ({ minimum }) => minimum?.outcome],
  ["excluded", ({ excluded }) => excludedText(excluded)],
  ["reason", ({ reason }) => reason],
  ["note", ({ note }) => note],
];

/** RFC 4180, UTF-8. A text that a spreadsheet would run as a formula has a ' before it; an exact fraction is none. */
export function indicatorsCsv({ indicators }: Indicators): string {
  const lines = indicators.map((figure) => `${columns.map(([, value]) => field(value(figure) ?? null)).join(",")}\r\n`);
  return [csvLine(columns.map(([name]) => name)), ...lines].join("");
}

function field(value: string | number | null): string {
  const text = value === null ? null : `${value}`;
  return text !== null && /^-?\d+\/\d+$/.test(text) ? text : csvLine([text]).slice(0, -2);
}

/** `"cancelled=9; later-date=3"`, in the order of the figure. */
function excludedText(excluded: Figure["excluded"]): string {
  return Object.entries(excluded)
    .map(([reason, cases]) => `${reason}=${cases}`)
    .join("; ");
}
