/** Sizes, colours and lines of the report's pages. Outcomes are told by words; colour only repeats them. */
import type { CustomTableLayout, StyleDictionary } from "pdfmake/interfaces.js";

export const pageMargins = { left: 36, top: 32, right: 36, bottom: 38 } as const;

/** No other text of the report has the size of the figures' cells: the read-back finds the cells by it. */
export const cellSize = 7.6;
/** Nor that of the footers; and none but the watermark is larger than the title. */
export const footerSize = 7.5;
export const titleSize = 22;
export const cellPadding = 4;

const ink = "#1b2a38";
const rule = "#9aa8b5";
export const headFill = "#e3eaf1";
export const colours = { met: "#1d5c31", missed: "#9c1c12" } as const;

export const defaultStyle = { font: "Roboto", fontSize: 9, lineHeight: 1.1, color: ink } as const;

export const styles = {
  title: { fontSize: titleSize, bold: true, margin: [0, 90, 0, 6] },
  subtitle: { fontSize: 14, margin: [0, 0, 0, 28] },
  act: { fontSize: 15, bold: true, margin: [0, 0, 0, 2] },
  section: { fontSize: 13, bold: true, margin: [0, 14, 0, 5] },
  indicator: { fontSize: 11, bold: true, margin: [0, 14, 0, 3] },
  part: { fontSize: 9.5, bold: true, margin: [0, 5, 0, 1] },
  lead: { fontSize: 12, bold: true, margin: [0, 2, 0, 4] },
  paragraph: { margin: [0, 0, 0, 3] },
  small: { fontSize: 8, margin: [0, 1, 0, 0] },
  caution: { bold: true, margin: [0, 2, 0, 4] },
  head: { fontSize: 7.4, bold: true },
  summaryCell: { fontSize: 8 },
  footer: { fontSize: footerSize },
} as const satisfies StyleDictionary;

/** Thin rules between rows; a heavier one where `starts` says that a new block begins at that row. */
export function tableLines(starts: ReadonlySet<number> = new Set()): CustomTableLayout {
  return {
    hLineWidth: (line) => (starts.has(line) ? 1 : 0.4),
    vLineWidth: () => 0,
    hLineColor: (line) => (starts.has(line) ? ink : rule),
    fillColor: (line) => (line === 0 ? headFill : null),
    paddingLeft: () => cellPadding,
    paddingRight: () => cellPadding,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  };
}
