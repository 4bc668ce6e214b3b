/** What every command on one operator and period begins with. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Act } from "../../reports/act.ts";
import { isDay } from "../../reports/due.ts";
import { dayIn, type Period } from "../../reports/period.ts";
import { chosenActs } from "../chosen-acts.ts";
import { jobError } from "../errors.ts";
import { withLock } from "../lock.ts";
import type { Options } from "../options.ts";
import type { Profile } from "../profile.ts";
import { profileIn } from "../profile-year.ts";
import { type Progress, progressOn } from "../progress.ts";
import type { Rendering } from "../rendering.ts";
import { actsOf } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { lockFile, operatorId, type Part, periodOf, profileOf, type Workspace, workspaceAt } from "../workspace.ts";

export interface Invocation {
  readonly options: Options;
  readonly rest: readonly string[];
  readonly terminal: Terminal;
  /** Where the documents are rendered, if not in this thread. */
  readonly rendering?: Rendering | undefined;
}

export interface JobContext {
  readonly workspace: Workspace;
  readonly profile: Profile;
  readonly period: Period;
  readonly part: Part;
  readonly acts: readonly Act[];
  readonly progress: Progress;
  readonly now: Date;
  /** ISO, in Rome. */
  readonly today: string;
  readonly rendering: Rendering | undefined;
}

export async function jobContext(command: string, invocation: Invocation): Promise<JobContext> {
  const { options, terminal, rendering } = invocation;
  const { workspace, period, part, now, today } = await partContext(command, { options, terminal });
  const profile = profileIn(period.year, await profileOf(workspace, part.operator));
  const acts = options.acts === undefined ? actsOf(profile, period) : chosenActs(options.acts, profile, period);
  const unverified = acts.filter(({ verified }) => verified === "no").map(({ id }) => id);
  if (options.strict === true && unverified.length > 0) throw jobError("unverified-act", { acts: unverified });
  const progress = progressOn(process.stderr, terminal.showsProgress);
  return { workspace, profile, period, part, acts, progress, now, today, rendering };
}

/** Which operator and period a command is about, without a look at the profile of today. */
export async function partContext(command: string, { options }: Pick<Invocation, "options" | "terminal">) {
  const workspace = workspaceAt(options.workspace, options.out);
  const { now, today } = clockOf(options);
  const period = periodOf(options.period, command, noonOf(today));
  const operator = await operatorId(workspace, options, command);
  return { workspace, period, part: { operator, period: period.id }, now, today };
}

/**
 * The day on which the command is asked, unless `--today` names another: what has ended and what is due follow from it. The
 * instant is the clock's all the same: whatever is sealed says when that really was.
 */
export function clockOf({ today }: Pick<Options, "today">): { readonly now: Date; readonly today: string } {
  if (today !== undefined && !isDay(today)) throw jobError("bad-day", { text: today });
  const now = new Date();
  return { now, today: today ?? dayIn(now) };
}

/** An instant of that day in Rome. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

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
