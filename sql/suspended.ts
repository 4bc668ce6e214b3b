/** Time that does not count because it is due to the customer or the premises: a case's intervals merged and cut to it. */
import { sql } from "kysely";
import { micros, type Sql, wholeDays, wholeSeconds } from "./time.ts";

export interface SuspendedCases {
  readonly caseTable: "activation_orders" | "fault_reports";
  /**
   * Rows `row_id`, `case_id`, `start_us`, `end_us`: each case with its start and end in microseconds. `row_id` tells two
   * rows under one case id apart, as they may come from a source.
   */
  readonly cases: Sql<unknown>;
  /** The table or view of suspensions. */
  readonly suspensions: Sql<unknown>;
}

/**
 * Rows `row_id`, `from_us`, `to_us`: disjoint intervals, one or more for every case that has suspensions; an empty one
 * (from = to) where they all lie outside the case, because having rows at all replaces the case's own column.
 */
function islands({ caseTable, cases, suspensions }: SuspendedCases) {
  const started = micros(sql`s.started_at`);
  const ended = sql`coalesce(${micros(sql`s.ended_at`)}, c.end_us)`;
  return sql`(
    with cut as (
      select c.row_id, greatest(${started}, c.start_us) as from_us,
        greatest(least(${ended}, c.end_us), greatest(${started}, c.start_us)) as to_us
      from ${cases} as c inner join ${suspensions} as s on s.case_table = ${sql.lit(caseTable)} and s.case_id = c.case_id
    ), marked as (
      select row_id, from_us, to_us,
        case when from_us <= max(to_us) over (
          partition by row_id order by from_us, to_us rows between unbounded preceding and 1 preceding
        ) then 0 else 1 end as opens
      from cut
    ), numbered as (
      select row_id, from_us, to_us, sum(opens) over (
        partition by row_id order by from_us, to_us rows between unbounded preceding and current row
      ) as island
      from marked
    )
    select row_id, min(from_us) as from_us, max(to_us) as to_us from numbered group by row_id, island
  )`;
}

/** Rows `row_id`, `seconds`: whole seconds suspended, of the cases that have suspensions. */
export function suspendedSeconds(of: SuspendedCases): Sql<unknown> {
  const total = sql`cast(sum(to_us - from_us) as bigint)`;
  return sql`(select row_id, ${wholeSeconds(total)} as seconds from ${islands(of)} group by row_id)`;
}

/** Rows `row_id`, `days`: whole days in Rome covered by the suspensions. */
export function suspendedDays(of: SuspendedCases, romeWallClock: (micros: Sql<unknown>) => Sql<unknown>): Sql<unknown> {
  const days = wholeDays(romeWallClock(sql`from_us`), romeWallClock(sql`to_us`));
  return sql`(select row_id, cast(sum(${days}) as bigint) as days from ${islands(of)} group by row_id)`;
}
