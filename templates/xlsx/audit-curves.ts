/**
 * The distributions of the audit workbook: each once, however many figures, scopes and acts rest on it, and where it lies.
 * Formulas call its columns by name.
 */
import type { Act } from "../../reports/act.ts";
import type { Distribution } from "../../reports/distribution.ts";
import { quantityUnit } from "../../reports/explain.ts";
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import { type Block, type IndicatorPart, outlineOf } from "../report-outline.ts";
import { letters } from "./audit-cell.ts";
import { auditWords, factWords, indicatorWords, shortService } from "./audit-words.ts";
import { sheetName } from "./workbook-text.ts";

/** The line of the heads on a sheet of distributions; the values stand below it. */
export const dataHead = 4;

/** What is longer is not reasonable to page through: it stands whole in the distributions file. */
const mostValues = 100_000;
const mostInAll = 400_000;

export interface Curve {
  /** From 1: `valori_3`. */
  readonly number: number;
  readonly of: Distribution;
  /** Of the figure that it was first needed for. */
  readonly scope: string;
  readonly quantity: string;
  /** Absent where it is too long for the workbook. */
  readonly place?: { readonly sheet: string; readonly column: number };
}

export interface AuditIndicator {
  readonly part: IndicatorPart;
  readonly sheet: string;
  readonly dataSheet: string;
  /** The distributions that its figures rest on, in the order of the figures; another indicator's sheet may hold one. */
  readonly curves: readonly Curve[];
}

export interface AuditPlan {
  readonly indicators: readonly AuditIndicator[];
  readonly curveOf: (row: ReportRow) => Curve | undefined;
}

/** Indicators without any figure have no sheet. */
export function planOf(model: ReportModel): AuditPlan {
  const parts = outlineOf(model).flatMap(({ indicators }) => indicators.filter(({ blocks }) => blocks.length > 0));
  const known = new Map<string, Curve[]>();
  const byRow = new Map<ReportRow, Curve>();
  let [numbered, held] = [0, 0];
  const indicators = parts.map((part): AuditIndicator => {
    const base = baseName(part, parts);
    const dataSheet = sheetName(`${base} ${auditWords.data}`);
    const curves = new Set<Curve>();
    let column = 1;
    for (const { row, block } of rowsWithCurve(part)) {
      const of = row.curve as Distribution;
      const alike = known.get(keyOf(of)) ?? [];
      let curve = alike.find((one) => isSame(one.of, of));
      if (curve === undefined) {
        const length = of.values.length;
        const isHeld = length <= mostValues && held + length <= mostInAll;
        numbered += 1;
        const named = { scope: block.label, quantity: quantityOf(row) };
        curve = { number: numbered, of, ...named, ...(isHeld && { place: { sheet: dataSheet, column } }) };
        if (isHeld) [column, held] = [column + 3, held + length];
        known.set(keyOf(of), [...alike, curve]);
      }
      curves.add(curve);
      byRow.set(row, curve);
    }
    return { part, sheet: sheetName(base), dataSheet, curves: [...curves] };
  });
  return { indicators, curveOf: (row) => byRow.get(row) };
}

function rowsWithCurve({ blocks }: IndicatorPart): readonly { readonly row: ReportRow; readonly block: Block }[] {
  return blocks.flatMap((block) =>
    block.rows
      .filter(({ curve, figure }) => curve !== undefined && curve.values.length > 0 && figure.value !== null)
      .map((row) => ({ row, block })),
  );
}

/** `"131/06/CSP 1"`; with the service where the act measures one thing for both. */
function baseName({ act, indicator }: IndicatorPart, all: readonly IndicatorPart[]): string {
  const name = `${actLabel(act)} ${indicator.ordinal}`;
  const isTwice = all.filter((other) => other.act === act && other.indicator.ordinal === indicator.ordinal).length > 1;
  return isTwice && indicator.service !== undefined ? `${name} ${shortService[indicator.service]}` : name;
}

/** The act's number; the operator's own commitments have none. */
export function actLabel({ number }: Act): string {
  return number === "" ? auditWords.own : number;
}

export function indicatorLabel({ indicator }: IndicatorPart): string {
  return indicatorWords(indicator.ordinal, indicator.name, indicator.service);
}

function quantityOf({ indicator, measure }: ReportRow): string {
  const fact = "of" in measure.formula ? measure.formula.of : "";
  return factWords(fact, quantityUnit(indicator, measure));
}

function keyOf({ values, counts }: Distribution): string {
  return [values.length, values[0], values.at(-1), counts[0], counts.at(-1)].join(" ");
}

function isSame(a: Distribution, b: Distribution): boolean {
  return (
    a === b ||
    (a.values.length === b.values.length &&
      a.values.every((value, i) => value === b.values[i] && a.counts[i] === b.counts[i]))
  );
}

const columnNames = ["valori", "casi", "cumulata"] as const;
export type CurveColumn = (typeof columnNames)[number];

/** `"casi_3"`. */
export function nameOf({ number }: Curve, column: CurveColumn): string {
  return `${column}_${number}`;
}

/** Every name with the cells that it stands for. */
export function definedNames({ indicators }: AuditPlan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const curve of new Set(indicators.flatMap(({ curves }) => curves))) {
    if (curve.place === undefined) continue;
    const { sheet, column } = curve.place;
    const last = dataHead + curve.of.values.length;
    for (const [i, name] of columnNames.entries()) {
      const letter = letters(column + i);
      names.set(nameOf(curve, name), `'${sheet}'!$${letter}$${dataHead + 1}:$${letter}$${last}`);
    }
  }
  return names;
}
