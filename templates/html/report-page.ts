/** The report as a web page: the accessible version of what the PDF says, with the files that belong to it. */
import type { ReportModel } from "../../reports/report-model.ts";
import { periodWords, sections } from "../italian.ts";
import { outlineOf } from "../report-outline.ts";
import { actBlocks, actEntry } from "./act-blocks.ts";
import { type Block, heading, paragraph } from "./block.ts";
import { closingBlocks } from "./closing-blocks.ts";
import { identityBlocks } from "./identity-blocks.ts";
import { type IndexEntry, type Page, renderPage } from "./page.ts";
import { contentsOf, downloads, pageWords, reportTitle } from "./page-words.ts";
import { summaryBlocks } from "./summary-blocks.ts";
import { transparencyBlocks } from "./transparency.ts";

/** A file that lies beside the page. */
export interface Download {
  readonly name: string;
  readonly sha256: string;
}

/** From the page of a report to that of all its operator's reports. */
const operatorPageAddress = "../../index.html";

export function renderReportPage(model: ReportModel, files: readonly Download[]): Buffer {
  return renderPage(reportPage(model, files));
}

/** Throws DocumentError where a figure of the model would be left out, or where rows do not add up. */
export function reportPage(model: ReportModel, files: readonly Download[]): Page {
  const { operator, period } = model;
  const acts = outlineOf(model);
  const opening = [...identityBlocks(model), ...summaryBlocks(model), ...transparencyBlocks(model)];
  const closing = [...closingBlocks(model), ...downloadBlocks(files)];
  return {
    title: reportTitle(operator.name, period),
    header: [
      heading(1, sections.title),
      paragraph(`${operator.name} – ${periodWords(period)}`, "lead"),
      paragraph({ text: pageWords.all, href: operatorPageAddress }),
    ],
    index: [...entriesOf(opening), ...acts.map(actEntry), ...entriesOf(closing)],
    main: [...opening, ...acts.flatMap((part) => actBlocks(part, model)), ...closing],
    footer: [paragraph(pageWords.accessible), paragraph(pageWords.notice)],
  };
}

/** The sections that have a place of their own. */
export function entriesOf(blocks: readonly Block[]): readonly IndexEntry[] {
  return blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2 && block.id !== undefined
      ? [{ text: block.text, href: `#${block.id}` }]
      : [],
  );
}

/** What stands in the folder for others than the readers of the page: the Authority, and whoever prints the bills. */
const forOthers: readonly string[] = ["lettera-accompagnamento.pdf", "testo-bolletta.txt"];

function downloadBlocks(files: readonly Download[]): readonly Block[] {
  const offered = files.filter(({ name }) => !forOthers.includes(name));
  return [
    heading(2, downloads.title, "file"),
    {
      kind: "table",
      id: "file-tabella",
      caption: downloads.caption,
      isCaptionQuiet: true,
      columns: [
        { head: downloads.file, kind: "name" },
        { head: downloads.contents, kind: "text" },
        { head: downloads.digest, kind: "code" },
      ],
      rows: offered.map(({ name, sha256 }) => ({ cells: [{ text: name, href: name }, contentsOf(name), sha256] })),
    },
    paragraph(downloads.manifest),
  ];
}
