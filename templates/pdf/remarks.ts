/** The operator's own remarks, as it wrote them. */
import type { Content } from "pdfmake/interfaces.js";
import type { RemarkBlock, RemarkRun, ReportModel } from "../../reports/report-model.ts";
import { reportHeads } from "../report-words.ts";

export function remarks({ remarks: blocks = [] }: ReportModel): readonly Content[] {
  if (blocks.length === 0) return [];
  return [
    { text: reportHeads.remarks, style: "section", headlineLevel: 2, outline: true },
    ...blocks.map(blockContent),
  ];
}

/** Each text of the remarks, for whoever looks whether it was printed. */
export function remarkTexts({ remarks: blocks = [] }: ReportModel): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "heading") return [block.text];
    if (block.kind === "paragraph") return [plain(block.runs)];
    return block.items.map((item, index) => (block.isOrdered ? `${index + 1}) ${plain(item)}` : plain(item)));
  });
}

const plain = (runs: readonly RemarkRun[]): string => runs.map(({ text }) => text).join("");

function blockContent(block: RemarkBlock): Content {
  switch (block.kind) {
    case "heading":
      return { text: block.text, style: block.level === 1 ? "indicator" : "part", headlineLevel: 3 };
    case "paragraph":
      return { text: block.runs.map(runContent), style: "paragraph" };
    case "list":
      return block.isOrdered ? numbered(block.items) : { ul: block.items.map(itemContent), margin: [0, 0, 0, 3] };
    default:
      return block satisfies never;
  }
}

/** The library draws the numbers of a list between the lines of an item: these are part of the text. */
function numbered(items: readonly (readonly RemarkRun[])[]): Content {
  return {
    stack: items.map((runs, index) => itemContent([{ text: `${index + 1}) `, isBold: false }, ...runs])),
    margin: [10, 0, 0, 3],
  };
}

function itemContent(runs: readonly RemarkRun[]): Content {
  return { text: runs.map(runContent), style: "paragraph" };
}

function runContent({ text, isBold }: RemarkRun): Content {
  return { text, bold: isBold };
}
