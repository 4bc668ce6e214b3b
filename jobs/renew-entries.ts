/** Entries of a YAML list copied as they are written, comments and all, with another year. */
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from "yaml";

/** Whole lines, and the offset at which they go into the text. */
export interface Insertion {
  readonly at: number;
  readonly lines: string;
}

/** The list under a key of the document; undefined where it is none with a dash before each entry. */
export function listNode(text: string, key: string): YAMLSeq | undefined {
  const node = parseDocument(text).get(key, true);
  return isSeq(node) && node.flow !== true && node.items.every((item) => isMap(item)) ? node : undefined;
}

const asBefore = ": as before, until the values and the words are edited.";
/** What an earlier renewal said of its own copies. */
const headLine = new RegExp(`^[ \\t]*# \\d{4}${asBefore}\\r?\\n`, "gm");

/** Copies of those entries, under a comment that names the year, for the end of the list. */
export function copiedEntries(
  text: string,
  list: YAMLSeq,
  { indices, year }: { readonly indices: readonly number[]; readonly year: number },
): Insertion {
  const places = list.items.map((item) => placeOf(item as Node, text));
  const at = places.at(-1)?.to ?? text.length;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = /^[ \t]*/.exec(text.slice(places[0]?.from))?.[0] ?? "";
  const copies = indices.map((index) => {
    const { from, to } = places[index] as Place;
    const start = commentsAbove(text, from, places[index - 1]?.to ?? 0);
    return withYear(text.slice(start, to), yearPlace(list.items[index]), start, year);
  });
  const body = copies
    .join("")
    .replace(headLine, "")
    .replace(/^(?:[ \t]*\r?\n)+/, "");
  const head = `${lineEnd}${indent}# ${year}${asBefore}${lineEnd}`;
  const ending = text.slice(0, at).endsWith("\n") ? "" : lineEnd;
  return { at, lines: `${ending}${head}${body}` };
}

/** Offsets of whole lines, the end exclusive. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** From the line of the entry's dash to the line on which its last value ends. */
function placeOf(item: Node, text: string): Place {
  const [start, end] = item.range ?? [0, 0];
  const next = text.indexOf("\n", end - 1);
  return { from: text.lastIndexOf("\n", start - 1) + 1, to: next < 0 ? text.length : next + 1 };
}

/** Where the comments and empty lines right above a line begin; never before `bound`. */
function commentsAbove(text: string, line: number, bound: number): number {
  let start = line;
  while (start > bound) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (above < bound || !/^[ \t]*(#.*)?\r?\n$/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

function yearPlace(item: unknown): Place | undefined {
  const value = isMap(item) ? item.get("year", true) : undefined;
  const range = isScalar(value) || isAlias(value) ? value.range : undefined;
  return range == null ? undefined : { from: range[0], to: range[1] };
}

function withYear(lines: string, place: Place | undefined, start: number, year: number): string {
  if (place === undefined) return lines;
  return `${lines.slice(0, place.from - start)}${year}${lines.slice(place.to - start)}`;
}
