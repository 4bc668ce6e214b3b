/**
 * Numbers and dates as Italian documents print them. Only texts and integers go in: no float and no locale database, so
 * the same report reads the same on every machine.
 */
import { parseRational, rational, roundedText, zero } from "../reports/rational.ts";

const minus = "−";

/** A decimal with a dot as printed: `"-1234.50"` is `"−1.234,50"`. */
export function decimalWords(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (match === null) throw new RangeError(`"${decimal}" is not a decimal with a dot`);
  const [, sign, whole = "", fraction] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${sign === "-" ? minus : ""}${grouped}${fraction === undefined ? "" : `,${fraction}`}`;
}

/** A target: a decimal, or the fraction where no decimal says it (`"1/3"` of an hour). */
export function boundWords(bound: string): string {
  return bound.includes("/") ? bound : decimalWords(bound);
}

/** A whole number: 1204 is `"1.204"`. */
export function integerWords(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an exact whole number`);
  return decimalWords(value.toString());
}

/** The exact `"p/q"` with that many decimals, half up: (`"2/3"`, 2) is `"0,67"`. */
export function fractionWords(exact: string, decimals: number): string {
  return decimalWords(roundedText(parseRational(exact), decimals));
}

/**
 * A distance with its sign and two decimals: `"+1,50"`, `"−0,25"`, `"0,00"`. A distance too small for two decimals gets
 * as many as it needs, because a printed zero would say that the target was hit to the letter.
 */
export function marginWords(exact: string): string {
  const margin = parseRational(exact);
  if (margin.num === 0n) return "0,00";
  const magnitude = margin.num < 0n ? rational(-margin.num, margin.den) : margin;
  let decimals = 2;
  while (isZero(roundedText(magnitude, decimals))) decimals += 1;
  return `${margin.num < zero.num ? minus : "+"}${decimalWords(roundedText(magnitude, decimals))}`;
}

function isZero(decimal: string): boolean {
  return /^[0.]*$/.test(decimal);
}

/** An ISO date as `dd/mm/yyyy`. */
export function dateWords(iso: string): string {
  const { year, month, day } = dateParts(iso);
  return `${day}/${month}/${year}`;
}

/** An ISO date without leading zeros, as periods are written: `1/1/2026`. */
export function shortDateWords(iso: string): string {
  const { year, month, day } = dateParts(iso);
  return `${Number(day)}/${Number(month)}/${year}`;
}

/** `"dal 25/2/2009"`, and before a vowel `"dall’8/8/2025"`. */
export function sinceWords(iso: string): string {
  const date = shortDateWords(iso);
  return /^(8|11)\//.test(date) ? `dall’${date}` : `dal ${date}`;
}

function dateParts(iso: string): { readonly year: string; readonly month: string; readonly day: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) throw new RangeError(`"${iso}" is not a date yyyy-mm-dd`);
  const [, year = "", month = "", day = ""] = match;
  return { year, month, day };
}

const monthNames = [
  "gennaio",
  "febbraio",
  "marzo",
  "aprile",
  "maggio",
  "giugno",
  "luglio",
  "agosto",
  "settembre",
  "ottobre",
  "novembre",
  "dicembre",
] as const;

/** Of `yyyy-mm`: "marzo". */
export function monthName(month: string): string {
  return monthNames[Number(month.slice(5)) - 1] ?? month;
}
