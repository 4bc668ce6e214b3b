/** What the letters to the Authority say, part by part, before they are laid out. */
import type { Act } from "../reports/act.ts";
import { isOwnAct } from "../reports/acts/operator.ts";
import type { OperatorIdentity, ReportModel } from "../reports/report-model.ts";
import { actWords, standardsWords, stopped, summaryWords } from "./italian.ts";
import { judgedOf, outcomeCounts } from "./judged.ts";
import {
  correctionLead,
  correctionSubject,
  coverLead,
  coverSubject,
  letterWords,
  notSentWords,
  originWords,
  reasonWords,
  siteWords,
} from "./letter-words.ts";
import { integerWords } from "./number-format.ts";
import { type ActPart, outlineOf } from "./report-outline.ts";
import { noTargetsWords } from "./summary-words.ts";

/** A document that a letter goes with. */
export interface SentFile {
  readonly name: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

export interface Letter {
  readonly title: string;
  readonly subject: string;
  readonly operator: OperatorIdentity;
  /** Changed values are those of the model. */
  readonly parts: readonly LetterPart[];
}

export type LetterPart =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "changes" }
  | { readonly kind: "files"; readonly files: readonly SentFile[] };

/** The acts whose results are sent: nothing of an act that nobody has read, nothing of an operator that owes no report. */
export function sentParts(model: ReportModel): readonly ActPart[] {
  if (model.operator.notSubject !== undefined) return [];
  return outlineOf(model).filter(({ act }) => !isOwnAct(act) && act.verified !== "no");
}

/** Of a half-year; the year has the letter that its annual report begins with. Undefined where nothing is to be sent. */
export function coverLetter(model: ReportModel, files: readonly SentFile[]): Letter | undefined {
  const sent = sentParts(model);
  if (model.period.half === null || sent.length === 0) return undefined;
  const { operator, period } = model;
  return {
    title: letterWords.coverTitle,
    subject: coverSubject(period),
    operator,
    parts: [
      paragraph(coverLead(operator, period)),
      paragraph(letterWords.acts),
      { kind: "list", items: sent.map(({ act }) => stopped(`${actWords(act)} – ${act.title}`)) },
      paragraph(`${letterWords.outcomes} ${outcomesOf(sent)}`),
      ...((model.remarks ?? []).length === 0 ? [] : [paragraph(letterWords.remarks)]),
      ...closing(model, files),
    ],
  };
}

/** Of a revision that corrects an earlier one, of a half-year or a year. */
export function correctionLetter(model: ReportModel, files: readonly SentFile[]): Letter | undefined {
  const { operator, period, revision, supersedes } = model;
  if (supersedes === undefined || revision === undefined || sentParts(model).length === 0) return undefined;
  return {
    title: letterWords.correctionTitle,
    subject: correctionSubject(period, revision),
    operator,
    parts: [
      paragraph(correctionLead(operator, period, revision, supersedes)),
      paragraph(reasonWords(supersedes)),
      paragraph(letterWords.changes),
      { kind: "changes" },
      ...closing(model, files),
    ],
  };
}

function closing(model: ReportModel, files: readonly SentFile[]): readonly LetterPart[] {
  const unread = model.acts.filter((act) => !isOwnAct(act) && act.verified === "no");
  return [
    ...unread.map((act) => paragraph(notSentWords(act))),
    paragraph(letterWords.files),
    { kind: "files", files: files.filter(({ name }) => !isOfUnread(name, unread)) },
    paragraph(originWords(model.snapshot)),
    paragraph(siteWords(model.operator)),
  ];
}

function isOfUnread(name: string, unread: readonly Act[]): boolean {
  return unread.some(({ id }) => name === `agcom-${id}.xlsx`);
}

/** The operator's targets and the minimums set by law, each in its own words. */
function outcomesOf(sent: readonly ActPart[]): string {
  const { targets, standards } = outcomeCounts(judgedOf(sent));
  const assessable = targets.met + targets.missed;
  const legal = standards.met + standards.missed;
  return [
    assessable + targets.unassessed === 0
      ? noTargetsWords(legal + standards.unassessed > 0)
      : `${summaryWords(integerWords(targets.met), integerWords(assessable))}.`,
    ...(legal === 0 ? [] : [`${standardsWords(integerWords(standards.met), integerWords(legal))}.`]),
  ].join(" ");
}

function paragraph(text: string): LetterPart {
  return { kind: "paragraph", text };
}
