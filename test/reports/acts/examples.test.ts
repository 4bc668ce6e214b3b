/** Every worked example of every act, through the steps of a report: rows checked, measured, figured. */
import { describe, expect, test } from "vitest";
import { measure } from "../../../jobs/measure.ts";
import { isOf } from "../../../reports/act-lints-examples.ts";
import type { Example } from "../../../reports/acts/examples/example.ts";
import { examples } from "../../../reports/acts/examples/index.ts";
import { acts } from "../../../reports/acts/index.ts";
import { figuresOf } from "../../../reports/figures.ts";
import { parsePeriod } from "../../../reports/period.ts";
import type { Figure } from "../../../reports/report-model.ts";
import { scopeText } from "../../../reports/scope.ts";
import { type TableName, tables } from "../../../sql/tables.ts";
import { wording } from "../../../templates/wording.ts";
import { type HandMade, onTables, rome } from "../../sql/hand-made.ts";

describe.each(acts)("$id", (act) => {
  test.each(examples.get(act.id) ?? [])("$indicator $service: $words", async (example) => {
    const indicators = act.indicators.filter((indicator) => isOf(example, indicator));
    expect(indicators).toHaveLength(1);
    const figures = await figuresOn(example, { ...act, indicators });
    const found = example.expected.map(({ measure: id, scope = {}, minimum }) => {
      const [figure, ...others] = figures.filter(
        (one) => one.measure === id && scopeText(one.scope) === scopeText(scope),
      );
      expect(others).toEqual([]);
      const { value, exact, cases } = figure ?? {};
      return { measure: id, value, exact, cases, ...(minimum !== undefined && { minimum: figure?.minimum?.outcome }) };
    });
    expect(found).toEqual(example.expected.map(({ words: _, scope: __, ...figure }) => figure));
  });
});

async function figuresOn(example: Example, act: (typeof acts)[number]): Promise<readonly Figure[]> {
  const period = parsePeriod(example.period);
  if (period === undefined) throw new Error(`${example.period} is no period`);
  return onTables(
    example.rows as HandMade,
    async ({ db }) => {
      const { results } = await measure({
        db,
        period,
        calendar: { rome, near: Number(period.startMicros / 1_000_000n) },
        acts: [act],
        targets: [],
        services: ["internet", "voice", "dialup"],
        quarantined: {},
      });
      const context = { wording, period, targets: [], absent: [] };
      return results.flatMap((of) => figuresOf(of, context)).map(({ figure }) => figure);
    },
    { period },
  );
}

describe("an example's rows are whole", () => {
  const rows = [...examples].flatMap(([act, list]) =>
    list.flatMap((example) =>
      Object.entries(example.rows).map(([table, of]) => ({ act, table, of, words: example.words })),
    ),
  );

  test("each names every column of its canonical table and no other", () => {
    const faulty = rows.filter(({ table, of }) => {
      const columns = tables[table as TableName]?.columns.map(({ name }) => name).sort();
      return of.some((row) => Object.keys(row).sort().join() !== columns?.join());
    });
    expect(faulty.map(({ act, table, words }) => `${act} ${table}: ${words}`)).toEqual([]);
  });
});
