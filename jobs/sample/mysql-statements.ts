/** The statements that put sample tables into a database of the MySQL kind and read them from it. */
import {
  DummyDriver,
  type ExpressionBuilder,
  Kysely,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  type RawBuilder,
  sql,
} from "kysely";
import { type Column, type TableName, tables } from "../../sql/tables.ts";

type AnyTables = Record<string, Record<string, unknown>>;
type Conditions = ExpressionBuilder<AnyTables, string>;

/** Compiles and never runs anything. */
const compiler = new Kysely<AnyTables>({
  dialect: {
    createAdapter: () => new MysqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new MysqlIntrospector(db),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  },
});

// The source binds these names; they stand in the text as they are.
const startUtc = sql.raw(":period_start_utc");
const endUtc = sql.raw(":period_end_utc");

/**
 * The SELECT of a table as a source takes it. Untyped, it reads every row. Typed, its times are naive UTC and it reads
 * the rows that have a governing time in the period or an interval that overlaps it, a few beyond it where dates and
 * months are concerned, and every suspension and event, because cases of the period may name any of them.
 */
export function selectStatement(name: TableName, { typed }: { readonly typed: boolean }): string {
  const columns = tables[name].columns.map((column) => column.name);
  const select = compiler.selectFrom(name).select(columns);
  if (!typed || name === "suspensions" || name === "events") return select.compile().sql;
  return select.where((conditions) => inPeriod(conditions, name)).compile().sql;
}

function inPeriod(conditions: Conditions, name: TableName) {
  const { times = [], dates = [], month, interval } = tables[name].governs;
  if (interval !== undefined) {
    const [startedAt, endedAt] = interval;
    const stillOpenOrLater = conditions.or([conditions(endedAt, "is", null), conditions(endedAt, ">", startUtc)]);
    return conditions.and([conditions(startedAt, "<", endUtc), stillOpenOrLater]);
  }
  const within = (column: string, from: RawBuilder<unknown>, until: RawBuilder<unknown>) =>
    conditions.and([conditions(column, ">=", from), conditions(column, "<=", until)]);
  if (month !== undefined) return within(month, sql`left(${startUtc}, 7)`, sql`left(${endUtc}, 7)`);
  return conditions.or([
    ...times.map((time) => conditions.and([conditions(time, ">=", startUtc), conditions(time, "<", endUtc)])),
    // A period begins in the evening of the day before, UTC: that day is read too, and found to be outside.
    ...dates.map((date) => within(date, sql`date(${startUtc})`, sql`date(${endUtc})`)),
  ]);
}

/** CREATE TABLE without a key, because doubled rows must find room; untyped, every column is text. */
export function createStatement(name: TableName, { typed }: { readonly typed: boolean }): string {
  let create = compiler.schema.createTable(name);
  for (const column of tables[name].columns) {
    create = create.addColumn(column.name, typed ? columnType(column) : sql`varchar(255)`);
  }
  return create.modifyEnd(sql`engine = InnoDB character set utf8mb4`).compile().sql;
}

export function dropStatement(name: TableName): string {
  return compiler.schema.dropTable(name).ifExists().compile().sql;
}

function columnType({ type }: Column): RawBuilder<unknown> {
  switch (type.kind) {
    case "time":
      return sql`datetime(6)`;
    case "date":
      return sql`date`;
    case "count":
    case "flag":
      return sql`bigint`;
    case "text":
    case "choice":
    case "month":
      return sql`varchar(255)`;
  }
}
