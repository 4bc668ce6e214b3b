/** Text for a terminal in two columns: a head, and beside it what it is about. */

const headWidth = 19;
const textWidth = 100;

/** `"Valore             5,50 giorni solari\\n"`; a list has an entry a line, and nothing is said of nothing. */
export function headed(head: string, text: string | readonly string[] | undefined): string {
  if (text === undefined || text.length === 0) return "";
  const entries = typeof text === "string" ? [text] : text;
  const lines = entries.flatMap((entry) => wrapped(entry, entries.length > 1 ? "  " : ""));
  return lines.map((line, i) => `${(i === 0 ? head : "").padEnd(headWidth)}${line}\n`).join("");
}

/** Lines of at most the text's width but for a word that is longer; the further ones are indented by `hang`. */
function wrapped(text: string, hang: string): readonly string[] {
  const [indent = ""] = /^ */.exec(text) ?? [];
  const lines: string[] = [];
  let line = indent;
  for (const word of text.trim().split(" ")) {
    const isEmpty = line.trim() === "";
    if (!isEmpty && line.length + 1 + word.length > textWidth) {
      lines.push(line);
      line = `${indent}${hang}${word}`;
    } else line = isEmpty ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}
