/**
 * Compares the audit workbook's bytes with the model it was made from: every cell with what was laid out, and, by other
 * ways than the layout took, every figure of the report and every distribution behind one.
 */
import type { Distribution } from "../../reports/distribution.ts";
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import { measureWords } from "../figure-words.ts";
import { outlineOf } from "../report-outline.ts";
import { type AuditCell, type AuditSheet, letters } from "./audit-cell.ts";
import { type AuditPlan, definedNames, planOf } from "./audit-curves.ts";
import { ownCurves } from "./audit-data.ts";
import { type AuditRead, type AuditReadCell, readAudit } from "./audit-read.ts";
import { auditWords } from "./audit-words.ts";
import { auditSheets } from "./audit-workbook.ts";
import { plainDecimal } from "./workbook-text.ts";

type Cells = ReadonlyMap<string, AuditReadCell>;

/** Each difference as a sentence; none where the file says what the model says. */
export async function verifyAuditWorkbook(bytes: Uint8Array, model: ReportModel): Promise<readonly string[]> {
  const plan = planOf(model);
  const sheets = auditSheets(model, plan);
  const read = await readAudit(bytes);
  const expected = sheets.map(({ name }) => name);
  if (expected.join("|") !== read.sheets.join("|"))
    return [`The sheets are ${read.sheets.join(", ") || "none"}; expected ${expected.join(", ")}.`];
  const cells = new Map<string, Cells>();
  for (const name of expected) cells.set(name, await read.cellsOf(name));
  const valuesOn = (sheet: string) =>
    plan.indicators
      .filter(({ dataSheet }) => dataSheet === sheet)
      .flatMap(ownCurves)
      .reduce((values, { of }) => values + of.values.length, 0);
  return [
    ...nameDifferences(read, plan),
    ...sheets.flatMap((sheet) => laidOutDifferences(sheet, cells.get(sheet.name) as Cells, valuesOn(sheet.name))),
    ...figureDifferences(model, cells, read),
  ];
}

function nameDifferences({ names }: AuditRead, plan: AuditPlan): readonly string[] {
  const wanted = definedNames(plan);
  return [...new Set([...wanted.keys(), ...names.keys()])].flatMap((name) =>
    names.get(name) === wanted.get(name)
      ? []
      : [`The name ${name} stands for ${names.get(name) ?? "nothing"} instead of ${wanted.get(name) ?? "nothing"}.`],
  );
}

/** On a sheet of distributions the lines below the heads are counted here, and compared where a figure rests on them. */
function laidOutDifferences({ name, rows }: AuditSheet, cells: Cells, values: number): readonly string[] {
  const wanted = new Map<string, AuditCell>(
    rows.flatMap(({ line, cells: laidOut }) =>
      laidOut.filter(({ value }) => value !== "").map((cell) => [`${letters(cell.column)}${line}`, cell] as const),
    ),
  );
  const differing = [...wanted].flatMap(([ref, cell]) => {
    const found = cells.get(ref);
    return isSame(found, cell) ? [] : [`${name} ${ref}: ${shown(found)} instead of ${wantedText(cell)}.`];
  });
  const surplus = cells.size - wanted.size - 3 * values;
  return [...differing, ...(surplus === 0 ? [] : [`${name}: ${cells.size} cells instead of ${cells.size - surplus}.`])];
}

function isSame(found: AuditReadCell | undefined, { value }: AuditCell): boolean {
  if (found === undefined) return false;
  if (typeof value === "string") return found.type === "text" && found.text === value && found.formula === undefined;
  if ("decimal" in value)
    return (
      found.type === "number" && found.formula === undefined && plainDecimal(found.text) === plainDecimal(value.decimal)
    );
  if ("text" in value) return found.type === "text" && found.text === value.text;
  const type = typeof value.cached === "number" ? "number" : "text";
  return found.formula === value.formula && found.type === type && found.text === `${value.cached}`;
}

function shown(cell: AuditReadCell | undefined): string {
  if (cell === undefined) return "nothing";
  return `${cell.type} "${cell.text}"${cell.formula === undefined ? "" : ` of =${cell.formula}`}`;
}

function wantedText({ value }: AuditCell): string {
  if (typeof value === "string") return `text "${value}"`;
  if ("decimal" in value) return `number "${value.decimal}"`;
  return "text" in value ? `text "${value.text}"` : `"${value.cached}" of =${value.formula}`;
}

/** Every figure is listed once on the first sheet, with the value that its own line shows and the cases it follows from. */
function figureDifferences(model: ReportModel, cells: ReadonlyMap<string, Cells>, read: AuditRead): readonly string[] {
  const index = cells.get(auditWords.index) as Cells;
  const listed = [...index].filter(([ref, { text }]) => ref.startsWith("J") && / J\d+$/.test(text));
  const rows = outlineOf(model).flatMap(({ indicators }) =>
    indicators.flatMap(({ blocks }) => blocks.flatMap(({ label, rows: own }) => own.map((row) => ({ label, row })))),
  );
  if (rows.length !== model.rows.length || listed.length !== rows.length)
    return [`${auditWords.index}: ${listed.length} figures instead of ${model.rows.length}.`];
  const compared = new Map<string, Distribution>();
  return rows.flatMap(({ label, row }, i) => {
    const [ref, { text: place }] = listed[i] as (typeof listed)[number];
    const on = (column: string) => index.get(`${column}${ref.slice(1)}`)?.text ?? "";
    const [, sheet = "", line = ""] = /^(.*), J(\d+)$/.exec(place) ?? [];
    const own = cells.get(sheet) ?? new Map<string, AuditReadCell>();
    const name = `${row.figure.act} ${row.figure.indicator} ${row.figure.measure} (${label})`;
    const isNamed =
      on("C") === label && on("D") === measureWords(row) && own.get(`A${line}`)?.text === measureWords(row);
    const value = row.figure.value;
    const published = value === null ? undefined : plainDecimal(value);
    const shownValues = [on("G"), own.get(`J${line}`)?.text ?? ""];
    const isValue =
      published === undefined
        ? shownValues.every((text) => /^n\./.test(text))
        : shownValues.every((text) => text === published);
    return [
      ...(isNamed ? [] : [`${auditWords.index} ${ref}: ${place} is not the line of ${name}.`]),
      ...(isValue ? [] : [`${name}: ${shownValues.join(" and ")} instead of ${value ?? "no value"}.`]),
      ...curveDifferences(row, termFormulas(own, line), cells, read, compared).map(
        (difference) => `${name}: ${difference}`,
      ),
    ];
  });
}

function termFormulas(own: Cells, line: string): string {
  return ["D", "F", "G"].map((column) => own.get(`${column}${line}`)?.formula ?? "").join(" ");
}

/** The cells that the figure's own formulas name hold the distribution behind it; each is compared once. */
function curveDifferences(
  { curve, figure }: ReportRow,
  formulas: string,
  cells: ReadonlyMap<string, Cells>,
  { names }: AuditRead,
  compared: Map<string, Distribution>,
): readonly string[] {
  const numbers = new Set([...formulas.matchAll(/\b(?:valori|casi|cumulata)_(\d+)/g)].map(([, number = ""]) => number));
  const [number] = numbers;
  if (number === undefined || curve === undefined || figure.value === null) return [];
  if (numbers.size > 1) return [`its formulas take from ${numbers.size} distributions`];
  if (compared.get(number) === curve) return [];
  compared.set(number, curve);
  const column = (name: string) => columnAt(names.get(`${name}_${number}`) ?? "", cells);
  const [values, counts, sums] = [column("valori"), column("casi"), column("cumulata")];
  return isDistribution(curve, values, counts, sums) ? [] : [`distribution ${number} is not the one it rests on`];
}

interface ReadColumn {
  readonly cells: readonly (AuditReadCell | undefined)[];
  readonly letter: string;
  readonly first: number;
}

function columnAt(range: string, cells: ReadonlyMap<string, Cells>): ReadColumn {
  const [, sheet = "", letter = "", first = "0", last = "-1"] =
    /^'(.*)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(range) ?? [];
  const of = cells.get(sheet);
  const length = Math.max(0, Number(last) - Number(first) + 1);
  const column = Array.from({ length }, (_, i) => of?.get(`${letter}${Number(first) + i}`));
  return { cells: column, letter, first: Number(first) };
}

function isDistribution(of: Distribution, values: ReadColumn, counts: ReadColumn, sums: ReadColumn): boolean {
  if ([values, counts, sums].some(({ cells }) => cells.length !== of.values.length)) return false;
  let seen = 0;
  return of.values.every((value, i) => {
    const count = of.counts[i] as number;
    seen += count;
    const line = sums.first + i;
    const formula = i === 0 ? `${counts.letter}${line}` : `${sums.letter}${line - 1}+${counts.letter}${line}`;
    return (
      isNumber(values.cells[i], value) &&
      isNumber(counts.cells[i], count) &&
      sums.cells[i]?.formula === formula &&
      sums.cells[i].text === `${seen}`
    );
  });
}

function isNumber(cell: AuditReadCell | undefined, value: number): boolean {
  return cell?.type === "number" && cell.formula === undefined && cell.text === `${value}`;
}
