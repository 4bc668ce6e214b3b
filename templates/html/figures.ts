/** The table of one indicator's figures beside their targets, its notes, and its pictures. */
import type { ReportPeriod, ReportRow } from "../../reports/report-model.ts";
import { cumulativeCharts } from "../charts/cumulative.ts";
import { regionBars } from "../charts/regions.ts";
import { measureWords } from "../figure-words.ts";
import { sentences } from "../italian.ts";
import { figureTable } from "../pdf/figure-table.ts";
import type { IndicatorPart, Block as ScopeBlock } from "../report-outline.ts";
import { type Block, type Column, type Link, type Picture, paragraph, type Row } from "./block.ts";
import { chartTitle, figuresCaption, noteLabel, regionsTitle } from "./page-words.ts";

type ColumnName = ReturnType<typeof figureTable>["columns"][number]["name"];

/** `id`: of the indicator's section; all ids below begin with it. */
export function figureBlocks(part: IndicatorPart, period: ReportPeriod, id: string): readonly Block[] {
  const table = figureTable(part, period);
  if (table.rows.length === 0) return [paragraph(sentences.noFigures)];
  const rows = table.rows.map(({ row, cells, startsBlock }): Row => {
    const tone = row.figure.outcome;
    return {
      cells: cells.map((cell, index) => (table.columns[index]?.name === "notes" ? noteLinks(cell, id) : cell)),
      startsGroup: startsBlock,
      ...((tone === "met" || tone === "missed") && { tone }),
    };
  });
  const columns = table.head.map((head, index): Column => ({ head, kind: kindOf(table.columns[index]?.name) }));
  const notes = table.notes.map((text, index) => ({ text, id: noteId(id, index + 1) }));
  return [
    { kind: "table", id: `${id}-valori`, caption: figuresCaption(part.indicator.name), columns, rows },
    ...(notes.length === 0 ? [] : [{ kind: "list", items: notes, start: 1, tone: "small" } as const]),
    ...pictures(part),
  ];
}

function kindOf(name: ColumnName | undefined): Column["kind"] {
  switch (name) {
    case "scope":
    case "measure":
      return "name";
    case "first":
    case "second":
    case "cases":
    case "margin":
      return "number";
    case "value":
      return "value";
    case "outcome":
      return "outcome";
    default:
      return "text";
  }
}

function noteLinks(cell: string, id: string): readonly (string | Link)[] {
  if (cell === "") return [];
  return cell.split(", ").flatMap((number, index) => {
    const link = { text: number, href: `#${noteId(id, Number(number))}`, label: noteLabel(Number(number)) };
    return index === 0 ? [link] : [" ", link];
  });
}

const noteId = (id: string, number: number): string => `${id}-nota-${number}`;

/** The whole population and the scopes that carry a target; of an indicator that has no whole, each scope. */
function pictures({ indicator, blocks }: IndicatorPart): readonly Picture[] {
  const hasWhole = blocks.some(isWhole);
  const told = blocks.filter((block) => !hasWhole || isWhole(block) || block.rows.some(hasTarget));
  const curves = told.flatMap(({ label, rows }) =>
    cumulativeCharts(rows).map(
      (chart): Picture => ({ kind: "picture", title: chartTitle(indicator.name, label), chart }),
    ),
  );
  return [...curves, ...regions(blocks, indicator.name)];
}

function isWhole({ rows }: ScopeBlock): boolean {
  return rows.every(({ figure }) => Object.keys(figure.scope).length === 0);
}

const hasTarget = ({ figure }: ReportRow): boolean => figure.target !== undefined;

/** The first measure alone: the table has them all. */
function regions(blocks: readonly ScopeBlock[], indicator: string): readonly Picture[] {
  const regional = blocks
    .flatMap(({ rows }) => rows)
    .filter(({ figure: { scope } }) => typeof scope.region === "string" && Object.keys(scope).length === 1);
  const [first] = regional;
  if (first === undefined) return [];
  const chart = regionBars(regional.filter(({ figure }) => figure.measure === first.figure.measure));
  return chart === undefined ? [] : [{ kind: "picture", title: regionsTitle(indicator, measureWords(first)), chart }];
}
