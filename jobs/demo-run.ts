/** One operator of the demo from end to end: sample data generated, pulled, measured, judged, rendered and published. */
import { join } from "node:path";
import { generateCommand } from "./commands/generate.ts";
import { runCommand } from "./commands/run.ts";
import type { Options } from "./options.ts";
import type { Summary } from "./summary.ts";
import { type Fault, faultOf, type Terminal } from "./terminal.ts";

export interface DemoRun {
  /** The workspace. */
  readonly folder: string;
  readonly operator: string;
  /** Period, and the shape of the data. */
  readonly options: Options;
}

/** A fault travels between threads as data: an error would arrive without its class. */
export type DemoOutcome = { readonly summary: Summary } | { readonly fault: Fault };

export async function runDemo({ folder, operator, options }: DemoRun, terminal: Terminal): Promise<DemoOutcome> {
  try {
    const own = { ...options, operator };
    await generateCommand({ options: own, rest: [join(folder, "sources", operator)], terminal });
    const { period } = options;
    const asked = { workspace: folder, operator, ...(period !== undefined && { period }) };
    const { json } = await runCommand({ options: asked, rest: [], terminal });
    return { summary: json as Summary };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}
