/** Renders the documents and reads each back with other code than wrote it: a document that says otherwise stops the run. */
import { isOwnAct } from "../reports/acts/operator.ts";
import { indicatorsOf } from "../reports/report.ts";
import type { ReportModel } from "../reports/report-model.ts";
import { owesAnnualReport } from "../templates/annual-report.ts";
import { renderPage } from "../templates/html/page.ts";
import { type Download, reportPage } from "../templates/html/report-page.ts";
import { verifyPage } from "../templates/html/verify-page.ts";
import { renderAnnualReport } from "../templates/pdf/annual-report.ts";
import { type Attachment, auditAttachment, indicatorsAttachment } from "../templates/pdf/attachments.ts";
import { type ReportPdfOptions, renderReportPdf } from "../templates/pdf/report-pdf.ts";
import { verifyAnnualReport } from "../templates/pdf/verify-annual-report.ts";
import { verifyReportPdf } from "../templates/pdf/verify-pdf.ts";
import { forgetWordLayouts } from "../templates/pdf/word-layouts.ts";
import { renderAgcomWorkbook } from "../templates/xlsx/agcom-workbook.ts";
import { verifyAuditWorkbook } from "../templates/xlsx/audit-verify.ts";
import { renderAuditWorkbook } from "../templates/xlsx/audit-workbook.ts";
import { verifyAgcomWorkbook } from "../templates/xlsx/verify-workbook.ts";
import { jobError } from "./errors.ts";
import { jsonText } from "./files.ts";
import { renderLetters } from "./letters.ts";
import type { RenderedFile } from "./rendering.ts";
import { sha256 } from "./sha256.ts";
import { noteUntagged } from "./untagged.ts";

/** See Rendering. */
export async function renderDocuments(
  model: ReportModel,
  beside: readonly Download[],
  onStep: (words: string) => void,
): Promise<readonly RenderedFile[]> {
  forgetWordLayouts();
  const files: RenderedFile[] = [];
  // Own commitments are not filed: no model of the Authority holds them.
  for (const act of model.acts.filter((one) => !isOwnAct(one))) {
    onStep(`writing the workbook of ${act.id}`);
    const name = `agcom-${act.id}.xlsx`;
    const bytes = await renderAgcomWorkbook(model, act.id);
    refuse(name, await verifyAgcomWorkbook(bytes, model, act.id));
    files.push({ name, bytes });
  }
  // Without figures there is nothing to audit.
  if (model.rows.length > 0) {
    onStep("writing the audit workbook");
    const name = "audit.xlsx";
    const bytes = await renderAuditWorkbook(model);
    refuse(name, await verifyAuditWorkbook(bytes, model));
    files.push({ name, bytes });
  }
  onStep("writing the report");
  const attachments = attachmentsOf(model, files);
  files.push({ name: "report.pdf", bytes: await renderPdf(model, "report.pdf", { draft: false, attachments }) });
  if (owesAnnualReport(model)) {
    onStep("writing the annual report");
    const name = "relazione-annuale.pdf";
    const bytes = await renderAnnualReport(model);
    refuse(name, verifyAnnualReport(bytes, model));
    files.push({ name, bytes });
  }
  onStep("writing the letters");
  files.push(...(await renderLetters(model, files)));
  files.forEach(noteUntagged);
  onStep("writing the page");
  const hashed = files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }));
  const byName = [...beside, ...hashed].sort((a, b) => (a.name < b.name ? -1 : 1));
  files.push(renderWebPage(model, byName));
  return files;
}

function renderWebPage(model: ReportModel, files: readonly Download[]): RenderedFile {
  const name = "index.html";
  const page = reportPage(model, files);
  const bytes = renderPage(page);
  refuse(name, verifyPage(bytes, page));
  return { name, bytes };
}

/** The watermarked reading copy. */
export async function renderDraftPdf(model: ReportModel): Promise<RenderedFile> {
  forgetWordLayouts();
  return { name: "report-bozza.pdf", bytes: await renderPdf(model, "report-bozza.pdf", { draft: true }) };
}

async function renderPdf(model: ReportModel, name: string, options: ReportPdfOptions): Promise<Uint8Array> {
  const bytes = await renderReportPdf(model, options);
  refuse(name, verifyReportPdf(bytes, model, options));
  return bytes;
}

/** What travels inside the report: the figures as data, and the workbook that they can be recomputed in. */
function attachmentsOf(model: ReportModel, files: readonly RenderedFile[]): readonly Attachment[] {
  const indicators = Buffer.from(jsonText(indicatorsOf(model)), "utf8");
  const audit = files.find(({ name }) => name === "audit.xlsx");
  return [
    indicatorsAttachment(indicators, sha256(indicators)),
    ...(audit === undefined ? [] : [auditAttachment(audit.bytes, sha256(audit.bytes))]),
  ];
}

function refuse(file: string, differences: readonly string[]): void {
  if (differences.length > 0) throw jobError("read-back", { file, differences });
}
