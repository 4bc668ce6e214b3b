import type { Content } from "pdfmake/interfaces.js";
import type { ReportModel, Supersession } from "../../reports/report-model.ts";
import { actWords, periodName, periodWords, sections } from "../italian.ts";
import { documentLabel, documentQuote, hoursWords, notSubjectLead, operatorLabels } from "../operator-words.ts";
import { reportHeads, revisionWords, supersedesWords } from "../report-words.ts";
import { headFill, tableLines } from "./page-style.ts";

/** Who reports, on which period, under which acts and from which data. */
export function cover({ operator, period, acts, snapshot, revision, supersedes }: ReportModel): Content {
  const { id, name, seat, roc, pec, site, hours, charter, notSubject } = operator;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [sections.operator, name === id ? name : `${name} (${id})`],
    [sections.seat, seat],
    [sections.roc, roc],
    [operatorLabels.pec, pec],
    [sections.site, site],
    [operatorLabels.hours, hours && hoursWords(hours)],
    [documentLabel(operator), charter],
    [
      operatorLabels.duty,
      notSubject && [notSubjectLead, notSubject.reason, documentQuote(notSubject.section, notSubject.words)].join("\n"),
    ],
    [sections.period, `${periodWords(period)}`],
    [sections.acts, acts.length === 0 ? undefined : acts.map((act) => `${actWords(act)} – ${act.title}`).join("\n")],
    [reportHeads.revision, revision === undefined ? undefined : revisionNote(revision, supersedes)],
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

function revisionNote(revision: number, supersedes: Supersession | undefined): string {
  const words = revisionWords(revision);
  return supersedes === undefined ? words : `${words} – ${supersedesWords(supersedes)}`;
}
