/**
 * Types and checks every row of a raw table. The result, `checked_<table>`, has the contract's columns in their types, the
 * row's line, its one problem (`column:reason`, NULL where it is good) and where it stands towards the period.
 */
import { type RawBuilder, sql } from "kysely";
import type { BadReason } from "../checks/check.ts";
import { endsBeforeItBegins } from "../checks/ends-before-it-begins.ts";
import { negativeNet } from "../checks/negative-net.ts";
import type { Calendar } from "../clocks.ts";
import type { Engine } from "../engine.ts";
import { instant, isDoubled, localMicros, plainValue, type ReadingZones, timeParts } from "../read-value.ts";
import type { Column, Table } from "../tables.ts";
import { micros, type Sql } from "../time.ts";
import { offsetsWithin, type YearSpan } from "../zones.ts";
import { rawName } from "./raw-table.ts";

export interface CheckingPeriod {
  readonly startMicros: bigint;
  readonly endMicros: bigint;
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface CheckOptions {
  readonly zones: ReadingZones;
  readonly calendar: Calendar;
  readonly period: CheckingPeriod;
}

export const checkedName = (table: Table): string => `checked_${table.name}`;

export async function checkTable(engine: Engine, table: Table, asked: CheckOptions): Promise<void> {
  const { rows, ...years } = await surveyOf(engine, table);
  if (rows === 0) return createEmpty(engine, table);
  const options = withOffsetsOf(years, asked);
  const checked = sql.table(checkedName(table));
  await sql`create table ${checked} as ${readRows(table, options)}`.execute(engine.db);
  const negative = negativeNet(table.name, checked, goodSuspensions, options.calendar);
  if (negative !== undefined)
    await sql`update ${checked} set problem = ${sql.lit(`${negative.column}:negative`)}
      where problem is null and line in ${negative.failing}`.execute(engine.db);
  const shared = sharedKeys(table);
  if (shared !== undefined)
    await sql`update ${checked} set problem = shared.problem from ${shared} as shared
      where shared.line = ${sql.ref(`${checkedName(table)}.line`)} and ${sql.ref(`${checkedName(table)}.problem`)} is null
        and shared.problem is not null`.execute(engine.db);
}

/** What checking would make of no rows, without the queries that read them: many an operator has none for half the tables. */
async function createEmpty(engine: Engine, table: Table): Promise<void> {
  const columns = table.columns.map(({ name, type }) => sql`${sql.ref(name)} ${sql.raw(engineTypes[type.kind])}`);
  await sql`create table ${sql.table(checkedName(table))} (${sql.join(columns)},
    line bigint, doubled_hour boolean, problem varchar, in_period boolean, unplaceable boolean)`.execute(engine.db);
}

const engineTypes: Readonly<Record<Column["type"]["kind"], string>> = {
  text: "varchar",
  choice: "varchar",
  count: "bigint",
  flag: "tinyint",
  time: "timestamp",
  date: "date",
  month: "varchar",
};

/** How many rows a raw table has, and the years that its times are written in; any one where there are none. */
async function surveyOf(engine: Engine, table: Table): Promise<YearSpan & { readonly rows: number }> {
  const times = table.columns.filter((column) => column.type.kind === "time");
  const years = times.map((column) => sql`try_cast(substr(${sql.ref(column.name)}, 1, 4) as integer)`);
  const all = years.length === 0 ? [sql`null`] : years;
  const { rows } = await sql<{ n: bigint; first: number | null; last: number | null }>`
    select count(*) as n, least(${sql.join(all.map((year) => sql`min(${year})`))}) as first,
      greatest(${sql.join(all.map((year) => sql`max(${year})`))}) as last from ${sql.table(rawName(table))}`.execute(
    engine.db,
  );
  const [survey] = rows;
  return { rows: Number(survey?.n ?? 0n), first: survey?.first ?? 2000, last: survey?.last ?? 2000 };
}

function withOffsetsOf(years: YearSpan, { zones, calendar, period }: CheckOptions): CheckOptions {
  const rome = offsetsWithin(zones.rome, years);
  const declared = zones.declared === zones.rome ? rome : offsetsWithin(zones.declared, years);
  return { zones: { ...zones, rome, declared }, calendar: { ...calendar, rome }, period };
}

const goodSuspensions = sql`(select * from checked_suspensions where problem is null)`;

/** Every column in its type with the problems that a row shows by itself. Texts and the parts of times are taken once. */
function readRows(table: Table, { zones, period }: CheckOptions): RawBuilder<unknown> {
  const times = table.columns.filter((column) => column.type.kind === "time");
  const text = (column: Column) => sql.ref<string | null>(`text:${column.name}`);
  const parts = (column: Column) => sql.ref(`parts:${column.name}`);
  const local = (column: Column) => sql.ref<bigint>(`local:${column.name}`);
  const list = (items: readonly RawBuilder<unknown>[]) => (items.length === 0 ? sql`` : sql`, ${sql.join(items)}`);

  const texts = sql`(
    select line, broken${list(table.columns.map((column) => sql`${sql.ref(column.name)} as ${text(column)}`))}
    from ${sql.table(rawName(table))}
  )`;
  const split = sql`(select *${list(times.map((column) => sql`${timeParts(text(column))} as ${parts(column)}`))} from ${texts})`;
  const clocks = sql`(select *${list(times.map((column) => sql`${localMicros(parts(column))} as ${local(column)}`))} from ${split})`;
  const value = (column: Column) =>
    column.type.kind === "time" ? instant(parts(column), local(column), zones) : plainValue(column, text(column));
  const values = sql`(select *${list(table.columns.map((column) => sql`${value(column)} as ${sql.ref(column.name)}`))} from ${clocks})`;
  const doubled = times.map((column) => sql`coalesce(${isDoubled(parts(column), local(column), zones)}, false)`);
  const order = endsBeforeItBegins(table.name, "v");
  return sql`
    select ${sql.join(table.columns.map((column) => sql.ref(`v.${column.name}`)))}, v.line,
      ${doubled.length > 0 ? sql.join(doubled, sql` or `) : sql`false`} as doubled_hour,
      coalesce(${valueProblem(table)},
        ${order === undefined ? sql`null` : sql`case when ${order.fails} then ${sql.lit(`${order.column}:end-before-start`)} end`}
      ) as problem,
      ${isInPeriod(table, period)} as in_period, ${isUnplaceable(table, period)} as unplaceable
    from ${values} as v`;
}

function valueProblem(table: Table): RawBuilder<string | null> {
  const problems = table.columns.map((column) => {
    const unread: BadReason =
      column.type.kind === "choice" || column.type.kind === "flag" ? "not-in-list" : "unreadable";
    const text = sql.ref(`v.text:${column.name}`);
    const missing = column.nullable ? sql`` : sql`when ${text} is null then ${sql.lit(`${column.name}:null`)}`;
    return sql`case ${missing} when ${text} is not null and ${sql.ref(`v.${column.name}`)} is null then ${sql.lit(`${column.name}:${unread}`)} end`;
  });
  return sql<string | null>`coalesce(case when v.broken is not null then ':unreadable' end, ${sql.join(problems)})`;
}

/**
 * Rows `line`, `problem` of every row whose key another row has too: of identical rows the first is kept; where contents
 * differ none is. A value that cannot be read counts as its text.
 */
function sharedKeys(table: Table): RawBuilder<unknown> | undefined {
  const [firstKey] = table.key;
  if (firstKey === undefined) return undefined;
  const shown = (name: string) => sql`coalesce(cast(${sql.ref(`v.${name}`)} as varchar), ${sql.ref(`r.${name}`)})`;
  const withText = sql`${sql.table(checkedName(table))} as v inner join ${sql.table(rawName(table))} as r on r.line = v.line`;
  // A key of text columns alone is its own text: the pass over all rows then spares the raw table.
  const isText = table.key.every((name) => table.columns.find((column) => column.name === name)?.type.kind === "text");
  const from = isText ? sql`${sql.table(checkedName(table))} as v` : withText;
  const shownKey = (name: string) => (isText ? sql.ref(`v.${name}`) : shown(name));
  const legible = sql`v.problem is distinct from ':unreadable'`;
  const named = sql.join(table.key.map((name, i) => sql`${shownKey(name)} as ${sql.ref(`key${i}`)}`));
  const keys = sql.join(table.key.map((_, i) => sql.ref(`key${i}`)));
  const whole = sql.join(
    table.key.map((name) => sql`${shownKey(name)} is not null`),
    sql` and `,
  );
  const doubled = sql`(
    select ${keys} from (select ${named} from ${from} where ${legible} and ${whole}) group by ${keys} having count(*) > 1
  )`;
  const content = sql`concat_ws(chr(31), ${sql.join(table.columns.map((column) => sql`coalesce(${shown(column.name)}, chr(30))`))})`;
  const same = sql.join(
    table.key.map((name, i) => sql`${shownKey(name)} = ${sql.ref(`d.key${i}`)}`),
    sql` and `,
  );
  return sql`(
    select line, case
        when max(content) over same <> min(content) over same then ${sql.lit(`${firstKey}:conflict`)}
        when row_number() over (partition by ${keys} order by line) > 1 then ${sql.lit(`${firstKey}:duplicate`)}
      end as problem
    from (select v.line, ${named}, ${content} as content from ${withText} inner join ${doubled} as d on ${same} where ${legible})
    window same as (partition by ${keys})
  )`;
}

/** A governing time in the period, or an interval that overlaps it. */
function isInPeriod(table: Table, period: CheckingPeriod): Sql<boolean> {
  const { times = [], dates = [], month, interval } = table.governs;
  const of = (column: string) => sql.ref(`v.${column}`);
  const start = sql.lit(Number(period.startMicros));
  const end = sql.lit(Number(period.endMicros));
  const tests = [
    ...times.map((column) => sql`(${micros(of(column))} >= ${start} and ${micros(of(column))} < ${end})`),
    ...dates.map(
      (column) =>
        sql`(${of(column)} between cast(${sql.lit(period.firstDay)} as date) and cast(${sql.lit(period.lastDay)} as date))`,
    ),
    ...(month === undefined
      ? []
      : [
          sql`(${of(month)} between ${sql.lit(period.firstDay.slice(0, 7))} and ${sql.lit(period.lastDay.slice(0, 7))})`,
        ]),
    ...(interval === undefined
      ? []
      : [
          sql`(${micros(of(interval[0]))} < ${end} and (${of(interval[1])} is null or ${micros(of(interval[1]))} > ${start}))`,
        ]),
  ];
  return sql<boolean>`coalesce(${sql.join(
    tests.map((test) => sql`coalesce(${test}, false)`),
    sql` or `,
  )}, false)`;
}

/**
 * Whether nobody can say that the row belongs to another period: what governs it cannot be read, or it is an interval
 * that runs backwards with one end in the period.
 */
function isUnplaceable(table: Table, period: CheckingPeriod): Sql<boolean> {
  const { times = [], dates = [], month, interval = [] } = table.governs;
  const governing = [...times, ...dates, ...(month === undefined ? [] : [month]), ...interval];
  const tests = governing.map((name) => {
    const nullable = table.columns.find((column) => column.name === name)?.nullable === true;
    const unread = sql`${sql.ref(`v.${name}`)} is null`;
    return nullable ? sql`(${unread} and ${sql.ref(`v.text:${name}`)} is not null)` : sql`(${unread})`;
  });
  const [startedAt, endedAt] = interval;
  if (startedAt !== undefined && endedAt !== undefined) {
    const touches = (name: string) => {
      const at = micros(sql.ref(`v.${name}`));
      return sql`(${at} >= ${sql.lit(Number(period.startMicros))} and ${at} < ${sql.lit(Number(period.endMicros))})`;
    };
    const backwards = sql`${sql.ref(`v.${endedAt}`)} < ${sql.ref(`v.${startedAt}`)}`;
    tests.push(sql`coalesce(${backwards} and (${touches(startedAt)} or ${touches(endedAt)}), false)`);
  }
  return sql<boolean>`(v.broken is not null or ${sql.join(tests, sql` or `)})`;
}
