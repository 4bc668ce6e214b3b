/** Compares the bytes of a page with the blocks that it was made from, and holds it to what every page promises. */
import { SaxesParser } from "saxes";
import { type Block, type Inline, type Link, partsOf, textOf } from "./block.ts";
import type { Page } from "./page.ts";
import { type ReadPage, type ReadUnit, readPage } from "./read-page.ts";

/** Each difference as a sentence; none where every text, number, link and mark of a picture stands in its place. */
export function verifyPage(bytes: Uint8Array, page: Page): readonly string[] {
  const read = readPage(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  const index = page.index.flatMap(({ parts = [], ...entry }) => [entry, ...parts]);
  return [
    ...read.errors.map((error) => `The markup breaks the standard: ${error}.`),
    ...(read.title === page.title ? [] : [`The title is "${read.title}" instead of "${page.title}".`]),
    ...differences("header", read.units.header, page.header.flatMap(unitsOf)),
    ...differences(
      "nav",
      read.units.nav,
      index.map((entry) => unit("li", entry)),
    ),
    ...differences("main", read.units.main, page.main.flatMap(unitsOf)),
    ...differences("footer", read.units.footer, page.footer.flatMap(unitsOf)),
    ...brokenPromises(read),
  ];
}

function differences(part: string, is: readonly ReadUnit[], expected: readonly ReadUnit[]): readonly string[] {
  const at = Array.from({ length: Math.max(is.length, expected.length) }, (_, index) => index).find(
    (index) => !isSame(is[index], expected[index]),
  );
  return at === undefined ? [] : [`${part}, text ${at + 1}: ${shown(is[at])} instead of ${shown(expected[at])}.`];
}

function isSame(one: ReadUnit | undefined, other: ReadUnit | undefined): boolean {
  const { name, text, id, label, links } = one ?? { name: "", text: "", links: [] };
  return (
    other !== undefined &&
    name === other.name &&
    text === other.text &&
    id === other.id &&
    label === other.label &&
    links.flat().join("\n") === other.links.flat().join("\n")
  );
}

function shown(of: ReadUnit | undefined): string {
  if (of === undefined) return "nothing";
  const links = of.links.map(([href]) => href).join(", ");
  return `${of.name} "${of.text.slice(0, 200)}"${of.label === undefined ? "" : ` (${of.label})`}${links === "" ? "" : ` to ${links}`}`;
}

function unitsOf(block: Block): readonly ReadUnit[] {
  switch (block.kind) {
    case "heading":
      return [unit(`h${block.level}`, block.text, block.id === undefined ? {} : { id: block.id })];
    case "paragraph":
      return [unit("p", block.head === undefined ? block.text : [`${block.head}: `, ...partsOf(block.text)])];
    case "list":
      return block.items.map(({ text, id }) => unit("li", text, id === undefined ? {} : { id }));
    case "facts":
      return block.facts.flatMap(({ name, values }) => [unit("dt", name), ...values.map((value) => unit("dd", value))]);
    case "table": {
      const { id, caption, columns, rows } = block;
      const cells = rows.flatMap((row) =>
        columns.map(({ head, kind }, index) =>
          unit(kind === "name" ? "th" : "td", row.cells[index] ?? "", { label: head }),
        ),
      );
      return [
        unit("caption", caption, { id: `${id}-titolo` }),
        ...columns.map(({ head }) => unit("th", head)),
        ...cells,
      ];
    }
    case "picture": {
      const { title, chart } = block;
      return [unit("figcaption", title), { name: "svg", text: marksOf(chart.svg), links: [], label: chart.alt }];
    }
    default:
      return block satisfies never;
  }
}

function unit(name: string, inline: Inline, more: Pick<ReadUnit, "id" | "label"> = {}): ReadUnit {
  const links = partsOf(inline).filter((part): part is Link => typeof part !== "string" && "href" in part);
  return { name, text: textOf(inline).trim(), links: links.map(({ href, label }) => [href, label] as const), ...more };
}

/** The marks of the picture that was drawn, each with its numbers and its text. */
function marksOf(svg: string): string {
  const marks: { name: string; values: string[]; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    marks.push({ name, values: Object.entries(attributes).map(([key, value]) => `${key}=${value}`), text: "" });
  });
  parser.on("text", (text) => {
    const last = marks.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.write(svg).close();
  return marks
    .slice(1)
    .map(({ name, values, text }) => [name, ...values, text].join(" "))
    .join("\n");
}

/** By which a browser would fetch something, or run it. */
const loading: ReadonlySet<string> = new Set(["src", "srcset", "style", "action", "data", "poster", "background"]);
const forbidden = ["script", "iframe", "object", "embed", "img", "image", "use", "form", "base", "template"] as const;
const ownIcon = "data:,";

function brokenPromises({ language, elements, attributes }: ReadPage): readonly string[] {
  const all = (name: string) => attributes.flatMap(([own, value]) => (own === name ? [value] : []));
  const ids = all("id");
  const known = new Set(ids);
  const targets = [
    ...all("href").flatMap((href) => (href.startsWith("#") ? [href.slice(1)] : [])),
    ...all("aria-labelledby"),
  ];
  return [
    ...(language === "it" ? [] : ["The page does not say that it is in Italian."]),
    ...forbidden.filter((name) => elements.has(name)).map((name) => `The page holds the element ${name}.`),
    ...attributes
      .filter(([name, value]) => loading.has(name) || name.startsWith("on") || /url\(/i.test(value))
      .map(([name, value]) => `The page holds the attribute ${name}="${value}".`),
    ...all("href")
      .filter((href) => href !== ownIcon && !/^(?:#|https?:\/\/|(?:\.\.\/)*[\w.-]+(?:\/[\w.-]+)*$)/.test(href))
      .map((href) => `The page links to "${href}".`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `Two elements have the id "${id}".`),
    ...targets.filter((id) => !known.has(id)).map((id) => `Nothing has the id "${id}" that is pointed to.`),
  ];
}
