import { reportUnderChosenActs } from "../chosen-acts.ts";
import { firstHalfIsNewer, whyDraft } from "../not-whole.ts";
import { latestPublished } from "../published.ts";
import { reportSnapshot } from "../run.ts";
import { findSnapshot } from "../snapshot.ts";
import { spokenSummary } from "../summary.ts";
import type { Spoken } from "../terminal.ts";
import { yearOf } from "../year.ts";
import { type Invocation, jobContext, locked } from "./context.ts";

/** Reports the newest snapshot as a draft; under acts that are named, apart from the drafts. */
export async function reportCommand(invocation: Invocation): Promise<Spoken> {
  const { options } = invocation;
  const context = await jobContext("report", invocation);
  const isDry = options["dry-run"] === true;
  const { workspace, part, period, today } = context;
  const snapshot = period.half === null ? await yearOf(workspace, part) : await findSnapshot(workspace, part);
  return locked(context, isDry, async (job) => {
    const ran =
      options.acts === undefined
        ? await reportSnapshot({ ...job, snapshot }, false)
        : await reportUnderChosenActs({ ...job, snapshot });
    // What is published was whole when it was.
    const published = await latestPublished(workspace, part);
    const isPublished = published?.manifest.snapshot === snapshot.manifest.digest;
    const why = isPublished ? undefined : whyDraft(snapshot, period, today);
    const caution = firstHalfIsNewer(snapshot, ran.indicators);
    const failOnMiss = options["fail-on-miss"] === true;
    return spokenSummary({ ran, snapshot, whyDraft: why, caution, isDry, failOnMiss });
  });
}
