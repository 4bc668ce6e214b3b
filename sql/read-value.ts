/** How a text becomes a value of its column's type, in SQL; NULL where it cannot be read. */
import { type RawBuilder, sql } from "kysely";
import type { Column } from "./tables.ts";
import { bySpan, type Sql } from "./time.ts";
import { type LocalSpan, localSpans, type Offset } from "./zones.ts";

/** Zones by which times without an offset are read. */
export interface ReadingZones {
  /** Of naive times. */
  readonly declared: readonly Offset[];
  /** Of bare dates. */
  readonly rome: readonly Offset[];
  /** Seconds since 1970 near which most times lie. */
  readonly near: number;
}

const timePattern =
  "(\\d{4}-\\d\\d-\\d\\d)(?:[T ]((?:[01]\\d|2[0-3]):[0-5]\\d)(?::([0-5]\\d)(?:[.,](\\d+))?)?(?: ?(Z|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?))?)?";

/** The parts of a time's text; each is empty where absent, `day` also where the text is no time. */
export function timeParts(text: Sql<string | null>): RawBuilder<unknown> {
  return sql`regexp_extract(${text}, ${sql.lit(`^${timePattern}$`)}, ['day', 'minute', 'second', 'fraction', 'zone'])`;
}

/** Microseconds of the wall clock those parts name; further digits of the fraction are dropped. */
export function localMicros(parts: Sql<unknown>): RawBuilder<bigint> {
  const part = (name: string) => sql`(${parts}).${sql.ref(name)}`;
  const clock = sql`${part("day")} || ' ' || coalesce(nullif(${part("minute")}, ''), '00:00') || ':' || coalesce(nullif(${part("second")}, ''), '00')`;
  const fraction = sql`coalesce(try_cast(rpad(substr(${part("fraction")}, 1, 6), 6, '0') as bigint), 0)`;
  return sql<bigint>`(epoch_us(try_cast(${clock} as timestamp)) + ${fraction})`;
}

/** The instant, by the offset in the text or else by the zone's rule. */
export function instant(parts: Sql<unknown>, local: Sql<bigint>, zones: ReadingZones): RawBuilder<unknown> {
  const part = (name: string) => sql`(${parts}).${sql.ref(name)}`;
  const zone = part("zone");
  const digits = sql`rpad(replace(substr(${zone}, 2), ':', ''), 4, '0')`;
  const written = sql`(case substr(${zone}, 1, 1) when '-' then -1 else 1 end * (cast(substr(${digits}, 1, 2) as bigint) * 3600 + cast(substr(${digits}, 3, 2) as bigint) * 60))`;
  const naive = offsetBySpan(local, zones.declared, zones.near);
  // A bare date is midnight in Rome; where that is the declared zone too, one look-up serves both.
  const bare =
    zones.declared === zones.rome
      ? sql``
      : sql`when ${part("minute")} = '' then ${offsetBySpan(local, zones.rome, zones.near)}`;
  const offset = sql`case ${bare} when ${zone} = '' then ${naive} when ${zone} = 'Z' then 0 else ${written} end`;
  return sql`make_timestamp(${local} - ${offset} * 1000000)`;
}

/** Whether a naive time fell into the hour that autumn doubles. */
export function isDoubled(parts: Sql<unknown>, local: Sql<bigint>, zones: ReadingZones): RawBuilder<boolean> {
  const part = (name: string) => sql`(${parts}).${sql.ref(name)}`;
  const hours = localSpans(zones.declared).filter(({ doubled }) => doubled);
  if (hours.length === 0) return sql<boolean>`false`;
  const second = seconds(local);
  const isIn = hours.map(({ from, to }) => sql`${second} between ${sql.lit(from)} and ${sql.lit((to as number) - 1)}`);
  return sql<boolean>`(${part("minute")} <> '' and ${part("zone")} = '' and (${sql.join(isIn, sql` or `)}))`;
}

function offsetBySpan(local: Sql<bigint>, zone: readonly Offset[], near: number): RawBuilder<unknown> {
  const spans = localSpans(zone).map(({ from, to, offset }: LocalSpan) => ({ from, to, value: offset }));
  return bySpan(seconds(local), spans, near);
}

const seconds = (local: Sql<bigint>) => sql`(${local} // 1000000)`;

/** A value of any type but time. */
export function plainValue(column: Column, text: Sql<string | null>): RawBuilder<unknown> {
  switch (column.type.kind) {
    case "text":
      return sql`${text}`;
    case "choice":
      return sql`case when ${text} in (${sql.join(column.type.values.map((value) => sql.lit(value)))}) then ${text} end`;
    case "count":
      // Beyond this no duration or count is one, and sums of it would not be exact.
      return sql`case when regexp_full_match(${text}, '0*[0-9]{1,12}') then try_cast(${text} as bigint) end`;
    case "flag":
      return sql`case ${text} when '0' then cast(0 as tinyint) when '1' then cast(1 as tinyint) end`;
    case "date":
      return sql`case when regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') then try_cast(${text} as date) end`;
    case "month":
      return sql`case when regexp_full_match(${text}, '[0-9]{4}-(0[1-9]|1[0-2])') then ${text} end`;
    case "time":
      throw new TypeError(`${column.name} is a time`);
    default:
      return column.type satisfies never;
  }
}
