/**
 * The sheets of distributions. A distribution may have a hundred thousand values, so their lines are written as XML and not
 * cell by cell: the library makes the sheet with its heads and one line to copy the style of, and these lines take its place.
 */
import type ExcelJS from "exceljs";
import { DocumentError } from "../document-error.ts";
import { type AuditCell, type AuditSheet, letters } from "./audit-cell.ts";
import { titleOf } from "./audit-class-block.ts";
import { type AuditIndicator, type Curve, dataHead } from "./audit-curves.ts";
import { indicatorTitle } from "./audit-sheet.ts";
import { dataColumns, dataNotes } from "./audit-words.ts";
import { font, numberFormat } from "./sheet-style.ts";

/** A distribution with more values is looked at on the screen; nobody files a thousand pages of it. */
const mostPrinted = 200;

/** The indicator's own distributions: those that lie on its sheet, and not on that of another. */
export function ownCurves({ curves, dataSheet }: AuditIndicator): readonly Curve[] {
  return curves.filter(({ place }) => place?.sheet === dataSheet);
}

/** The heads; the values below them are written by withDistributions. */
export function dataSheet(indicator: AuditIndicator): AuditSheet {
  const curves = ownCurves(indicator);
  const width = 3 * curves.length;
  const isLong = curves.some(({ of }) => of.values.length > mostPrinted);
  const columnOf = (curve: Curve) => curve.place?.column ?? 0;
  const lines: readonly (readonly AuditCell[])[] = [
    [{ column: 1, value: indicatorTitle(indicator.part), look: "title", span: width }],
    [{ column: 1, value: isLong ? dataNotes.onScreen : dataNotes.printed, look: "line", span: width }],
    curves.map((curve) => ({ column: columnOf(curve), value: titleOf(curve), look: "head", span: 3 })),
    curves.flatMap((curve) =>
      dataColumns.map((value, i): AuditCell => ({ column: columnOf(curve) + i, value, look: "head" })),
    ),
  ];
  return {
    name: indicator.dataSheet,
    widths: Array.from({ length: width }, () => 15),
    frozen: dataHead,
    titles: [dataHead - 1, dataHead],
    fits: false,
    rows: lines.map((cells, i) => ({ line: i + 1, cells })),
    ...(isLong && { printed: { from: "A1", to: `${letters(width)}2` } }),
  };
}

/** The line that the values are to look like. */
export function putSampleLine(sheet: ExcelJS.Worksheet): void {
  const cell = sheet.getCell(dataHead + 1, 1);
  cell.value = 0;
  cell.numFmt = numberFormat(0);
  cell.font = font();
}

const sampleLine = new RegExp(`<row r="${dataHead + 1}"[^>]*><c r="A${dataHead + 1}" s="(\\d+)"><v>0</v></c></row>`);

/** The sheet's XML with the values, counts and running sums of its distributions in the place of the sample line. */
export function withDistributions(xml: string, curves: readonly Curve[]): string {
  const [line, style] = sampleLine.exec(xml) ?? [];
  if (line === undefined || style === undefined)
    throw new DocumentError("unreadable", "A sheet of distributions has no line to copy the style of.");
  const last = dataHead + Math.max(...curves.map(({ of }) => of.values.length));
  const width = letters(3 * curves.length);
  return xml
    .replace(line, () => valueLines(curves, style))
    .replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${width}${last}"/>`);
}

function valueLines(curves: readonly Curve[], style: string): string {
  const columns = curves.map(({ of, place }) => {
    const column = place?.column ?? 0;
    return { of, names: [letters(column), letters(column + 1), letters(column + 2)] as const, seen: 0 };
  });
  const height = Math.max(...curves.map(({ of }) => of.values.length));
  const lines: string[] = [];
  for (let i = 0; i < height; i += 1) {
    const line = dataHead + 1 + i;
    let cells = "";
    for (const column of columns) {
      const { of, names } = column;
      if (i >= of.values.length) continue;
      const [value, count, sum] = names;
      column.seen += of.counts[i] as number;
      const formula = i === 0 ? `${count}${line}` : `${sum}${line - 1}+${count}${line}`;
      cells += `<c r="${value}${line}" s="${style}"><v>${of.values[i]}</v></c><c r="${count}${line}" s="${style}"><v>${of.counts[i]}</v></c><c r="${sum}${line}" s="${style}"><f>${formula}</f><v>${column.seen}</v></c>`;
    }
    lines.push(`<row r="${line}">${cells}</row>`);
  }
  return lines.join("");
}
