/**
 * Files that were altered after they were written, each in one way: the read-back, which every file passes before anything
 * is published, finds each. Workbooks have more of them in xlsx/verify-workbook.test.ts
 * and xlsx/audit-workbook.test.ts.
 */
import { createHash } from "node:crypto";
import JSZip from "jszip";
import { beforeAll, describe, expect, test } from "vitest";
import { indicatorsAttachment } from "../../templates/pdf/attachments.ts";
import { cellSize, styles } from "../../templates/pdf/page-style.ts";
import { readPdfText } from "../../templates/pdf/read-pdf.ts";
import { renderReportPdf } from "../../templates/pdf/report-pdf.ts";
import { verifyReportPdf } from "../../templates/pdf/verify-pdf.ts";
import { renderAgcomWorkbook } from "../../templates/xlsx/agcom-workbook.ts";
import { verifyAgcomWorkbook } from "../../templates/xlsx/verify-workbook.ts";
import { sampleModel } from "./sample-model.ts";
import { type DrawnRun, redrawn, restreamed, rewritten } from "./tampering.ts";

const model = sampleModel();
const data = Buffer.from(JSON.stringify({ indicators: ["12.94"] }));
const sha256 = createHash("sha256").update(data).digest("hex");
const final = { draft: false, attachments: [indicatorsAttachment(data, sha256)] };
let report: Buffer;
let draft: Buffer;
beforeAll(async () => {
  report = await renderReportPdf(model, final);
  draft = await renderReportPdf(model, { draft: true });
});

/** Sentences of difference, or that of a file that cannot be read at all. */
const found = (verify: () => readonly string[]): string => {
  try {
    return verify().join("\n");
  } catch (error) {
    return `${error}`;
  }
};

const run = (runs: readonly DrawnRun[], text: string, from = 0): DrawnRun => {
  const one = runs.find((candidate) => candidate.index >= from && candidate.text === text);
  if (one === undefined) throw new Error(`no run says ${text}`);
  return one;
};
const cells = (runs: readonly DrawnRun[]) => runs.filter(({ size }) => size === cellSize);
const swap = (one: DrawnRun, other: DrawnRun) => {
  [one.glyphs, other.glyphs] = [other.glyphs, one.glyphs];
};
const wipe = (runs: readonly DrawnRun[]) => {
  for (const one of runs) one.glyphs = [];
};
/** All runs of the row that shows a value: from its first column to the next row's. */
function rowOf(runs: readonly DrawnRun[], value: string): readonly DrawnRun[] {
  const of = cells(runs);
  const at = of.findIndex(({ text }) => text === value);
  const isFirst = (one: DrawnRun) => one.x < 100;
  const start = of.findLastIndex(
    (one, index) => index < at && isFirst(one) && !isFirst(of[index - 1] ?? { ...one, x: 999 }),
  );
  const end = of.findIndex((one, index) => index > at && isFirst(one));
  return of.slice(start, end);
}

describe("a report of which", () => {
  test("nothing was altered passes", () => {
    expect(verifyReportPdf(report, model, final)).toEqual([]);
    expect(verifyReportPdf(draft, model, { draft: true })).toEqual([]);
  });

  const drawings: readonly (readonly [string, (runs: readonly DrawnRun[]) => void, RegExp])[] = [
    [
      "one digit of a value is another: 7,001 became 7,007",
      (runs) => {
        const value = run(cells(runs), "7,001");
        value.glyphs = [...value.glyphs.slice(0, -1), value.glyphs[0] as string];
      },
      /Column 5 of figure \d+ \([^)]*\): "7,007" instead of "7,001"\./,
    ],
    [
      "two values stand in each other's place",
      (runs) => swap(run(cells(runs), "12,94"), run(cells(runs), "30,25")),
      /"30,25" instead of "12,94"\./,
    ],
    [
      "a value is there twice",
      (runs) => {
        const value = run(cells(runs), "12,94");
        value.glyphs = [...value.glyphs, ...value.glyphs];
      },
      /Column 5 of figure/,
    ],
    [
      "a value was wiped out",
      (runs) => wipe([run(cells(runs), "12,94")]),
      /Column 5 of figure \d+ .* instead of "12,94"/,
    ],
    ["a whole row was wiped out", (runs) => wipe(rowOf(runs, "12,94")), /Column 2 of figure \d+ .* instead of/],
    [
      "a value was moved to the column beside",
      (runs) => {
        run(cells(runs), "12,94").x += 54;
      },
      /Column 5 of figure/,
    ],
    [
      "a digit is drawn as an empty box",
      (runs) => {
        const value = run(cells(runs), "12,94");
        value.glyphs = ["0000", ...value.glyphs.slice(1)];
      },
      /"[^\d,]2,94" instead of "12,94"\./,
    ],
    [
      "a value of the summary is another",
      (runs) => {
        const inSummary = runs.find(({ size, text }) => size === styles.summaryCell.fontSize && text === "7,001");
        if (inSummary === undefined) throw new Error("the summary shows no 7,001");
        inSummary.glyphs = inSummary.glyphs.toReversed();
      },
      /The text "131\/06\/CSP[^"]*7,001[^"]*" is missing|The text "[^"]*" is missing in its place/,
    ],
    [
      "a letter of the operator's name is another",
      (runs) => {
        for (const name of runs.filter(({ text }) => text.trim() === "Figli")) name.glyphs = name.glyphs.toReversed();
      },
      /The text "Cielo & Figli [^"]*" is missing\./,
    ],
    [
      "the digest of the data is another",
      (runs) => {
        for (const digest of runs.filter(({ text }) => text.startsWith(model.snapshot.slice(0, 8))))
          digest.glyphs = digest.glyphs.toReversed();
      },
      /The text "9f86[0-9a-f]*" is missing\./,
    ],
  ];
  test.each(drawings)("%s", (_, change, difference) => {
    const altered = redrawn(report, change);
    expect(found(() => verifyReportPdf(altered, model, final))).toMatch(difference);
  });

  /** The list of pages as far as the one that shows 12,94. */
  const kidsUpTo = (bytes: Buffer): RegExp => {
    const page = readPdfText(bytes).find(({ size, text }) => size === cellSize && text === "12,94")?.page ?? 0;
    return new RegExp(`/Kids \\[(?:\\d+ 0 R ){${page}}`);
  };
  const others: readonly (readonly [string, (bytes: Buffer) => Buffer, RegExp])[] = [
    [
      "a font's digits mean each other",
      (bytes) =>
        restreamed(
          bytes,
          (content) => content.includes("begincmap"),
          (content) => content.replaceAll(/<003([0-9])>/g, (_, digit: string) => `<003${9 - Number(digit)}>`),
        ),
      /Column 5 of figure 1 .*"74" instead of "25"/,
    ],
    [
      "a page was taken out",
      (bytes) => rewritten(bytes, kidsUpTo(bytes), (kids) => kids.replace(/\d+ 0 R $/, "")),
      /instead of/,
    ],
    [
      "two pages stand in each other's place",
      (bytes) => rewritten(bytes, kidsUpTo(bytes), (kids) => kids.replace(/(\d+ 0 R )(\d+ 0 R )$/, "$2$1")),
      /instead of/,
    ],
    [
      "the file inside was taken out",
      (bytes) => rewritten(bytes, "/Type /Filespec", () => "/Type /Fileless"),
      /^The file indicators\.json inside the report is not there or is another\.\n0 files are inside instead of 1\.$/,
    ],
    [
      "a digit of the file inside is another",
      (bytes) =>
        restreamed(
          bytes,
          (content) => content === data.toString(),
          (content) => content.replace("12.94", "12.95"),
        ),
      /^The file indicators\.json inside the report is not there or is another\.$/,
    ],
    [
      "the second half is missing",
      (bytes) => bytes.subarray(0, bytes.length >> 1),
      /breaks off|does not end|no list of pages/,
    ],
    ["the last bytes are missing", (bytes) => bytes.subarray(0, bytes.length - 8), /breaks off before its end/],
    [
      "the list of its objects leads elsewhere",
      (bytes) =>
        rewritten(bytes, /(?<=\n)\d{10}(?= 00000 n \ntrailer)/, (place) =>
          place.replace(/.$/, (digit) => `${9 - Number(digit)}`),
        ),
      /Object \d+ of the PDF is not where the file says/,
    ],
  ];
  test.each(others)("%s", (_, change, difference) => {
    const altered = change(report);
    expect(found(() => verifyReportPdf(altered, model, final))).toMatch(difference);
  });

  const marks: readonly (readonly [string, (runs: readonly DrawnRun[]) => void, RegExp])[] = [
    ["one page lost its watermark", (runs) => wipe([run(runs, "BOZZA", 100)]), /^1 pages of the draft are not marked/],
    [
      "every page has another watermark",
      (runs) => {
        for (const mark of runs.filter(({ text }) => text === "BOZZA")) mark.glyphs = mark.glyphs.toReversed();
      },
      /^\d+ pages of the draft are not marked/,
    ],
    [
      "one page lost the footer that says draft",
      (runs) => wipe([run(runs, "Bozza ")]),
      /^1 pages of the draft are not marked/,
    ],
  ];
  test.each(marks)("a draft of which %s", (_, change, difference) => {
    const altered = redrawn(draft, change);
    expect(found(() => verifyReportPdf(altered, model, { draft: true }))).toMatch(difference);
  });
});

describe("a workbook of which", () => {
  const act = "131-06-csp";
  const sheet = "xl/worksheets/sheet1.xml";
  const value = (xml: string, cell: string) => new RegExp(`<c r="${cell}"[^>]*><v>([^<]*)</v>`).exec(xml)?.[1] ?? "";

  test.each<readonly [string, (zip: JSZip) => Promise<void>, RegExp]>([
    [
      "two values stand in each other's place",
      async (zip) => {
        const xml = (await zip.file(sheet)?.async("string")) ?? "";
        const [first, second] = [value(xml, "G9"), value(xml, "G11")];
        expect([first === "", first === second]).toEqual([false, false]);
        const put = (text: string, cell: string, from: string, to: string) =>
          text.replace(new RegExp(`(<c r="${cell}"[^>]*><v>)${from}</v>`), `$1${to}</v>`);
        zip.file(sheet, put(put(xml, "G9", first, second), "G11", second, first));
      },
      /G9: number[\s\S]*G11: number/,
    ],
    ["a sheet's content is missing", async (zip) => void zip.remove(sheet), /is missing|no part|has no/i],
    [
      "a sheet breaks off",
      async (zip) => {
        const xml = (await zip.file(sheet)?.async("string")) ?? "";
        zip.file(sheet, xml.slice(0, xml.length >> 1));
      },
      /unclosed|not well|unexpected end|is not/i,
    ],
  ])("%s", async (_, change, difference) => {
    const zip = await JSZip.loadAsync(await renderAgcomWorkbook(model, act));
    await change(zip);
    const bytes = await zip.generateAsync({ type: "nodebuffer" });
    const differences = await verifyAgcomWorkbook(bytes, model, act).catch((error: unknown) => [`${error}`]);
    expect(differences.join("\n")).toMatch(difference);
  });

  test("the second half is missing", async () => {
    const bytes = await renderAgcomWorkbook(model, act);
    await expect(verifyAgcomWorkbook(bytes.subarray(0, bytes.length >> 1), model, act)).rejects.toThrow(
      /not a readable ZIP/,
    );
  });
});
