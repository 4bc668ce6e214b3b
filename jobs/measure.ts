/** Measures every indicator of the acts on a snapshot: which scopes, which folds, and what is accounted for. */
import { type Kysely, sql } from "kysely";
import type { Act, Indicator, OfferedService, Population, Service } from "../reports/act.ts";
import { type FactRow, factsOf } from "../reports/facts.ts";
import { type IndicatorResults, type MeasuredScope, noFacts } from "../reports/figures.ts";
import type { Period } from "../reports/period.ts";
import type { Conservation } from "../reports/report-model.ts";
import { canonicalScope, compareScopes, type Dimension, dimensions, type Scope, scopeText } from "../reports/scope.ts";
import type { Target } from "../reports/target.ts";
import type { Calendar } from "../sql/clocks.ts";
import { classCounts, countedScopes, type FoldedScope, fold, foldAll, withKeptRows } from "../sql/fold.ts";
import { populations } from "../sql/populations/index.ts";
import type { ClassifiedRows, MeasuringContext } from "../sql/populations/population.ts";
import type { CanonicalTables } from "../sql/schema.ts";
import { offsetsWithin } from "../sql/zones.ts";

export interface MeasureOptions {
  readonly db: Kysely<CanonicalTables>;
  readonly period: Period;
  readonly calendar: Calendar;
  readonly acts: readonly Act[];
  readonly targets: readonly Target[];
  readonly services: readonly OfferedService[];
  /** Quarantined rows per table and reason. */
  readonly quarantined: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Hears the name of what is being measured. */
  readonly onStep?: (words: string) => void;
}

/** The facts behind one indicator at one scope, as the distributions file holds them. */
export interface ScopedFacts {
  readonly act: string;
  readonly indicator: string;
  readonly service: Service | null;
  readonly scope: Scope;
  readonly facts: readonly FactRow[];
}

export interface Measurement {
  readonly results: readonly IndicatorResults[];
  readonly facts: readonly ScopedFacts[];
  readonly conservation: readonly Conservation[];
  /** Targets whose scope no row of the data lies in. */
  readonly unmatched: readonly Target[];
}

export async function measure(asked: MeasureOptions): Promise<Measurement> {
  const options = { ...asked, calendar: await calendarOf(asked) };
  const results: IndicatorResults[] = [];
  const facts: ScopedFacts[] = [];
  const conservation: Conservation[] = [];
  const unmatched: Target[] = [];
  for (const act of options.acts)
    for (const indicator of act.indicators) {
      options.onStep?.(`${act.id} ${indicator.id}`);
      const targets = options.targets.filter(
        ({ act: of, indicator: id, service }) =>
          of === act.id && id === indicator.id && (service === undefined || service === indicator.service),
      );
      if (indicator.requires !== "any" && !options.services.includes(indicator.requires)) {
        results.push({ act, indicator, offered: false, scopes: unmeasuredScopes(indicator, targets) });
        continue;
      }
      const population = populationOf(indicator.population, indicator, options, {});
      const [folded, accounted] = await withKeptRows(options.db, population, "rows", async (rows) => [
        await foldIndicator(indicator, rows, targets, options),
        await conserve(act, indicator, rows, options),
      ]);
      results.push({ act, indicator, offered: true, scopes: folded.map(({ measured }) => measured) });
      for (const { measured, facts: rows } of folded)
        facts.push({
          act: act.id,
          indicator: indicator.id,
          service: indicator.service ?? null,
          scope: measured.scope,
          facts: rows,
        });
      unmatched.push(
        ...targets.filter((target) =>
          folded.some(({ measured }) => measured.empty && scopeText(measured.scope) === scopeText(target.scope)),
        ),
      );
      conservation.push(...accounted);
    }
  return { results, facts, conservation, unmatched };
}

/** The calendar of the years that the snapshot's days lie in. */
export async function calendarOf({ db, calendar }: Pick<MeasureOptions, "db" | "calendar">): Promise<Calendar> {
  const instants = [
    db.selectFrom("activation_orders").select("registered_at as moment"),
    db.selectFrom("activation_orders").select("ordered_at as moment"),
    db.selectFrom("activation_orders").select("completed_at as moment"),
    db.selectFrom("complaints").select("received_at as moment"),
    db.selectFrom("complaints").select("taken_charge_at as moment"),
    db.selectFrom("complaints").select("answered_at as moment"),
    db.selectFrom("fault_reports").select("reported_at as moment"),
    db.selectFrom("fault_reports").select("taken_charge_at as moment"),
  ];
  const { rows } = await sql<{ first: bigint | null; last: bigint | null }>`
    select min(year(moment)) as first, max(year(moment)) as last from (${sql.join(instants, sql` union all `)})`.execute(
    db,
  );
  const [years] = rows;
  if (years?.first == null || years.last == null) return calendar;
  return { ...calendar, rome: offsetsWithin(calendar.rome, { first: Number(years.first), last: Number(years.last) }) };
}

function unmeasuredScopes(indicator: Indicator, targets: readonly Target[]): readonly MeasuredScope[] {
  const whole: MeasuredScope[] = indicator.scopes.some((by) => by.length === 0)
    ? [{ scope: {}, facts: noFacts, measures: "all", empty: true }]
    : [];
  return [
    ...whole,
    ...targetScopes(targets, new Set(whole.map(({ scope }) => scopeText(scope)))).map(({ scope, measures }) => ({
      scope,
      facts: noFacts,
      measures,
      empty: true,
    })),
  ];
}

/** The scopes that targets name and nothing else prints, with the measures that they name there. */
function targetScopes(targets: readonly Target[], printed: ReadonlySet<string>) {
  const byScope = Map.groupBy(targets, (target) => scopeText(target.scope));
  return [...byScope]
    .filter(([text]) => !printed.has(text))
    .map(([, same]) => ({
      scope: canonicalScope((same[0] as Target).scope),
      measures: same.map(({ measure: id }) => id),
    }))
    .sort((a, b) => compareScopes(a.scope, b.scope));
}

interface Folded {
  readonly measured: MeasuredScope;
  readonly facts: readonly FactRow[];
}

async function foldIndicator(
  indicator: Indicator,
  rows: readonly ClassifiedRows[],
  targets: readonly Target[],
  options: MeasureOptions,
): Promise<readonly Folded[]> {
  const { db, period } = options;
  const breakdowns = period.half === null ? [...indicator.scopes, ...(indicator.yearScopes ?? [])] : indicator.scopes;
  const printed: Folded[] = [];
  const folded = await foldAll(db, rows, breakdowns, {});
  for (const [i, by] of breakdowns.entries()) {
    const own = folded[i] as ReadonlyMap<string, FoldedScope>;
    const present = await presentScopes(indicator, by, own, options);
    for (const scope of present) printed.push(foldedScope(scope, own.get(scopeText(scope))?.facts ?? [], "all", false));
  }
  const named: Folded[] = [];
  const printedScopes = new Set(printed.map(({ measured }) => scopeText(measured.scope)));
  for (const { scope, measures } of targetScopes(targets, printedScopes)) {
    const only = Object.fromEntries(dimensions.map((name) => [name, scope[name]])) as Scope;
    // Only a target that leaves out more than its scope's rows needs rows of its own.
    const isNarrowed = scope.responsibility !== undefined || scope.conditions !== undefined;
    const within = isNarrowed ? populationOf(indicator.population, indicator, options, scope) : rows;
    const whole = (await fold(db, within, { by: [], only })).get("") as FoldedScope;
    named.push(foldedScope(scope, whole.facts, measures, !whole.facts.some(hasRows)));
  }
  return [...printed, ...named];
}

function foldedScope(
  scope: Scope,
  facts: readonly FactRow[],
  measures: "all" | readonly string[],
  empty: boolean,
): Folded {
  return { measured: { scope, facts: factsOf(facts), measures, empty }, facts };
}

const hasRows = (row: FactRow): boolean =>
  "distribution" in row ? row.distribution.values.length > 0 : row.count.num > 0n;

/** The whole always; a broken-down scope once a counted row has it. */
async function presentScopes(
  indicator: Indicator,
  by: readonly Dimension[],
  own: ReadonlyMap<string, FoldedScope>,
  options: MeasureOptions,
): Promise<readonly Scope[]> {
  if (by.length === 0) return [{}];
  const scopes = new Map<string, Scope>();
  if (indicator.scopesFrom === undefined)
    for (const { scope, counted } of own.values()) if (counted > 0n) scopes.set(scopeText(scope), scope);
  const { outOfHoursCalls } = indicator.settings;
  for (const population of indicator.scopesFrom ?? []) {
    const settings = {
      callKind: "customer_care" as const,
      ...(outOfHoursCalls !== undefined && { outOfHoursCalls }),
    };
    const rows = populationOf(population, { settings }, options, {});
    for (const scope of await countedScopes(options.db, rows, by)) scopes.set(scopeText(scope), scope);
  }
  return [...scopes.values()].sort(compareScopes);
}

/** The rows that a population has for an indicator's settings, narrowed as the scope asks. */
export function populationOf(
  population: Population,
  { settings }: Pick<Indicator, "settings">,
  { db, period, calendar }: Pick<MeasureOptions, "db" | "period" | "calendar">,
  scope: Scope,
): readonly ClassifiedRows[] {
  const context: MeasuringContext = {
    db,
    period,
    calendar,
    settings,
    ownFaultsOnly: scope.responsibility === "own",
    normalConditionsOnly: scope.conditions === "normal",
  };
  return populations[population](context);
}

/** Every row of every table the indicator is measured on, accounted for. Throws where a row would be lost: a fault of ours. */
async function conserve(
  act: Act,
  indicator: Indicator,
  population: readonly ClassifiedRows[],
  options: MeasureOptions,
): Promise<readonly Conservation[]> {
  const lines: Conservation[] = [];
  for (const part of population) {
    const counts = await classCounts(options.db, part);
    const of = (name: string) => counts.find((count) => count.class === name)?.rows ?? 0;
    const quarantined = options.quarantined[part.table] ?? {};
    // Counted on the table itself: a row that the population's query lost would not balance.
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(part.table)}`.execute(options.db);
    const kept = Number(rows[0]?.n ?? 0n);
    const bad = Object.values(quarantined).reduce((total, rows) => total + rows, 0);
    const excluded = Object.fromEntries(
      counts
        .filter((count) => !["outside", "no-concern", "counted"].includes(count.class))
        .map((count) => [count.class, count.rows]),
    );
    for (const id of Object.keys(excluded))
      if (!indicator.exclusions.some((exclusion) => exclusion.id === id))
        throw new Error(`${act.id} ${indicator.id} leaves rows out as "${id}" and names no clause for it`);
    lines.push({
      act: act.id,
      indicator: indicator.id,
      service: indicator.service ?? null,
      table: part.table,
      read: kept + bad,
      outside: of("outside"),
      no_concern: of("no-concern"),
      counted: of("counted"),
      excluded,
      quarantined,
    });
  }
  return lines;
}
