import { rm } from "node:fs/promises";
import { JobError } from "../errors.ts";
import { firstHalfIsNewer, stillRuns, whyDraft } from "../not-whole.ts";
import { latestPublished } from "../published.ts";
import { pull } from "../pull.ts";
import { reportSnapshot } from "../run.ts";
import { markLast } from "../snapshot.ts";
import { spokenSummary } from "../summary.ts";
import type { Spoken } from "../terminal.ts";
import { yearOf } from "../year.ts";
import { type Invocation, type JobContext, jobContext, locked } from "./context.ts";

/** Pull and report; published where the profile asks for no approval and the period is over. */
export async function runCommand(invocation: Invocation): Promise<Spoken> {
  const { options } = invocation;
  const context = await jobContext("run", invocation);
  const isDry = options["dry-run"] === true;
  if (context.period.half === null) return runYear(context, invocation);
  return locked(context, isDry, async (job) => {
    const snapshot = await pull({ ...job, sourceFolder: options.source });
    // The data is of this very run: when it was pulled says no more.
    const why = stillRuns(snapshot, job.period, job.today);
    const ran = await reportSnapshot({ ...job, snapshot }, await mayPublish(job, why)).catch(async (error: unknown) => {
      // What a published period refuses leaves no trace, the snapshot just sealed for it included.
      if (!(error instanceof JobError) || error.code !== "published-differs") await markLast(snapshot);
      else if (snapshot.isNew) await rm(snapshot.folder, { recursive: true, force: true });
      throw error;
    });
    await markLast(snapshot);
    return spokenSummary({ ran, snapshot, whyDraft: why, isDry, failOnMiss: options["fail-on-miss"] === true });
  });
}

/** The year from its half-years: nothing is pulled. */
async function runYear(context: JobContext, { options }: Invocation): Promise<Spoken> {
  const isDry = options["dry-run"] === true;
  const snapshot = await yearOf(context.workspace, context.part);
  return locked(context, isDry, async (job) => {
    const why = whyDraft(snapshot, job.period, job.today);
    const ran = await reportSnapshot({ ...job, snapshot }, await mayPublish(job, why));
    const caution = firstHalfIsNewer(snapshot, ran.indicators);
    const failOnMiss = options["fail-on-miss"] === true;
    return spokenSummary({ ran, snapshot, whyDraft: why, caution, isDry, failOnMiss });
  });
}

/** What is published already publishes nothing more, and is held against the data whatever day it is. */
async function mayPublish({ workspace, part, profile }: JobContext, why: string | undefined): Promise<boolean> {
  if (profile.approval.required) return false;
  return why === undefined || (await latestPublished(workspace, part)) !== undefined;
}
