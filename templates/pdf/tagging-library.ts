/** The inside of the PDF library that tagging takes hold of: it is in none of its types, and another version may differ. */
import { createRequire } from "node:module";
import type { ContentNode } from "./tagging-plan.ts";

export interface StructureElement {
  readonly dictionary: { readonly data: Record<string, unknown> };
  /** A child element, or content that markStructureContent began. */
  add(child: unknown): void;
  end(): void;
}

/** The document that the library draws into. */
export interface DrawnDocument {
  readonly options: { readonly tagged?: boolean };
  readonly page: { readonly height: number; readonly markings: readonly { readonly tag: string }[] };
  struct(type: string, options: { readonly alt?: string }): StructureElement;
  addStructure(element: StructureElement): void;
  markContent(tag: "Artifact", options: { readonly type: string }): void;
  markStructureContent(type: string): unknown;
  endMarkedContent(): void;
  annotate(x: number, y: number, width: number, height: number, options: object): unknown;
}

/** What is drawn keeps the node it came from, and so do the copies that the library makes of it at a page break. */
export interface Drawn {
  origin?: ContentNode;
}

export interface Line extends Drawn {
  readonly inlines: readonly {
    readonly text: string;
    readonly link?: unknown;
    readonly linkToDestination?: unknown;
    readonly linkToPage?: unknown;
  }[];
}

/** Its place, from the upper left corner of the page, in points. */
export interface Picture extends Drawn {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
}

export interface LayoutBuilder {
  layoutDocument(content: ContentNode, document: DrawnDocument, ...rest: readonly unknown[]): unknown;
  buildNextLine(node: ContentNode): Line | null;
  processSVG(node: ContentNode & Drawn): void;
}

export interface Renderer {
  readonly pdfDocument: DrawnDocument;
  renderPages(pages: unknown): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: unknown): void;
  renderSVG(picture: Picture): void;
  renderWatermark(page: unknown): void;
}

export interface Library {
  readonly layoutBuilder: LayoutBuilder;
  readonly renderer: Renderer;
}

const require = createRequire(import.meta.url);
const versionsTried = { pdfmake: "0.3.11", pdfkit: "0.19.1" } as const;

/** The two prototypes, or why they cannot be trusted to be those that were tried. */
export function libraryInside(tried: Readonly<Record<string, string>> = versionsTried): Library | string {
  const otherwise = Object.entries(tried).flatMap(([name, expected]) => {
    const { version } = require(`${name}/package.json`) as { readonly version: string };
    return version === expected ? [] : [`${name} is ${version} where ${expected} was tried`];
  });
  if (otherwise.length > 0) return `${otherwise.join(", ")}.`;
  return {
    layoutBuilder: prototypeOf<LayoutBuilder>("pdfmake/js/LayoutBuilder.js"),
    renderer: prototypeOf<Renderer>("pdfmake/js/Renderer.js"),
  };
}

function prototypeOf<T>(module: string): T {
  const { default: made } = require(module) as { readonly default: { readonly prototype: T } };
  return made.prototype;
}
