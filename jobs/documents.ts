/** Renders the documents and reads each back with other code than wrote it: a document that says otherwise stops the run. */
import type { ReportModel } from "../reports/report-model.ts";
import { renderReportPdf } from "../templates/pdf/report-pdf.ts";
import { verifyReportPdf } from "../templates/pdf/verify-pdf.ts";
import { renderAgcomWorkbook } from "../templates/xlsx/agcom-workbook.ts";
import { verifyAgcomWorkbook } from "../templates/xlsx/verify-workbook.ts";
import { jobError } from "./errors.ts";

export interface RenderedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function renderDocuments(
  model: ReportModel,
  onStep: (words: string) => void,
): Promise<readonly RenderedFile[]> {
  const files: RenderedFile[] = [];
  for (const act of model.acts) {
    onStep(`writing the workbook of ${act.id}`);
    const name = `agcom-${act.id}.xlsx`;
    const bytes = await renderAgcomWorkbook(model, act.id);
    refuse(name, await verifyAgcomWorkbook(bytes, model, act.id));
    files.push({ name, bytes });
  }
  onStep("writing the report");
  files.push({ name: "report.pdf", bytes: await renderPdf(model, "report.pdf", false) });
  return files;
}

/** The watermarked reading copy. */
export async function renderDraftPdf(model: ReportModel): Promise<RenderedFile> {
  return { name: "report-bozza.pdf", bytes: await renderPdf(model, "report-bozza.pdf", true) };
}

async function renderPdf(model: ReportModel, name: string, draft: boolean): Promise<Uint8Array> {
  const bytes = await renderReportPdf(model, { draft });
  refuse(name, verifyReportPdf(bytes, model, { draft }));
  return bytes;
}

function refuse(file: string, differences: readonly string[]): void {
  if (differences.length > 0) throw jobError("read-back", { file, differences });
}
