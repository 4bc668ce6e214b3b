/** Runs the real launcher as a child, and holds each of its runs to what every run owes whoever started it. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

export const launcher = fileURLToPath(new URL("../../jobs/semestrale", import.meta.url));

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one document of stdout. */
  // biome-ignore lint/suspicious/noExplicitAny: each command's document has a shape of its own, which its test states.
  readonly json: any;
  /** The sentence of a run that failed; empty otherwise. */
  readonly sentence: string;
}

export interface JobOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Shell words that come before the job in the same process: `umask 077`. */
  readonly before?: string;
}

/** The day on which a run is asked where a test names none: 2026 is over, whatever day the tests run on. */
const day = "2027-07-01";

const dated = (args: readonly string[]): readonly string[] =>
  args[0] === "run" && !args.includes("--today") ? [...args, "--today", day] : args;

/**
 * A run whose stdout is a pipe. It never prints a stack trace; stdout is one JSON document, of the failure too; stderr holds
 * the same sentence, or where all went well what the document says of a report that is no more than a draft.
 */
export async function job(args: readonly string[], options: JobOptions = {}): Promise<Ended> {
  const { exitCode, stdout, stderr } = await words(args, options);
  const json = JSON.parse(stdout);
  const sentence: string = json.error?.message ?? "";
  expect(stdout).toBe(`${JSON.stringify(json, null, 2)}\n`);
  if (json.error !== undefined) {
    expect(json.error.exitCode).toBe(exitCode);
    expect(stderr).toBe(`semestrale: ${sentence}\n`);
  } else if (exitCode === 0) {
    const notes = [json.whyDraft, json.caution].filter((note) => note !== undefined);
    expect(stderr).toBe(notes.length === 0 ? "" : `semestrale: ${notes.join(" ")}\n`);
  }
  return { exitCode, stdout, stderr, json, sentence };
}

/** The same run where stdout is meant for a person, as of --help. */
export async function words(
  args: readonly string[],
  options: JobOptions = {},
): Promise<Omit<Ended, "json" | "sentence">> {
  const ended = await endOf(start(args, options));
  expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/^\s+at .*:\d+/m);
  return ended;
}

export function start(args: readonly string[], { cwd, env, before }: JobOptions = {}) {
  const asked = dated(args);
  const [file, argv] =
    before === undefined ? [launcher, asked] : ["/bin/sh", ["-c", `${before}; exec "$0" "$@"`, launcher, ...asked]];
  return spawn(file, argv, { ...(cwd !== undefined && { cwd }), env: { ...process.env, ...env }, stdio: "pipe" });
}

export async function endOf(child: ReturnType<typeof start>): Promise<Omit<Ended, "json" | "sentence">> {
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  return { exitCode, stdout, stderr };
}
