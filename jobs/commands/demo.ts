import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type ExitCode, JobError } from "../errors.ts";
import { isPresent, writeWhole } from "../files.ts";
import { describeParameters } from "../sample/parameters.ts";
import { type Summary, summaryText } from "../summary.ts";
import type { Spoken } from "../terminal.ts";
import type { Invocation } from "./context.ts";
import { sampleParameters } from "./generate.ts";
import { startWorkspace } from "./init.ts";

const operators = ["cielo", "hellotel"] as const;
/** Says that the folder is the demo's own, to be made anew. */
const mark = ".semestrale-demo";
const program = fileURLToPath(new URL("../main.ts", import.meta.url));

/** Sample data of two operators, pulled, measured, judged, rendered and published in a workspace made anew. */
export async function demoCommand({ options, rest }: Invocation): Promise<Spoken> {
  const folder = resolve(rest[0] ?? "workspace");
  if (await isPresent(join(folder, mark))) await rm(folder, { recursive: true, force: true });
  const samples = operators.map((operator) => sampleParameters({ ...options, operator, size: options.size ?? "5000" }));
  await startWorkspace(folder, samples);
  await writeWhole(join(folder, mark), samples.map(describeParameters).join("\n\n"));
  const period = options.period ?? "2026-S1";
  // Each operator in a process of its own, as cron would have it: they have nothing to do with each other.
  const summaries = await Promise.all(operators.map((operator) => runOperator(folder, operator, period)));
  return {
    json: { workspace: folder, reports: summaries },
    text: [...summaries.map(summaryText), `Workspace: ${folder}`].join("\n\n"),
  };
}

async function runOperator(folder: string, operator: string, period: string): Promise<Summary> {
  const argv = [program, "run", "--json", "--workspace", folder, "--operator", operator, "--period", period];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, argv, { maxBuffer: 1 << 24 });
    return JSON.parse(stdout) as Summary;
  } catch (error) {
    const { code, stderr } = error as { code?: number; stderr?: string };
    throw new JobError("demo", (code ?? 1) as ExitCode, (stderr ?? String(error)).trim().replace(/^semestrale: /, ""));
  }
}
