import { describe, expect, test } from "vitest";
import { parseRemarks } from "../../jobs/notes-markdown.ts";
import type { RemarkRun } from "../../reports/report-model.ts";
import { undrawable } from "../../templates/pdf/fonts.ts";

const parse = (text: string) => parseRemarks(text, undrawable);
const plain = (text: string): RemarkRun => ({ text, isBold: false });
const bold = (text: string): RemarkRun => ({ text, isBold: true });

describe("what an operator may write", () => {
  test.each<readonly [string, string, unknown]>([
    ["a heading", "# Guasti", [{ kind: "heading", level: 1, text: "Guasti" }]],
    ["a second heading, closed", "## Rete ##", [{ kind: "heading", level: 2, text: "Rete" }]],
    ["a paragraph over two lines", "uno\ndue", [{ kind: "paragraph", runs: [plain("uno due")] }]],
    [
      "two paragraphs",
      "uno\n\ndue",
      [
        { kind: "paragraph", runs: [plain("uno")] },
        { kind: "paragraph", runs: [plain("due")] },
      ],
    ],
    [
      "bold, also over the end of a line",
      "a **b\nc** d",
      [{ kind: "paragraph", runs: [plain("a "), bold("b c"), plain(" d")] }],
    ],
    [
      "two bold words with a star between them",
      "**a** * **b**",
      [{ kind: "paragraph", runs: [bold("a"), plain(" * "), bold("b")] }],
    ],
    [
      "a list, an item of which goes on, and one after a blank line",
      "- uno\n  ancora\n\n- due",
      [{ kind: "list", isOrdered: false, items: [[plain("uno ancora")], [plain("due")]] }],
    ],
    ["a numbered list", "1. uno\n2) due", [{ kind: "list", isOrdered: true, items: [[plain("uno")], [plain("due")]] }]],
    ["signs made plain", "5 \\* 3 \\_x\\_", [{ kind: "paragraph", runs: [plain("5 * 3 _x_")] }]],
    [
      "a name with underscores, a product",
      "voce_di_costo 5 * 3",
      [{ kind: "paragraph", runs: [plain("voce_di_costo 5 * 3")] }],
    ],
    [
      "a mark of byte order and other line ends",
      "\uFEFFuno\r\ndue\r\n",
      [{ kind: "paragraph", runs: [plain("uno due")] }],
    ],
    ["less than, and an ampersand", "a < b & c", [{ kind: "paragraph", runs: [plain("a < b & c")] }]],
  ])("%s", (_, text, blocks) => {
    expect(parse(text)).toEqual({ blocks, problems: [] });
  });
});

describe("what is refused, and at which line", () => {
  test.each<readonly [string, string, number, RegExp]>([
    ["nothing at all", " \n\n", 1, /empty/],
    ["italics", "uno\n*due*", 2, /italics/],
    ["underscores", "uno\n\n_due_ e tre", 3, /underscores/],
    ["a link", "vedi [qui](https://example.it)", 1, /link/],
    ["a picture", "![guasto](a.png)", 1, /picture/],
    ["a table", "uno\n\n| a | b |", 3, /table/],
    ["code", "il campo `x`", 1, /code/],
    ["a block of code", "```\nx\n```", 1, /code/],
    ["an indented block", "uno\n\n    due", 3, /code/],
    ["HTML", "a <b>b</b>", 1, /HTML/],
    ["an entity", "a &amp; b", 1, /entity/],
    ["a quote", "> detto", 1, /quote/],
    ["a rule", "uno\n\n---", 3, /rule/],
    ["a third heading", "### Rete", 1, /third level/],
    ["a heading without its space", "#Rete", 1, /without a space/],
    ["a list in a list", "- uno\n  - due", 2, /list in a list/],
    ["bold that does not close", "uno\n\na **b", 3, /not closed/],
    ["a wrong number", "1. uno\n3. due", 2, /item 3 where 2/],
    ["a character that the font lacks", "uno\ndue → tre", 2, /U\+2192/],
    ["a word wider than the page", `uno ${"x".repeat(111)}`, 1, /111 characters/],
  ])("%s", (_, text, line, message) => {
    expect(parse(text).problems[0]).toEqual({ line, message: expect.stringMatching(message) });
  });

  test("a word of 110 characters is not too wide, one of 111 is", () => {
    expect([110, 111].map((length) => parse("x".repeat(length)).problems.length)).toEqual([0, 1]);
  });
});
