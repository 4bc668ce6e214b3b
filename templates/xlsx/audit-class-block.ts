/** The classes of an indicator's distributions, for print. */
import { type AuditCell, type AuditValue, letters, whole, wholeFormula } from "./audit-cell.ts";
import { classesOf } from "./audit-classes.ts";
import { type Curve, nameOf } from "./audit-curves.ts";
import { heads, lastColumn, type Page, text } from "./audit-page.ts";
import { auditWords, classColumns, curveTitle, elsewhere } from "./audit-words.ts";

/** Side by side, as many as the sheet is wide; each counted by formulas over the whole distribution. */
const places = [3, 7, 11] as const;

export function putClasses(page: Page, curves: readonly Curve[]): void {
  if (curves.length === 0) return;
  page.line += 1;
  page.put(text(1, auditWords.classes, "band", lastColumn));
  for (let i = 0; i < curves.length; i += places.length) {
    const band = curves.slice(i, i + places.length).map((curve, k) => ({ curve, column: places[k] as number }));
    page.put(...band.map(({ curve, column }) => text(column, titleOf(curve), "line", 4)));
    page.put(
      ...band.flatMap(({ column }) =>
        heads(
          classColumns,
          classColumns.map((_, k) => [column + k] as const),
        ),
      ),
    );
    const top = page.line;
    const columns = band.map(({ curve, column }) => classCells(curve, column, top));
    const height = Math.max(...columns.map((lines) => lines.length));
    for (let k = 0; k < height; k += 1) page.put(...columns.flatMap((lines) => lines[k] ?? []));
  }
}

export function titleOf(curve: Curve): string {
  const title = curveTitle(curve.number, curve.scope, curve.quantity);
  return curve.place === undefined ? `${title} – ${elsewhere(curve.of.values.length)}` : title;
}

function classCells(curve: Curve, column: number, top: number): readonly (readonly AuditCell[])[] {
  const [from, to, cases, seen] = [0, 1, 2, 3].map((i) => letters(column + i)) as [string, string, string, string];
  const [values, counts] = [nameOf(curve, "valori"), nameOf(curve, "casi")];
  let total = 0;
  return classesOf(curve.of).map((one, i) => {
    const line = top + i;
    total += one.cases;
    const counted = `SUMIFS(${counts},${values},">="&${from}${line},${values},"<="&${to}${line})`;
    const cells: readonly AuditValue[] = [
      whole(one.from),
      whole(one.to),
      curve.place === undefined ? whole(one.cases) : wholeFormula(counted, one.cases),
      wholeFormula(i === 0 ? `${cases}${line}` : `${seen}${line - 1}+${cases}${line}`, total),
    ];
    return cells.map((value, k) => text(column + k, value, "number"));
  });
}
