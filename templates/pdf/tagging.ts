/**
 * Tags on what the PDF library draws: it knows the marks of a tagged PDF but writes an empty structure tree. Every line
 * and picture is drawn as the content of its element; what only serves the page (footers, rules, a table's repeated head,
 * the watermark) is marked as an artifact. The library draws what it drew before, in the same places and order.
 */
import { DocumentError } from "../document-error.ts";
import {
  type DrawnDocument,
  type Line,
  libraryInside,
  type Picture,
  type Renderer,
  type StructureElement,
} from "./tagging-library.ts";
import { type ContentNode, type TagPlan, tagPlan, textOf } from "./tagging-plan.ts";

/** From here on, in this process, documents that are opened as tagged get their tags. Returns why not, where they cannot. */
export function tagDocuments(): string | undefined {
  const library = libraryInside();
  if (typeof library === "string") return library;
  const { layoutBuilder, renderer } = library;
  const { layoutDocument, buildNextLine, processSVG } = layoutBuilder;
  const { renderPages } = renderer;
  const contents = new WeakMap<DrawnDocument, ContentNode>();
  layoutBuilder.layoutDocument = function (content, document, ...rest) {
    if (document.options.tagged === true) contents.set(document, content);
    return layoutDocument.call(this, content, document, ...rest);
  };
  layoutBuilder.buildNextLine = function (node) {
    const line = buildNextLine.call(this, node);
    if (line !== null) line.origin = node;
    return line;
  };
  layoutBuilder.processSVG = function (node) {
    node.origin = node;
    processSVG.call(this, node);
  };
  renderer.renderPages = function (pages) {
    const content = contents.get(this.pdfDocument);
    if (content === undefined) return renderPages.call(this, pages);
    const drawing = new TaggedDrawing(this.pdfDocument, tagPlan(content));
    drawing.takeOver(this);
    renderPages.call(this, pages);
    drawing.refuseLosses();
  };
  return undefined;
}

/** The content of one element, and how much of it stands on the pages. */
interface Leaf {
  readonly element: StructureElement;
  readonly type: string;
  /** Without spaces: a line ends where one was. */
  readonly wanted: string;
  drawn: string;
}

class TaggedDrawing {
  readonly #document: DrawnDocument;
  readonly #leaves = new Map<ContentNode, Leaf>();
  #link: { readonly element: StructureElement; readonly words: string } | undefined;

  constructor(document: DrawnDocument, plan: TagPlan) {
    this.#document = document;
    document.addStructure(this.#elementOf(plan));
    const { annotate } = document;
    document.annotate = (x, y, width, height, options) =>
      annotate.call(document, x, y, width, height, { ...options, ...this.#linkOptions() });
  }

  takeOver(renderer: Renderer): void {
    const { renderLine, renderVector, renderSVG, renderWatermark } = renderer;
    renderer.renderLine = (line, x, y) => this.#line(line, () => renderLine.call(renderer, line, x, y));
    renderer.renderVector = (vector) => this.#rule(() => renderVector.call(renderer, vector));
    renderer.renderSVG = (picture) => this.#picture(picture, () => renderSVG.call(renderer, picture));
    renderer.renderWatermark = (page) => this.#artifact(() => renderWatermark.call(renderer, page));
  }

  /** The library says nothing of a row or a block that it drops because it may not break and is taller than a page. */
  refuseLosses(): void {
    for (const [node, { wanted, drawn }] of this.#leaves) {
      if (drawn === wanted) continue;
      const words = textOf(node.text).slice(0, 120) || node.alt;
      throw new DocumentError(
        "text-lost",
        `The PDF library left out "${words}", or a part of it: a row or block that may not break is taller than a page.`,
      );
    }
  }

  #elementOf({ type, attributes, leaf, children }: TagPlan): StructureElement {
    const alt = leaf?.svg === undefined ? undefined : leaf.alt;
    const element = this.#document.struct(type, alt === undefined ? {} : { alt });
    if (attributes !== undefined) element.dictionary.data.A = attributes;
    if (leaf !== undefined)
      this.#leaves.set(leaf, { element, type, wanted: packed(alt ?? textOf(leaf.text)), drawn: "" });
    for (const child of children) element.add(this.#elementOf(child));
    return element;
  }

  /** A text that stands on the pages already is a table's head over its next page; one of no element is a footer's. */
  #line(line: Line, draw: () => void): void {
    const leaf = line.origin && this.#leaves.get(line.origin);
    if (leaf === undefined || leaf.drawn.length >= leaf.wanted.length) {
      this.#artifact(draw);
      return;
    }
    const words = line.inlines.map(({ text }) => text).join("");
    leaf.drawn += packed(words);
    if (line.inlines.some(({ link, linkToDestination, linkToPage }) => link ?? linkToDestination ?? linkToPage))
      this.#linked(leaf, words.trim(), draw);
    else this.#content(leaf.element, leaf.type, draw);
  }

  #linked({ element: parent }: Leaf, words: string, draw: () => void): void {
    const element = this.#document.struct("Link", {});
    parent.add(element);
    this.#link = { element, words };
    this.#content(element, "Link", draw);
    this.#link = undefined;
    // An element is written for the page that is open when it ends.
    element.end();
  }

  /** What a reader is told of a link, and the element that its place on the page belongs to. */
  #linkOptions(): object {
    if (this.#link === undefined) return {};
    const { element, words } = this.#link;
    // Of a bare string the library would make a name, of a String object a text.
    return { structParent: element, Contents: Object(words) };
  }

  #picture(picture: Picture, draw: () => void): void {
    const leaf = picture.origin && this.#leaves.get(picture.origin);
    if (leaf === undefined) {
      this.#artifact(draw);
      return;
    }
    leaf.drawn = leaf.wanted;
    const { x, y, _width: width, _height: height } = picture;
    const bottom = this.#document.page.height - y;
    const box = [x, bottom - height, x + width, bottom];
    leaf.element.dictionary.data.A = { O: "Layout", Placement: "Block", BBox: box };
    this.#content(leaf.element, leaf.type, draw);
  }

  #content(element: StructureElement, type: string, draw: () => void): void {
    this.#closeRules();
    const content = this.#document.markStructureContent(type);
    draw();
    this.#document.endMarkedContent();
    element.add(content);
  }

  #artifact(draw: () => void): void {
    this.#closeRules();
    this.#document.markContent("Artifact", { type: "Pagination" });
    draw();
    this.#document.endMarkedContent();
  }

  /** Rules and fills come by the dozen: one mark holds all that follow each other. */
  #rule(draw: () => void): void {
    if (this.#document.page.markings.length === 0) this.#document.markContent("Artifact", { type: "Layout" });
    draw();
  }

  #closeRules(): void {
    if (this.#document.page.markings.length > 0) this.#document.endMarkedContent();
  }
}

function packed(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Says that the file is PDF/UA-1, and of the words it says that in what PDF/A wants to know of any that are not its own. */
export const universalAccess = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about=""
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
        `;
