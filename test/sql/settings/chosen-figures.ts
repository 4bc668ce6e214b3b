/** Figures of an act from hand-made rows under an operator's choices, by the very steps of a report. */
import { actOf } from "../../../reports/acts/index.ts";
import { factsOf } from "../../../reports/facts.ts";
import { exactText, measured } from "../../../reports/measure.ts";
import { period as periodOf } from "../../../reports/period.ts";
import { withSettings } from "../../../reports/settings.ts";
import { classCounts, fold } from "../../../sql/fold.ts";
import { populations } from "../../../sql/populations/index.ts";
import { contextOf, type HandMade, onTables } from "../hand-made.ts";

export interface ChosenFigure {
  readonly exact: string | null;
  readonly cases: number;
  /** Class → rows of the population's first table. */
  readonly classes: Readonly<Record<string, number>>;
}

export interface Chosen {
  /** `131-06-csp activation-time p95`. */
  readonly figure: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** The half-year's figure where `half` is 1, else the year's; throws where a row is left out under no exclusion of the act. */
export async function chosenFigures(
  data: HandMade,
  asked: readonly Chosen[],
  half: 1 | null = 1,
): Promise<readonly ChosenFigure[]> {
  const period = periodOf(2026, half);
  return onTables(
    data,
    async (engine) => {
      const figures: ChosenFigure[] = [];
      for (const { figure, settings } of asked) {
        const [act = "", indicatorId, measureId] = figure.split(" ");
        const found = actOf(act);
        const indicator = withSettings(found === undefined ? [] : [found], settings)
          .flatMap(({ indicators }) => indicators)
          .find(({ id }) => id === indicatorId);
        const measure = indicator?.measures.find(({ id }) => id === measureId);
        if (indicator === undefined || measure === undefined) throw new Error(`there is no ${figure}`);
        const parts = populations[indicator.population](contextOf(engine, indicator.settings, { period }));
        const [first] = parts;
        if (first === undefined) throw new Error(`${figure} is measured on no table`);
        const counts = await classCounts(engine.db, first);
        const known = ["outside", "no-concern", "counted", ...indicator.exclusions.map(({ id }) => id)];
        for (const { class: name } of counts)
          if (!known.includes(name)) throw new Error(`${figure} leaves rows out as ${name} and names no clause`);
        const facts = factsOf((await fold(engine.db, parts, { by: [], only: {} })).get("")?.facts ?? []);
        const result = measured(measure, facts);
        const classes = Object.fromEntries(counts.map((count) => [count.class, count.rows]));
        figures.push({ exact: exactText(result), cases: result.cases, classes });
      }
      return figures;
    },
    { period },
  );
}

/** The exact value under the act's own choice and under the alternative. */
export async function ownAndOther(
  data: HandMade,
  figure: string,
  settings: Readonly<Record<string, string>>,
): Promise<readonly (string | null)[]> {
  const figures = await chosenFigures(data, [
    { figure, settings: {} },
    { figure, settings },
  ]);
  return figures.map(({ exact }) => exact);
}
