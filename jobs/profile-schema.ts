/** The shape of an operator's profile. What is wrong with one is said in profile-problems.ts. */
import { IANAZone } from "luxon";
import { z } from "zod";
import type { OfferedService } from "../reports/act.ts";
import { dimensions } from "../reports/scope.ts";
import { settings, valuesOf } from "../reports/settings.ts";
import { targetUnits } from "../reports/target-units.ts";
import { tableNames } from "../sql/tables.ts";
import { deadlines } from "./deadlines.ts";
import { ownShape } from "./profile-own.ts";
import { mapping, set, text } from "./profile-shapes.ts";
import { complaints, hours, pec, readings, reporting } from "./profile-standing.ts";
import { terms } from "./profile-terms.ts";

const year = z.int().min(2000).max(2100);

const services: readonly OfferedService[] = ["internet", "voice", "dialup"];

const zone = z
  .string()
  .refine((name) => IANAZone.isValidZone(name), "must be a time zone's IANA name, as Europe/Rome")
  .default("Europe/Rome");

const files = <Kind extends "csv" | "parquet">(kind: Kind) => mapping({ kind: z.literal(kind), path: text, zone });

const mysql = mapping({
  kind: z.literal("mysql"),
  host: text.exactOptional(),
  port: z.int().min(1).max(65_535).exactOptional(),
  socketPath: text.exactOptional(),
  user: text,
  database: text,
  passwordEnv: z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]*$/, "must name the environment variable that holds the password, in capitals")
    .exactOptional(),
  selects: text,
  zone,
}).refine(
  (source) => (source.host === undefined) !== (source.socketPath === undefined),
  "must name either a host or a socketPath",
);

const scopeValue = z.union([text, z.array(text).min(1)], "must be a quoted text, or a list of quoted texts");

const scope = mapping({
  ...(Object.fromEntries(dimensions.map((name) => [name, scopeValue.exactOptional()])) as Record<
    (typeof dimensions)[number],
    z.ZodExactOptional<typeof scopeValue>
  >),
  limit: z.int().min(1).exactOptional(),
  responsibility: z.literal("own").exactOptional(),
  conditions: z.literal("normal").exactOptional(),
});

const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'must be a decimal with a dot, in quotes, as "4.10"');
const printed = z.enum(["<", "<=", ">", ">=", "bare"]);

const target = mapping({
  id: text,
  act: text,
  indicator: text,
  measure: text,
  service: z.enum(["internet", "voice"]).exactOptional(),
  scope,
  value: decimal,
  unit: z.enum(targetUnits),
  printed,
  words: text,
  section: text,
  page: z.int().min(1).exactOptional(),
  year,
  oddity: text.exactOptional(),
});

const commitment = mapping({
  id: text,
  name: text,
  words: text,
  section: text,
  value: decimal,
  unit: text,
  printed,
  year,
  oddity: text.exactOptional(),
});

const choices = Object.fromEntries(
  settings.map((setting) => [setting.name, z.enum(valuesOf(setting)).exactOptional()]),
);

export const profileSchema = mapping({
  id: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]*$/,
      "an id with a path in it, or with signs other than a-z, 0-9 and hyphens, names no folder",
    ),
  name: text,
  seat: text.exactOptional(),
  roc: text.exactOptional(),
  pec: pec.exactOptional(),
  site: text.exactOptional(),
  hours: hours.exactOptional(),
  charter: mapping({ title: text, kind: z.enum(["charter", "page"]).default("charter"), year: year.exactOptional() }),
  reporting,
  deadlines,
  services: set(z.enum(services)),
  acts: set(text).min(1).exactOptional(),
  none: set(z.enum(tableNames)).default([]),
  approval: mapping({ required: z.boolean() }),
  source: z.discriminatedUnion("kind", [files("csv"), files("parquet"), mysql]),
  settings: mapping(choices).default({}),
  targets: z.array(target),
  commitments: z.array(commitment).default([]),
  ...ownShape,
  complaints: complaints.exactOptional(),
  terms: terms.exactOptional(),
  readings,
  oddities: z.array(mapping({ section: text, words: text })).default([]),
});
