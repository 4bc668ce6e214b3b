import { exitCodes } from "../errors.ts";
import { pull } from "../pull.ts";
import { reportSnapshot } from "../run.ts";
import { summaryOf, summaryText } from "../summary.ts";
import type { Spoken } from "../terminal.ts";
import { type Invocation, jobContext, locked } from "./context.ts";

/** Pull and report; published where the profile asks for no approval. */
export async function runCommand(invocation: Invocation): Promise<Spoken> {
  const { options } = invocation;
  const context = await jobContext("run", invocation);
  const isDry = options["dry-run"] === true;
  return locked(context, isDry, async (job) => {
    const snapshot = await pull({ ...job, sourceFolder: options.source });
    const ran = await reportSnapshot({ ...job, snapshot }, !job.profile.approval.required);
    const summary = summaryOf(ran.indicators, isDry ? "dry run, nothing was written" : ran.state, isDry ? "" : ran.folder);
    const isMissed = options["fail-on-miss"] === true && summary.targets.missed > 0;
    return { json: summary, text: summaryText(summary), ...(isMissed && { exitCode: exitCodes.missed }) };
  });
}
