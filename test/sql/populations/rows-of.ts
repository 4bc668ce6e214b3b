/** A population on hand-made rows: what class each row has, what is folded out of the counted ones, and the query's text. */
import type { Population, PopulationSettings } from "../../../reports/act.ts";
import { type Distribution, pairs } from "../../../reports/distribution.ts";
import { factsOf } from "../../../reports/facts.ts";
import type { Period } from "../../../reports/period.ts";
import { rationalText } from "../../../reports/rational.ts";
import type { Scope } from "../../../reports/scope.ts";
import { classCounts, fold } from "../../../sql/fold.ts";
import { populations } from "../../../sql/populations/index.ts";
import type { TableName } from "../../../sql/tables.ts";
import { contextOf, type HandMade, onTables } from "../hand-made.ts";

export interface Asked {
  readonly population: Population;
  readonly settings: PopulationSettings;
  /** The first half of 2026, unless another is named. */
  readonly period?: Period;
  readonly ownFaultsOnly?: boolean;
  readonly normalConditionsOnly?: boolean;
  readonly only?: Scope;
}

export interface Answer {
  /** Table → class → rows. */
  readonly classes: Readonly<Partial<Record<TableName, Readonly<Record<string, number>>>>>;
  /** Distributions as `value` → cases, counts as fractions. */
  readonly facts: Readonly<Record<string, Readonly<Record<string, number>> | string>>;
  /** `table reason` → rows left out of some measure or of all. */
  readonly excluded: Readonly<Record<string, number>>;
}

const shown = (of: Distribution) => Object.fromEntries(pairs(of));

export async function measuredOn(
  data: HandMade,
  { population, settings, only = {}, ...narrowed }: Asked,
): Promise<Answer> {
  return onTables(data, async (engine) => {
    const parts = populations[population](contextOf(engine, settings, narrowed));
    const classes: Partial<Record<TableName, Readonly<Record<string, number>>>> = {};
    for (const part of parts)
      classes[part.table] = Object.fromEntries(
        (await classCounts(engine.db, part)).map((count) => [count.class, count.rows]),
      );
    const { distributions, counts, excluded } = factsOf(
      (await fold(engine.db, parts, { by: [], only })).get("")?.facts ?? [],
    );
    return {
      classes,
      facts: {
        ...Object.fromEntries([...distributions].map(([fact, of]) => [fact, shown(of)])),
        ...Object.fromEntries([...counts].map(([fact, count]) => [fact, rationalText(count)])),
      },
      excluded: Object.fromEntries(excluded),
    };
  });
}

/** The text and the bound values of every query of a population, blanks made one. */
export async function compiledOf({ population, settings, ...narrowed }: Asked) {
  return onTables({}, async (engine) =>
    populations[population](contextOf(engine, settings, narrowed)).map(({ rows }) => {
      const { sql, parameters } = rows.compile();
      return { sql: sql.replaceAll(/\s+/g, " "), parameters };
    }),
  );
}

/** The class of each row of the population's first table, by a column in which the test tells its rows apart. */
export async function classesOf(
  data: HandMade,
  { population, settings, ...narrowed }: Asked,
  column: string,
): Promise<ReadonlyMap<string, string>> {
  return onTables(data, async (engine) => {
    const [part] = populations[population](contextOf(engine, settings, narrowed));
    const rows = ((await part?.rows.execute()) ?? []) as Readonly<Record<string, string>>[];
    return new Map(rows.map((row) => [row[column] as string, row.class as string]));
  });
}
