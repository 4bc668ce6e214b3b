/** What every command on one operator and period begins with. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Act } from "../../reports/act.ts";
import type { Period } from "../../reports/period.ts";
import { chosenActs } from "../chosen-acts.ts";
import { jobError } from "../errors.ts";
import { withLock } from "../lock.ts";
import type { Options } from "../options.ts";
import type { Profile } from "../profile.ts";
import { profileIn } from "../profile-year.ts";
import { type Progress, progressOn } from "../progress.ts";
import { actsOf } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { lockFile, operatorId, type Part, periodOf, profileOf, type Workspace, workspaceAt } from "../workspace.ts";

export interface Invocation {
  readonly options: Options;
  readonly rest: readonly string[];
  readonly terminal: Terminal;
}

export interface JobContext {
  readonly workspace: Workspace;
  readonly profile: Profile;
  readonly period: Period;
  readonly part: Part;
  readonly acts: readonly Act[];
  readonly progress: Progress;
  readonly now: Date;
}

export async function jobContext(command: string, { options, terminal }: Invocation): Promise<JobContext> {
  const { workspace, period, part, now } = await partContext(command, { options, terminal });
  const profile = profileIn(period.year, await profileOf(workspace, part.operator));
  const acts = options.acts === undefined ? actsOf(profile, period) : chosenActs(options.acts, profile, period);
  const unverified = acts.filter(({ verified }) => verified === "no").map(({ id }) => id);
  if (options.strict === true && unverified.length > 0) throw jobError("unverified-act", { acts: unverified });
  return { workspace, profile, period, part, acts, progress: progressOn(process.stderr, terminal.showsProgress), now };
}

/** Which operator and period a command is about, without a look at the profile of today. */
export async function partContext(command: string, { options }: Pick<Invocation, "options" | "terminal">) {
  const workspace = workspaceAt(options.workspace, options.out);
  const now = new Date();
  const period = periodOf(options.period, command, now);
  const operator = await operatorId(workspace, options, command);
  return { workspace, period, part: { operator, period: period.id }, now };
}

/** Under the lock of the part; a dry run works in a folder of its own that goes with it. */
export async function locked<C extends Pick<JobContext, "workspace" | "part">, T>(
  context: C,
  isDry: boolean,
  work: (context: C) => Promise<T>,
): Promise<T> {
  if (!isDry) return withLock(lockFile(context.workspace, context.part), context.part, () => work(context));
  const store = await mkdtemp(join(tmpdir(), "semestrale-dry-run-"));
  try {
    return await work({ ...context, workspace: { ...context.workspace, store, out: store } });
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}
