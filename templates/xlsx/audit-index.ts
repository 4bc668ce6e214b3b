/** The first sheet of the audit workbook: every figure of the report, its control, and the cell where it is recalculated. */
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import { measureWords, outcomeWords } from "../figure-words.ts";
import { notApplicable, periodWords, sections, unitWords } from "../italian.ts";
import {
  type AuditCell,
  type AuditRow,
  type AuditSheet,
  type AuditValue,
  type Look,
  textFormat,
  whole,
} from "./audit-cell.ts";
import { type AuditIndicator, actLabel, indicatorLabel } from "./audit-curves.ts";
import { at, publishedValue } from "./audit-figure.ts";
import type { IndicatorSheet } from "./audit-sheet.ts";
import { agreementFormula, agreementWords, auditWords, guide, indexColumns, placeWords } from "./audit-words.ts";

const widths = [16, 32, 28, 38, 10, 10, 12, 17, 10, 19] as const;

export interface IndexedSheet {
  readonly indicator: AuditIndicator;
  readonly sheet: IndicatorSheet;
}

/** The line of the heads; the figures stand below it. */
export const indexHead = guide.length + 5;

export function indexSheet(model: ReportModel, sheets: readonly IndexedSheet[]): AuditSheet {
  const listed = sheets.flatMap(({ indicator, sheet }) =>
    indicator.part.blocks.flatMap(({ label, rows }) => rows.map((row) => ({ indicator, sheet, label, row }))),
  );
  const first = indexHead + 1;
  const last = indexHead + listed.length;
  const controls = listed.map(({ sheet, row }) => controlOf(sheet, row));
  const controlled = controls.filter((control) => control !== auditWords.none).length;
  const range = `I${first}:I${last}`;
  const agreement: AuditValue =
    listed.length === 0
      ? agreementWords(0, 0)
      : {
          formula: agreementFormula(
            `COUNTIF(${range},"${auditWords.agrees}")`,
            `(ROWS(${range})-COUNTIF(${range},"${auditWords.none}"))`,
          ),
          cached: agreementWords(controlled, controlled),
          format: textFormat,
        };
  const wide = (value: AuditValue, look: Look): readonly AuditCell[] => [
    { column: 1, value, look, span: widths.length },
  ];
  const rows: AuditRow[] = [
    wide(`${auditWords.title} – ${model.operator.name}`, "title"),
    wide(`${periodWords(model.period)} – ${sections.snapshot}: ${model.snapshot}`, "line"),
    ...guide.map((sentence) => wide(sentence, "line")),
    wide(agreement, "band"),
    [],
    indexColumns.map((value, i): AuditCell => ({ column: i + 1, value, look: "head" })),
  ].map((cells, i) => ({ line: i + 1, cells }));
  listed.forEach(({ indicator, sheet, label, row }, i) => {
    const ref = `${at.published}${sheet.lines.get(row) ?? 0}`;
    const { figure } = row;
    const values: readonly AuditValue[] = [
      actLabel(row.act),
      indicatorLabel(indicator.part),
      label,
      measureWords(row),
      unitWords(figure.unit),
      figure.outcome === "not_applicable" ? notApplicable : whole(figure.cases),
      publishedValue(row),
      outcomeWords(row),
      controls[i] ?? auditWords.none,
      { text: placeWords(sheet.name, ref), to: { sheet: sheet.name, ref } },
    ];
    const cells = values.map((value, k): AuditCell => ({ column: k + 1, value, look: looks[k] ?? "text" }));
    rows.push({ line: first + i, cells });
  });
  return { name: auditWords.index, widths, frozen: indexHead, titles: [indexHead, indexHead], fits: true, rows };
}

const looks: readonly (Look | undefined)[] = [
  ...[undefined, undefined, undefined, undefined],
  ...(["centre", "number", "published", "centre", "centre"] as const),
];

/** The control's own cell, or the dash where nothing is controlled. */
function controlOf(sheet: IndicatorSheet, row: ReportRow): AuditValue {
  const line = sheet.lines.get(row);
  const cell = sheet.rows.find((one) => one.line === line)?.cells.find(({ column }) => column === 14)?.value;
  if (cell === undefined || typeof cell === "string") return auditWords.none;
  return { formula: `'${sheet.name}'!${at.control}${line}`, cached: auditWords.agrees, format: textFormat };
}
