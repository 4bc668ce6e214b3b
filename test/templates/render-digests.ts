/** Renders the sample's documents and prints the hash of each: run in another process, another zone must not change them. */
import { createHash } from "node:crypto";
import { renderReportPdf } from "../../templates/pdf/report-pdf.ts";
import { renderAgcomWorkbook } from "../../templates/xlsx/agcom-workbook.ts";
import { renderAuditWorkbook } from "../../templates/xlsx/audit-workbook.ts";
import { sampleModel } from "./sample-model.ts";
import { hardCases, hardModel } from "./xlsx/audit-model.ts";

export async function renderDigests(): Promise<readonly string[]> {
  const model = sampleModel();
  const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  const digests = [
    digest(await renderReportPdf(model, { draft: false })),
    digest(await renderReportPdf(model, { draft: true })),
  ];
  for (const { id } of model.acts) digests.push(digest(await renderAgcomWorkbook(model, id)));
  digests.push(digest(await renderAuditWorkbook(hardModel(hardCases))));
  return digests;
}

if (process.argv[1] === import.meta.filename) console.log((await renderDigests()).join("\n"));
