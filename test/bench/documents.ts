/** What the report and the workbooks cost, and beside each the least that the same texts and cells cost: drawn bare, zipped bare. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { deserialize } from "node:v8";
import JSZip from "jszip";
import { isOwnAct } from "../../reports/acts/operator.ts";
import type { ReportModel } from "../../reports/report-model.ts";
import { fonts } from "../../templates/pdf/fonts.ts";
import { readPdfText, type TextRun } from "../../templates/pdf/read-pdf.ts";
import { renderReportPdf } from "../../templates/pdf/report-pdf.ts";
import { renderAgcomWorkbook } from "../../templates/xlsx/agcom-workbook.ts";
import { type ReadCell, readWorkbook } from "../../templates/xlsx/read-workbook.ts";
import { type Timing, timed } from "./timing.ts";

export type DocumentStep = "report-pdf" | "bare-pdf" | "agcom-xlsx" | "bare-xlsx";

/** Each after a first rendering that is not timed, so that both of a pair find their libraries loaded and warm. */
export async function timeDocument(step: DocumentStep, modelFile: string): Promise<Timing> {
  const model = deserialize(await readFile(modelFile)) as ReportModel;
  if (step === "report-pdf" || step === "bare-pdf") {
    const runs = readPdfText(await renderReportPdf(model, { draft: false }));
    const draw = step === "bare-pdf" ? () => bareDrawing(runs) : () => renderReportPdf(model, { draft: false });
    return { ms: (await timed(draw))[0], rows: runs.length };
  }
  const acts = model.acts.filter((act) => !isOwnAct(act));
  const render = () => Promise.all(acts.map(({ id }) => renderAgcomWorkbook(model, id)));
  const cells = await Promise.all((await render()).map(async (bytes) => (await readWorkbook(bytes)).cells));
  const write = step === "bare-xlsx" ? () => Promise.all(cells.map(bareWorkbook)) : render;
  return { ms: (await timed<unknown>(write))[0], rows: cells.flat().length };
}

/** The part of pdfkit that draws texts. */
interface Drawing extends NodeJS.ReadableStream {
  addPage(): void;
  font(file: string): Drawing;
  fontSize(size: number): Drawing;
  text(text: string, x: number, y: number, options: { readonly lineBreak: false }): void;
  end(): void;
}

/** Every run of the report in one face, at its place across the page and with its size; no layout, rules or tags. */
async function bareDrawing(runs: readonly TextRun[]): Promise<Buffer> {
  const require = createRequire(createRequire(import.meta.url).resolve("pdfmake/package.json"));
  const Pdf = require("pdfkit") as new (options: object) => Drawing;
  const drawing = new Pdf({ size: "A4", layout: "landscape", margin: 36, autoFirstPage: false });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    drawing.on("data", (chunk: Buffer) => chunks.push(chunk));
    drawing.on("end", resolve).on("error", reject);
  });
  let page = 0;
  let onPage = 0;
  for (const run of runs) {
    if (run.page !== page) {
      page = run.page;
      onPage = 0;
      drawing.addPage();
      drawing.font(fonts.Roboto.normal);
    }
    drawing.fontSize(run.size).text(run.text, run.x, 40 + (onPage++ % 60) * 8, { lineBreak: false });
  }
  drawing.end();
  await done;
  return Buffer.concat(chunks);
}

/** The same cells without styles, as strings put together and zipped. */
async function bareWorkbook(cells: readonly ReadCell[]): Promise<Buffer> {
  const zip = new JSZip();
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  let sheet = 0;
  for (const [, inSheet] of Map.groupBy(cells, (cell) => cell.sheet)) {
    const rows = Map.groupBy(inSheet, ({ ref }) => ref.replace(/\D+/, ""));
    const lines = [...rows].map(([row, list]) => `<row r="${row}">${list.map(bareCell).join("")}</row>`);
    zip.file(
      `xl/worksheets/sheet${++sheet}.xml`,
      `${head}<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`,
    );
  }
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE", compressionOptions: { level: 6 } });
}

function bareCell({ ref, type, text }: ReadCell): string {
  if (type === "number") return `<c r="${ref}"><v>${text}</v></c>`;
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${ref}" t="inlineStr"><is><t>${escaped}</t></is></c>`;
}
