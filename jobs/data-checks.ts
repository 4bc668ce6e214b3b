/** Checks of a snapshot as a whole: what forbids a report, and what is odd but counts. */
import { type Kysely, sql } from "kysely";
import type { Act, Service } from "../reports/act.ts";
import type { Period } from "../reports/period.ts";
import { oddChecks } from "../sql/checks/odd.ts";
import type { CanonicalTables } from "../sql/schema.ts";
import { jobError } from "./errors.ts";

type Database = Kysely<CanonicalTables>;

interface Lines {
  readonly service: Service;
  /** Dial-up lines are none of those that the act divides by. */
  readonly withoutDialup: boolean;
}

/** The lines that a reported act divides by. */
function neededLines(acts: readonly Act[], offered: readonly string[]): readonly Lines[] {
  const lines = acts.flatMap(({ indicators }) =>
    indicators
      .filter(({ population, requires }) => population === "reported-faults" && offered.includes(requires))
      .flatMap(({ service, settings }) =>
        service === undefined ? [] : [{ service, withoutDialup: settings.withoutDialup === true }],
      ),
  );
  return lines.filter(
    (one, i) =>
      lines.findIndex((other) => other.service === one.service && other.withoutDialup === one.withoutDialup) === i,
  );
}

/** Refuses a report whose mean of lines would rest on fewer months than the period has. */
export async function refuseMissingLines(
  db: Database,
  acts: readonly Act[],
  offered: readonly string[],
  period: Period,
): Promise<void> {
  for (const { service, withoutDialup } of neededLines(acts, offered)) {
    const all = db.selectFrom("access_lines").select("month").distinct().where("service", "=", service);
    const rows = await (withoutDialup ? all.where("technology", "<>", "DIALUP") : all).execute();
    const present = new Set(rows.map(({ month }) => month));
    const months = period.months.filter((month) => !present.has(month));
    if (months.length > 0) throw jobError("lines-missing", { service, months });
  }
}

/** Combinations of all that tells lines apart that have some in some months of the period and none in others. */
export async function countLineGaps(db: Database, period: Period): Promise<number> {
  const groups = await db
    .selectFrom("access_lines")
    .select([
      "service",
      "technology",
      "network",
      "region",
      "customer_class",
      (eb) => eb.fn.count<bigint>("month").distinct().as("months"),
    ])
    .groupBy(["service", "technology", "network", "region", "customer_class"])
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
