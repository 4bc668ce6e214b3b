/** What an indicator left out, and the balance of all rows that were read, below its figures. */
import type { Indicator } from "../../reports/act.ts";
import type { Conservation, ReportRow } from "../../reports/report-model.ts";
import { adoptedCriterion, quarantineReason, tableWords } from "../italian.ts";
import type { IndicatorPart } from "../report-outline.ts";
import { type AuditValue, textFormat, whole, wholeFormula } from "./audit-cell.ts";
import { heads, lastColumn, type Page, text } from "./audit-page.ts";
import { auditWords, conservationColumns, exclusionColumns, measuresWords, reasonWords } from "./audit-words.ts";

/** Of each scope the reasons with their cases; where the measures leave out different ones, which do. */
export function putExclusions(page: Page, { indicator, blocks }: IndicatorPart): void {
  page.line += 1;
  page.put(text(1, auditWords.exclusions, "band", lastColumn));
  const columns = [[1], [2], [3, 2], [5, 5], [10, 5]] as const;
  page.put(...heads(exclusionColumns, columns));
  let isEmpty = true;
  for (const { label, rows } of blocks)
    for (const [id, count, measures] of excludedOf(rows)) {
      isEmpty = false;
      const exclusion = indicator.exclusions.find((one) => one.id === id);
      const values: readonly AuditValue[] = [
        label,
        exclusion?.words ?? id,
        whole(count),
        exclusion?.clause ?? adoptedCriterion,
        measures,
      ];
      page.put(
        ...values.map((value, i) => text(columns[i]?.[0] ?? 1, value, i === 2 ? "number" : "text", columns[i]?.[1])),
      );
    }
  if (isEmpty) page.put(text(1, auditWords.noExclusions, "line", lastColumn));
}

/** Id, cases, and the measures that leave them out in words. */
function excludedOf(rows: readonly ReportRow[]): readonly (readonly [string, number, string])[] {
  const found = new Map<string, { readonly id: string; readonly count: number; readonly of: ReportRow[] }>();
  for (const row of rows)
    for (const [id, count] of Object.entries(row.figure.excluded)) {
      const known = found.get(`${id} ${count}`) ?? { id, count, of: [] };
      known.of.push(row);
      found.set(`${id} ${count}`, known);
    }
  const names = (some: readonly ReportRow[]) => some.map(({ measure }) => measure.name);
  return [...found.values()].map(({ id, count, of }) => {
    const rest = rows.filter((row) => !of.includes(row));
    return [id, count, measuresWords(names(of), names(rest))];
  });
}

export function putConservation(page: Page, { indicator, conservation }: IndicatorPart): void {
  if (conservation.length === 0) return;
  page.line += 1;
  page.put(text(1, auditWords.conservation, "band", lastColumn));
  page.put(
    ...heads(
      conservationColumns,
      conservationColumns.map((_, i) => [i + 1] as const),
    ),
  );
  for (const row of conservation) {
    const { line } = page;
    const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, n) => all + n, 0);
    const added = (counts: Readonly<Record<string, number>>) => {
      const terms = Object.values(counts);
      return terms.length < 2 ? whole(sum(counts)) : wholeFormula(terms.join("+"), sum(counts));
    };
    const values: readonly AuditValue[] = [
      tableWords(row.table),
      reasonsOf(row, indicator),
      whole(row.read),
      whole(row.outside),
      whole(row.no_concern),
      whole(row.counted),
      added(row.excluded),
      added(row.quarantined),
      wholeFormula(`SUM(D${line}:H${line})`, row.read),
      {
        formula: `IF(I${line}=C${line},"${auditWords.agrees}","${auditWords.differs}")`,
        cached: auditWords.agrees,
        format: textFormat,
      },
    ];
    page.put(...values.map((value, i) => text(i + 1, value, i < 2 ? "text" : i === 9 ? "centre" : "number")));
  }
}

function reasonsOf({ excluded, quarantined }: Conservation, { exclusions }: Indicator): string {
  const ofExclusion = (id: string) => exclusions.find((one) => one.id === id)?.words ?? id;
  return reasonWords([
    ...Object.entries(excluded).map(([id, rows]) => [ofExclusion(id), rows] as const),
    ...Object.entries(quarantined).map(([id, rows]) => [quarantineReason(id), rows] as const),
  ]);
}
