/** Alters a finished PDF as one would who knows the format: streams are inflated, changed, deflated and put back. */
import { deflateSync, inflateSync } from "node:zlib";
import { expect } from "vitest";
import { readPdfText, type TextRun } from "../../templates/pdf/read-pdf.ts";

/** One run of text, to be changed in place. */
export interface DrawnRun extends Omit<TextRun, "x"> {
  /** Its place among all runs. */
  readonly index: number;
  x: number;
  /** A glyph apiece. */
  glyphs: string[];
}

/** The file with some runs of text drawn otherwise; the change must really change what is read. */
export function redrawn(bytes: Buffer, change: (runs: readonly DrawnRun[]) => void): Buffer {
  const shown = /(?<=1 0 0 1 )(-?[\d.]+)( -?[\d.]+ Tm\n\/F\d+ [\d.]+ Tf\n(?:[^\n]*\n)*?)\[([^\]]*)\] TJ/g;
  const read = readPdfText(bytes);
  const pages = pageContents(bytes).map((id) => ({ id, content: streamOf(bytes, id) }));
  const drawn = pages.flatMap(({ content }) => [...content.matchAll(shown)].map(([, , , glyphs = ""]) => glyphs));
  const runs = read.map((run, index): DrawnRun => {
    const hexadecimal = [...(drawn[index] ?? "").matchAll(/<([0-9a-f]*)>/gi)].map(([, hex]) => hex).join("");
    return { ...run, index, glyphs: hexadecimal.match(/[0-9a-f]{4}/gi) ?? [] };
  });
  expect(drawn).toHaveLength(read.length);
  change(runs);
  let next = 0;
  const altered = pages.reduce((file, { id, content }) => {
    const redone = content.replace(shown, (_, _x, between: string) => {
      const run = runs[next++] as DrawnRun;
      return `${run.x}${between}[<${run.glyphs.join("")}> 0] TJ`;
    });
    return withStream(file, id, redone);
  }, bytes);
  expect(told(readPdfText(altered))).not.toBe(told(read));
  return altered;
}

const told = (runs: readonly TextRun[]): string => runs.map(({ page, x, text }) => `${page} ${x} ${text}`).join("\n");

/** The file with the stream of each object that `isMeant` altered. */
export function restreamed(
  bytes: Buffer,
  isMeant: (content: string) => boolean,
  change: (content: string) => string,
): Buffer {
  const ids = [
    ...bytes
      .toString("latin1")
      .matchAll(/(?<=\n)(\d+) 0 obj\n<<(?:(?!endobj|stream\n)[\s\S])*?\/Filter \/FlateDecode/g),
  ];
  const meant = ids.map(([, id = ""]) => id).filter((id) => isMeant(streamOf(bytes, id)));
  expect(meant).not.toEqual([]);
  return meant.reduce((file, id) => withStream(file, id, change(streamOf(file, id))), bytes);
}

/** The file with a text of its objects replaced; both are as long as each other. */
export function rewritten(bytes: Buffer, from: string | RegExp, to: (found: string) => string): Buffer {
  const text = bytes.toString("latin1");
  const changed = text.replace(from, (found) => to(found).padEnd(found.length, " "));
  expect(changed).not.toBe(text);
  expect(changed).toHaveLength(text.length);
  return Buffer.from(changed, "latin1");
}

function pageContents(bytes: Buffer): readonly string[] {
  const text = bytes.toString("latin1");
  const kids = /\/Type \/Pages\b[^>]*\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? "";
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, page]) => {
    const start = text.indexOf(`\n${page} 0 obj\n`);
    return /\/Contents (\d+) 0 R/.exec(text.slice(start, text.indexOf("endobj", start)))?.[1] ?? "";
  });
}

interface Place {
  readonly header: number;
  readonly from: number;
  readonly to: number;
}

function placeOf(bytes: Buffer, id: string): Place {
  const header = bytes.indexOf(`\n${id} 0 obj\n`);
  const stream = bytes.indexOf("\nstream\n", header);
  const length = Number(/\/Length (\d+)/.exec(bytes.toString("latin1", header, stream))?.[1]);
  const from = stream + "\nstream\n".length;
  return { header, from, to: from + length };
}

function streamOf(bytes: Buffer, id: string): string {
  const { from, to } = placeOf(bytes, id);
  return inflateSync(bytes.subarray(from, to)).toString("latin1");
}

function withStream(bytes: Buffer, id: string, content: string): Buffer {
  const { header, from, to } = placeOf(bytes, id);
  const data = deflateSync(Buffer.from(content, "latin1"));
  const head = bytes.toString("latin1", header, from).replace(/\/Length \d+/, `/Length ${data.length}`);
  const longer = head.length + data.length - (to - header);
  const altered = Buffer.concat([bytes.subarray(0, header), Buffer.from(head, "latin1"), data, bytes.subarray(to)]);
  return withPlaces(altered, to, longer);
}

/** Says anew where the objects are that stood behind `from`, and where that is said. */
function withPlaces(bytes: Buffer, from: number, longer: number): Buffer {
  const moved = (place: string) => `${Number(place) + (Number(place) >= from ? longer : 0)}`;
  const table = bytes.lastIndexOf("\nxref\n");
  const places = bytes
    .toString("latin1", table)
    .replace(/^(\d{10})(?= \d{5} n )/gm, (place) => moved(place).padStart(10, "0"))
    .replace(/(?<=startxref\n)\d+/, moved);
  return Buffer.concat([bytes.subarray(0, table), Buffer.from(places, "latin1")]);
}
