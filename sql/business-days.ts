/** Days of work in SQL: a relation that numbers them, so that a term in days of work is a difference of two ordinals. */
import { type RawBuilder, sql } from "kysely";
import type { WorkingDays } from "../reports/own-commitments.ts";
import type { Sql } from "./time.ts";

/** Days since 1970-01-01 of the first and the last day that is numbered: 1 January 2001 and 31 December 2100. */
const [firstDay, lastDay] = [11_323, 47_846];

/** 1 January 1970 was a Thursday; Monday is 0. */
const weekday = sql`((d.day + 3) % 7)`;

/**
 * Rows of `day` (since 1970-01-01), `ordinal`, the number of days of work up to it and with it, and `rests`, whether it is
 * none itself. From Friday to the next Monday the ordinal grows by one; a Saturday and a Sunday without work have that of the
 * Friday before them, so that the next day of work is one ordinal on from wherever a case arrives.
 */
export function numberedDays({ saturday, holidays }: WorkingDays): RawBuilder<NumberedDay> {
  const rest = sql.lit(saturday === "working" ? 6 : 5);
  const rests = sql`(${weekday} >= ${rest} or h.day is not null)`;
  const list = `[${holidays.join(", ")}]`;
  return sql<NumberedDay>`(
    select d.day, ${rests} as rests, cast(sum(case when ${rests} then 0 else 1 end) over (order by d.day) as bigint) as ordinal
    from (select unnest(range(${sql.lit(firstDay)}, ${sql.lit(lastDay + 1)})) as day) as d
    left join (select distinct unnest(cast(${list} as date[])) - date '1970-01-01' as day) as h on h.day = d.day
  )`;
}

export interface NumberedDay {
  readonly day: bigint;
  readonly ordinal: bigint;
  readonly rests: boolean;
}

/**
 * The day to look up for a day: itself, or the nearest one that is numbered. A case that has waited since before 2001 is
 * late by any calendar, and stays one of those counted.
 */
export function numberedDay(day: Sql<unknown>): RawBuilder<bigint> {
  return sql<bigint>`least(greatest(${day}, ${sql.lit(firstDay)}), ${sql.lit(lastDay)})`;
}
