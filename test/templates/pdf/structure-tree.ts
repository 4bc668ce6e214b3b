/** A second reader of a tagged PDF, over qpdf's JSON: the structure tree, the pages' marks, and what belongs to what. */
import { execFileSync } from "node:child_process";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Dictionary = { readonly [key: string]: Json };

export interface TaggedElement {
  readonly id: string;
  readonly type: string;
  readonly attributes: Dictionary;
  readonly alt: string | undefined;
  /** `page mark` of each piece of content. */
  readonly marks: readonly string[];
  /** Annotations that belong to it. */
  readonly annotations: readonly string[];
  readonly children: readonly TaggedElement[];
}

export interface TaggedFile {
  readonly catalog: Dictionary;
  readonly root: TaggedElement;
  /** Every element, parents before their children. */
  readonly elements: readonly TaggedElement[];
  /** `page mark` → the element that the parent tree names; of an annotation its own id. */
  readonly parents: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, Dictionary>;
  /** `page mark` of each piece of content that the pages hold, and what they paint outside every mark. */
  readonly marks: readonly string[];
  readonly unmarked: readonly string[];
}

export function readTagged(file: string): TaggedFile {
  const objects = objectsOf(file);
  const resolve = (value: Json | undefined): Json =>
    typeof value === "string" && /^(?:\d+ \d+ R|trailer)$/.test(value)
      ? (objects.get(value)?.value ?? null)
      : (value ?? null);
  const dictionary = (value: Json | undefined) => resolve(value) as Dictionary;
  const list = (value: Json | undefined) => [resolve(value) ?? []].flat() as readonly Json[];

  const catalog = dictionary(dictionary("trailer")["/Root"]);
  const tree = dictionary(catalog["/StructTreeRoot"]);
  const pages = list(dictionary(catalog["/Pages"])["/Kids"]) as readonly string[];
  const pageOf = (reference: Json | undefined) => pages.indexOf(reference as string) + 1;

  const elementOf = (id: string): TaggedElement => {
    const { "/S": type, "/A": attributes, "/Alt": alt, "/K": kids, "/Pg": page } = dictionary(id);
    const [marks, annotations, children]: [string[], string[], TaggedElement[]] = [[], [], []];
    for (const kid of list(kids)) {
      if (typeof kid === "number") marks.push(`${pageOf(page)} ${kid}`);
      else if (typeof kid === "string") children.push(elementOf(kid));
      else if ((kid as Dictionary)["/Type"] === "/OBJR") annotations.push((kid as Dictionary)["/Obj"] as string);
      else marks.push(`${pageOf((kid as Dictionary)["/Pg"])} ${(kid as Dictionary)["/MCID"]}`);
    }
    const words = typeof alt === "string" ? alt.replace(/^u:/, "") : undefined;
    return {
      id,
      type: (type as string).slice(1),
      attributes: (attributes ?? {}) as Dictionary,
      alt: words,
      marks,
      annotations,
      children,
    };
  };
  const root = elementOf(list(tree["/K"])[0] as string);

  const parents = new Map<string, string>();
  const numbers = list(dictionary(tree["/ParentTree"])["/Nums"]);
  const owners = new Map(numbers.flatMap((key, at) => (at % 2 === 0 ? [[key, resolve(numbers[at + 1])]] : [])));
  const annotations = new Map<string, Dictionary>();
  pages.forEach((page, index) => {
    const { "/StructParents": key, "/Annots": annots } = dictionary(page);
    list(owners.get(key ?? null)).forEach((owner, mark) => void parents.set(`${index + 1} ${mark}`, owner as string));
    for (const id of list(annots) as readonly string[]) annotations.set(id, dictionary(id));
  });

  const contents = pages.map((page) => objects.get(dictionary(page)["/Contents"] as string)?.data ?? "");
  const read = contents.map((content, index) => marksOf(content, index + 1));
  return {
    catalog: {
      ...catalog,
      "/MarkInfo": resolve(catalog["/MarkInfo"]),
      "/ViewerPreferences": resolve(catalog["/ViewerPreferences"]),
    },
    root,
    elements: withBelow(root),
    parents,
    annotations,
    marks: read.flatMap(({ marks }) => marks),
    unmarked: read.flatMap(({ unmarked }) => unmarked),
  };
}

/** The tree as text: an element a line, two spaces a level. */
export function outline(element: TaggedElement, depth = 0): string {
  const told = ["Scope", "ColSpan", "RowSpan"].flatMap((name) => {
    const value = element.attributes[`/${name}`];
    return value === undefined ? [] : [` ${name}=${`${value}`.replace("/", "")}`];
  });
  const line = `${"  ".repeat(depth)}${element.type}${told.join("")}\n`;
  return line + element.children.map((child) => outline(child, depth + 1)).join("");
}

function withBelow(element: TaggedElement): readonly TaggedElement[] {
  return [element, ...element.children.flatMap(withBelow)];
}

function objectsOf(file: string) {
  const args = ["--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=all", file];
  const text = execFileSync("qpdf", args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  const [, objects] = (JSON.parse(text) as { qpdf: [unknown, Record<string, unknown>] }).qpdf;
  return new Map(
    Object.entries(objects).map(([name, object]) => {
      const { value, stream } = object as { value?: Json; stream?: { dict: Json; data: string } };
      const data = stream && Buffer.from(stream.data, "base64").toString("latin1");
      return [name.replace(/^obj:/, ""), { value: value ?? stream?.dict ?? null, data }];
    }),
  );
}

const painting = new Set(["Tj", "TJ", "Do", "sh", ..."f F f* S s B B* b b*".split(" ")]);

/** Operators one by one, with the stack of marks that each stands in. */
function marksOf(
  content: string,
  page: number,
): { readonly marks: readonly string[]; readonly unmarked: readonly string[] } {
  const stack: string[] = [];
  const [marks, unmarked]: [string[], string[]] = [[], []];
  let operands: string[] = [];
  for (const [token] of content.matchAll(/<<[\s\S]*?>>|<[0-9a-fA-F\s]*>|\[[^\]]*\]|[^\s<>[\]]+/g)) {
    if (/^[A-Za-z]/.test(token)) {
      if (token === "BDC" || token === "BMC") {
        const mark = /\/MCID (\d+)/.exec(operands.join(" "))?.[1];
        if (mark !== undefined) marks.push(`${page} ${mark}`);
        stack.push(mark ?? "artifact");
      } else if (token === "EMC" && stack.pop() === undefined) unmarked.push(`page ${page}: EMC`);
      else if (painting.has(token) && stack.length !== 1)
        unmarked.push(`page ${page}: ${token} in ${stack.length} marks`);
      operands = [];
    } else operands.push(token);
  }
  if (stack.length > 0) unmarked.push(`page ${page}: a mark does not end`);
  return { marks, unmarked };
}
