/** One figure of an act from hand-made rows, by the very steps of a report: population, fold, facts, measure. */
import { actOf } from "../../reports/acts/index.ts";
import { factsOf } from "../../reports/facts.ts";
import { exactText, measured, printedValue } from "../../reports/measure.ts";
import { period as periodOf } from "../../reports/period.ts";
import type { Scope } from "../../reports/scope.ts";
import { fold } from "../../sql/fold.ts";
import { populations } from "../../sql/populations/index.ts";
import { contextOf, type HandMade, onTables } from "./hand-made.ts";

export interface FigureName {
  readonly act: string;
  readonly indicator: string;
  readonly measure: string;
  readonly year: number;
  readonly half: 1 | 2 | null;
  readonly scope?: Scope;
}

/** `value`, the printed decimal; `exact`; `cases`. */
export async function figureOn(
  data: HandMade,
  { act, indicator, measure, year, half, scope = {} }: FigureName,
): Promise<{ readonly value: string | null; readonly exact: string | null; readonly cases: number }> {
  const found = actOf(act)?.indicators.find(({ id }) => id === indicator);
  const wanted = found?.measures.find(({ id }) => id === measure);
  if (found === undefined || wanted === undefined) throw new Error(`no measure ${act} ${indicator} ${measure}`);
  const period = periodOf(year, half);
  const { limit, responsibility, conditions, ...only } = scope;
  return onTables(
    data,
    async (engine) => {
      const narrowed = {
        period,
        ownFaultsOnly: responsibility === "own",
        normalConditionsOnly: conditions === "normal",
      };
      const population = populations[found.population](contextOf(engine, found.settings, narrowed));
      const folded = (await fold(engine.db, population, { by: [], only })).get("");
      const result = measured(wanted, factsOf(folded?.facts ?? []), limit);
      return { value: printedValue(wanted, result), exact: exactText(result), cases: result.cases };
    },
    { period },
  );
}
