/** A page as a browser reads it: parsed again by the standard's own rules, text by text, in the order of the page. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";

/** What one heading, paragraph, cell or picture says. */
export interface ReadUnit {
  /** Of the element: `p`, `td`, `svg`. */
  readonly name: string;
  readonly text: string;
  readonly id?: string;
  /** Of the links in it: address, and what a screen reader says in place of their text. */
  readonly links: readonly (readonly [href: string, label: string | undefined])[];
  /** The column that a narrow screen shows beside a cell; what is said in place of a picture. */
  readonly label?: string;
}

export interface ReadPage {
  readonly title: string;
  readonly language: string | undefined;
  /** By the landmark that they stand in. */
  readonly units: Readonly<Record<"header" | "nav" | "main" | "footer", readonly ReadUnit[]>>;
  /** Every name of an element that the page holds. */
  readonly elements: ReadonlySet<string>;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Where the markup breaks the standard: such a page may read otherwise elsewhere. */
  readonly errors: readonly string[];
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const unitNames: ReadonlySet<string> = new Set([
  ...["h1", "h2", "h3", "h4", "p", "li", "dt", "dd"],
  ...["caption", "th", "td", "figcaption", "svg"],
]);

export function readPage(html: string): ReadPage {
  const errors: string[] = [];
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
  });
  const elements = elementsOf(document.childNodes);
  const first = (name: string) => elements.find(({ tagName }) => tagName === name);
  const landmark = (name: string) => unitsOf(first(name)?.childNodes ?? []);
  const root = first("html");
  return {
    title: textIn(first("title")?.childNodes ?? []),
    language: root === undefined ? undefined : attributeOf(root, "lang"),
    units: { header: landmark("header"), nav: landmark("nav"), main: landmark("main"), footer: landmark("footer") },
    elements: new Set(elements.map(({ tagName }) => tagName)),
    attributes: elements.flatMap(({ attrs }) => attrs.map(({ name, value }) => [name, value] as const)),
    errors,
  };
}

function elementsOf(nodes: readonly Node[]): readonly Element[] {
  return nodes.filter(isElement).flatMap((element) => [element, ...elementsOf(element.childNodes)]);
}

/** A unit's own text ends where a unit within it begins: an entry of the index may hold a list. */
function unitsOf(nodes: readonly Node[]): readonly ReadUnit[] {
  return nodes.filter(isElement).flatMap((element) => {
    const inner = element.tagName === "svg" ? [] : unitsOf(element.childNodes);
    return unitNames.has(element.tagName) ? [unitOf(element), ...inner] : inner;
  });
}

function unitOf(element: Element): ReadUnit {
  const { tagName: name, childNodes } = element;
  const links = ownElements(childNodes).filter(({ tagName }) => tagName === "a");
  const [id, label] = [attributeOf(element, "id"), attributeOf(element, name === "svg" ? "aria-label" : "data-label")];
  return {
    name,
    text: name === "svg" ? elementsOf(childNodes).map(drawn).join("\n") : textIn(childNodes).trim(),
    links: links.map((link) => [attributeOf(link, "href") ?? "", attributeOf(link, "aria-label")] as const),
    ...(id !== undefined && { id }),
    ...(label !== undefined && { label }),
  };
}

/** A mark of a picture: its name, its numbers and its text. */
function drawn({ tagName, attrs, childNodes }: Element): string {
  const values = attrs.map(({ name, value }) => `${name}=${value}`);
  return [tagName, ...values, textIn(childNodes)].join(" ");
}

function ownElements(nodes: readonly Node[]): readonly Element[] {
  return nodes
    .filter(isElement)
    .filter(({ tagName }) => !unitNames.has(tagName))
    .flatMap((element) => [element, ...ownElements(element.childNodes)]);
}

function textIn(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (defaultTreeAdapter.isTextNode(node)) return node.value;
      if (!isElement(node) || unitNames.has(node.tagName)) return "";
      return node.tagName === "br" ? "\n" : textIn(node.childNodes);
    })
    .join("");
}

function isElement(node: Node): node is Element {
  return defaultTreeAdapter.isElementNode(node);
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
