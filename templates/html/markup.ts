/** Blocks as HTML. Every text is escaped here and nowhere else. */
import { notFixed } from "../italian.ts";
import {
  type Block,
  type Column,
  type Inline,
  type Link,
  type Picture,
  partsOf,
  type Row,
  type Table,
} from "./block.ts";

export function markupOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}${attributes({ id: block.id })}>${escaped(block.text)}</h${block.level}>\n`;
    case "paragraph": {
      const head = block.head === undefined ? "" : `<strong>${escaped(block.head)}:</strong> `;
      return `<p${attributes({ class: block.tone })}>${head}${inlineMarkup(block.text)}</p>\n`;
    }
    case "list": {
      const name = block.start === undefined ? "ul" : "ol";
      const start = block.start === undefined || block.start === 1 ? undefined : `${block.start}`;
      const items = block.items.map(({ text, id }) => `<li${attributes({ id })}>${inlineMarkup(text)}</li>\n`);
      return `<${name}${attributes({ class: block.tone, start })}>\n${items.join("")}</${name}>\n`;
    }
    case "facts": {
      const facts = block.facts.map(({ name, values }) => {
        const lines = values.map((value) => `<dd>${inlineMarkup(value)}</dd>`);
        return `<div><dt>${escaped(name)}</dt>${lines.join("")}</div>\n`;
      });
      return `<dl>\n${facts.join("")}</dl>\n`;
    }
    case "table":
      return tableMarkup(block);
    case "picture":
      return pictureMarkup(block);
    default:
      return block satisfies never;
  }
}

/**
 * On a narrow screen the rows become cards by style alone. A table that is not displayed as one loses its meaning for
 * screen readers, so its roles are written out, and each cell carries the name of its column to be shown beside it.
 */
function tableMarkup({ id, caption, isCaptionQuiet = false, columns, rows }: Table): string {
  const heads = columns.map(
    ({ head, kind }) =>
      `<th scope="col" role="columnheader"${attributes({ class: cellClass(kind) })}>${escaped(head)}</th>`,
  );
  return `<table role="table" id="${escaped(id)}" aria-labelledby="${escaped(id)}-titolo">
<caption${attributes({ id: `${id}-titolo`, class: isCaptionQuiet ? "quiet" : undefined })}>${escaped(caption)}</caption>
<thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowMarkup(row, columns)).join("")}</tbody>
</table>
`;
}

function rowMarkup({ cells, startsGroup, tone }: Row, columns: readonly Column[]): string {
  const marked = columns.map(({ head, kind }, index) => {
    // The name of the column and what the cell holds stand side by side in a card: two boxes, whatever is in the second.
    const text = `<span>${inlineMarkup(cells[index] ?? "")}</span>`;
    if (kind === "name") return `<th scope="row" role="rowheader"${attributes({ "data-label": head })}>${text}</th>`;
    // A dash fills a column; a card does without it.
    const isDash = cells[index] === notFixed ? "none" : undefined;
    const names = [cellClass(kind), kind === "outcome" ? tone : undefined, isDash].filter((name) => name !== undefined);
    const classes = names.length === 0 ? undefined : names.join(" ");
    return `<td role="cell"${attributes({ class: classes, "data-label": head })}>${text}</td>`;
  });
  return `<tr role="row"${attributes({ class: startsGroup === true ? "group" : undefined })}>${marked.join("")}</tr>\n`;
}

function cellClass(kind: Column["kind"]): string | undefined {
  return kind === "name" || kind === "text" ? undefined : kind;
}

/** The picture scrolls in a frame of its own where the screen is narrower than it can be read at. */
function pictureMarkup({ title, chart }: Picture): string {
  const svg = chart.svg.replace("<svg ", `<svg role="img" aria-label="${escaped(chart.alt)}" `);
  return `<figure><figcaption>${escaped(title)}</figcaption>
<div class="chart" role="region" tabindex="0" aria-label="${escaped(title)}">${svg}</div></figure>
`;
}

function inlineMarkup(inline: Inline): string {
  return partsOf(inline)
    .map((part) => {
      if (typeof part === "string") return lines(part);
      return "bold" in part ? `<strong>${lines(part.bold)}</strong>` : linkMarkup(part);
    })
    .join("");
}

export function linkMarkup({ text, href, label }: Link): string {
  return `<a${attributes({ href, "aria-label": label })}>${escaped(text)}</a>`;
}

function lines(text: string): string {
  return escaped(text).replaceAll("\n", "<br>");
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escaped(value)}"`))
    .join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text and for quoted attributes alike. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
