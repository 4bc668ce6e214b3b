import { exitCodes } from "../errors.ts";
import { reportSnapshot } from "../run.ts";
import { findSnapshot } from "../snapshot.ts";
import { summaryOf, summaryText } from "../summary.ts";
import type { Spoken } from "../terminal.ts";
import { type Invocation, jobContext, locked } from "./context.ts";

/** Reports the newest snapshot as a draft. */
export async function reportCommand(invocation: Invocation): Promise<Spoken> {
  const { options } = invocation;
  const context = await jobContext("report", invocation);
  const isDry = options["dry-run"] === true;
  const snapshot = await findSnapshot(context.workspace, context.part);
  return locked(context, isDry, async (job) => {
    const ran = await reportSnapshot({ ...job, snapshot }, false);
    const summary = summaryOf(ran.indicators, isDry ? "dry run, nothing was written" : ran.state, isDry ? "" : ran.folder);
    const isMissed = options["fail-on-miss"] === true && summary.targets.missed > 0;
    return { json: summary, text: summaryText(summary), ...(isMissed && { exitCode: exitCodes.missed }) };
  });
}
