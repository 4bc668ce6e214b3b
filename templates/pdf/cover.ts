import type { Content } from "pdfmake/interfaces.js";
import type { ReportModel } from "../../reports/report-model.ts";
import { actWords, periodName, periodWords, sections } from "../italian.ts";
import { headFill, tableLines } from "./page-style.ts";

/** Who reports, on which period, under which acts and from which data. */
export function cover({ operator, period, acts, snapshot }: ReportModel): Content {
  const { id, name, seat, roc, site, charter } = operator;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [sections.operator, name === id ? name : `${name} (${id})`],
    [sections.seat, seat],
    [sections.roc, roc],
    [sections.site, site],
    [sections.charter, charter],
    [sections.period, `${periodWords(period)}`],
    [sections.acts, acts.map((act) => `${actWords(act)} – ${act.title}`).join("\n")],
    [sections.snapshot, snapshot],
  ];
  const body = facts.flatMap(([label, value]) =>
    value === undefined ? [] : [[{ text: label, bold: true, fillColor: headFill }, { text: value }]],
  );
  return [
    { text: sections.title, style: "title" },
    { text: `${name} – ${periodName(period)} ${period.year}`, style: "subtitle" },
    { table: { widths: [150, "*"], body }, layout: { ...tableLines(), fillColor: () => null } },
  ];
}
