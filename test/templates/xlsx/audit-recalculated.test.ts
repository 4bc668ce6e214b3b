/** The audit workbook in a real spreadsheet program that calculates every formula anew: the published figures come back. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { scopeText } from "../../../reports/scope.ts";
import { renderAuditWorkbook } from "../../../templates/xlsx/audit-workbook.ts";
import { plainDecimal } from "../../../templates/xlsx/workbook-text.ts";
import { runOfSample, type SampleRun } from "../../operators/sample-run.ts";
import { hardCases, hardModel } from "./audit-model.ts";
import { forged, type Recalculated, recalculated, withForgedResults } from "./recalculate.ts";

let run: SampleRun;
let hard: Recalculated;
let sample: Recalculated;
let formulas: Readonly<Record<"hard" | "sample", number>>;

beforeAll(async () => {
  run = await runOfSample("hellotel", 300);
  const own = await withForgedResults(await readFile(join(run.place, "audit.xlsx")));
  const made = await withForgedResults(await renderAuditWorkbook(hardModel(hardCases)));
  formulas = { hard: made.formulas, sample: own.formulas };
  const books = recalculated({ hard: made.bytes, sample: own.bytes });
  hard = books.get("hard") as Recalculated;
  sample = books.get("sample") as Recalculated;
}, 240_000);

/** The lines of the first sheet below its heads. */
function listed(book: Recalculated): readonly (readonly string[])[] {
  const index = book.get("Indice") ?? [];
  const head = index.findIndex(([first]) => first === "Delibera");
  return index.slice(head + 1).filter((line) => line.length > 1);
}

/** The line of a figure on its own sheet: `"131-06-CSP 1, J7"`. */
function lineOf(book: Recalculated, place: string): readonly string[] {
  const [, sheet = "", line = ""] = /^(.*), J(\d+)$/.exec(place) ?? [];
  return book.get(sheet)?.[Number(line) - 1] ?? [];
}

const [rounded, published, outcome, publishedOutcome, control] = [8, 9, 11, 12, 13] as const;

describe("hard cases", () => {
  test.each(hardCases.map(([words, value, judged], i) => ({ words, value, judged, i })))(
    "$words: $value $judged",
    ({ value, judged, i }) => {
      const line = lineOf(hard, listed(hard)[i]?.[9] ?? "");
      expect(line[rounded]).toBe(value === null ? "" : plainDecimal(value));
      expect(line[control]).toBe(value === null ? "–" : "OK");
      expect(line[published]).toBe(
        value === null ? (i === hardCases.length - 1 ? "n.a." : "n.d.") : plainDecimal(value),
      );
      if (judged === "") return;
      expect(line[outcome]).toBe(line[publishedOutcome]);
      expect(line[outcome]?.includes(" non ")).toBe(judged === "missed");
    },
  );
});

describe("a sample operator's report", () => {
  test("has formulas for all that it publishes, and every one was calculated anew", () => {
    expect(formulas.sample).toBeGreaterThan(5000);
    expect(formulas.hard).toBeGreaterThan(5 * hardCases.length);
    for (const book of [hard, sample])
      for (const [sheet, lines] of book)
        if (!sheet.endsWith(" dati")) expect(lines.flat().filter((text) => text === forged)).toEqual([]);
  });

  test("comes back whole, to the last digit, with its outcomes", () => {
    const { indicators } = run.indicators;
    const found = listed(sample);
    expect(found).toHaveLength(indicators.length);
    const values = found.map((line) => lineOf(sample, line[9] ?? ""));
    const wrong = values.filter(
      (line) => line[control] !== "OK" && !(line[control] === "–" && /^n\./.test(line[published] ?? "")),
    );
    expect(wrong).toEqual([]);
    // The order of print is another than the file's: as many of each value are compared.
    const all = (texts: readonly (string | undefined)[]) => texts.map((text) => text ?? "").sort();
    const numbers = indicators.filter(({ value }) => value !== null).map(({ value }) => plainDecimal(value as string));
    expect(all(values.map((line) => line[rounded]).filter((text) => text !== ""))).toEqual(all(numbers));
    expect(sample.get("Indice")?.flat()).toContain(
      `Valori ricalcolati uguali a quelli pubblicati: ${numbers.length} su ${numbers.length}`,
    );
  });

  test("balances the rows of every indicator, and its classes hold all cases", () => {
    const sheets = [...sample].filter(([sheet]) => sheet !== "Indice" && !sheet.endsWith(" dati"));
    const balances = sheets.flatMap(([, lines]) => {
      const head = lines.findIndex(([first]) => first === "Tabella");
      return head < 0
        ? []
        : lines.slice(
            head + 1,
            lines.findIndex(([first], i) => i > head && first === ""),
          );
    });
    expect(balances.length).toBe(run.indicators.conservation.length);
    expect(new Set(balances.map((line) => line[9]))).toEqual(new Set(["OK"]));
    const within = run.indicators.indicators.find(
      ({ act, indicator, measure, scope }) =>
        act === "131-06-csp" && indicator === "activation-time" && measure === "cases" && scopeText(scope) === "",
    );
    const lines = sample.get("131-06-CSP 1") ?? [];
    const classes = lines.findIndex((line) => line[2] === "Da");
    const end = lines.findIndex((line, i) => i > classes && !/^\d+$/.test(line[2] ?? ""));
    expect(lines[end - 1]?.[5]).toBe(`${within?.cases}`);
  });
});
