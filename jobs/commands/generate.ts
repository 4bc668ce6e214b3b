import { parsePeriod } from "../../reports/period.ts";
import { jobError } from "../errors.ts";
import type { Options } from "../options.ts";
import { describeParameters, type SampleParameters } from "../sample/parameters.ts";
import { sampleTables } from "../sample/sample-tables.ts";
import { writeCsv } from "../sample/write-csv.ts";
import { writeParquet } from "../sample/write-parquet.ts";
import type { Spoken } from "../terminal.ts";
import type { Invocation } from "./context.ts";

/** Seeded sample data of any size into a folder. */
export async function generateCommand({ options, rest }: Invocation): Promise<Spoken> {
  const [folder] = rest;
  if (folder === undefined) throw jobError("missing-option", { command: "generate", option: "a folder", example: "generate sample-data --operator cielo --period 2026-S1" });
  const parameters = sampleParameters(options);
  const format = options.format ?? "csv";
  if (format !== "csv" && format !== "parquet") throw jobError("bad-option", { words: `--format ${format}: use csv or parquet.` });
  const write = format === "csv" ? writeCsv : writeParquet;
  await write(folder, sampleTables(parameters));
  const described = describeParameters(parameters);
  return { json: { folder, format, parameters: described.split("\n") }, text: `${folder}: ${format}\n${described}` };
}

export function sampleParameters(options: Options): SampleParameters {
  const period = parsePeriod(options.period ?? "2026-S1");
  if (period === undefined || period.half === null) throw jobError("bad-period", { text: options.period ?? "" });
  const operator = options.operator ?? "cielo";
  if (operator !== "cielo" && operator !== "hellotel") throw jobError("bad-option", { words: `There is sample data of cielo and hellotel, not of ${operator}.` });
  const bad = wholeNumber(options.bad, "--bad");
  return {
    seed: wholeNumber(options.seed, "--seed") ?? 1,
    operator,
    year: period.year,
    half: period.half,
    size: wholeNumber(options.size, "--size") ?? 20_000,
    ...(bad !== undefined && { badShare: bad }),
  };
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw jobError("bad-option", { words: `${name} ${text}: use a whole number.` });
  return Number(text);
}
