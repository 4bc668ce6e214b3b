/** Checks of a snapshot as a whole: what forbids a report, and what is odd but counts. */
import { type Kysely, sql } from "kysely";
import type { Act, Service } from "../reports/act.ts";
import type { Period } from "../reports/period.ts";
import { oddChecks } from "../sql/checks/odd.ts";
import type { CanonicalTables } from "../sql/schema.ts";
import { jobError } from "./errors.ts";

type Database = Kysely<CanonicalTables>;

/** The services whose lines a reported act divides by. */
function servicesWithLines(acts: readonly Act[], offered: readonly string[]): readonly Service[] {
  const services = acts.flatMap(({ indicators }) =>
    indicators.filter(({ population, requires }) => population === "reported-faults" && offered.includes(requires)).map(({ service }) => service),
  );
  return [...new Set(services)].filter((service) => service !== undefined);
}

/** Refuses a report whose mean of lines would rest on fewer months than the period has. */
export async function refuseMissingLines(db: Database, acts: readonly Act[], offered: readonly string[], period: Period): Promise<void> {
  for (const service of servicesWithLines(acts, offered)) {
    const rows = await db.selectFrom("access_lines").select("month").distinct().where("service", "=", service).execute();
    const present = new Set(rows.map(({ month }) => month));
    const months = period.months.filter((month) => !present.has(month));
    if (months.length > 0) throw jobError("lines-missing", { service, months });
  }
}

/** Combinations of service, technology and network that have lines in some months of the period and not in others. */
export async function countLineGaps(db: Database, period: Period): Promise<number> {
  const groups = await db
    .selectFrom("access_lines")
    .select(["service", "technology", "network", (eb) => eb.fn.count<bigint>("month").distinct().as("months")])
    .groupBy(["service", "technology", "network"])
    .execute();
  return groups.filter(({ months }) => Number(months) < period.months.length).length;
}

export interface Oddity {
  readonly check: string;
  readonly table: string;
  readonly rows: number;
}

export async function findOddities(db: Database): Promise<readonly Oddity[]> {
  const found: Oddity[] = [];
  for (const { id, table, isOdd } of oddChecks) {
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)} where ${isOdd}`.execute(db);
    const n = Number(rows[0]?.n ?? 0n);
    if (n > 0) found.push({ check: id, table, rows: n });
  }
  return found;
}
