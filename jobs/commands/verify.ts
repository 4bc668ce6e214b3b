import { progressOn } from "../progress.ts";
import type { Spoken } from "../terminal.ts";
import { verifyPublished } from "../verify.ts";
import { type Invocation, locked, partContext } from "./context.ts";

/** Exit 0 only when every byte of the published report follows from its snapshot. */
export async function verifyCommand(invocation: Invocation): Promise<Spoken> {
  // The profile of today has no say in what was published before: it may be edited, broken or gone.
  const part = await partContext("verify", invocation);
  const context = { ...part, progress: progressOn(process.stderr, invocation.terminal.showsProgress) };
  return locked(context, false, async (job) => {
    const verified = await verifyPublished(job);
    const { page } = verified;
    return {
      json: { operator: job.part.operator, period: job.part.period, verified: true, ...verified },
      text: `${job.part.operator} ${job.part.period}: all ${verified.files} files are what the snapshot gives, byte for byte\n  folder ${verified.folder}\n  digest ${verified.snapshot}\n  page   ${page.note ?? page.file}`,
    };
  });
}
