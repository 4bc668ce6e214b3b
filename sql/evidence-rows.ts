/** Every row of a table that an indicator looked at, with what became of it: for an auditor alone, never part of a report. */
import { type Kysely, sql } from "kysely";
import type { Calendar } from "./clocks.ts";
import type { ClassifiedRows } from "./populations/population.ts";
import type { CanonicalTables } from "./schema.ts";
import type { TableName } from "./tables.ts";
import { micros, romeMicros } from "./time.ts";

export interface EvidenceColumn {
  readonly name: string;
  readonly is: "key" | "class" | "left-out" | "started" | "ended" | "quantity" | "dimension";
}

/** A row's cells in the order of the columns; whole numbers are bigint. */
export type EvidenceRow = readonly (string | bigint | null)[];

export interface EvidenceTable {
  readonly table: TableName;
  readonly columns: readonly EvidenceColumn[];
  /** Class → rows. */
  readonly classes: Readonly<Record<string, number>>;
  /** In the order of the key, then of all else that is shown. */
  readonly rows: () => AsyncIterable<EvidenceRow>;
  /** The same rows, in the same order, as a Parquet file. */
  readonly writeParquet: (path: string) => Promise<void>;
}

const kept = "evidence_rows";

/** Makes the rows once, in a table of the engine that goes when `work` is done: two parts at a time would meet in it. */
export async function withEvidence<T>(
  db: Kysely<CanonicalTables>,
  part: ClassifiedRows,
  calendar: Calendar,
  work: (evidence: EvidenceTable) => Promise<T>,
): Promise<T> {
  const columns = columnsOf(part);
  const cells = columns.map(({ name, is }) => sql`${cellOf(part, name, is, calendar)} as ${sql.ref(name)}`);
  await sql`create temp table ${sql.table(kept)} as select ${sql.join(cells)} from (${part.rows}) as r`.execute(db);
  try {
    const { rows: counts } = await sql<{ name: string; rows: bigint }>`
      select class as name, count(*) as "rows" from ${sql.table(kept)} group by class order by class`.execute(db);
    const ordered = sql`select * from ${sql.table(kept)} order by ${orderOf(columns)}`;
    return await work({
      table: part.table,
      columns,
      classes: Object.fromEntries(counts.map(({ name, rows }) => [name, Number(rows)])),
      rows: () => cellsOf(db, columns),
      writeParquet: async (path) => {
        const options = sql`(format parquet, compression zstd, row_group_size 122880)`;
        await sql`copy (${ordered}) to ${sql.lit(path)} ${options}`.execute(db);
      },
    });
  } finally {
    await sql`drop table ${sql.table(kept)}`.execute(db);
  }
}

/** A quantity may be a column that a list shows anyway. */
function columnsOf({ key, times, listed = [], histograms, dimensions }: ClassifiedRows): readonly EvidenceColumn[] {
  const [started, ended] = times ?? [];
  const weights = histograms.flatMap(({ weight }) => weight ?? []);
  const quantities = new Set([...histograms.map(({ column }) => column), ...weights, ...listed]);
  return [
    ...(key === undefined ? [] : [{ name: key, is: "key" } as const]),
    { name: "class", is: "class" },
    { name: "left_out", is: "left-out" },
    ...(started === undefined ? [] : [{ name: started, is: "started" } as const]),
    ...(ended === undefined ? [] : [{ name: ended, is: "ended" } as const]),
    ...[...quantities].map((name) => ({ name, is: "quantity" }) as const),
    ...dimensions.map((name) => ({ name, is: "dimension" }) as const),
  ];
}

function cellOf(part: ClassifiedRows, name: string, is: EvidenceColumn["is"], { rome, near }: Calendar) {
  const column = sql.ref(name);
  switch (is) {
    case "key":
      return sql`cast(${sql.ref(part.key ?? name)} as varchar)`;
    case "class":
    case "left-out":
    case "dimension":
      return sql`cast(${column} as varchar)`;
    case "quantity":
      return sql`cast(${column} as bigint)`;
    case "started":
    case "ended": {
      const wallClock = romeMicros(micros(column), rome, near);
      const hours = sql`(${wallClock} - ${micros(column)}) // 3600000000`;
      return sql`strftime(make_timestamp(${wallClock}), '%Y-%m-%dT%H:%M:%S') || '+0' || cast(${hours} as varchar) || ':00'`;
    }
    default:
      return is satisfies never;
  }
}

/** A row may have no name of its own; then all that is shown of it tells it apart. */
function orderOf(columns: readonly EvidenceColumn[]) {
  return sql`${sql.join(columns.map(({ name }) => sql.ref(name)))}`;
}

async function* cellsOf(db: Kysely<CanonicalTables>, columns: readonly EvidenceColumn[]): AsyncIterable<EvidenceRow> {
  const query = db
    // biome-ignore lint/suspicious/noExplicitAny: a table of the moment is in no schema.
    .selectFrom(sql<any>`(select * from ${sql.table(kept)})`.as("r"))
    .select(columns.map(({ name }) => sql<string | bigint | null>`${sql.ref(name)}`.as(name)))
    .orderBy(orderOf(columns));
  for await (const row of query.stream()) yield columns.map(({ name }) => row[name] as EvidenceRow[number]);
}
