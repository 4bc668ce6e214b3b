/** Who reports, on which period, under which acts and from which data. */
import type { OperatorIdentity, ReportModel } from "../../reports/report-model.ts";
import { actWords, periodWords, sections } from "../italian.ts";
import { integerWords } from "../number-format.ts";
import { documentLabel, documentQuote, hoursWords, notSubjectLead, operatorLabels } from "../operator-words.ts";
import { reportHeads } from "../report-words.ts";
import { type Block, type Facts, heading, type Inline } from "./block.ts";
import { pageWords } from "./page-words.ts";

export const identityId = "operatore";

export function identityBlocks({ operator, period, acts, snapshot, revision }: ReportModel): readonly Block[] {
  const facts = [
    ...operatorFacts(operator),
    fact(sections.period, periodWords(period)),
    ...(revision === undefined ? [] : [fact(reportHeads.revision, integerWords(revision))]),
    ...acts.slice(0, 1).map(() => fact(sections.acts, ...acts.map((act) => `${actWords(act)} – ${act.title}`))),
    fact(sections.snapshot, snapshot),
  ];
  return [heading(2, pageWords.identity, identityId), { kind: "facts", facts }];
}

type Fact = Facts["facts"][number];

export function operatorFacts(operator: OperatorIdentity): readonly Fact[] {
  const { id, name, seat, roc, pec, site, hours, charter, notSubject } = operator;
  return [
    fact(sections.operator, name === id ? name : `${name} (${id})`),
    ...known(sections.seat, seat),
    ...known(sections.roc, roc),
    ...known(operatorLabels.pec, pec),
    ...known(sections.site, site === undefined ? undefined : siteLink(site)),
    ...known(operatorLabels.hours, hours && hoursWords(hours)),
    ...known(documentLabel(operator), charter),
    ...(notSubject === undefined
      ? []
      : [
          fact(
            operatorLabels.duty,
            notSubjectLead,
            notSubject.reason,
            documentQuote(notSubject.section, notSubject.words),
          ),
        ]),
  ];
}

function fact(name: string, ...values: readonly Inline[]): Fact {
  return { name, values };
}

function known(name: string, value: Inline | undefined): readonly Fact[] {
  return value === undefined ? [] : [fact(name, value)];
}

/** Only what is plainly a web address becomes a link. */
function siteLink(site: string): Inline {
  return /^https?:\/\/[\w.-]+(?:\/[\w./-]*)?$/.test(site) ? { text: site, href: site } : site;
}
