/** The elements of an XML part by name, with the texts of the elements within them. */
import { SaxesParser } from "saxes";
import { DocumentError } from "../document-error.ts";

export interface XmlElement {
  readonly attributes: Readonly<Record<string, string>>;
  /** Name of a descendant → its texts, in order. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

/** Every element of that name, in the order of the document. Throws `unreadable` on XML that is not well formed. */
export function elements(xml: string, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open: string[] = [];
  let current: { readonly attributes: Record<string, string>; readonly texts: Map<string, string[]> } | undefined;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new DocumentError("unreadable", `The workbook holds broken XML: ${error.message}`);
  });
  parser.on("opentag", (tag) => {
    open.push(tag.name);
    if (tag.name === name) current = { attributes: { ...tag.attributes }, texts: new Map() };
  });
  parser.on("text", (text) => {
    const inner = open.at(-1);
    if (current === undefined || inner === undefined) return;
    current.texts.set(inner, [...(current.texts.get(inner) ?? []), text]);
  });
  parser.on("closetag", (tag) => {
    open.pop();
    if (tag.name !== name || current === undefined) return;
    found.push(current);
    current = undefined;
  });
  parser.write(xml).close();
  return found;
}

export function attribute(element: XmlElement, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new DocumentError("unreadable", `An element of the workbook has no ${name}.`);
  return value;
}

/** The texts of the elements of that name within it, joined; empty where there are none. */
export function textOf(element: XmlElement, name: string): string {
  return (element.texts.get(name) ?? []).join("");
}
