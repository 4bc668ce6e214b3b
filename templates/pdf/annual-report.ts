/** The annual report as a PDF: a letter to be signed, and after it every indicator with its regions. */
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { OperatorIdentity, ReportModel, ReportPeriod } from "../../reports/report-model.ts";
import {
  type AnnualAct,
  type AnnualIndicator,
  type AnnualReport,
  annualReportOf,
  type RegionTable,
} from "../annual-report.ts";
import { annual } from "../annual-report-words.ts";
import { actWords, appliesToWords, indicatorTitle, pageWords, sections, sentences, verifiedWords } from "../italian.ts";
import { operatorLabels } from "../operator-words.ts";
import { regionContent } from "./annual-report-regions.ts";
import { documentFrame } from "./document-frame.ts";
import { figureTable, tableContent } from "./figure-table.ts";
import { pageMargins } from "./page-style.ts";
import { pdfBytes } from "./pdf-bytes.ts";

/**
 * Only of a year for which one is owed; see owesAnnualReport. The same model gives the same bytes. It bears no date of its
 * own: that is for whoever signs it.
 */
export async function renderAnnualReport(model: ReportModel): Promise<Buffer> {
  const { left, top, right, bottom } = pageMargins;
  const { operator, period } = model;
  const report = annualReportOf(model);
  const date = new Date(`${period.lastDay}T00:00:00Z`);
  const definition: TDocumentDefinitions = {
    ...documentFrame({
      title: `${annual.title} – ${operator.name} – ${period.year}`,
      subject: report.subject,
      author: operator.name,
      date,
      orientation: "portrait",
    }),
    pageMargins: [left, top, right, bottom],
    footer: (page, pages) => footer(`${operator.name} – ${annual.title} ${period.year}`, pageWords(page, pages)),
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      startPosition.verticalRatio > (lowest[headlineLevel ?? 0] ?? 1),
    content: [letter(report, operator), ...report.acts.map((act) => actContent(act, period)), general(report)],
  };
  return pdfBytes(definition);
}

/**
 * How far down a page a title of that level may stand, as a share of it: near the foot it would stand apart from its
 * table, and the regions of one indicator are to be read on one page.
 */
const lowest: Readonly<Record<number, number>> = { 2: 0.76, 3: 0.86, 4: 0.2 };

/** Wider margins than the tables need: this page is read as a letter. */
function letter({ subject, lead, services, closing }: AnnualReport, operator: OperatorIdentity): Content {
  const { name, seat, roc, pec, site } = operator;
  const sender = [
    [sections.seat, seat],
    [sections.roc, roc],
    [operatorLabels.pec, pec],
    [sections.site, site],
  ].flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
  const blank = "________________________________";
  return {
    margin: [36, 20, 36, 0],
    fontSize: 10,
    stack: [
      { text: name, bold: true, fontSize: 14, margin: [0, 0, 0, 2] },
      ...sender.map((text): Content => ({ text, style: "small" })),
      { stack: [...annual.addressee], margin: [230, 22, 0, 22] },
      {
        text: [
          { text: `${annual.subject}: `, bold: true },
          { text: subject, bold: true },
        ],
        margin: [0, 0, 0, 14],
      },
      { text: lead, margin: [0, 0, 0, 8] },
      { text: `${annual.services}:` },
      { ul: [...services], margin: [0, 2, 0, 8] },
      { text: `${annual.contents}:` },
      // The library draws the numbers of a list between the lines of an item: these are part of the text.
      { stack: annual.items.map((text, index) => `${index + 1}) ${text}`), margin: [12, 2, 0, 8] },
      ...closing.map((text): Content => ({ text, margin: [0, 0, 0, 5] })),
      {
        margin: [0, 26, 0, 0],
        unbreakable: true,
        columns: [
          { width: "*", stack: [annual.placeAndDate, { text: blank, margin: [0, 26, 0, 0] }] },
          { width: "auto", stack: [annual.signature, { text: blank, margin: [0, 26, 0, 0] }] },
        ],
      },
    ],
  };
}

function actContent({ act, indicators }: AnnualAct, period: ReportPeriod): Content {
  return [
    { text: actWords(act), style: "act", pageBreak: "before", pageOrientation: "landscape", outline: true },
    { text: `${act.authority}. ${act.title}.`, style: "paragraph" },
    { text: verifiedWords[act.verified], style: act.verified === "no" ? "caution" : "small" },
    ...indicators.map((indicator) => indicatorContent(indicator, period)),
  ];
}

function indicatorContent({ part, periods, notes, regions }: AnnualIndicator, period: ReportPeriod): Content {
  const { ordinal, name, definition, appliesTo } = part.indicator;
  const table = figureTable(part, period);
  return [
    { text: indicatorTitle(ordinal, name), style: "indicator", headlineLevel: 2 },
    labelled(sections.definition, definition),
    { text: appliesToWords(appliesTo), style: "paragraph" },
    labelled(annual.periods, periods),
    partHead(annual.figures),
    table.rows.length === 0 ? small(sentences.noFigures) : tableContent(table),
    ...table.notes.map((note, index) => small(`(${index + 1}) ${note}`)),
    ...(regions === null ? [] : [regionsHead(regions), regionContent(regions)]),
    ...(notes.length === 0 ? [] : [partHead(annual.notes), ...notes.map(small)]),
  ];
}

function general({ general: notes }: AnnualReport): Content {
  return [
    { text: annual.general, style: "section", pageBreak: "before", outline: true },
    { ul: notes.map((text) => ({ text, style: "paragraph" })) },
  ];
}

function labelled(label: string, text: string): Content {
  return { text: [{ text: `${label}: `, bold: true }, text], style: "paragraph" };
}

function small(text: string): Content {
  return { text, style: "small" };
}

function partHead(text: string): Content {
  return { text, style: "part", headlineLevel: 3 };
}

function regionsHead({ rows }: RegionTable): Content {
  return { text: annual.regions, style: "part", headlineLevel: rows.length === 0 ? 3 : 4 };
}

function footer(subject: string, page: string): Content {
  const { left, right } = pageMargins;
  return {
    style: "footer",
    margin: [left, 10, right, 0],
    columns: [
      { text: subject, width: "*" },
      { text: page, width: "auto" },
    ],
  };
}
