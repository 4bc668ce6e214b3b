/**
 * What the pages mean, apart from how they are drawn: a laid out document definition → the structure elements of its PDF.
 * Content files say nothing of it. A heading is known by its style, a heading's level by what stands open above it.
 */

/** A node of a document definition, as the PDF library leaves it after its layout. */
export interface ContentNode {
  readonly text?: unknown;
  readonly style?: string | readonly string[];
  readonly stack?: readonly ContentNode[];
  readonly columns?: readonly ContentNode[];
  readonly ul?: readonly ContentNode[];
  readonly table?: ContentTable;
  readonly canvas?: unknown;
  readonly svg?: string;
  readonly alt?: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** A cell that another one covers. */
  readonly _span?: boolean;
}

interface ContentTable {
  readonly headerRows?: number;
  readonly body: readonly (readonly ContentNode[])[];
}

/** One structure element. */
export interface TagPlan {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  /** The node whose lines or picture are this element's content. */
  readonly leaf?: ContentNode;
  readonly children: readonly TagPlan[];
}

/** Throws where the definition holds what has no plan: its text would be told to nobody. */
export function tagPlan(content: ContentNode): TagPlan {
  return { type: "Document", children: elementsOf(content, []) };
}

/** Which elements must be in the file, counted on the definition before anything is laid out. */
export function countedElements(content: unknown): Readonly<Record<"TR" | "L" | "Figure", number>> {
  const counts = { TR: 0, L: 0, Figure: 0 };
  const count = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) count(item);
    if (node === null || typeof node !== "object" || Array.isArray(node)) return;
    const { stack, columns, ul, table, svg, alt } = node as ContentNode;
    if (ul !== undefined) counts.L += 1;
    if (table !== undefined) counts.TR += table.body.length;
    if (svg !== undefined && alt !== "") counts.Figure += 1;
    for (const part of [stack, columns, ul, table?.body]) count(part);
  };
  count(content);
  return counts;
}

/** The text of a node that holds one: a string, or parts that may have styles of their own. */
export function textOf(text: unknown): string {
  if (Array.isArray(text)) return text.map(textOf).join("");
  if (text !== null && typeof text === "object") return textOf((text as ContentNode).text);
  return text === undefined || text === null ? "" : String(text);
}

/** The styles that make a heading, the widest first. */
const ranks: Readonly<Record<string, number>> = { title: 1, act: 2, section: 2, indicator: 3, part: 4 };

/** `open` are the ranks of the headings above that this text stands under; a heading changes it. */
function elementsOf(node: ContentNode, open: number[]): readonly TagPlan[] {
  const { stack, columns, ul, table, text, svg, canvas } = node;
  if (stack !== undefined) return stack.flatMap((child) => elementsOf(child, open));
  if (columns !== undefined) return columns.flatMap((child) => elementsOf(child, open));
  if (ul !== undefined) return [listOf(ul, open)];
  if (table !== undefined) return [tableOf(table, open)];
  if (text !== undefined) {
    if (textOf(text).trim() === "") return [];
    return [{ type: headingOf(node, open) ?? "P", leaf: node, children: [] }];
  }
  if (svg !== undefined) return pictureOf(node);
  // Lines to write on, and other marks that say nothing.
  if (canvas !== undefined) return [];
  throw new Error(`No tag is known for a node of ${Object.keys(node).join(", ")}.`);
}

/** One level below the heading that is open: the levels leave none out, whatever the styles do. */
function headingOf({ style }: ContentNode, open: number[]): string | undefined {
  const rank = [style].flat().flatMap((name) => ranks[name ?? ""] ?? [])[0];
  if (rank === undefined) return undefined;
  while ((open.at(-1) ?? 0) >= rank) open.pop();
  open.push(rank);
  return `H${open.length}`;
}

function listOf(items: readonly ContentNode[], open: number[]): TagPlan {
  const children = items.map((item): TagPlan => ({ type: "LI", children: [holder("LBody", item, open)] }));
  return { type: "L", attributes: { O: "List", ListNumbering: "Disc" }, children };
}

/** Heads of columns where the table has head rows; else its first column tells what stands beside it. */
function tableOf({ headerRows = 0, body }: ContentTable, open: number[]): TagPlan {
  const rows = body.map((cells, row): TagPlan => {
    const children = cells.flatMap((cell, column) => {
      if (cell._span === true) return [];
      const scope = row < headerRows ? "Column" : headerRows === 0 && column === 0 ? "Row" : undefined;
      return [cellOf(cell, scope, open)];
    });
    return { type: "TR", children };
  });
  if (headerRows === 0) return { type: "Table", children: rows };
  const [head, rest] = [rows.slice(0, headerRows), rows.slice(headerRows)];
  const parts = [{ type: "THead", children: head }, ...(rest.length === 0 ? [] : [{ type: "TBody", children: rest }])];
  return { type: "Table", children: parts };
}

function cellOf(cell: ContentNode, scope: "Column" | "Row" | undefined, open: number[]): TagPlan {
  const { colSpan = 1, rowSpan = 1 } = cell;
  const attributes = {
    ...(scope !== undefined && { Scope: scope }),
    ...(colSpan > 1 && { ColSpan: colSpan }),
    ...(rowSpan > 1 && { RowSpan: rowSpan }),
  };
  const plan = holder(scope === undefined ? "TD" : "TH", cell, open);
  return Object.keys(attributes).length === 0 ? plan : { ...plan, attributes: { O: "Table", ...attributes } };
}

/** A cell or an item: a bare text is its own content, all else stands inside it. */
function holder(type: string, node: ContentNode, open: number[]): TagPlan {
  const isText = node.stack === undefined && node.text !== undefined;
  return isText ? { type, leaf: node, children: [] } : { type, children: elementsOf(node, open) };
}

function pictureOf(node: ContentNode): readonly TagPlan[] {
  if (node.alt === undefined) throw new Error("A picture has no text in its place.");
  return node.alt === "" ? [] : [{ type: "Figure", leaf: node, children: [] }];
}
