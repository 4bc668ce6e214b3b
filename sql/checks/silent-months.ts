/** Months of the period in which a table has no row at all, although it has so many in the others that some were to be expected. */
import { type Kysely, sql } from "kysely";
import type { Period } from "../../reports/period.ts";
import type { CanonicalTables } from "../schema.ts";
import type { TableName } from "../tables.ts";
import { micros } from "../time.ts";

export interface SilentMonths {
  readonly table: TableName;
  /** `yyyy-mm`, ascending. */
  readonly months: readonly string[];
}

/**
 * What comes in all year, and the time by which a row is of a month. Measurements may be campaigns, interruptions and events
 * may stay away, trees stand for years, and lines have a check of their own.
 */
const steady: readonly { readonly table: TableName; readonly time?: string; readonly date?: string }[] = [
  { table: "activation_orders", time: "completed_at" },
  { table: "fault_reports", time: "reported_at" },
  { table: "invoices", date: "issued_on" },
  { table: "billing_disputes", time: "received_at" },
  { table: "contact_calls", time: "received_at" },
  { table: "phone_complaints", time: "received_at" },
  { table: "complaints", time: "received_at" },
];

/**
 * Rows that the months with any must have on average. Where twenty a month come by chance, a month has none less than once in
 * 10^8; a summer month with a third of them, once in a thousand.
 */
const leastRows = 20;

/** Months between invoices, where not every month has some. */
const invoiceRhythms = [2, 3] as const;

/** Without months that have no rows there is nothing to say, and without any that have some neither. */
export async function silentMonths(
  db: Kysely<CanonicalTables>,
  months: readonly Period[],
): Promise<readonly SilentMonths[]> {
  const counts = steady.map(({ table, time, date }) => {
    const perMonth = months.map(({ startMicros, endMicros, firstDay, lastDay }, i) => {
      const within =
        time === undefined
          ? sql`${sql.ref(date ?? "")} between cast(${firstDay} as date) and cast(${lastDay} as date)`
          : sql`${micros(sql.ref(time))} >= ${startMicros} and ${micros(sql.ref(time))} < ${endMicros}`;
      return sql`count(case when ${within} then 1 end) as ${sql.ref(`month_${i}`)}`;
    });
    return sql`select ${sql.lit(table)} as name, ${sql.join(perMonth)} from ${sql.table(table)}`;
  });
  const { rows } = await sql<Record<string, bigint | string>>`${sql.join(counts, sql` union all `)}`.execute(db);
  return steady.flatMap(({ table }) => {
    const found = rows.find(({ name }) => name === table) ?? {};
    const perMonth = months.map((_, i) => Number(found[`month_${i}`] ?? 0));
    const silent = silentAmong(perMonth, table === "invoices" ? invoiceRhythms : []);
    return silent.length === 0 ? [] : [{ table, months: silent.map((i) => (months[i] as Period).id) }];
  });
}

/** Places of the months without rows; none where the others have too few, or come in one of the rhythms. */
function silentAmong(counts: readonly number[], rhythms: readonly number[]): readonly number[] {
  const places = [...counts.keys()];
  const heard = places.filter((i) => counts[i] !== 0);
  const rows = counts.reduce((sum, n) => sum + n, 0);
  if (heard.length === 0 || rows < leastRows * heard.length) return [];
  const [first = 0] = heard;
  const isRhythm = (step: number) => first < step && places.every((i) => (counts[i] !== 0) === (i % step === first));
  return rhythms.some(isRhythm) ? [] : places.filter((i) => counts[i] === 0);
}
