/** What the charts say, in Italian. */
import { type Rational, roundedText } from "../../reports/rational.ts";
import type { ReportRow } from "../../reports/report-model.ts";
import { isLegalStandard, measureWords, outcomeWords, targetCell, valueWords } from "../figure-words.ts";
import { comparatorWords, unitWords } from "../italian.ts";
import { boundWords, decimalWords } from "../number-format.ts";

/** A quantity that has a picture: what its axis says, and how many of its own units make one of the axis. */
export interface Quantity {
  readonly axis: string;
  /** To follow "Distribuzione cumulata". */
  readonly of: string;
  readonly unit: string;
  readonly divisor: number;
}

/** By the name of the fact. */
export const quantityOf: Readonly<Record<string, Quantity | undefined>> = {
  days: { axis: "giorni solari", of: "dei tempi, in giorni,", unit: "giorni", divisor: 1 },
  seconds: { axis: "ore", of: "dei tempi, in ore,", unit: "ore", divisor: 3600 },
  wait: { axis: "secondi di attesa", of: "dei tempi di attesa", unit: "secondi", divisor: 1000 },
  total: { axis: "secondi in tutto", of: "dei tempi totali di risposta", unit: "secondi", divisor: 1000 },
  speed: { axis: "kbit/s", of: "delle velocità misurate", unit: "kbit/s", divisor: 1 },
  delay: { axis: "millisecondi", of: "dei ritardi misurati", unit: "millisecondi", divisor: 1000 },
};

export const shareAxis = "quota dei casi";

/** The name of a mark in the plot, its line in the legend, and its target's. */
export function markWords(row: ReportRow): {
  readonly short: string;
  readonly head: string;
  readonly bound: string | undefined;
} {
  const { figure, measure } = row;
  const { formula } = measure;
  const value = `${valueWords(figure)} ${unitWords(figure.unit)}`;
  const short = formula.kind === "percentile" ? `${formula.p}°` : formula.kind === "mean" ? "media" : valueOfShare(row);
  const name =
    formula.kind === "percentile" ? `Percentile ${formula.p}°` : formula.kind === "mean" ? "Media" : limitWords(row);
  return { short, head: `${name}: ${value}`, bound: promiseWords(row) };
}

const valueOfShare = ({ figure }: ReportRow): string => `${valueWords(figure)} %`;

/** As the cases are compared, whatever the measure's own name says. */
function limitWords({ figure, measure }: ReportRow): string {
  const { formula } = measure;
  if (formula.kind !== "share" || !("limitSeconds" in formula.test)) return measure.name;
  const seconds = `${figure.scope.limit ?? formula.test.limitSeconds} secondi`;
  return formula.test.is === "under-limit" ? `In meno di ${seconds}` : `Entro ${seconds}`;
}

function promiseWords(row: ReportRow): string | undefined {
  const { target, comparator } = row.figure;
  if (target === undefined || comparator === undefined) return undefined;
  const words = `${comparatorWords[comparator]} ${boundWords(target)}`;
  return isLegalStandard(row) ? `standard minimo: ${words}` : `obiettivo: ${words}`;
}

/** In two lines, for the legend is narrow. */
export function beyondWords(cases: bigint, highest: Rational, { unit }: Quantity): readonly string[] {
  const bound = decimalWords(roundedText(highest, highest.den === 1n ? 0 : 2));
  const counted = decimalWords(`${cases}`);
  return cases === 1n
    ? [`1 caso oltre ${bound} ${unit}`, "non è rappresentato"]
    : [`${counted} casi oltre ${bound} ${unit}`, "non sono rappresentati"];
}

export function cumulativeAlt(rows: readonly ReportRow[], all: bigint, { of }: Quantity): string {
  const values = rows.map((row) => {
    const value = `${measureWords(row)} ${valueWords(row.figure)} ${unitWords(row.figure.unit)}`;
    return row.figure.target === undefined
      ? value
      : `${value} (obiettivo: ${targetCell(row, false)}; ${outcomeWords(row).toLowerCase()})`;
  });
  return `Distribuzione cumulata ${of} di ${decimalWords(`${all}`)} casi. ${values.join("; ")}.`;
}

export function trendAlt(name: string, points: readonly { readonly label: string; readonly value: string | null }[]) {
  const values = points.map(({ label, value }) => `${label}: ${value === null ? "n.d." : decimalWords(value)}`);
  return `Andamento di ${name}. ${values.join("; ")}.`;
}

export function regionsAlt(name: string, unit: string, rows: readonly ReportRow[]): string {
  const values = rows.map(({ figure }) => figure.value).filter((value) => value !== null);
  return `${name}, in ${unit}, nelle ${rows.length} regioni con casi; i valori di ciascuna (${values.length} determinabili) sono nella tabella.`;
}
