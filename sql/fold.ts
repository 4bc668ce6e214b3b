/** Folds a population into facts, by dimensions and within a scope: all that ever leaves the engine. */
import { type Kysely, type RawBuilder, sql } from "kysely";
import { sortedDistribution } from "../reports/distribution.ts";
import type { FactRow } from "../reports/facts.ts";
import { rational } from "../reports/rational.ts";
import { canonicalScope, type Dimension, dimensions, type Scope, scopeText } from "../reports/scope.ts";
import type { ClassifiedRows } from "./populations/population.ts";
import type { CanonicalTables } from "./schema.ts";

export interface FoldedScope {
  readonly scope: Scope;
  readonly facts: readonly FactRow[];
  /** Counted rows of all tables: a scope is printed once it has one. */
  readonly counted: bigint;
}

export interface Within {
  /** Facts for every combination of these that occurs; none: for the whole. */
  readonly by: readonly Dimension[];
  /** Only rows of these values. */
  readonly only: Scope;
}

/**
 * Runs `work` on the population with the rows that cost a join made once, in a table named after `name` that goes
 * afterwards. Nothing else may keep rows under that name meanwhile.
 */
export async function withKeptRows<T>(
  db: Database,
  population: readonly ClassifiedRows[],
  name: string,
  work: (kept: readonly ClassifiedRows[]) => Promise<T>,
): Promise<T> {
  const tables: string[] = [];
  const kept: ClassifiedRows[] = [];
  for (const [i, part] of population.entries()) {
    if (part.isCostly !== true) kept.push(part);
    else {
      const table = `kept_${name}_${i}`;
      tables.push(table);
      await sql`create temp table ${sql.table(table)} as ${part.rows}`.execute(db);
      kept.push({ ...part, rows: db.selectFrom(sql.table(table).as("kept")).selectAll() });
    }
  }
  try {
    return await work(kept);
  } finally {
    for (const table of tables) await sql`drop table ${sql.table(table)}`.execute(db);
  }
}

type Row = Readonly<Record<string, unknown>>;
type Database = Kysely<CanonicalTables>;

/** One entry per combination of the dimensions, keyed by scopeText; without dimensions exactly one. */
export async function fold(
  db: Database,
  population: readonly ClassifiedRows[],
  { by, only }: Within,
): Promise<ReadonlyMap<string, FoldedScope>> {
  const [folded] = await foldAll(db, population, [by], only);
  return folded as ReadonlyMap<string, FoldedScope>;
}

/**
 * The same for several breakdowns at once, in their order. One that another contains is added up from the other's rows:
 * the whole costs no pass of its own over the table.
 */
export async function foldAll(
  db: Database,
  population: readonly ClassifiedRows[],
  breakdowns: readonly (readonly Dimension[])[],
  only: Scope,
): Promise<readonly ReadonlyMap<string, FoldedScope>[]> {
  const all = breakdowns.map((by) => new Breakdown(by));
  for (const part of population) {
    const shown = all.filter(({ by }) => by.every((name) => part.dimensions.includes(name)));
    const asked = [...Map.groupBy(shown, ({ by }) => finest(by, shown))];
    for (const histogram of part.histograms)
      for (const [by, fed] of asked) {
        const rows = await histogramRows(db, part, histogram, { by, only });
        for (const breakdown of fed)
          for (const [folding, { values, counts }] of columnsOf(rows, breakdown))
            folding.facts.push({
              table: part.table,
              fact: histogram.fact,
              distribution: sortedDistribution(values, counts),
            });
      }
    // An aggregate may count what is distinct, which does not add up: each breakdown asks for its own.
    for (const breakdown of shown)
      for (const row of await aggregateRows(db, part, { by: breakdown.by, only }))
        for (const [i, { fact, divisor }] of part.aggregates.entries()) {
          const count = rational((row[`a${i}`] as bigint | null) ?? 0n, divisor ?? 1);
          breakdown.at(row).facts.push({ table: part.table, fact, value: null, count });
        }
    for (const [by, fed] of asked) {
      const rows = await leftOutRows(db, part, { by, only });
      for (const breakdown of fed) for (const row of rows) addRows(breakdown.at(row), part, row);
    }
    for (const breakdown of shown)
      for (const { fact, value } of part.constants ?? [])
        breakdown.at({}).facts.push({ table: part.table, fact, value: null, count: value });
  }
  return all.map((breakdown) => breakdown.folded());
}

/** The breakdown among `shown` whose rows hold those of `by`: the first with the most dimensions. */
function finest(by: readonly Dimension[], shown: readonly Breakdown[]): readonly Dimension[] {
  let found = by;
  for (const other of shown)
    if (other.by.length > found.length && by.every((name) => other.by.includes(name))) found = other.by;
  return found;
}

/** The scopes of one breakdown, as rows that name them come in. */
class Breakdown {
  readonly by: readonly Dimension[];
  /** Scopes are found by their values and named once: a distribution may have a million rows. */
  readonly #byValues = new Map<string, Folding>();

  constructor(by: readonly Dimension[]) {
    this.by = by;
    if (by.length === 0) this.at({});
  }

  /** The scope of a row; further dimensions that the row names do not matter. */
  at(row: Row): Folding {
    const values = this.by.length === 0 ? "" : this.by.map((name) => row[`by_${name}`]).join("\u001f");
    const known = this.#byValues.get(values);
    if (known !== undefined) return known;
    const folding: Folding = { scope: scopeOf(row, this.by), facts: [], counted: 0n, rows: new Map() };
    this.#byValues.set(values, folding);
    return folding;
  }

  folded(): ReadonlyMap<string, FoldedScope> {
    const foldings = [...this.#byValues.values()];
    for (const { facts, rows } of foldings)
      for (const [key, count] of rows) {
        const [table, fact] = key.split(" ") as [string, string];
        facts.push({ table, fact, value: undefined, count: rational(count) });
      }
    return new Map(foldings.map((folding) => [scopeText(folding.scope), folding]));
  }
}

function addRows(folding: Folding, part: ClassifiedRows, row: Row): void {
  const rows = row.count as bigint;
  const reason = row.class === "counted" ? (row.left_out as string | null) : (row.class as string);
  if (row.class === "counted") folding.counted += rows;
  for (const name of [...(row.class === "counted" ? ["counted"] : []), ...(reason === null ? [] : [reason])]) {
    const key = `${part.table} ${name}`;
    folding.rows.set(key, (folding.rows.get(key) ?? 0n) + rows);
  }
}

interface Folding {
  readonly scope: Scope;
  readonly facts: FactRow[];
  counted: bigint;
  /** `table reason` → rows left out; `table counted` → rows counted. */
  readonly rows: Map<string, bigint>;
}

const scopeOf = (row: Row, by: readonly Dimension[]): Scope =>
  canonicalScope(Object.fromEntries(by.map((name) => [name, String(row[`by_${name}`])])) as Scope);

/** The combinations of the dimensions that a counted row has. */
export async function countedScopes(
  db: Database,
  population: readonly ClassifiedRows[],
  by: readonly Dimension[],
): Promise<readonly Scope[]> {
  const scopes: Scope[] = [];
  for (const part of population)
    for (const row of await leftOutRows(db, part, { by, only: {} }))
      if (row.class === "counted") scopes.push(scopeOf(row, by));
  return scopes;
}

function groups(by: readonly Dimension[]) {
  const columns = by.map((name) => sql.ref(name));
  return {
    selected:
      by.length === 0 ? sql`` : sql`${sql.join(by.map((name) => sql`${sql.ref(name)} as ${sql.ref(`by_${name}`)}`))}, `,
    grouped: columns,
  };
}

interface ValueColumns {
  readonly values: number[];
  readonly counts: number[];
}

/** The values and counts of each scope, in the ascending order in which they come; equal ones are added up. */
function columnsOf(rows: readonly Row[], breakdown: Breakdown): ReadonlyMap<Folding, ValueColumns> {
  const byScope = new Map<Folding, ValueColumns>();
  for (const row of rows) {
    // A tree in service for less than a second weighs nothing.
    const count = Number(row.count);
    if (count === 0) continue;
    const folding = breakdown.at(row);
    const known = byScope.get(folding);
    const columns = known ?? { values: [], counts: [] };
    if (known === undefined) byScope.set(folding, columns);
    const value = Number(row.value);
    const last = columns.values.length - 1;
    if (columns.values[last] === value) columns.counts[last] = (columns.counts[last] as number) + count;
    else {
      columns.values.push(value);
      columns.counts.push(count);
    }
  }
  return byScope;
}

const countedRows = (part: ClassifiedRows, only: Scope) =>
  sql`(select * from (${part.rows}) as r where class = 'counted' and ${isWithin(part, only)})`;

/** One of the counted rows' distributions, values ascending. */
async function histogramRows(
  db: Database,
  part: ClassifiedRows,
  { column, weight }: ClassifiedRows["histograms"][number],
  { by, only }: Within,
): Promise<readonly Row[]> {
  const { selected, grouped } = groups(by);
  const value = sql.ref(column);
  const count = weight === undefined ? sql`count(*)` : sql`cast(sum(${sql.ref(weight)}) as bigint)`;
  const query = sql<Row>`
    select ${selected}cast(${value} as bigint) as value, ${count} as count
    from ${countedRows(part, only)} as counted where ${value} is not null
    group by ${sql.join([...grouped, value])} order by ${value}`;
  return execute(db, part, query);
}

/** The counted rows' counts, all in one query. */
async function aggregateRows(db: Database, part: ClassifiedRows, { by, only }: Within): Promise<readonly Row[]> {
  if (part.aggregates.length === 0) return [];
  const { selected, grouped } = groups(by);
  const aggregates = sql.join(part.aggregates.map(({ of }, i) => sql`${of} as ${sql.ref(`a${i}`)}`));
  const grouping = grouped.length === 0 ? sql`` : sql` group by ${sql.join(grouped)}`;
  return execute(
    db,
    part,
    sql<Row>`select ${selected}${aggregates} from ${countedRows(part, only)} as counted${grouping}`,
  );
}

/** Rows per class and, of the counted ones, per reason for which some measures leave them out. */
async function leftOutRows(db: Database, part: ClassifiedRows, { by, only }: Within): Promise<readonly Row[]> {
  const { selected, grouped } = groups(by);
  const query = sql<Row>`
    select ${selected}class, left_out, count(*) as count from (${part.rows}) as r
    where class not in ('outside', 'no-concern') and ${isWithin(part, only)}
    group by ${sql.join([...grouped, sql.ref("class"), sql.ref("left_out")])}`;
  return execute(db, part, query);
}

export interface ClassCount {
  readonly class: string;
  readonly rows: number;
}

/** How many rows of the table stand in which class: the line by which every row is accounted for. */
export async function classCounts(db: Database, part: ClassifiedRows): Promise<readonly ClassCount[]> {
  const query = sql<Row>`select class, count(*) as count from (${part.rows}) as r group by class order by class`;
  return (await execute(db, part, query)).map((row) => ({ class: row.class as string, rows: Number(row.count) }));
}

/** A scope names one value of a dimension or a set of them; a table that lacks the dimension has no row in it. */
export function isWithin(part: ClassifiedRows, only: Scope) {
  const tests = dimensions
    .filter((name) => only[name] !== undefined)
    .map((name) =>
      part.dimensions.includes(name)
        ? sql`cast(${sql.ref(name)} as varchar) in (${sql.join([only[name]].flat())})`
        : sql`false`,
    );
  return tests.length === 0 ? sql`true` : sql.join(tests, sql` and `);
}

/** Several acts measure the same rows in the same way; the snapshot does not change, so neither does the answer. */
const answers = new WeakMap<Database, Map<string, Promise<readonly Row[]>>>();

async function execute(db: Database, part: ClassifiedRows, query: RawBuilder<Row>): Promise<readonly Row[]> {
  const run = async () => (await query.execute(db)).rows;
  if (part.isCostly === true) return run();
  const known = answers.get(db) ?? new Map<string, Promise<readonly Row[]>>();
  answers.set(db, known);
  const { sql: text, parameters } = query.compile(db);
  const key = `${text} ${JSON.stringify(parameters, (_, value) => (typeof value === "bigint" ? `${value}n` : value))}`;
  const answer = known.get(key) ?? run();
  known.set(key, answer);
  return answer;
}
