/** Measures an explained figure month by month, on the rows that each month governs. */
import { type ByMonth, byMonth, missedBound, monthsOf } from "../reports/explain-months.ts";
import { type Facts, factsOf } from "../reports/facts.ts";
import type { Lateness } from "../reports/late-cases.ts";
import { dimensions, type Scope } from "../reports/scope.ts";
import { fold, withKeptRows } from "../sql/fold.ts";
import type { Behind } from "./case-rows.ts";
import { calendarOf, populationOf } from "./measure.ts";

/** Undefined where the figure missed nothing: nobody asks then in which month. */
export async function monthsBehind(
  behind: Pick<Behind, "engine" | "measuring" | "row" | "figure" | "period">,
  lateness: Lateness | undefined,
): Promise<ByMonth | undefined> {
  const { engine, measuring, row, figure, period } = behind;
  if (missedBound(figure) === undefined) return undefined;
  const calendar = await calendarOf(measuring);
  const only = Object.fromEntries(dimensions.map((name) => [name, figure.scope[name]])) as Scope;
  const months: { month: string; facts: Facts }[] = [];
  for (const month of monthsOf(period)) {
    const within = { ...measuring, calendar, period: month };
    const rows = populationOf(row.indicator.population, row.indicator, within, figure.scope);
    const folded = await withKeptRows(engine.db, rows, "month", (kept) => fold(engine.db, kept, { by: [], only }));
    months.push({ month: month.id, facts: factsOf(folded.get("")?.facts ?? []) });
  }
  return byMonth(row.measure, figure, lateness, months);
}
