/** A whole page: one file that loads nothing, runs nothing and can be read without a style. */
import type { Block, Link } from "./block.ts";
import { escaped, linkMarkup, markupOf } from "./markup.ts";
import { pageStyle } from "./page-style.ts";
import { pageWords } from "./page-words.ts";

export interface Page {
  readonly title: string;
  readonly header: readonly Block[];
  /** The index: each section of the page, with its own parts. */
  readonly index: readonly IndexEntry[];
  readonly main: readonly Block[];
  readonly footer: readonly Block[];
}

export interface IndexEntry extends Link {
  readonly parts?: readonly Link[];
}

/** The browser itself is told to load nothing, whatever a text of the page may look like. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** UTF-8; the same page gives the same bytes. */
export function renderPage({ title, header, index, main, footer }: Page): Buffer {
  const markup = (blocks: readonly Block[]) => blocks.map(markupOf).join("");
  return Buffer.from(`<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>
${pageStyle}</style>
</head>
<body>
${linkMarkup({ text: pageWords.skip, href: "#contenuto" }).replace("<a ", '<a class="skip" ')}
<header>
${markup(header)}</header>
<nav aria-label="${escaped(pageWords.index)}">
${indexMarkup(index)}</nav>
<main id="contenuto" tabindex="-1">
${markup(main)}</main>
<footer>
${markup(footer)}</footer>
</body>
</html>
`);
}

function indexMarkup(entries: readonly IndexEntry[]): string {
  const items = entries.map(({ parts = [], ...entry }) => {
    const inner =
      parts.length === 0 ? "" : `\n<ul>\n${parts.map((part) => `<li>${linkMarkup(part)}</li>\n`).join("")}</ul>\n`;
    return `<li>${linkMarkup(entry)}${inner}</li>\n`;
  });
  return `<ul>\n${items.join("")}</ul>\n`;
}
