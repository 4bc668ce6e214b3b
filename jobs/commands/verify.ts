import type { Spoken } from "../terminal.ts";
import { verifyPublished } from "../verify.ts";
import { type Invocation, jobContext, locked } from "./context.ts";

/** Exit 0 only when every byte of the published report follows from its snapshot. */
export async function verifyCommand(invocation: Invocation): Promise<Spoken> {
  const context = await jobContext("verify", invocation);
  return locked(context, false, async (job) => {
    const verified = await verifyPublished(job);
    return {
      json: { operator: job.part.operator, period: job.part.period, verified: true, ...verified },
      text: `${job.part.operator} ${job.part.period}: all ${verified.files} files are what the snapshot gives, byte for byte\n  folder ${verified.folder}\n  digest ${verified.snapshot}`,
    };
  });
}
