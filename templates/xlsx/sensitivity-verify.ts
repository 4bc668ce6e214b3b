/**
 * Compares the sensitivity workbook's bytes with what was found. Figures are looked up by their own words on the sheet of
 * their alternative, and the numbers are compared with the figures themselves, not with the rows that were laid out.
 */
import type { MovedFigure, Sensitivity, SettingEffect } from "../../reports/settings-effect.ts";
import { notApplicable, notDeterminable, notFixed } from "../italian.ts";
import { type ReadCell, readWorkbook } from "./read-workbook.ts";
import { type SensitivityRow, sensitivityRow } from "./sensitivity-rows.ts";
import { internalNotice, sensitivityWords, sideOutcome } from "./sensitivity-words.ts";
import { effectLines, effectSheet, figureHead, summaryHead, summaryRow } from "./sensitivity-workbook.ts";
import { plainDecimal } from "./workbook-text.ts";

/** Each difference as a sentence; none where the file says what was found. */
export async function verifySensitivity(bytes: Uint8Array, sensitivity: Sensitivity): Promise<readonly string[]> {
  const { effects } = sensitivity;
  const read = await readWorkbook(bytes);
  const expected = [sensitivityWords.summary, ...effects.map(effectSheet)];
  if (expected.join("|") !== read.sheets.join("|"))
    return [`The sheets are ${read.sheets.join(", ") || "none"}; expected ${expected.join(", ")}.`];
  const cells = Map.groupBy(read.cells, ({ sheet }) => sheet);
  const on = (sheet: string) => new Map((cells.get(sheet) ?? []).map((cell) => [cell.ref, cell]));
  return [
    ...read.sheets
      .filter((sheet) => on(sheet).get("A2")?.text !== internalNotice)
      .map((sheet) => `${sheet} does not say that it is for the operator alone.`),
    ...effects.flatMap((effect, index) => summaryDifferences(on(sensitivityWords.summary), effect, index)),
    ...effects.flatMap((effect, index) =>
      effectDifferences(effectSheet(effect, index), on(expected[index + 1] ?? ""), effect),
    ),
  ];
}

type Cells = ReadonlyMap<string, ReadCell>;

function summaryDifferences(cells: Cells, effect: SettingEffect, index: number): readonly string[] {
  const line = summaryHead + 1 + index;
  const wanted = summaryRow(effect, index).map((value) => (typeof value === "string" ? value : value.decimal));
  return wanted.flatMap((text, column) => {
    const found = cells.get(`${letter(column)}${line}`)?.text ?? "";
    return found === text
      ? []
      : [`${sensitivityWords.summary} ${letter(column)}${line}: "${found}" instead of "${text}".`];
  });
}

function effectDifferences(sheet: string, cells: Cells, effect: SettingEffect): readonly string[] {
  const lines = effectLines(effect).flatMap((text, index) =>
    cells.get(`A${index + 1}`)?.text === text ? [] : [`${sheet} A${index + 1} does not say "${text}".`],
  );
  const last = Math.max(figureHead, ...[...cells.keys()].map((ref) => Number(/\d+$/.exec(ref)?.[0])));
  const rows = Array.from({ length: last - figureHead }, (_, i) => figureHead + 1 + i).filter((line) =>
    cells.has(`B${line}`),
  );
  // Two figures may go by the same words, as a set that the data names like its members: they stand in their order.
  const byName = Map.groupBy(rows, (line) => ["B", "C", "D"].map((at) => cells.get(`${at}${line}`)?.text).join(" › "));
  const seen = new Map<string, number>();
  const figures = effect.moved.flatMap((figure) => {
    const laidOut = sensitivityRow(figure);
    const name = laidOut.slice(1, 4).join(" › ");
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const line = byName.get(name)?.[nth];
    if (line === undefined) return [`${sheet}: no row for ${name}.`];
    return wantedCells(figure, laidOut).flatMap((wanted, column) => {
      const found = cells.get(`${letter(column)}${line}`);
      return isSame(found, wanted) ? [] : [`${sheet} ${letter(column)}${line}: ${shown(found)} for ${name}.`];
    });
  });
  const excess = rows.length - effect.moved.length;
  return [
    ...lines,
    ...(excess === 0 ? [] : [`${sheet}: ${rows.length} rows instead of ${effect.moved.length}.`]),
    ...figures,
  ];
}

/** Taken from the figures themselves, but for what only names them. */
function wantedCells({ own, alternative, turns }: MovedFigure, laidOut: SensitivityRow): SensitivityRow {
  const sides = [own, alternative].flatMap((row) => {
    if (row === undefined) return [notFixed, notFixed, notFixed];
    const { cases, value, outcome } = row.figure;
    const unknown = outcome === "not_applicable" ? notApplicable : notDeterminable;
    const shownValue = value === null ? unknown : { decimal: value, decimals: 0 };
    return [{ decimal: `${cases}`, decimals: 0 }, shownValue, sideOutcome(row)];
  });
  return [turns ? sensitivityWords.yes : "", ...laidOut.slice(1, 6), ...sides, ...laidOut.slice(-1)];
}

function isSame(found: ReadCell | undefined, wanted: SensitivityRow[number]): boolean {
  if (typeof wanted === "string") return (found?.text ?? "") === wanted && found?.type !== "number";
  return found?.type === "number" && plainDecimal(found.text) === plainDecimal(wanted.decimal);
}

const shown = (cell: ReadCell | undefined): string =>
  cell === undefined ? "nothing stands there" : `it holds the ${cell.type} "${cell.text}"`;

const letter = (column: number): string => String.fromCharCode("A".charCodeAt(0) + column);
