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
  const asked = { ...options, size: options.size ?? "3000", period: options.period ?? "2026-S1" };
  const samples = operators.map((operator) => sampleParameters({ ...asked, operator }));
  await startWorkspace(folder, operators);
  await writeWhole(join(folder, mark), samples.map(describeParameters).join("\n\n"));
  // Each operator in a process of its own, as cron would have it: they have nothing to do with each other.
  const summaries = await Promise.all(operators.map((operator) => runOperator(folder, operator, asked)));
  return {
    json: { workspace: folder, reports: summaries },
    text: [...summaries.map(summaryText), `Workspace: ${folder}`].join("\n\n"),
  };
}

async function runOperator(folder: string, operator: string, asked: Asked): Promise<Summary> {
  const { period, size, seed, bad } = asked;
  const part = ["--json", "--operator", operator, "--period", period];
  const shape = [...(seed === undefined ? [] : ["--seed", seed]), ...(bad === undefined ? [] : ["--bad", bad])];
  await job(["generate", join(folder, "sources", operator), ...part, "--size", size, ...shape]);
  return JSON.parse(await job(["run", ...part, "--workspace", folder])) as Summary;
}

type Asked = Invocation["options"] & { readonly size: string; readonly period: string };

/** What the command prints; throws with its sentence and exit code. */
async function job(argv: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...argv], { maxBuffer: 1 << 24 });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { code?: number; stderr?: string };
    throw new JobError("demo", (code ?? 1) as ExitCode, (stderr ?? String(error)).trim().replace(/^semestrale: /, ""));
  }
}
