import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBlock } from "../../../sql/sources/csv-block.ts";
import { eventsFile, header } from "./csv-files.ts";
import { readRows } from "./read-rows.ts";

type Row = readonly [line: number, id: string | null, document: string | null, broken?: string];

interface Case {
  readonly name: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

const row = (id: string, document = "D") => `${id},2026-01-02,,strike,${document}`;
const manyLines = (count: number) => Array.from({ length: count }, (_, i) => `x${i}`).join("\n");

const cases: readonly Case[] = [
  {
    name: "LF",
    text: `${header}\n${row("A")}\n${row("B")}\n`,
    rows: [
      [2, "A", "D"],
      [3, "B", "D"],
    ],
  },
  {
    name: "CRLF",
    text: `${header}\r\n${row("A")}\r\n${row("B")}\r\n`,
    rows: [
      [2, "A", "D"],
      [3, "B", "D"],
    ],
  },
  {
    name: "LF and CRLF mixed",
    text: `${header}\n${row("A")}\r\n${row("B")}\n`,
    rows: [
      [2, "A", "D"],
      [3, "B", "D"],
    ],
  },
  { name: "no newline at the end", text: `${header}\n${row("A")}`, rows: [[2, "A", "D"]] },
  { name: "a BOM", text: `\ufeff${header}\n${row("A")}\n`, rows: [[2, "A", "D"]] },
  {
    name: "a BOM before a quoted header",
    text: `\ufeff"event_id",${header.slice(9)}\n${row("A")}\n`,
    rows: [[2, "A", "D"]],
  },
  { name: "blank lines before the header", text: `\n\n${header}\n${row("A")}\n`, rows: [[4, "A", "D"]] },
  {
    name: "blank lines between the rows",
    text: `${header}\n\n${row("A")}\n\r\n  \n${row("B")}\n\n`,
    rows: [
      [3, "A", "D"],
      [6, "B", "D"],
    ],
  },
  {
    name: "blank lines between quoted rows",
    text: `${header}\n\n${row("A", '"D"')}\n\r\n  \n${row("B", '"D"')}\n\n`,
    rows: [
      [3, "A", "D"],
      [6, "B", "D"],
    ],
  },
  {
    name: "a newline inside quotes",
    text: `${header}\n${row("A", '"one\ntwo"')}\n${row("B")}\n`,
    rows: [
      [2, "A", "one\ntwo"],
      [4, "B", "D"],
    ],
  },
  {
    name: "a CRLF inside quotes",
    text: `${header}\r\n${row("A", '"one\r\n\r\ntwo"')}\r\n${row("B")}\r\n`,
    rows: [
      [2, "A", "one\r\n\r\ntwo"],
      [5, "B", "D"],
    ],
  },
  {
    name: "quotes and commas inside quotes",
    text: `${header}\n${row("A", '"say ""yes"", then"')}\n`,
    rows: [[2, "A", 'say "yes", then']],
  },
  { name: "a quoted empty field, which is NULL too", text: `${header}\n${row("A", '""')}\n`, rows: [[2, "A", null]] },
  { name: "the word NULL, which is text", text: `${header}\n${row("A", "NULL")}\n`, rows: [[2, "A", "NULL"]] },
  { name: "blanks, which are kept", text: `${header}\n${row("007 ", " D")}\n`, rows: [[2, "007 ", " D"]] },
  {
    name: "a field too few, in the middle",
    text: `${header}\n${row("A")}\nB,2026-01-02,,strike\n${row("C")}\n`,
    rows: [
      [2, "A", "D"],
      [3, "B", null, "the record has 4 fields where the header has 5"],
      [4, "C", "D"],
    ],
  },
  {
    name: "a field too many, in the middle",
    text: `${header}\n${row("A")}\n${row("B")},x\n${row("C")}\n`,
    rows: [
      [2, "A", "D"],
      [3, "B", "D", "the record has 6 fields where the header has 5"],
      [4, "C", "D"],
    ],
  },
  {
    name: "a field too few in a record of two lines, which stays one",
    text: `${header}\nB,"2026\n-01-02",,strike\n${row("C")}\n`,
    rows: [
      [2, "B", null, "the record has 4 fields where the header has 5"],
      [4, "C", "D"],
    ],
  },
  {
    name: "text after a closing quote",
    text: `${header}\n${row("A", '"say "yes""')}\n${row("B", '"D"')}\n`,
    rows: [
      [2, "A", null, "field 5 goes on after its closing quote (a quote inside a quoted field is written twice)"],
      [3, "B", "D"],
    ],
  },
  {
    name: "a quote inside an unquoted field",
    text: `${header}\n${row("A", '24" screen')}\n${row("B")}\n`,
    rows: [
      [2, "A", null, "field 5 holds a quote but does not begin with one"],
      [3, "B", "D"],
    ],
  },
  {
    name: "a quote left open, with quotes after it",
    text: `${header}\n${row("A", '"D')}\n${row("B", '"D"')}\n${row("C", '"D"')}\n`,
    rows: [
      [2, "A", null, "field 5 goes on after its closing quote (a quote inside a quoted field is written twice)"],
      [3, "B", "D"],
      [4, "C", "D"],
    ],
  },
  {
    name: "a quote left open, with no quote after it",
    text: `${header}\n${row("A", '"D')}\n${row("B")}\n${row("C")}\n`,
    rows: [
      [2, "A", null, "the quote that opens field 5 is not closed"],
      [3, "B", "D"],
      [4, "C", "D"],
    ],
  },
  {
    name: "a quote left open in the last line",
    text: `${header}\n${row("A", '"D"')}\n"B`,
    rows: [
      [2, "A", "D"],
      [3, null, null, "the quote that opens field 1 is not closed"],
    ],
  },
  {
    name: "three broken records in a row",
    text: `${header}\n${row("A", 'a"')}\n\nB\n"C"x,y\n${row("D", '"D"')}\n`,
    rows: [
      [2, "A", null, "field 5 holds a quote but does not begin with one"],
      [4, "B", null, "the record has 1 fields where the header has 5"],
      [5, null, null, "field 1 goes on after its closing quote (a quote inside a quoted field is written twice)"],
      [6, "D", "D"],
    ],
  },
  {
    name: "a field of 100 lines",
    text: `${header}\n${row("A", `"${manyLines(100)}"`)}\n${row("B")}\n`,
    rows: [
      [2, "A", manyLines(100)],
      [102, "B", "D"],
    ],
  },
];

describe("each row has the line where its record starts", () => {
  test.each(cases)("$name", async ({ text, rows }) => {
    const read = await readRows(eventsFile(text), "events");
    expect(read.map(({ line, values, broken }) => [line, values[0], values[4], broken])).toEqual(
      rows.map(([line, id, document, broken]) => [line, id, document, broken]),
    );
  });

  test("a quote left open costs its own row alone, even where another closes it 101 lines on", async () => {
    const between = Array.from({ length: 99 }, (_, i) => row(`M${i}`)).join("\n");
    const read = await readRows(
      eventsFile(`${header}\n${row("A", '"D')}\n${between}\n${row("B", 'x",y')}\n`),
      "events",
    );
    expect(read).toHaveLength(101);
    expect(read[0]).toMatchObject({ line: 2, broken: "a quote is not closed within 100 lines" });
    expect(read[1]).toEqual({ line: 3, values: ["M0", "2026-01-02", null, "strike", "D"] });
    expect(read[100]?.line).toBe(102);
  });

  test("a quote left open costs its own row alone across the blocks of a large file", async () => {
    const after = Array.from({ length: 30_000 }, (_, i) => row(`M${i}`)).join("\n");
    const read = await readRows(eventsFile(`${header}\n${row("A", '"D')}\n${after}\n`), "events");
    expect(read.filter(({ broken }) => broken !== undefined).map(({ line }) => line)).toEqual([2]);
    expect([read.length, read.at(-1)?.line]).toEqual([30_001, 30_002]);
  });

  test("a quoted field may go over the border of two blocks", async () => {
    // 262,144 bytes make a block: the quoted record starts before that border and ends after it.
    const before = Array.from({ length: 10_000 }, (_, i) => row(`M${i}`, "12345678")).join("\n");
    for (const padding of [262_130, 262_140, 262_150]) {
      const rest = padding - Buffer.byteLength(`${header}\n${before.slice(0, 250_000)}`);
      const whole = before.slice(0, before.slice(0, 250_000).lastIndexOf("\n"));
      const filler = row("F", "x".repeat(Math.max(1, rest)));
      const read = await readRows(
        eventsFile(`${header}\n${whole}\n${filler}\n${row("Q", '"one\ntwo"')}\n${row("Z")}`),
        "events",
      );
      expect(read.filter(({ broken }) => broken !== undefined)).toEqual([]);
      expect(read.at(-2)?.values[4]).toBe("one\ntwo");
      expect(read.at(-1)?.line).toBe((read.at(-2)?.line ?? 0) + 2);
    }
  });
});

describe("the two ways of reading a block agree", () => {
  /** Letters without a quote: read by splitting; the same text behind one quoted row: read by the parser. */
  const letters = fc.stringMatching(/^[ab,\r\n à]{0,60}$/);

  test("on any text without quotes", () => {
    fc.assert(
      fc.property(letters, (text) => {
        const split = readBlock(Buffer.from(text), 2, true);
        const parsed = readBlock(Buffer.from(`"q"\n${text}`), 1, true);
        expect(parsed.records.slice(1)).toEqual(split.records);
        expect(parsed.nextLine).toBe(split.nextLine);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test("on any records, however they are quoted", () => {
    const field = fc.stringMatching(/^[ab,"\r\n à]{0,8}$/);
    const record = fc.array(field, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), fc.constantFrom("\n", "\r\n"), (records, newline) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = records.map((fields) => fields.map(quoted).join(",") + newline).join("");
        const read = readBlock(Buffer.from(text), 1, true);
        expect(read.records.map(({ fields }) => fields)).toEqual(records);
        const starts = records.map(
          (_, i) =>
            1 +
            newlinesIn(
              records
                .slice(0, i)
                .map((fields) => fields.join(""))
                .join(""),
            ) +
            i,
        );
        expect(read.records.map(({ line }) => line)).toEqual(starts);
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

const newlinesIn = (text: string) => text.split("\n").length - 1;
