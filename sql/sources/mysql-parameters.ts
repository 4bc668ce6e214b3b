/** The named parameters a SELECT may use, and their translation to the server's own placeholders. */
import { DateTime } from "luxon";
import type { TableName } from "../tables.ts";
import type { SourcePeriod } from "./source.ts";
import { SourceError } from "./source-error.ts";

/** Bounds of the period as `2026-01-01 00:00:00`: on the wall clocks of the source's zone, and in UTC; the end is exclusive. */
export type ParameterName = "period_start" | "period_end" | "period_start_utc" | "period_end_utc";
export type Parameters = Readonly<Record<ParameterName, string>>;

export function periodParameters(period: SourcePeriod, zone: string): Parameters {
  return {
    period_start: wallClock(period.startAt, zone),
    period_end: wallClock(period.endAt, zone),
    period_start_utc: wallClock(period.startAt, "utc"),
    period_end_utc: wallClock(period.endAt, "utc"),
  };
}

/** From an instant to a wall clock there is one answer only, also in the hour that autumn doubles. */
function wallClock(instant: string, zone: string): string {
  const local = DateTime.fromISO(instant, { zone });
  if (!local.isValid) throw new Error(`${instant} in ${zone}: ${local.invalidExplanation}`);
  return local.toFormat("yyyy-MM-dd HH:mm:ss");
}

export interface BoundSelect {
  /** The SELECT with `?` for each parameter, without a closing semicolon. */
  readonly text: string;
  /** The values of the placeholders, in their order. */
  readonly values: readonly string[];
}

/** Strings, quoted names and comments are passed over, so that a colon inside them stays what it is. */
const tokens =
  /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`[^`]*`|--(?=\s|$)[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/|(?<!:):([a-z_]\w*)/gi;
const leadingNoise = /^(?:\s|\(|--(?=\s|$)[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*(?!M?!)[\s\S]*?\*\/)*/;

/**
 * `:period_start` and its like become placeholders; nothing is ever written into the text.
 * @throws SourceError select-refused: a parameter that does not exist, or a statement that is no SELECT.
 */
export function bindParameters(table: TableName, select: string, parameters: Parameters): BoundSelect {
  if (!/^(?:select|with)\b/i.test(select.replace(leadingNoise, ""))) {
    throw new SourceError(
      "select-refused",
      `The SELECT of ${table} must begin with SELECT or WITH: the source is only ever read.`,
      { table },
    );
  }
  const values: string[] = [];
  const text = select.replace(tokens, (token, name: string | undefined) => {
    if (name === undefined) return token;
    const value = Object.hasOwn(parameters, name) ? parameters[name as ParameterName] : undefined;
    if (value === undefined) throw unknownParameter(table, name, parameters);
    values.push(value);
    return "?";
  });
  return { text: text.replace(/[\s;]+$/, ""), values };
}

function unknownParameter(table: TableName, name: string, parameters: Parameters): SourceError {
  const known = Object.keys(parameters).map((parameter) => `:${parameter}`);
  return new SourceError(
    "select-refused",
    `The SELECT of ${table} uses the parameter :${name}, which does not exist. There are ${known.join(", ")}.`,
    { table },
  );
}
