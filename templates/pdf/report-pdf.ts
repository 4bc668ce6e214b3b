/** The report as a PDF: what a compliance officer signs and publishes. */
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { ReportModel } from "../../reports/report-model.ts";
import { numberedChoices } from "../choices.ts";
import { pageWords, periodName, sections, watermark } from "../italian.ts";
import { outlineOf } from "../report-outline.ts";
import { draftFooterOf } from "../report-words.ts";
import { type Attachment, attachedFiles } from "./attachments.ts";
import { closing } from "./closing.ts";
import { cover } from "./cover.ts";
import { documentFrame } from "./document-frame.ts";
import { actSection } from "./indicator-section.ts";
import { pageMargins } from "./page-style.ts";
import { pdfBytes } from "./pdf-bytes.ts";
import { readinessPages } from "./readiness-page.ts";
import { summary } from "./summary.ts";

export interface ReportPdfOptions {
  /** A reading copy: a watermark and a footer on every page say that it is not valid. */
  readonly draft: boolean;
  /** Files that travel inside. */
  readonly attachments?: readonly Attachment[];
}

/**
 * The same model gives the same bytes, on any day and in any zone. Throws DocumentError where the report cannot be
 * printed whole and true: a character the font lacks, a figure of no act, rows that do not add up.
 */
export async function renderReportPdf(
  model: ReportModel,
  { draft, attachments = [] }: ReportPdfOptions,
): Promise<Buffer> {
  const { left, top, right, bottom } = pageMargins;
  const date = new Date(`${model.period.lastDay}T00:00:00Z`);
  const title = `${sections.title} – ${subject(model)}`;
  const definition: TDocumentDefinitions = {
    ...documentFrame({
      title: title,
      subject: subject(model),
      author: model.operator.name,
      date,
      orientation: "landscape",
    }),
    pageMargins: [left, top, right, bottom],
    ...(draft ? { watermark: { text: watermark, color: "#9c1c12", opacity: 0.1, bold: true } } : {}),
    footer: (page, pages) => footer(model, draft, pageWords(page, pages)),
    // A title near the foot of a page would stand apart from its table.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      startPosition.verticalRatio > (headlineLevel === 2 ? 0.76 : headlineLevel === 3 ? 0.92 : 1),
    ...(attachments.length === 0 ? {} : { files: attachedFiles(attachments, date) }),
    content: content(model, attachments),
  };
  return pdfBytes(definition);
}

function content(model: ReportModel, attachments: readonly Attachment[]): Content[] {
  const choices = numberedChoices(model);
  const acts = outlineOf(model).map((part) => actSection(part, model.period, choices));
  return [cover(model), summary(model), ...acts, ...readinessPages(model), closing(model, attachments)];
}

function subject({ operator, period }: ReportModel): string {
  return `${operator.name} – ${periodName(period)} ${period.year}`;
}

function footer(model: ReportModel, draft: boolean, page: string): Content {
  const { left, right } = pageMargins;
  return {
    style: "footer",
    margin: [left, 10, right, 0],
    columns: [
      { text: subject(model), width: "*" },
      { text: draft ? draftFooterOf(model) : "", width: "auto", bold: true },
      { text: page, width: "*", alignment: "right" },
    ],
  };
}
