/** A missed figure by month, against the oracle asked for that month alone. */
import { expect, test } from "vitest";
import { monthsBehind } from "../../jobs/explain-months.ts";
import type { Figure, ReportRow } from "../../reports/report-model.ts";
import { oracle } from "../oracle/oracle.ts";
import { askedOf, byProduct, named, said } from "./compare.ts";
import { seededCase } from "./seeds.ts";

/** So many figures, from the first to the last, are taken as missed. */
const shownFigures = 15;

/** Operators without a bad row, so that no month of theirs is refused. */
test.each([9, 24])("the months of the operator of seed %i", { timeout: 180_000 }, async (seed) => {
  const data = seededCase(seed);
  const [extraction] = data.extractions;
  if (extraction === undefined || data.extractions.length > 1) throw new Error(`seed ${seed} is no half-year`);
  const byProductMonths: Record<string, string> = {};
  const shown: ReportRow[] = [];
  await byProduct(data, async ({ engine, measuring, rows }) => {
    const offered = rows.filter(({ figure }) => figure.outcome !== "not_applicable");
    const step = Math.ceil(offered.length / shownFigures);
    shown.push(...offered.filter((_, i) => i % step === 0));
    for (const row of shown) {
      const figure: Figure = { ...row.figure, outcome: "missed", target: "0", comparator: "<=" };
      const found = await monthsBehind({ engine, measuring, row, figure, period: measuring.period }, undefined);
      for (const month of found?.months ?? []) byProductMonths[`${month.month} ${named(figure)}`] = said(month);
    }
  });
  const asked = await askedOf(data);
  const targets = shown.map(({ figure: { service, ...figure } }) => ({
    ...figure,
    ...(service !== null && { service }),
    scope: { ...figure.scope },
  }));
  const names = new Set(shown.map(({ figure }) => named(figure)));
  const byOracleMonths = [0, 1, 2, 3, 4, 5].flatMap((i) => {
    const month = i + (extraction.half === 1 ? 1 : 7);
    const input = { ...asked, targets, half: extraction.half, month, tables: Object.fromEntries(extraction.tables) };
    const { figures, fatal } = oracle(input);
    expect(fatal).toBeUndefined();
    const yearMonth = `${data.year}-${String(month).padStart(2, "0")}`;
    return figures
      .filter((figure) => names.has(named(figure)))
      .map((figure) => [`${yearMonth} ${named(figure)}`, said(figure)] as const);
  });
  expect(names.size).toBeGreaterThan(8);
  expect(byProductMonths).toEqual(Object.fromEntries(byOracleMonths));
});
