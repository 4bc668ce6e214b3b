/** The parts of the workbook of single cases as XML: written by hand, because a library takes four times the memory. */
import { model as modelWords } from "../italian.ts";
import { letters } from "./audit-cell.ts";
import { evidenceWords } from "./evidence-words.ts";
import { cellText, pageText } from "./workbook-text.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Places in the list of formats of stylesXml. */
export const looks = { plain: 0, head: 1, number: 2, boxed: 3, bold: 4, boxedNumber: 5, line: 6 } as const;
export type CellLook = keyof typeof looks;

/** A text that begins with `=` is a text all the same; null is no cell, and an empty text one only where it is boxed. */
export function cellXml(column: number, line: number, value: string | bigint | null, look: CellLook): string {
  if (value === null || (value === "" && look !== "boxed")) return "";
  const start = `<c r="${letters(column)}${line}" s="${looks[look]}"`;
  if (value === "") return `${start}/>`;
  if (typeof value === "bigint") return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(cellText(value))}</t></is></c>`;
}

export function rowXml(line: number, cells: string, height?: number): string {
  const own = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${line}"${own}>${cells}</row>`;
}

export interface SheetXml {
  readonly widths: readonly number[];
  /** Lines that stay in view; 0: none. */
  readonly frozen: number;
  readonly filter?: string;
  readonly merged?: readonly string[];
}

/** What stands before and after the rows of a sheet. */
export function sheetXml({ widths, frozen, filter, merged = [] }: SheetXml): readonly [before: string, after: string] {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${frozen === 0 ? "" : pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="13"/><cols>${columns.join("")}</cols><sheetData>`,
    `</sheetData>${filter === undefined ? "" : `<autoFilter ref="${filter}"/>`}${merges === "" ? "" : `<mergeCells count="${merged.length}">${merges}</mergeCells>`}<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${escaped(`&C&B${pageText(evidenceWords.notice)}`)}</oddHeader><oddFooter>${escaped(`&L&A&R${modelWords.page}`)}</oddFooter></headerFooter></worksheet>`,
  ];
}

/** Every part but the sheets, which are sheet1.xml and so on in their order; the heads of all but the first are repeated in print. */
export function bookParts(sheets: readonly string[]): readonly (readonly [path: string, xml: string])[] {
  const listed = sheets.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const titles = sheets.map((name, i) =>
    i === 0 ? "" : `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escaped(name)}'!$1:$1</definedName>`,
  );
  const related = [
    ...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
    ["styles", "styles.xml"] as const,
  ];
  const types = sheets.map((_, i) => part(`/xl/worksheets/sheet${i + 1}.xml`, "worksheet"));
  return [
    ["xl/styles.xml", stylesXml],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join("")}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`,
    ],
    ["xl/_rels/workbook.xml.rels", relationsXml(related)],
    ["_rels/.rels", relationsXml([["officeDocument", "xl/workbook.xml"]])],
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}${types.join("")}</Types>`,
    ],
  ];
}

function part(path: string, kind: string): string {
  return `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
}

function relationsXml(targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${list.join("")}</Relationships>`;
}

const font = (bold: boolean) => `<font>${bold ? "<b/>" : ""}<sz val="9"/><name val="Arial"/><family val="2"/></font>`;
const side = (name: string) => `<${name} style="thin"><color rgb="FF8A97A6"/></${name}>`;
const format = (own: string, inner = "") => `<xf numFmtId="0" xfId="0" applyFont="1" ${own}>${inner}</xf>`;
const wrapped = (across: string) => `<alignment horizontal="${across}" vertical="center" wrapText="1"/>`;

const stylesXml = `${declaration}<styleSheet xmlns="${main}"><fonts count="2">${font(false)}${font(true)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF2"/></patternFill></fill></fills><borders count="2"><border/><border>${["left", "right", "top", "bottom"].map(side).join("")}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
  format('fontId="0" fillId="0" borderId="0"'),
  format('fontId="1" fillId="2" borderId="1" applyFill="1" applyBorder="1" applyAlignment="1"', wrapped("center")),
  '<xf numFmtId="3" xfId="0" fontId="0" fillId="0" borderId="0" applyFont="1" applyNumberFormat="1"/>',
  format('fontId="0" fillId="0" borderId="1" applyBorder="1" applyAlignment="1"', wrapped("left")),
  format('fontId="1" fillId="0" borderId="0" applyAlignment="1"', wrapped("left")),
  '<xf numFmtId="3" xfId="0" fontId="0" fillId="0" borderId="1" applyFont="1" applyBorder="1" applyNumberFormat="1"/>',
  format('fontId="0" fillId="0" borderId="0" applyAlignment="1"', wrapped("left")),
].join("")}</cellXfs></styleSheet>`;

/** Signs that XML cannot hold are written by their code, as spreadsheets do. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(unholdable, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unholdable = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
