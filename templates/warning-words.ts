/** The warnings as the report prints them: what matters first, and what is said of several targets once. */
import type { ReportModel, Warning } from "../reports/report-model.ts";
import { actNumber, listWords, oddityParts, oddityWords, placesWords, warningHeads } from "./italian.ts";
import { scopeWords } from "./scope-words.ts";

export interface WarningGroup {
  readonly head: string;
  readonly lines: readonly string[];
}

type Kind = keyof typeof warningHeads;

/** Each kind's codes in the order of print; a star stands for any ending. */
const codes: readonly (readonly [Kind, readonly string[]])[] = [
  [
    "data",
    [
      "empty-table",
      "no-table",
      "quarantined",
      "line-gaps",
      "silent-months",
      "odd-*",
      "target-matches-nothing",
      "target-act-not-reported",
      "changed-rows",
      "complaint-forms",
    ],
  ],
  ["acts", ["not-subject", "act-*"]],
  ["charter", ["old-targets", "charter-law", "charter-oddity", "target-oddity"]],
];

/** Every warning is in one line of one group; groups without lines are left out. */
export function warningGroups(model: ReportModel): readonly WarningGroup[] {
  const listed = codes.map(([kind, known]) => {
    const warnings = known.flatMap((code) => model.warnings.filter((warning) => isOf(warning, code)));
    return { kind, warnings };
  });
  const placed = new Set(listed.flatMap(({ warnings }) => warnings));
  const others = model.warnings.filter((warning) => !placed.has(warning));
  return [...listed, { kind: "others" as const, warnings: others }].flatMap(({ kind, warnings }) =>
    warnings.length === 0 ? [] : [{ head: warningHeads[kind], lines: warningLines(warnings, model) }],
  );
}

function isOf(warning: Warning, code: string): boolean {
  return code.endsWith("*") ? warning.code.startsWith(code.slice(0, -1)) : warning.code === code;
}

/** Whether the line prints the warning: its words, and the section of the charter that it stands at. */
export function tellsOf(line: string, { message }: Warning): boolean {
  return (oddityParts(message) ?? [message]).every((part) => line.includes(part));
}

function warningLines(warnings: readonly Warning[], model: ReportModel): readonly string[] {
  const alike = Map.groupBy(warnings, ({ code, message }) => {
    const [, words] = oddityParts(message) ?? [];
    return code === "target-oddity" && words !== undefined ? words : message;
  });
  return [...alike].map(([words, same]) => {
    const messages = distinct(same.map(({ message }) => message));
    const sections = messages.flatMap((message) => oddityParts(message)?.[0] ?? []);
    const text = messages.length === 1 ? (messages[0] ?? words) : oddityWords(listWords(sections), words);
    const places = placesOf(same, text, model);
    return places.length === 0 ? text : `${text} (${placesWords(places)})`;
  });
}

/** The indicators concerned, each with its scopes; nothing that the text itself says. */
function placesOf(warnings: readonly Warning[], text: string, { acts }: ReportModel): readonly string[] {
  const places = warnings.map(({ act, indicator, scope }) => {
    const known = acts.find(({ id }) => id === act);
    const subject = [
      known === undefined || text.includes(known.number) ? undefined : actNumber(known.number),
      known?.indicators.find(({ id }) => id === indicator)?.name,
    ].filter((word) => word !== undefined && !text.includes(word));
    const words = scope === undefined || Object.keys(scope).length === 0 ? "" : scopeWords(scope);
    return { subject: subject.join("; "), scope: text.includes(words) ? "" : words };
  });
  return [...Map.groupBy(places, ({ subject }) => subject)].flatMap(([subject, same]) => {
    const scopes = distinct(same.map(({ scope }) => scope)).filter((scope) => scope !== "");
    const parts = [...(subject === "" ? [] : [subject]), ...(scopes.length === 0 ? [] : [scopes.join(" / ")])];
    return parts.length === 0 ? [] : [parts.join("; ")];
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
