/** A shipped profile run on its own sample data, and the rows that it was run on, read apart from the product. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SampleParameters } from "../../jobs/sample/parameters.ts";
import { instantOf } from "../../jobs/sample/rome-calendar.ts";
import type { SampleRow } from "../../jobs/sample/row-text.ts";
import { sampleTables } from "../../jobs/sample/sample-tables.ts";
import { writeCsv } from "../../jobs/sample/write-csv.ts";
import { templateFolder } from "../../jobs/workspace.ts";
import type { Indicators } from "../../reports/report-model.ts";
import type { TableName } from "../../sql/tables.ts";
import { job } from "../cli/job.ts";
import { folder } from "../cli/workspaces.ts";
import { whole } from "../jobs/sample/read-sample.ts";

export interface SampleRun {
  readonly exitCode: number | null;
  readonly summary: { readonly subject: boolean; readonly targets: Readonly<Record<string, number>> };
  /** Names of the published files. */
  readonly files: readonly string[];
  readonly place: string;
  readonly indicators: Indicators;
  rows(table: TableName): readonly SampleRow[];
}

type Operator = SampleParameters["operator"];

export const period = "2026-S1";
const [startAt, endAt] = [instantOf("2026-01-01"), instantOf("2026-07-01")];

/** Whether the half-year governs the row by this time. */
export function isGoverned(row: SampleRow, column: string): boolean {
  const text = row[column];
  return text != null && instantOf(text) >= startAt && instantOf(text) < endAt;
}

/** `changed` turns the shipped profile into the one that is run. */
export async function runOfSample(
  operator: Operator,
  size: number,
  changed = (text: string): string => text,
): Promise<SampleRun> {
  const root = await folder();
  const tables = sampleTables({ ...whole, seed: 3, operator, year: 2026, half: 1, size });
  await writeCsv(join(root, "sources", operator), tables);
  await mkdir(join(root, "operators"));
  const profile = await readFile(join(templateFolder("operators"), `${operator}.yaml`), "utf8");
  await writeFile(join(root, "operators", `${operator}.yaml`), changed(profile));
  const { exitCode, json } = await job(["run", "--period", period, "--workspace", root]);
  const place = join(root, "published", operator, period, "r1");
  return {
    exitCode,
    summary: json,
    files: await readdir(place),
    place,
    indicators: JSON.parse(await readFile(join(place, "indicators.json"), "utf8")) as Indicators,
    rows: (table) => [...(tables.get(table) ?? [])],
  };
}

/** Rows by the first condition that they meet; those that meet none are counted. */
export function classified(
  rows: readonly SampleRow[],
  conditions: Readonly<Record<string, (row: SampleRow) => boolean>>,
): { readonly counted: number; readonly excluded: Readonly<Record<string, number>> } {
  const excluded: Record<string, number> = {};
  let counted = 0;
  for (const row of rows) {
    const name = Object.entries(conditions).find(([, holds]) => holds(row))?.[0];
    if (name === undefined) counted += 1;
    else excluded[name] = (excluded[name] ?? 0) + 1;
  }
  return { counted, excluded };
}

/** What the report says became of a table's rows for an indicator. */
export function accounted(run: SampleRun, act: string, indicator: string, service: string, table: TableName) {
  const line = run.indicators.conservation.find(
    (one) => one.act === act && one.indicator === indicator && one.service === service && one.table === table,
  );
  if (line === undefined) throw new Error(`no line of ${act} ${indicator} ${service} on ${table}`);
  return { counted: line.counted, excluded: line.excluded };
}
