import { jobError } from "../errors.ts";
import type { Options } from "../options.ts";
import {
  describeParameters,
  type SampleOperator,
  type SampleParameters,
  sampleOperators,
} from "../sample/parameters.ts";
import { sampleTables } from "../sample/sample-tables.ts";
import { writeCsv } from "../sample/write-csv.ts";
import type { Spoken } from "../terminal.ts";
import { periodOf } from "../workspace.ts";
import type { Invocation } from "./context.ts";

/** Seeded sample data of any size into a folder, or into a database with its SELECTs in the folder. */
export async function generateCommand({ options, rest }: Invocation): Promise<Spoken> {
  const [folder] = rest;
  if (folder === undefined)
    throw jobError("missing-option", {
      command: "generate",
      option: "a folder",
      example: "generate sample-data --operator cielo --period 2026-S1",
    });
  const parameters = sampleParameters(options);
  const format = options.format ?? "csv";
  const tables = sampleTables(parameters);
  const described = describeParameters(parameters);
  const said = { folder, format, parameters: described.trimEnd().split("\n") };
  switch (format) {
    case "csv":
      await writeCsv(folder, tables);
      return { json: said, text: `${folder}: csv\n${described}` };
    case "parquet": {
      const { writeParquet } = await import("../sample/write-parquet.ts");
      await writeParquet(folder, tables);
      return { json: said, text: `${folder}: parquet\n${described}` };
    }
    case "mariadb": {
      const { generateMariaDb } = await import("../sample/generate-mariadb.ts");
      const { name, source } = await generateMariaDb(folder, tables, options, { typed: parameters.badShare === 0 });
      const text = `${name}: all tables\n${folder}: their SELECTs\nIn a profile: source: ${source}\n${described}`;
      return { json: { ...said, database: name, source }, text };
    }
    default:
      throw jobError("bad-option", { words: `--format ${format}: use csv, parquet or mariadb.` });
  }
}

export function sampleParameters(options: Options): SampleParameters {
  const period = periodOf(options.period ?? "2026-S1", "generate", new Date());
  const operator = options.operator ?? "cielo";
  if (!isSampled(operator))
    throw jobError("bad-option", {
      words: `There is sample data of ${sampleOperators.join(", ")}; not of ${operator}.`,
    });
  const bad = wholeNumber(options.bad, "--bad");
  return {
    seed: wholeNumber(options.seed, "--seed") ?? 1,
    operator,
    year: period.year,
    half: period.half ?? 1,
    size: wholeNumber(options.size, "--size") ?? 20_000,
    ...(bad !== undefined && { badShare: bad }),
  };
}

function isSampled(operator: string): operator is SampleOperator {
  return (sampleOperators as readonly string[]).includes(operator);
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw jobError("bad-option", { words: `${name} ${text}: use a whole number.` });
  return Number(text);
}
