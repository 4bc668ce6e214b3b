import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isPresent, writeWhole } from "../files.ts";
import type { Rendering } from "../rendering.ts";
import { RenderingThread } from "../rendering-thread.ts";
import type { Summary } from "../summary.ts";
import type { Spoken } from "../terminal.ts";
import type { Invocation } from "./context.ts";

/** The largest first: while its documents are written the others are measured. */
const operators = ["cielo", "hellotel", "clouditalia", "cloudfabric", "tunda"] as const;
/** Operators measured at a time once documents are being written: one computes while the engine is busy with the other. */
const atOnce = 2;
/** Says that the folder is the demo's own, to be made anew. */
const mark = ".semestrale-demo";

/** Sample data of the operators, pulled, measured, judged, rendered and published in a workspace made anew. */
export async function demoCommand({ options, rest, terminal }: Invocation): Promise<Spoken> {
  const folder = resolve(rest[0] ?? "workspace");
  const asked = { ...options, size: options.size ?? "3000", period: options.period ?? "2026-S1" };
  // It starts at once, so that both threads load their modules side by side.
  const rendering = new RenderingThread();
  try {
    await startDemo(folder, asked);
    const summaries = await runAll(folder, { options: asked, terminal, rendering });
    const { summaryText } = await import("../summary.ts");
    return {
      json: { workspace: folder, reports: summaries },
      text: [...summaries.map(summaryText), `Workspace: ${folder}`].join("\n\n"),
    };
  } finally {
    await rendering.close();
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

type Demonstrated = Omit<Invocation, "rest"> & { readonly rendering: Rendering };

/** Summaries in the operators' order; one begins when another hands its documents over, and after a fault none does. */
async function runAll(folder: string, { rendering, ...asked }: Demonstrated): Promise<readonly Summary[]> {
  // The first goes alone: the sooner it hands its documents over, the sooner both threads have work.
  const turns = new Turns(1);
  let isFirst = true;
  let hasFailed = false;
  const outcomes = await Promise.allSettled(
    operators.map(async (operator) => {
      const release = await turns.next();
      const handing: Rendering = {
        documents: (...of) => {
          release();
          if (isFirst) turns.add(atOnce - 1);
          isFirst = false;
          return rendering.documents(...of);
        },
      };
      try {
        return hasFailed ? [] : [await runOne(folder, operator, { ...asked, rendering: handing })];
      } catch (error) {
        hasFailed = true;
        throw error;
      } finally {
        release();
      }
    }),
  );
  const fault = outcomes.find((outcome) => outcome.status === "rejected");
  if (fault !== undefined) throw fault.reason;
  return outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
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
  // The data is invented and whole, whatever day it is.
  const today = period === "last" ? undefined : "9999-12-31";
  const options = { workspace: folder, operator, ...(period && { period }), ...(today && { today }) };
  const { json } = await runCommand({ ...asked, options, rest: [] });
  return json as Summary;
}

/** Lets so many go on at a time, in the order in which they asked. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** What it returns is called when another may go on; a second call says nothing new. */
  async next(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.add(1);
    };
  }

  /** Lets so many more go on. */
  add(more: number): void {
    for (let i = 0; i < more; i += 1) {
      const following = this.#waiting.shift();
      if (following === undefined) this.#free += 1;
      else following();
    }
  }
}
