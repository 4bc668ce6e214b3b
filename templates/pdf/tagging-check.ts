/** Reads the tags of a file back from its bytes: a file that fails does not call itself tagged. */
import { objectsOf, type PdfObjects, pageObjects, reference, streamOf } from "./read-pdf.ts";

type Counts = Readonly<Record<string, number>>;

/** Each fault as a sentence; none where the elements are as many as the definition asks for and no mark is outside them. */
export function tagFaults(bytes: Buffer, wanted: Counts): readonly string[] {
  const objects = objectsOf(bytes);
  const parents = parentTree(objects);
  return [
    ...countFaults(objects, wanted),
    ...catalogFaults(objects),
    ...pageObjects(objects).flatMap((page, index) =>
      pageFaults(objects, page, parents).map((fault) => `Page ${index + 1}: ${fault}`),
    ),
  ];
}

function countFaults(objects: PdfObjects, wanted: Counts): readonly string[] {
  const found: Record<string, number> = {};
  for (const { dictionary } of objects.values()) {
    const type = /^<<\n\/S \/(\w+)\n\/(?:A|Alt|P|K)\b/.exec(dictionary)?.[1];
    if (type !== undefined) found[type] = (found[type] ?? 0) + 1;
  }
  return Object.entries(wanted).flatMap(([type, count]) =>
    (found[type] ?? 0) === count ? [] : [`${found[type] ?? 0} elements ${type} where the document has ${count}.`],
  );
}

function catalogFaults(objects: PdfObjects): readonly string[] {
  const catalog = [...objects.values()].find(({ dictionary }) => /\/Type \/Catalog\b/.test(dictionary));
  return ["StructTreeRoot", "MarkInfo", "Lang", "ViewerPreferences", "Metadata"].flatMap((name) =>
    catalog?.dictionary.includes(`/${name} `) === true ? [] : [`The catalogue has no ${name}.`],
  );
}

/** Number of a page's marks → the elements they belong to, in order of their marks. */
type ParentTree = ReadonlyMap<string, readonly string[]>;

function parentTree(objects: PdfObjects): ParentTree {
  const root = [...objects.values()].find(({ dictionary }) => /\/Type \/StructTreeRoot\b/.test(dictionary));
  const numbers = /\/Nums \[([\s\S]*)\]/.exec(root?.dictionary ?? "")?.[1] ?? "";
  return new Map(
    [...numbers.matchAll(/(\d+) \[([^\]]*)\]/g)].map(([, key = "", elements = ""]) => [
      key,
      [...elements.matchAll(/\d+ 0 R|null/g)].map(([element]) => element),
    ]),
  );
}

/** Whatever paints, and the marks around it. Texts are hexadecimal: none of these words can be a part of one. */
const operators = /(?<=\s)(?:BDC|BMC|EMC|TJ|Tj|Do|sh|[fFSsBb]\*?)(?=\s)/g;

function pageFaults(objects: PdfObjects, page: string, parents: ParentTree): readonly string[] {
  const content = streamOf(objects, reference(page, "Contents"));
  let [depth, bare, crossed] = [0, 0, 0];
  for (const [operator] of content.matchAll(operators)) {
    if (operator === "BDC" || operator === "BMC") depth += 1;
    else if (operator === "EMC") depth -= 1;
    else if (depth === 0) bare += 1;
    if (depth !== 0 && depth !== 1) crossed += 1;
  }
  const marks = [...content.matchAll(/\/MCID (\d+)/g)].map(([, mark]) => Number(mark));
  const elements = parents.get(/\/StructParents (\d+)/.exec(page)?.[1] ?? "") ?? [];
  const faults: readonly (readonly [boolean, string])[] = [
    [bare > 0, `${bare} texts or lines stand outside every mark.`],
    [crossed > 0 || depth !== 0, "marks do not end where they should."],
    [marks.some((mark, index) => mark !== index), "its marks are not numbered through."],
    [marks.length !== elements.length || elements.includes("null"), "a mark belongs to no element."],
  ];
  return faults.flatMap(([isFault, words]) => (isFault ? [words] : []));
}
