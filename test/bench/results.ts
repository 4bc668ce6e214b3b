/** What a bench prints: facts of the machine, a table, ratios. */
import { availableParallelism, cpus, loadavg, release, totalmem } from "node:os";
import { version as duckDbVersion } from "@duckdb/node-api";
import { tableText } from "../../jobs/terminal.ts";
import type { Timing } from "./timing.ts";

export interface Measured extends Timing {
  readonly peakMegabytes: number;
}

/** A line for each step, and the ratios that tell our own cost from the machine's. */
export function results(timings: ReadonlyMap<string, readonly Measured[]>): string {
  const median = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const ms = (name: string) => median((timings.get(name) ?? []).map((timing) => timing.ms));
  const lines = [...timings].map(([name, all]) => {
    const [least, most] = [Math.min(...all.map((timing) => timing.ms)), Math.max(...all.map((timing) => timing.ms))];
    const rows = all[0]?.rows ?? 0;
    const speed = name === "render" ? "" : whole((1000 * rows) / ms(name));
    const peak = whole(median(all.map(({ peakMegabytes }) => peakMegabytes)));
    return [
      name,
      name === "render" ? "" : whole(rows),
      whole(ms(name)),
      `${whole(least)} to ${whole(most)}`,
      speed,
      peak,
    ];
  });
  const times = (a: string, b: string) => `${(ms(a) / ms(b)).toFixed(1)} times`;
  return [
    tableText([["step", "rows", "ms", "least to most", "rows/s", "peak MB"], ...lines]),
    "",
    `measure is ${times("measure", "raw scan")} the raw scan: count, max and sum of the columns it reads`,
    `pull from CSV is ${times("pull, CSV", "CSV to Parquet, unchecked")} the engine's own copy of the same files to Parquet`,
    `pull from Parquet is ${times("pull, Parquet", "CSV to Parquet, unchecked")} that copy`,
    `report.pdf is ${times("report.pdf", "its texts, drawn bare")} raw pdfkit: its texts in one face, without layout, rules or tags`,
    `the AGCOM workbooks are ${times("AGCOM workbooks", "their cells, zipped bare")} their cells written by hand, without styles`,
    `a workbook of single cases is ${times("evidence, 8 cells a row", "the same, deflated bare")} its one sheet written by hand`,
  ].join("\n");
}

/** What the figures hold for. */
export function machine(): string {
  const { platform, arch, version } = process;
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const cores = `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${gigabytes} GB, load ${loadavg()[0]?.toFixed(1)}`;
  return `${platform} ${release()} ${arch}, ${cores}, Node ${version}, DuckDB ${duckDbVersion()}`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
