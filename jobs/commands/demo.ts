import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { DemoOutcome, DemoRun } from "../demo-run.ts";
import { JobError } from "../errors.ts";
import { isPresent, writeWhole } from "../files.ts";
import type { Summary } from "../summary.ts";
import type { Spoken } from "../terminal.ts";
import type { Invocation } from "./context.ts";

/** The longest first, so that neither thread is left alone with it at the end. */
const operators = ["cielo", "hellotel", "clouditalia", "cloudfabric", "tunda"] as const;
/** Says that the folder is the demo's own, to be made anew. */
const mark = ".semestrale-demo";

/** Sample data of the operators, pulled, measured, judged, rendered and published in a workspace made anew. */
export async function demoCommand({ options, rest, terminal }: Invocation): Promise<Spoken> {
  const folder = resolve(rest[0] ?? "workspace");
  const asked = { ...options, size: options.size ?? "3000", period: options.period ?? "2026-S1" };
  // Two threads share the operators: what a process of each would cost to start is most of what its run costs. The
  // second starts at once, so that both load their modules side by side.
  const thread = new Worker(new URL("../demo-thread.ts", import.meta.url));
  const broken = new Promise<never>((_, reject) => thread.once("error", reject));
  // Whoever waits for an answer hears of it; until someone does, it must not end the process.
  broken.catch(() => {});
  try {
    await startDemo(folder, asked);
    const { runDemo } = await import("../demo-run.ts");
    const here = (run: DemoRun) => runDemo(run, terminal);
    const there = async (run: DemoRun) => {
      thread.postMessage(run);
      const [outcome] = await Promise.race([once(thread, "message"), broken]);
      return outcome as DemoOutcome;
    };
    const runs = operators.map((operator) => ({ folder, operator, options: asked }));
    const summaries = await shared(runs, [here, there]);
    const { summaryText } = await import("../summary.ts");
    return {
      json: { workspace: folder, reports: summaries },
      text: [...summaries.map(summaryText), `Workspace: ${folder}`].join("\n\n"),
    };
  } finally {
    await thread.terminate();
  }
}

async function startDemo(folder: string, asked: Invocation["options"]): Promise<void> {
  const { sampleParameters } = await import("./generate.ts");
  const { startWorkspace } = await import("./init.ts");
  const { describeParameters } = await import("../sample/parameters.ts");
  const samples = operators.map((operator) => sampleParameters({ ...asked, operator }));
  if (await isPresent(join(folder, mark))) await rm(folder, { recursive: true, force: true });
  await startWorkspace(folder, operators);
  await writeWhole(join(folder, mark), samples.map(describeParameters).join("\n\n"));
}

/** Each worker takes the next run when it is through with its last; after a fault none is begun. Summaries in the runs' order. */
async function shared(
  runs: readonly DemoRun[],
  workers: readonly ((run: DemoRun) => Promise<DemoOutcome>)[],
): Promise<readonly Summary[]> {
  const waiting = [...runs.entries()];
  const outcomes: DemoOutcome[] = [];
  await Promise.all(
    workers.map(async (work) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [place, run] = next;
        const outcome = await work(run);
        outcomes[place] = outcome;
        if ("fault" in outcome) waiting.length = 0;
      }
    }),
  );
  return outcomes.map((outcome) => {
    if ("fault" in outcome) throw new JobError("demo", outcome.fault.exitCode, outcome.fault.message);
    return outcome.summary;
  });
}
