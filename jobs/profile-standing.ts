/** What a profile says of the operator's own ways: whether it owes the Authority a report, its hours, how it takes complaints. */
import { z } from "zod";
import { type TableName, tableNames, tables } from "../sql/tables.ts";
import { mapping, set, text } from "./profile-shapes.ts";

/** Why no report is owed; the judgement is the operator's, and rests on its own words. */
export interface NotSubject {
  readonly subject: false;
  /** Italian, a whole sentence, as it is printed. */
  readonly reason: string;
  /** Verbatim from the operator's document. */
  readonly words: string;
  readonly section: string;
}

export type Reporting = { readonly subject: true } | NotSubject;

/** When a person answers. What the document does not say is left out: `days` is then unknown. */
export interface AssistanceHours {
  readonly days?: "every-day" | "working-days" | "monday-friday";
  /** `"09:00-17:00"`, ascending, within one day. */
  readonly open: readonly string[];
  readonly words: string;
  readonly section: string;
}

/** The forms in which the operator's own document takes a complaint on a charge. */
export interface ComplaintForms {
  readonly channels: readonly string[];
  readonly words: string;
  readonly section: string;
}

/** How words of the operator's document are read into the tables: what the SELECTs are held to. */
export interface Reading {
  readonly id: string;
  readonly table: TableName;
  /** Verbatim, one passage each. */
  readonly words: readonly string[];
  readonly section: string;
  /** Italian, whole sentences. */
  readonly reading: string;
}

const channelColumn = tables.billing_disputes.columns.find(({ name }) => name === "channel");
const channels = channelColumn?.type.kind === "choice" ? channelColumn.type.values : [];

export const pec = z.string().regex(/^[^\s@]+@[^\s@]+\.[a-z]+$/, "must be an address, as nome@dominio.it");

const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a span of a day, as "09:00-17:00"');

export const hours = mapping({
  days: z.enum(["every-day", "working-days", "monday-friday"]).exactOptional(),
  open: z
    .array(span)
    .min(1)
    .refine((spans) => isAscending(spans), "must be spans in order, each ending after it begins and before the next"),
  words: text,
  section: text,
});

/** Clock times of two digits compare as text. */
function isAscending(spans: readonly string[]): boolean {
  const ends = spans.flatMap((one) => one.split("-"));
  return ends.every((time, index) => index === 0 || (ends[index - 1] as string) < time);
}

export const reporting = z
  .discriminatedUnion("subject", [
    mapping({ subject: z.literal(true) }),
    mapping({ subject: z.literal(false), reason: text, words: text, section: text }),
  ])
  .default({ subject: true });

export const complaints = mapping({ channels: set(z.enum(channels)).min(1), words: text, section: text });

export const readings = z
  .array(mapping({ id: text, table: z.enum(tableNames), words: z.array(text).min(1), section: text, reading: text }))
  .default([]);
