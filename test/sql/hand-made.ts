/** Hand-made rows in the engine, read and checked as those of a source are, with a view of the good ones per table. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { PopulationSettings } from "../../reports/act.ts";
import { type Period, period as periodOf } from "../../reports/period.ts";
import { Engine } from "../../sql/engine.ts";
import type { MeasuringContext } from "../../sql/populations/population.ts";
import { checkedName, checkTable } from "../../sql/snapshot/check-table.ts";
import { createRawTable, loadRawTable } from "../../sql/snapshot/raw-table.ts";
import { type TableName, tableNames, tables } from "../../sql/tables.ts";
import { zoneOffsets } from "../../sql/zones.ts";
import { type Row, rowOf } from "./corpus.ts";

/** Per table what each row changes in the good row of the corpus. */
export type HandMade = Readonly<Partial<Record<TableName, readonly Row[]>>>;

export interface HandMadeOptions {
  readonly period?: Period;
  /** Zone of naive times. */
  readonly zone?: string;
  readonly threads?: number;
  readonly memoryMegabytes?: number;
}

export const rome = zoneOffsets("Europe/Rome");
export const firstHalf2026 = periodOf(2026, 1);

export async function withEngine<T>(options: HandMadeOptions, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { threads = 1, memoryMegabytes = 512 } = options;
  const engine = await Engine.open({ spillFolder: join(tmpdir(), "semestrale-spill"), threads, memoryMegabytes });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** Loads and checks one table; rows are numbered from line 2, as in a file with a header. */
export async function loadAndCheck(
  engine: Engine,
  name: TableName,
  rows: readonly Row[],
  { period = firstHalf2026, zone = "Europe/Rome" }: HandMadeOptions = {},
): Promise<void> {
  const table = tables[name];
  const near = Number(period.startMicros / 1_000_000n);
  const declared = zone === "Europe/Rome" ? rome : zoneOffsets(zone);
  const batch = rows.map((row, i) => ({
    line: i + 2,
    values: table.columns.map((column) => row[column.name] ?? null),
  }));
  async function* batches() {
    yield batch;
  }
  await createRawTable(engine, table);
  await loadRawTable(engine, table, { kind: "rows", batches: batches(), ignoredColumns: [], origin: name }, () => {});
  await checkTable(engine, table, { zones: { declared, rome, near }, calendar: { rome, near }, period });
}

/** Runs `work` on an engine with every canonical table; a row that turns out bad fails the test that made it. */
export async function onTables<T>(
  data: HandMade,
  work: (engine: Engine) => Promise<T>,
  options: HandMadeOptions = {},
): Promise<T> {
  return withEngine(options, async (engine) => {
    // Suspensions decide about orders and faults.
    for (const name of ["suspensions", ...tableNames.filter((name) => name !== "suspensions")] as const) {
      if (data[name] === undefined && name !== "suspensions") {
        await createEmpty(engine, name);
        continue;
      }
      const rows = (data[name] ?? []).map((changes) => rowOf(name, changes));
      await loadAndCheck(engine, name, rows, options);
      const checked = sql.table(checkedName(tables[name]));
      const bad = await sql<{ problem: string }>`select problem from ${checked} where problem is not null`.execute(
        engine.db,
      );
      if (bad.rows.length > 0) throw new Error(`a hand-made row of ${name} is bad: ${bad.rows[0]?.problem}`);
      const columns = sql.join(tables[name].columns.map((column) => sql.ref(column.name)));
      await sql`create view ${sql.table(name)} as select ${columns} from ${checked}`.execute(engine.db);
    }
    return work(engine);
  });
}

/** A table that a test says nothing of: no row, and the types that a snapshot's has. */
async function createEmpty(engine: Engine, name: TableName): Promise<void> {
  const types = {
    text: "varchar",
    choice: "varchar",
    month: "varchar",
    count: "bigint",
    flag: "tinyint",
    time: "timestamp",
    date: "date",
  };
  const columns = tables[name].columns.map(
    (column) => sql`${sql.ref(column.name)} ${sql.raw(types[column.type.kind])}`,
  );
  await sql`create table ${sql.table(name)} (${sql.join(columns)})`.execute(engine.db);
}

/** What a population is measured with, where nothing else is said: the first half of 2026. */
export function contextOf(
  engine: Engine,
  settings: PopulationSettings,
  changes: Partial<Pick<MeasuringContext, "period" | "ownFaultsOnly" | "normalConditionsOnly">> = {},
): MeasuringContext {
  const period = changes.period ?? firstHalf2026;
  return {
    db: engine.db,
    period,
    calendar: { rome, near: Number(period.startMicros / 1_000_000n) },
    settings,
    ownFaultsOnly: changes.ownFaultsOnly ?? false,
    normalConditionsOnly: changes.normalConditionsOnly ?? false,
  };
}
