/**
 * The few marks that the charts are drawn with. Coordinates are whole hundredths of a point, so that a picture is the
 * same to the last digit on every machine. Black and white suffice: lines differ by their dashes, not by colour alone.
 */

/** Whole hundredths of a point. */
export type Hundredths = number;

export const ink = "#1b2a38";
/** Lines that lead from a mark to its axis: contrast 3.6 to 1 on white. */
export const guide = "#7b8996";
/** Lines that say nothing by themselves. */
export const grid = "#d3dae1";
export const targetInk = "#9c1c12";
export const barFill = "#5f7f9d";

const family = "Roboto, 'Helvetica Neue', Arial, sans-serif";

/** A document of that size, in whole points. */
export function svgDocument(width: number, height: number, marks: readonly string[]): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${marks.join("")}</svg>`;
}

export interface Line {
  readonly from: readonly [Hundredths, Hundredths];
  readonly to: readonly [Hundredths, Hundredths];
  readonly colour: string;
  /** Points. */
  readonly width: string;
  readonly dashes?: string;
}

export function line({ from, to, colour, width, dashes }: Line): string {
  const ends = `x1="${points(from[0])}" y1="${points(from[1])}" x2="${points(to[0])}" y2="${points(to[1])}"`;
  const dashed = dashes === undefined ? "" : ` stroke-dasharray="${dashes}"`;
  return `<line ${ends} stroke="${colour}" stroke-width="${width}"${dashed}/>`;
}

/** An open path through the steps; `d` is made of moves by whole hundredths. */
export function path(d: string, colour: string, width: string): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
}

export function dot(x: Hundredths, y: Hundredths, colour: string): string {
  return `<circle cx="${points(x)}" cy="${points(y)}" r="2.5" fill="${colour}"/>`;
}

export function bar(x: Hundredths, y: Hundredths, width: Hundredths, height: Hundredths): string {
  const box = `x="${points(x)}" y="${points(y)}" width="${points(width)}" height="${points(height)}"`;
  return `<rect ${box} fill="${barFill}"/>`;
}

export interface Label {
  readonly at: readonly [Hundredths, Hundredths];
  readonly text: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly colour?: string;
  readonly bold?: boolean;
}

export function label({ at, text, anchor = "start", colour = ink, bold = false }: Label): string {
  const weight = bold ? ` font-weight="bold"` : "";
  const place = `x="${points(at[0])}" y="${points(at[1])}" text-anchor="${anchor}"`;
  return `<text ${place} font-family="${family}" font-size="8"${weight} fill="${colour}">${escaped(text)}</text>`;
}

/** 1250 is `12.5`. */
export function points(at: Hundredths): string {
  if (!Number.isSafeInteger(at)) throw new RangeError(`${at} is not in whole hundredths of a point`);
  const sign = at < 0 ? "-" : "";
  const [whole, rest] = [Math.floor(Math.abs(at) / 100), Math.abs(at) % 100];
  const decimals = rest.toString().padStart(2, "0").replace(/0+$/, "");
  return `${sign}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
