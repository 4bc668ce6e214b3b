/** The little of Markdown that an operator's remarks may hold: headings, paragraphs, lists, bold. All else is refused by line. */
import type { RemarkBlock, RemarkRun } from "../reports/report-model.ts";

export interface RemarkProblem {
  /** From 1. */
  readonly line: number;
  /** What stands there, and what to write instead. */
  readonly message: string;
}

export interface ParsedRemarks {
  readonly blocks: readonly RemarkBlock[];
  /** None where all can be printed. */
  readonly problems: readonly RemarkProblem[];
}

/** `undrawable` names the first character of a text that the documents' font lacks. */
export function parseRemarks(text: string, undrawable: (text: string) => string | undefined): ParsedRemarks {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const problems: RemarkProblem[] = [];
  const blocks: Draft[] = [];
  let open: Draft | undefined;
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const words = raw.replaceAll("\t", " ").trimEnd();
    const refused = refusal(words, open, undrawable);
    if (refused !== undefined) problems.push({ line, message: refused });
    else if (words === "") open = undefined;
    else open = placed(words, line, open, blocks, problems);
  }
  if (blocks.length === 0 && problems.length === 0)
    problems.push({ line: 1, message: "the file is empty: write the remarks, or delete it" });
  const finished = blocks.map((draft) => finish(draft, problems));
  return { blocks: finished, problems: problems.sort((a, b) => a.line - b.line) };
}

interface Draft {
  readonly kind: "heading" | "paragraph" | "unordered" | "ordered";
  readonly level: 1 | 2;
  /** A paragraph has one; a list one for each item. */
  readonly texts: { readonly line: number; text: string }[];
}

const heading = /^(#{1,6})\s+(.+?)(?:\s+#+)?$/;
const item = /^(?:[-*+]|(\d{1,3})[.)])\s+(.+)$/;

/** What cannot be printed as it is meant, with the way out. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^\s*>/, "a block quote: write the words between «»"],
  [/^\s*(?:```|~~~)/, "a block of code: write plain paragraphs"],
  [/^\s*\|/, "a table: write a list instead"],
  [/^\s*(?:[-*_=]\s*){3,}$/, "a rule or an underline: begin a heading with # instead"],
  [/^#{3,6}\s/, "a heading of the third level or lower: # and ## are printed"],
  [/^#{1,6}[^\s#]/, "a # without a space after it: `# Heading`"],
  [/!\[/, "a picture: only text is printed"],
  [/\]\(|\]\[/, "a link: write the address as text"],
  [/(?<!\\)`/, "code: leave the ` out"],
  [/<[a-z!/]/i, "HTML: only text is printed"],
  [/&(?:[a-z]+|#\d+);/i, "an HTML entity: write the character itself"],
  [/(?<![\p{L}\p{N}\\_])__?[^\s_](?:.*?[^\s_\\])?__?(?![\p{L}\p{N}_])/u, "underscores for emphasis: bold is **so**"],
  [/(?<![*\\])\*[^\s*][^*]*(?<!\\)\*(?!\*)/, "italics: bold is **so**, nothing else is printed"],
];

/** A word longer than a line would run out of the page. */
const longestWord = 110;

function refusal(
  words: string,
  open: Draft | undefined,
  undrawable: (text: string) => string | undefined,
): string | undefined {
  const character = undrawable(words);
  if (character !== undefined) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `U+${code} ("${character}"), which the font cannot draw: write it in words`;
  }
  // Text from the end of a bold word to the next would look like italics.
  const plain = words.replaceAll("**", "");
  for (const [pattern, message] of refusals) if (pattern.test(/italics/.test(message) ? plain : words)) return message;
  const isIndented = /^ {2}/.test(words);
  if (isIndented && item.test(words.trim())) return "a list in a list: write one list after the other";
  if (/^ {4}/.test(words) && open === undefined) return "a block of code: begin the line at the margin";
  const long = words.split(/\s+/).find((word) => word.length > longestWord);
  return long === undefined ? undefined : `a word of ${long.length} characters, wider than the page: divide it`;
}

/** Where the line goes on with: a paragraph or an item may be written over several. */
function placed(
  words: string,
  line: number,
  open: Draft | undefined,
  blocks: Draft[],
  problems: RemarkProblem[],
): Draft | undefined {
  const begin = (kind: Draft["kind"], text: string, level: 1 | 2 = 1): Draft => {
    const draft: Draft = { kind, level, texts: [{ line, text }] };
    blocks.push(draft);
    return draft;
  };
  const title = heading.exec(words);
  if (title !== null) {
    begin("heading", title[2] ?? "", title[1] === "#" ? 1 : 2);
    return undefined;
  }
  const entry = item.exec(words);
  if (entry === null) {
    const last = open?.texts.at(-1);
    if (last === undefined) return begin("paragraph", words.trim());
    last.text += ` ${words.trim()}`;
    return open;
  }
  const [, number, text = ""] = entry;
  const kind = number === undefined ? "unordered" : "ordered";
  // A blank line between two items does not end the list.
  const list = open?.kind === kind ? open : blocks.at(-1)?.kind === kind ? blocks.at(-1) : undefined;
  const place = (list?.texts.length ?? 0) + 1;
  if (number !== undefined && Number(number) !== place)
    problems.push({ line, message: `item ${number} where ${place} is due: number the items 1, 2, 3` });
  if (list === undefined) return begin(kind, text);
  list.texts.push({ line, text });
  return list;
}

function finish({ kind, level, texts }: Draft, problems: RemarkProblem[]): RemarkBlock {
  const runs = texts.map(({ line, text }) => runsOf(text, line, problems));
  if (kind === "heading") return { kind, level, text: (runs[0] ?? []).map(({ text }) => text).join("") };
  if (kind === "paragraph") return { kind, runs: runs[0] ?? [] };
  return { kind: "list", isOrdered: kind === "ordered", items: runs };
}

/** Every second part between two ** is bold. */
function runsOf(text: string, line: number, problems: RemarkProblem[]): readonly RemarkRun[] {
  const parts = text.split(/(?<!\\)\*\*/);
  if (parts.length % 2 === 0) problems.push({ line, message: "a ** that is not closed in its paragraph" });
  return parts
    .map((part, index) => ({ text: part.replace(/\\([!-/:-@[-`{-~])/g, "$1"), isBold: index % 2 === 1 }))
    .filter((run) => run.text !== "");
}
