/** The cases behind a figure: the one that a percentile names, and those that are late. */
import { quantityUnit, type Working } from "../reports/explain.ts";
import type { CaseRow, WitnessRow } from "../reports/explanation.ts";
import type { Lateness } from "../reports/late-cases.ts";
import type { ReportRow } from "../reports/report-model.ts";
import { dimensions, type Scope } from "../reports/scope.ts";
import { rowsOf, streamRowsOf } from "../sql/rows-of.ts";
import { jobError } from "./errors.ts";
import type { ExplainOptions } from "./explain.ts";
import { calendarOf, type MeasureOptions, populationOf } from "./measure.ts";
import { isNetDuration, shownRow } from "./traced-rows.ts";

export interface Behind extends ExplainOptions {
  readonly measuring: MeasureOptions;
  readonly row: ReportRow;
}

/** The classified rows of the figure's scope, and the scope's dimensions alone. */
async function rowsBehind({ measuring, row, figure }: Behind) {
  const { scope } = figure;
  const calendar = await calendarOf(measuring);
  const rows = populationOf(row.indicator.population, row.indicator, { ...measuring, calendar }, scope);
  const only = Object.fromEntries(dimensions.map((name) => [name, scope[name]])) as Scope;
  return { rows, only };
}

function shownAs({ row, ground }: Behind, fact: string) {
  const unit = quantityUnit(row.indicator, row.measure);
  return {
    rome: ground.snapshot.manifest.rome,
    unit,
    isNetDuration: isNetDuration(row.indicator, fact),
    countsStartedDays: row.indicator.settings.dayCount === "started-days",
  };
}

/** Throws `explained-differs` where the row at the rank has another value than the figure. */
export async function witnessOf(
  behind: Behind,
  working: Working | undefined,
): Promise<readonly WitnessRow[] | undefined> {
  const { engine, row, figure, name, report } = behind;
  const { formula } = row.measure;
  if (working?.kind !== "percentile" || formula.kind !== "percentile" || working.cases === "0") return undefined;
  const { rows, only } = await rowsBehind(behind);
  const rank = Number(working.rank);
  const first = Math.max(rank - 1, 1);
  const asked = { fact: formula.of, only, offset: first - 1, limit: rank - first + 2 };
  const found = await rowsOf(engine.db, rows, asked);
  const witness = found?.map((traced, i): WitnessRow => {
    const place = first + i < rank ? "before" : first + i === rank ? "at" : "after";
    return { rank: `${first + i}`, place, ...shownRow(traced, shownAs(behind, formula.of)) };
  });
  const at = witness?.find(({ place }) => place === "at");
  if (witness !== undefined && at?.value !== working.valueAtRank)
    throw jobError("explained-differs", { name, folder: report.folder, was: figure.value, is: at?.value });
  return witness;
}

export async function* lateRows(behind: Behind, lateness: Lateness): AsyncIterable<CaseRow> {
  const { rows, only } = await rowsBehind(behind);
  const late = streamRowsOf(behind.engine.db, rows, { fact: lateness.fact, only, beyond: lateness });
  for await (const row of late ?? []) yield shownRow(row, shownAs(behind, lateness.fact));
}
