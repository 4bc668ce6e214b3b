/** The sheet of one indicator: its figures scope by scope, what was left out, the balance of the rows, the classes for print. */
import type { Indicator } from "../../reports/act.ts";
import type { Conservation, ReportModel, ReportRow } from "../../reports/report-model.ts";
import { adoptedCriterion, periodWords, quarantineReason, sections, tableWords } from "../italian.ts";
import type { Block, IndicatorPart } from "../report-outline.ts";
import {
  type AuditCell,
  type AuditRow,
  type AuditSheet,
  type AuditValue,
  type Look,
  letters,
  textFormat,
  whole,
  wholeFormula,
} from "./audit-cell.ts";
import { classesOf } from "./audit-classes.ts";
import { type AuditIndicator, type AuditPlan, actLabel, type Curve, indicatorLabel, nameOf } from "./audit-curves.ts";
import { at, type FigureCells, figureLines } from "./audit-figure.ts";
import {
  auditWords,
  classColumns,
  conservationColumns,
  curveTitle,
  elsewhere,
  exclusionColumns,
  figureColumns,
  reasonWords,
} from "./audit-words.ts";

export interface IndicatorSheet extends AuditSheet {
  /** The line on which each figure stands. */
  readonly lines: ReadonlyMap<ReportRow, number>;
}

const widths = [34, 27, 9, 10, 10, 18, 13, 19, 11, 11, 11, 14, 14, 10] as const;
const lastColumn = widths.length;

export function indicatorSheet(model: ReportModel, audit: AuditIndicator, plan: AuditPlan): IndicatorSheet {
  const { part, sheet } = audit;
  const page = new Page();
  page.put(text(1, indicatorTitle(part), "title", lastColumn));
  page.put(text(1, `${model.operator.name} – ${periodWords(model.period)}`, "line", lastColumn));
  page.put(text(1, `${sections.definition}: ${part.indicator.definition}`, "line", lastColumn));
  const lines = new Map<ReportRow, number>();
  for (const block of part.blocks) putFigures(page, block, plan, lines);
  putExclusions(page, part);
  putConservation(page, part);
  putClasses(page, audit.curves);
  return { name: sheet, widths, frozen: 1, titles: [1, 1], fits: true, rows: page.rows, lines };
}

export function indicatorTitle(part: IndicatorPart): string {
  return `${actLabel(part.act)} – ${indicatorLabel(part)}`;
}

/** Lines from the top down. */
class Page {
  readonly rows: AuditRow[] = [];
  line = 1;

  put(...cells: readonly AuditCell[]): void {
    this.rows.push({ line: this.line, cells });
    this.line += 1;
  }
}

function text(column: number, words: AuditValue, look: Look, span?: number): AuditCell {
  return { column, value: words, look, ...(span !== undefined && { span }) };
}

function heads(words: readonly string[], columns: readonly (readonly [column: number, span?: number])[]): AuditCell[] {
  return columns.map(([column, span], i) => text(column, words[i] ?? "", "head", span));
}

const columnOf = (letter: string): number => letter.charCodeAt(0) - 64;

function putFigures(page: Page, { label, rows }: Block, plan: AuditPlan, lines: Map<ReportRow, number>): void {
  page.line += 1;
  page.put(text(1, `${auditWords.scope}: ${label}`, "band", lastColumn));
  page.put(
    ...heads(
      figureColumns,
      figureColumns.map((_, i) => [i + 1] as const),
    ),
  );
  for (const row of rows) {
    lines.set(row, page.line);
    for (const cells of figureLines(row, plan.curveOf(row), page.line)) page.put(...figureRow(cells));
  }
}

const looks: Readonly<Partial<Record<keyof FigureCells, Look>>> = {
  unit: "centre",
  target: "centre",
  published: "published",
  outcome: "centre",
  publishedOutcome: "centre",
  control: "centre",
};

function figureRow(cells: FigureCells): readonly AuditCell[] {
  return (Object.keys(at) as (keyof typeof at)[]).map((key) => {
    const value = cells[key] ?? "";
    const isNumber = typeof value !== "string" && key !== "control" && key !== "outcome";
    return text(columnOf(at[key]), value, looks[key] ?? (isNumber ? "number" : "text"));
  });
}

/** Of each scope the reasons with their cases; where the measures leave out different ones, which do. */
function putExclusions(page: Page, { indicator, blocks }: IndicatorPart): void {
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
        measures === undefined ? auditWords.allMeasures : measures.join("; "),
      ];
      page.put(
        ...values.map((value, i) => text(columns[i]?.[0] ?? 1, value, i === 2 ? "number" : "text", columns[i]?.[1])),
      );
    }
  if (isEmpty) page.put(text(1, auditWords.noExclusions, "line", lastColumn));
}

function excludedOf(rows: readonly ReportRow[]): readonly (readonly [string, number, readonly string[] | undefined])[] {
  const found = new Map<string, { readonly id: string; readonly count: number; readonly measures: string[] }>();
  for (const { figure, measure } of rows)
    for (const [id, count] of Object.entries(figure.excluded)) {
      const key = `${id} ${count}`;
      const known = found.get(key) ?? { id, count, measures: [] };
      known.measures.push(measure.name);
      found.set(key, known);
    }
  return [...found.values()].map(({ id, count, measures }) => [
    id,
    count,
    measures.length === rows.length ? undefined : measures,
  ]);
}

function putConservation(page: Page, { indicator, conservation }: IndicatorPart): void {
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

/** Side by side, as many as the sheet is wide; each counted by formulas over the whole distribution. */
const places = [3, 7, 11] as const;

function putClasses(page: Page, curves: readonly Curve[]): void {
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
