/** What a page is made of, before it is markup: the renderer writes blocks, and the read-back looks for the same ones. */
import type { Chart } from "../charts/chart.ts";

export interface Link {
  readonly text: string;
  /** `#id`, a file beside the page, or a whole https address. */
  readonly href: string;
  /** What a screen reader says where the text alone would say too little. */
  readonly label?: string;
}

export interface Bold {
  readonly bold: string;
}

type Part = string | Link | Bold;

/** Running text; a newline breaks the line. */
export type Inline = Part | readonly Part[];

export type Block = Heading | Paragraph | List | Facts | Table | Picture;

export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  readonly id?: string;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** Set in bold before the text, with a colon. */
  readonly head?: string;
  readonly text: Inline;
  readonly tone?: "lead" | "caution" | "small";
}

export interface List {
  readonly kind: "list";
  readonly items: readonly { readonly text: Inline; readonly id?: string }[];
  /** Numbered from here on. */
  readonly start?: number;
  readonly tone?: "small" | "index";
}

/** Names and what they stand for; several lines are several values. */
export interface Facts {
  readonly kind: "facts";
  readonly facts: readonly { readonly name: string; readonly values: readonly Inline[] }[];
}

export interface Table {
  readonly kind: "table";
  readonly id: string;
  readonly caption: string;
  /** Said, not shown: the heading above says the same. */
  readonly isCaptionQuiet?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly head: string;
  /** `name`: the cell names its row; `address`: its words may be longer than a line. */
  readonly kind: "name" | "text" | "number" | "value" | "outcome" | "code" | "address";
}

export interface Row {
  readonly cells: readonly Inline[];
  /** A heavier line above: another scope begins. */
  readonly startsGroup?: boolean;
  readonly tone?: "met" | "missed";
}

export interface Picture {
  readonly kind: "picture";
  readonly title: string;
  readonly chart: Chart;
}

export function heading(level: Heading["level"], text: string, id?: string): Heading {
  return { kind: "heading", level, text, ...(id !== undefined && { id }) };
}

export function paragraph(text: Inline, tone?: Paragraph["tone"]): Paragraph {
  return { kind: "paragraph", text, ...(tone !== undefined && { tone }) };
}

export function list(texts: readonly Inline[], tone?: List["tone"]): List {
  return { kind: "list", items: texts.map((text) => ({ text })), ...(tone !== undefined && { tone }) };
}

/** An inline as its parts. */
export function partsOf(inline: Inline): readonly Part[] {
  return Array.isArray(inline) ? inline : [inline as Part];
}

/** As it is read, links included. */
export function textOf(inline: Inline): string {
  return partsOf(inline)
    .map((part) => (typeof part === "string" ? part : "bold" in part ? part.bold : part.text))
    .join("");
}
