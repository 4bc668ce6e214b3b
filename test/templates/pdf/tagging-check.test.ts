/** The self-check that decides whether a file may call itself tagged: each fault alone is found in an otherwise good file. */
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { beforeAll, describe, expect, test } from "vitest";
import { pdfBytes } from "../../../templates/pdf/pdf-bytes.ts";
import { tagFaults } from "../../../templates/pdf/tagging-check.ts";
import { countedElements } from "../../../templates/pdf/tagging-plan.ts";

const date = new Date("2026-06-30T00:00:00Z");
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>`;

/** Uncompressed, so that its marks can be altered byte for byte. */
const definition = (): TDocumentDefinitions => ({
  version: "1.7",
  subset: "PDF/A-3b",
  compress: false,
  language: "it-IT",
  displayTitle: true,
  info: { title: "Prova", creationDate: date, modDate: date },
  defaultStyle: { font: "Roboto" },
  content: [
    { text: "Titolo", style: "title" },
    { ul: ["uno", "due"] },
    {
      table: {
        headerRows: 1,
        body: [
          ["a", "b"],
          ["1", { stack: [{ table: { body: [["dentro"]] } }] }],
          ["2", "3"],
        ],
      },
    },
    { svg, alt: "Un quadrato" } as never,
  ],
});

// Three rows of the table, and the one of the table in its cell.
const wanted = { TR: 4, L: 1, Figure: 1 };

let good: Buffer;
beforeAll(async () => {
  good = await pdfBytes(definition());
});

test("a definition's rows, lists and pictures are counted, a table's in a cell too, and a silent picture not", () => {
  const { content } = definition();
  expect(countedElements(content)).toEqual(wanted);
  expect(countedElements([content, { svg, alt: "" }, { svg, alt: "Altro" }])).toEqual({ ...wanted, Figure: 2 });
});

describe("the self-check", () => {
  test("finds nothing in a good file", () => {
    expect(tagFaults(good, wanted)).toEqual([]);
  });

  /** Of the same length, so that every other byte stays where it was. */
  const altered = (from: string | RegExp, to: (found: string) => string): Buffer => {
    const text = good.toString("latin1");
    const changed = text.replace(from, (found) => to(found).padEnd(found.length, " "));
    expect(changed).not.toBe(text);
    expect(changed).toHaveLength(text.length);
    return Buffer.from(changed, "latin1");
  };

  test.for<readonly [string, string | RegExp, (found: string) => string, RegExp]>([
    ["a row that is no row", "/S /TR\n", () => "/S /TD\n", /^3 elements TR where the document has 4\.$/],
    ["a picture that is none", "/S /Figure\n", () => "/S /Sect\n", /^0 elements Figure where the document has 1\.$/],
    [
      "a text outside every mark",
      /\/H1 <<[^>]*>> BDC/,
      () => "",
      /^Page 1: \d+ texts or lines stand outside every mark\./,
    ],
    ["a mark that does not end", "EMC", () => "", /marks do not end where they should\./],
    ["a mark's number twice", "/MCID 2\n", () => "/MCID 1\n", /its marks are not numbered through\./],
    [
      "a mark of no element",
      /\/Nums \[\s*0 \[\d+ 0 R/,
      (found) => found.replace(/\d+ 0 R$/, "null"),
      /a mark belongs to no element\./,
    ],
    ["no language", "/Lang ", () => "/Lung ", /^The catalogue has no Lang\.$/],
    ["no tree", "/StructTreeRoot ", () => "/StructTreeWood ", /^The catalogue has no StructTreeRoot\.$/],
  ])("finds %s", ([, from, to, fault]) => {
    expect(tagFaults(altered(from, to), wanted).join("\n")).toMatch(fault);
  });

  test("finds a file that was never tagged", async () => {
    const { subset: _, ...plain } = definition();
    expect(tagFaults(await pdfBytes(plain), wanted).join("\n")).toMatch(
      /^0 elements TR[\s\S]*no StructTreeRoot[\s\S]*outside every mark/,
    );
  });
});
