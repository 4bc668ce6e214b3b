/**
 * The PDF library lays the whole document out anew for every page break that `pageBreakBefore` asks for, and each time
 * measures every word again. Of a text that has not changed the first measure is kept here and handed out in copies.
 */
import { createRequire } from "node:module";

interface Inline {
  readonly text: string;
}

interface TextNode {
  readonly text?: unknown;
  readonly _textRef?: unknown;
  _inlines?: readonly Inline[];
  _minWidth?: number | undefined;
  _maxWidth?: number | undefined;
}

/** The library's measuring of one document. */
interface Measuring {
  readonly styleStack: { readonly styleOverrides: readonly unknown[] };
}

type MeasureLeaf = (this: Measuring, node: TextNode) => TextNode;

interface Measured {
  readonly text: string;
  /** What the text takes its style from, outermost first. */
  readonly styles: readonly unknown[];
  readonly inlines: readonly Inline[];
  readonly minWidth: number | undefined;
  readonly maxWidth: number | undefined;
}

const { default: DocMeasure } = createRequire(import.meta.url)("pdfmake/js/DocMeasure.js") as {
  readonly default: { readonly prototype: { measureLeaf: MeasureLeaf } };
};
const measureLeaf = DocMeasure.prototype.measureLeaf;
const measured = new WeakMap<Measuring, WeakMap<TextNode, Measured>>();

/** From here on, in this process, until the function it returns is called. */
export function measureTextsOnce(): () => void {
  DocMeasure.prototype.measureLeaf = measureLeafOnce;
  return () => {
    DocMeasure.prototype.measureLeaf = measureLeaf;
  };
}

function measureLeafOnce(this: Measuring, node: TextNode): TextNode {
  const ofDocument = measured.get(this) ?? new WeakMap<TextNode, Measured>();
  measured.set(this, ofDocument);
  const { styleOverrides } = this.styleStack;
  const known = ofDocument.get(node);
  if (known !== undefined && known.text === node.text && isSame(known.styles, styleOverrides)) {
    node._inlines = copied(known.inlines);
    node._minWidth = known.minWidth;
    node._maxWidth = known.maxWidth;
    return node;
  }
  measureLeaf.call(this, node);
  // Texts made of parts, and those that repeat another's, may change without being another object.
  if (typeof node.text === "string" && node._textRef === undefined && node._inlines !== undefined)
    ofDocument.set(node, {
      text: node.text,
      styles: [...styleOverrides],
      inlines: copied(node._inlines),
      minWidth: node._minWidth,
      maxWidth: node._maxWidth,
    });
  return node;
}

/** The layout takes the list apart and writes into its items. */
const copied = (inlines: readonly Inline[]): readonly Inline[] => inlines.map((inline) => ({ ...inline }));

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((style, index) => style === other[index]);
