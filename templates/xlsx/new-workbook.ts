/**
 * An empty workbook. The library's own entry brings readers, streams and CSV besides, which nothing here uses and which take
 * longer to load than the rest: its workbook is taken alone.
 */
import { createRequire } from "node:module";
import type ExcelJS from "exceljs";
import type { ReportModel } from "../../reports/report-model.ts";
import { cellText } from "./workbook-text.ts";

const Workbook = createRequire(import.meta.url)("exceljs/lib/doc/workbook.js") as typeof ExcelJS.Workbook;

/** The operator's, and as old as its period: no day of making is in it. */
export function newWorkbook({ operator, period }: Pick<ReportModel, "operator" | "period">): ExcelJS.Workbook {
  const workbook = new Workbook();
  const date = new Date(`${period.lastDay}T00:00:00Z`);
  workbook.creator = cellText(operator.name);
  workbook.lastModifiedBy = workbook.creator;
  workbook.created = date;
  workbook.modified = date;
  return workbook;
}
