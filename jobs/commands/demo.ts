import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isPresent, writeWhole } from "../files.ts";
import { describeParameters } from "../sample/parameters.ts";
import type { Spoken } from "../terminal.ts";
import type { Invocation } from "./context.ts";
import { sampleParameters } from "./generate.ts";
import { startWorkspace } from "./init.ts";
import { runCommand } from "./run.ts";

const operators = ["cielo", "hellotel"] as const;
/** Says that the folder is the demo's own, to be made anew. */
const mark = ".semestrale-demo";

/** Sample data of two operators, pulled, measured, judged, rendered and published in a workspace made anew. */
export async function demoCommand(invocation: Invocation): Promise<Spoken> {
  const { options, rest } = invocation;
  const folder = resolve(rest[0] ?? "workspace");
  if (await isPresent(join(folder, mark))) await rm(folder, { recursive: true, force: true });
  const samples = operators.map((operator) => sampleParameters({ ...options, operator }));
  await startWorkspace(folder, samples);
  await writeWhole(join(folder, mark), samples.map(describeParameters).join("\n\n"));
  const period = options.period ?? "2026-S1";
  const ran: Spoken[] = [];
  for (const operator of operators) ran.push(await runCommand({ ...invocation, options: { ...options, workspace: folder, operator, period } }));
  return { json: { workspace: folder, reports: ran.map(({ json }) => json) }, text: [...ran.map(({ text }) => text), `Workspace: ${folder}`].join("\n\n") };
}
