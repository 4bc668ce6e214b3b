/** The union of outages: overlapping ones count once. */
import { type SelectQueryBuilder, sql } from "kysely";
import type { MeasuringContext } from "./population.ts";

/**
 * To outages already cut to the period (`outage_id`, `class`, `from_us`, `to_us`) adds `added_us`: what each adds to the
 * union of those of its class that began before it, in microseconds. Their sum is the length of the union.
 */
// biome-ignore lint/suspicious/noExplicitAny: outages of either table, already cut; they are read by name.
export function unitedOutages(db: MeasuringContext["db"], cut: SelectQueryBuilder<any, any, any>) {
  const covered = sql`max(c.to_us) over (partition by c.class order by c.from_us, c.to_us, c.outage_id rows between unbounded preceding and 1 preceding)`;
  return db
    .selectFrom(cut.as("c"))
    .select([
      sql.ref("c.outage_id").as("outage_id"),
      sql.ref("c.class").as("class"),
      sql<null>`null`.as("left_out"),
      sql`greatest(0, c.to_us - greatest(c.from_us, coalesce(${covered}, c.from_us)))`.as("added_us"),
    ]);
}
