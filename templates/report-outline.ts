/** The report in the order in which every document sets it out: acts, their indicators, and the blocks of one scope. */
import type { Act, Indicator, Service } from "../reports/act.ts";
import type { Conservation, ReportModel, ReportRow } from "../reports/report-model.ts";
import { compareText, scopeText } from "../reports/scope.ts";
import { DocumentError } from "./document-error.ts";
import { serviceWords } from "./italian.ts";
import { scopeWords } from "./scope-words.ts";

export interface ActPart {
  readonly act: Act;
  readonly indicators: readonly IndicatorPart[];
}

export interface IndicatorPart {
  readonly act: Act;
  readonly indicator: Indicator;
  readonly blocks: readonly Block[];
  readonly conservation: readonly Conservation[];
}

/** The figures of one scope, in the order of the report. */
export interface Block {
  readonly label: string;
  readonly rows: readonly ReportRow[];
}

/** Throws `stray-figure` where a figure belongs to no act or indicator of the report: it would be left out in silence. */
export function outlineOf(model: ReportModel): readonly ActPart[] {
  const parts = model.acts.map((act) => ({
    act,
    indicators: act.indicators.map((indicator) => indicatorPart(model, act, indicator)),
  }));
  const placed = new Set(rowsOf(parts));
  const stray = model.rows.find((row) => !placed.has(row));
  if (stray !== undefined) {
    const { act, indicator, measure } = stray.figure;
    throw new DocumentError("stray-figure", `No act of the report lists ${act} ${indicator} ${measure}.`);
  }
  return parts;
}

/** Every row in the order of print. */
export function rowsOf(parts: readonly ActPart[]): readonly ReportRow[] {
  return parts.flatMap(({ indicators }) => indicators.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows)));
}

function indicatorPart(model: ReportModel, act: Act, indicator: Indicator): IndicatorPart {
  // An act may measure one indicator for internet and for voice: each stands apart.
  const isOfIt = (row: { act: string; indicator: string; service: Service | null }) =>
    row.act === act.id && row.indicator === indicator.id && row.service === (indicator.service ?? null);
  const rows = model.rows.filter(({ figure }) => isOfIt(figure));
  const conservation = model.conservation.filter(isOfIt);
  return { act, indicator, blocks: blocksOf(rows), conservation };
}

function blocksOf(rows: readonly ReportRow[]): readonly Block[] {
  const services = new Set(rows.map(({ figure }) => figure.service));
  const blocks = new Map<string, { readonly label: string; readonly rows: ReportRow[] }>();
  for (const row of rows) {
    const service = services.size > 1 ? row.figure.service : null;
    const key = `${service ?? ""}|${scopeText(row.figure.scope)}`;
    const known = blocks.get(key);
    if (known === undefined) blocks.set(key, { label: blockLabel(row, service), rows: [row] });
    else known.rows.push(row);
  }
  return inModelOrder([...blocks.values()]);
}

/** Kinds of order stand in the order of the Authority's model, whose numbers their labels bear; all else stays in place. */
function inModelOrder(blocks: readonly Block[]): readonly Block[] {
  const isOrderType = ({ rows }: Block) => typeof rows[0]?.figure.scope.order_type === "string";
  const sorted = blocks.filter(isOrderType).sort((a, b) => compareText(a.label, b.label));
  let next = 0;
  return blocks.map((block) => (isOrderType(block) ? (sorted[next++] ?? block) : block));
}

/** The service is named only where one indicator speaks of both. */
function blockLabel({ figure }: ReportRow, service: Service | null): string {
  const scope = scopeWords(figure.scope);
  return service === null ? scope : `${serviceWords[service]}; ${scope}`;
}
