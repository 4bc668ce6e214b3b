/** A sample row's text as a typed column takes it. */
import type { Column } from "../../sql/tables.ts";
import { instantOf } from "./rome-calendar.ts";

/** Times as naive UTC, `2025-12-31 23:00:00.000`; everything else as it is. Rows must not be spoilt. */
export function typedText({ type }: Column, value: string | null): string | null {
  if (value === null || type.kind !== "time") return value;
  return new Date(instantOf(value)).toISOString().slice(0, 23).replace("T", " ");
}
