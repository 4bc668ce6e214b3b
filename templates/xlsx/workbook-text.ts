/** Texts that a workbook can hold, and that come back from it unchanged. */
import { DocumentError } from "../document-error.ts";

const longestCell = 32_767;
const longestSheetName = 31;

/**
 * A sheet name that every spreadsheet accepts. An apostrophe becomes a typographic one, because the name of a sheet with
 * repeated titles is written unescaped and a plain apostrophe would make the file need repair.
 */
export function sheetName(text: string): string {
  const name = text.replaceAll("'", "’").replace(/[\\/:?*[\]]/g, "-");
  return name.slice(0, longestSheetName);
}

/**
 * A text as it is stored. `_x0041_` in a stored text stands for a character code, so a text that looks like one is
 * escaped. A text that begins with `=` needs nothing: it is stored as text and never run.
 */
export function cellText(text: string): string {
  if (text.length > longestCell)
    throw new DocumentError("text-too-long", `A cell holds ${longestCell} characters: "${text.slice(0, 60)}…"`);
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** The text that cellText stored. */
export function storedText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** In headers and footers `&` begins a code. */
export function pageText(text: string): string {
  return text.replaceAll("&", "&&");
}

/** A decimal as the number that a cell holds; throws where the number would not read back as the same decimal. */
export function cellNumber(decimal: string): number {
  const number = Number(decimal);
  if (!/^-?\d+(\.\d+)?$/.test(decimal) || plainDecimal(number.toString()) !== plainDecimal(decimal))
    throw new DocumentError("not-a-number", `A cell cannot hold ${decimal} as a number without changing it.`);
  return number;
}

/** Without trailing zeros: two texts of one number are equal. */
export function plainDecimal(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
