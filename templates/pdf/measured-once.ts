/**
 * The PDF library lays the whole document out anew for every page break that `pageBreakBefore` asks for, and each time
 * measures every word again. Of a text that has not changed the first measure is kept here and handed out in copies. Nor
 * does it see that the words of a text have one style: it looks up each property of it for each word.
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

interface StyledWord {
  readonly style?: unknown;
  readonly [property: string]: unknown;
}

type MeasureWords = (this: unknown, words: readonly object[], stack: unknown) => unknown;

type StyleProperty = (this: unknown, word: StyledWord, stack: unknown, property: string, otherwise: unknown) => unknown;

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
const { default: TextInlines } = createRequire(import.meta.url)("pdfmake/js/TextInlines.js") as {
  readonly default: { readonly prototype: { measure: MeasureWords } };
};
const { default: StyleContextStack } = createRequire(import.meta.url)("pdfmake/js/StyleContextStack.js") as {
  readonly default: { getStyleProperty: StyleProperty };
};
const measureLeaf = DocMeasure.prototype.measureLeaf;
const measureWords = TextInlines.prototype.measure;
const styleProperty = StyleContextStack.getStyleProperty;
const measured = new WeakMap<Measuring, WeakMap<TextNode, Measured>>();

/** From here on, in this process, until the function it returns is called. */
export function measureTextsOnce(): () => void {
  DocMeasure.prototype.measureLeaf = measureLeafOnce;
  TextInlines.prototype.measure = measureInOneStyle;
  StyleContextStack.getStyleProperty = propertyOfText;
  return () => {
    DocMeasure.prototype.measureLeaf = measureLeaf;
    TextInlines.prototype.measure = measureWords;
    StyleContextStack.getStyleProperty = styleProperty;
  };
}

/** What the text that is being measured takes from its surroundings: these do not change until all its words are measured. */
let ofText: Map<string, unknown> | undefined;

function measureInOneStyle(this: unknown, words: readonly object[], stack: unknown): unknown {
  ofText = new Map();
  try {
    return measureWords.call(this, words, stack);
  } finally {
    ofText = undefined;
  }
}

function propertyOfText(word: StyledWord, stack: unknown, property: string, otherwise: unknown): unknown {
  if (ofText === undefined || word.style != null || word[property] != null)
    return styleProperty.call(StyleContextStack, word, stack, property, otherwise);
  if (!ofText.has(property))
    ofText.set(property, styleProperty.call(StyleContextStack, word, stack, property, otherwise));
  return ofText.get(property);
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
