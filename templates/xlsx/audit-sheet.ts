/** The sheet of one indicator: its figures scope by scope, what was left out, the balance of the rows, the classes for print. */
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import { periodWords, sections } from "../italian.ts";
import type { Block, IndicatorPart } from "../report-outline.ts";
import { putConservation, putExclusions } from "./audit-balance.ts";
import type { AuditCell, AuditSheet, Look } from "./audit-cell.ts";
import { putClasses } from "./audit-class-block.ts";
import { type AuditIndicator, type AuditPlan, actLabel, indicatorLabel } from "./audit-curves.ts";
import { at, type FigureCells, figureLines } from "./audit-figure.ts";
import { heads, lastColumn, Page, text, widths } from "./audit-page.ts";
import { auditWords, figureColumns } from "./audit-words.ts";

export interface IndicatorSheet extends AuditSheet {
  /** The line on which each figure stands. */
  readonly lines: ReadonlyMap<ReportRow, number>;
}

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
