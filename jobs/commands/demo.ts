import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { jobError } from "../errors.ts";
import { isPresent, writeWhole } from "../files.ts";
import { notAllowed } from "../profile-error.ts";
import type { Rendering } from "../rendering.ts";
import { RenderingThread } from "../rendering-thread.ts";
import type { Summary } from "../summary.ts";
import type { Spoken } from "../terminal.ts";
import type { Invocation } from "./context.ts";

/** The largest first: while its documents are written the others are measured. */
const samples = ["cielo", "hellotel", "clouditalia", "cloudfabric", "tunda"] as const;
/** Says that the folder is the demo's own, to be made anew. */
const mark = ".semestrale-demo";

/** Sample data of the operators, pulled, measured, judged, rendered and published in a workspace made anew. */
export async function demoCommand({ options, rest, terminal }: Invocation): Promise<Spoken> {
  const folder = resolve(rest[0] ?? "workspace");
  const operators = operatorsOf(options.operator);
  const asked = { ...options, size: options.size ?? "800", period: options.period ?? "2026-S1" };
  // So short a job is over before the slowest compiler's code has earned what it costs to make.
  if (options.size === undefined) setFlagsFromString("--max-opt=2");
  // It starts at once, so that both threads load their modules side by side.
  const rendering = new RenderingThread();
  try {
    await startDemo(folder, operators, asked);
    const summaries = await runAll(folder, operators, { options: asked, terminal, rendering });
    const { summaryText } = await import("../summary.ts");
    return {
      json: { workspace: folder, reports: summaries },
      text: [...summaries.map(summaryText), `Workspace: ${folder}`, ...others(operators)].join("\n\n"),
    };
  } finally {
    await rendering.close();
  }
}

function others(operators: readonly string[]): readonly string[] {
  const left = samples.filter((id) => !operators.includes(id));
  return left.length === 0 ? [] : [`Sample data of ${left.join(", ")} too: jobs/semestrale demo`];
}

/** Those of a comma-separated list, in the order in which the demo takes them; all where there is none. */
function operatorsOf(list: string | undefined): readonly string[] {
  if (list === undefined) return samples;
  const named = list.split(",").map((id) => id.trim());
  for (const id of named)
    if (!(samples as readonly string[]).includes(id))
      throw jobError("bad-option", { words: `--operator: ${notAllowed(id, samples, "has no sample data")}.` });
  return samples.filter((id) => named.includes(id));
}

async function startDemo(folder: string, operators: readonly string[], asked: Invocation["options"]): Promise<void> {
  const { sampleParameters } = await import("./generate.ts");
  const { startWorkspace } = await import("./init.ts");
  const { describeParameters } = await import("../sample/parameters.ts");
  const parameters = operators.map((operator) => sampleParameters({ ...asked, operator }));
  if (await isPresent(join(folder, mark))) await rm(folder, { recursive: true, force: true });
  await startWorkspace(folder, operators);
  await writeWhole(join(folder, mark), parameters.map(describeParameters).join("\n\n"));
}

type Demonstrated = Omit<Invocation, "rest"> & { readonly rendering: Rendering };

/** Each begins when the one before hands its documents over, so that both threads have work; after a fault none does. */
async function runAll(
  folder: string,
  operators: readonly string[],
  { rendering, ...asked }: Demonstrated,
): Promise<readonly Summary[]> {
  const runs: Promise<Summary>[] = [];
  try {
    for (const operator of operators) {
      const handed = Promise.withResolvers<void>();
      const handing: Rendering = {
        documents: (...of) => {
          handed.resolve();
          return rendering.documents(...of);
        },
      };
      runs.push(runOne(folder, operator, { ...asked, rendering: handing }));
      await Promise.race([handed.promise, Promise.all(runs)]);
    }
    return await Promise.all(runs);
  } finally {
    // What is on its way when another fails comes to its end all the same.
    await Promise.allSettled(runs);
  }
}

async function runOne(folder: string, operator: string, asked: Demonstrated): Promise<Summary> {
  const { generateCommand } = await import("./generate.ts");
  const { runCommand } = await import("./run.ts");
  const { period } = asked.options;
  await generateCommand({
    ...asked,
    options: { ...asked.options, operator },
    rest: [join(folder, "sources", operator)],
  });
  const options = { workspace: folder, operator, ...(period !== undefined && { period }) };
  const { json } = await runCommand({ ...asked, options, rest: [] });
  return json as Summary;
}
