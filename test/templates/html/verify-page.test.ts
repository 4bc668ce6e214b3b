import { describe, expect, test } from "vitest";
import { renderPage } from "../../../templates/html/page.ts";
import { reportPage } from "../../../templates/html/report-page.ts";
import { verifyPage } from "../../../templates/html/verify-page.ts";
import { files, fullModel } from "./page-models.ts";

const page = reportPage(fullModel, files);
const html = renderPage(page).toString("utf8");

describe("a page read back", () => {
  const tampered: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
    ["a digit of a value", "<span>12,94</span>", "<span>12,95</span>"],
    ["a digit of a target", "non superiore a 29", "non superiore a 28"],
    ["an outcome", "<span>Obiettivo non raggiunto</span>", "<span>Obiettivo raggiunto</span>"],
    ["a number of cases", "<span>640</span>", "<span>641</span>"],
    ["a digest", "3".repeat(64), `${"3".repeat(63)}4`],
    ["a step of a curve", /<path d="M(\d)/, '<path d="M9$1'],
    ["a mark of a picture", /(<svg role="img".*?)<circle [^>]*>/, "$1"],
    ["a number that a picture prints", "Media: 10,50 ore solari</text>", "Media: 10,51 ore solari</text>"],
    [
      "a target that a picture prints",
      ">obiettivo: non superiore a 17</text>",
      ">obiettivo: non superiore a 18</text>",
    ],
    ["the words of a picture", 'aria-label="Distribuzione cumulata', 'aria-label="Distribuzione'],
    ["a row too few", /<tr role="row"><th scope="row".*?<\/tr>\n/, ""],
    ["a row too many", /(<tr role="row"><th scope="row".*?<\/tr>\n)/, "$1$1"],
    [
      "two cells in the other order",
      /(<td role="cell"[^>]*>[^\n]*?<\/td>)(<td role="cell"[^>]*>[^\n]*?<\/td>)<\/tr>/,
      "$2$1</tr>",
    ],
    ["the name of a column on narrow screens", 'data-label="Numero di casi"', 'data-label="Numero"'],
    ["a link to another file", 'href="report.pdf"', 'href="altro.pdf"'],
    ["a warning", /<li>La tabella delle prove[^<]*<\/li>\n/, ""],
    ["the title", "<title>Indicatori", "<title>Altro"],
    ["a heading", "<h3", "<h4"],
    ["an entry of the index", /<li><a href="#sintesi">[^<]*<\/a><\/li>\n/, ""],
    ["the footer", "versione accessibile", "versione"],
  ];
  test.each(tampered)("differs by %s", (_, from, to) => {
    const changed = html.replace(from, to);
    expect(changed).not.toBe(html);
    expect(verifyPage(Buffer.from(changed), page)).not.toEqual([]);
  });

  const broken: readonly (readonly [what: string, from: string, to: string, said: string])[] = [
    ["a script", "</main>", "<script></script></main>", "The page holds the element script."],
    ["what runs on a click", "<main ", '<main onclick="x()" ', 'The page holds the attribute onclick="x()".'],
    [
      "a picture from elsewhere",
      "</main>",
      '<img src="https://example.it/x.png" alt=""></main>',
      "The page holds the element img.",
    ],
    ["an address that runs", 'href="#sintesi"', 'href="javascript:x"', 'The page links to "javascript:x".'],
    ["two elements of one id", '<main id="contenuto"', '<main id="sintesi"', 'Two elements have the id "sintesi".'],
    ["a link to nothing", '<main id="contenuto"', "<main", 'Nothing has the id "contenuto" that is pointed to.'],
    ["no language", ' lang="it"', "", "The page does not say that it is in Italian."],
    ["an attribute twice", "<h1>", '<h1 class="a" class="b">', "The markup breaks the standard"],
    ["a control character", "<h1>", "<h1>\u0001", "The markup breaks the standard"],
  ];
  test.each(broken)("may not hold %s", (_, from, to, said) => {
    expect(html).toContain(from);
    expect(verifyPage(Buffer.from(html.replace(from, to)), page).join("\n")).toContain(said);
  });
});
