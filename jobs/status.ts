/** Where every period of an operator stands, and what is due when. */
import { isOwnAct } from "../reports/acts/operator.ts";
import { type Deadlines, daysLeft, dueOfTargets, type Standing, standingOn } from "../reports/due.ts";
import { lastHalfYear, type Period, parsePeriod, period as periodAt } from "../reports/period.ts";
import { type Target, targetFigure } from "../reports/target.ts";
import type { Profile } from "./profile.ts";
import { foundOf, periodsWithData } from "./status-found.ts";
import { type DueOptions, type DueStatus, halfStatus, type PeriodStatus, yearStatus } from "./status-period.ts";
import type { Workspace } from "./workspace.ts";

export interface TargetsStatus {
  readonly year: number;
  /** Targets of the profile that are of the year itself, of those that it names for that year or an earlier one. */
  readonly set: number;
  readonly of: number;
  /** The newest year up to that one that its targets are of; null where it has none. */
  readonly newest: number | null;
  readonly standing: Standing | "done";
  readonly due: DueStatus;
}

export interface OperatorStatus {
  readonly operator: string;
  readonly name: string | null;
  /** Whether it owes the Authority its indicators. */
  readonly subject: boolean;
  readonly deadlines: Deadlines;
  readonly periods: readonly PeriodStatus[];
  /** Of this year and the next; none where no report is owed. */
  readonly targets: readonly TargetsStatus[];
  /** Why the profile cannot be read, where it cannot. */
  readonly problem: string | null;
}

export interface StatusOptions {
  readonly workspace: Workspace;
  readonly operator: string;
  readonly profile: Pick<Profile, "name" | "deadlines" | "targets" | "reporting"> | undefined;
  readonly deadlines: Deadlines;
  /** ISO. */
  readonly today: string;
  /** One period alone. */
  readonly only?: Period | undefined;
}

export async function statusOf(options: StatusOptions): Promise<Omit<OperatorStatus, "problem">> {
  const { workspace, operator, profile, deadlines, today, only } = options;
  const subject = profile?.reporting.subject !== false;
  const due: DueOptions = { deadlines, today, subject };
  const periods: PeriodStatus[] = [];
  for (const year of await yearsOf(options)) {
    const halves: PeriodStatus[] = [];
    for (const half of year.halves)
      halves.push(halfStatus(half, await foundOf(workspace, { operator, period: half.id }), due));
    const whole = periodAt(year.year, null);
    const found = await foundOf(workspace, { operator, period: whole.id });
    periods.push(...halves, yearStatus(whole, found, halves, due));
  }
  const now = Number(today.slice(0, 4));
  return {
    operator,
    name: profile?.name ?? null,
    subject,
    deadlines,
    periods: only === undefined ? periods : periods.filter(({ period }) => period === only.id),
    targets:
      only !== undefined || profile === undefined || !subject
        ? []
        : [now, now + 1].map((year) => targetsStatus(year, profile.targets, due)),
  };
}

/** From the year of the first half-year of which anything is there, or of the last that ended, to the one that is running. */
async function yearsOf({ workspace, operator, today, only }: StatusOptions) {
  const running = halfOf(today);
  const names = await periodsWithData(workspace, operator);
  const found = names.flatMap((name) => parsePeriod(name) ?? []);
  const asked = only === undefined ? [] : [only];
  const halves = [lastHalfYear(new Date(`${today}T12:00:00Z`)), running, ...found, ...asked].flatMap((one) =>
    one.half === null ? [periodAt(one.year, 1), periodAt(one.year, 2)] : [one],
  );
  const ids = halves.map(({ id }) => id).sort();
  const [first = running.id, last = running.id] = [ids[0], ids.at(-1)];
  const years: { readonly year: number; readonly halves: readonly Period[] }[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    const both = [periodAt(year, 1), periodAt(year, 2)];
    // The first half of the first year may lie before everything, and is late all the same: the year needs it too.
    years.push({ year, halves: both.filter(({ id }) => id <= last || year === only?.year) });
  }
  return years;
}

function halfOf(day: string): Period {
  return periodAt(Number(day.slice(0, 4)), day.slice(5) < "07-01" ? 1 : 2);
}

/** The operator's own commitments are nothing that the Authority is told. */
function targetsStatus(year: number, all: readonly Target[], { deadlines, today }: DueOptions): TargetsStatus {
  const targets = all.filter(({ act }) => !isOwnAct({ id: act }));
  // What is promised for a later year only is not missing in this one.
  const known = targets.filter((target) => target.year <= year);
  const newest = known.reduce<number | null>((latest, target) => Math.max(latest ?? 0, target.year), null);
  const figuresOf = (some: readonly Target[]) => new Set(some.map(targetFigure)).size;
  const counts = {
    year,
    set: figuresOf(targets.filter((target) => target.year === year)),
    of: figuresOf(known),
    newest,
  };
  const due = dueOfTargets(year, deadlines);
  const standing = counts.set > 0 && counts.set === counts.of ? "done" : standingOn(today, due);
  return { ...counts, standing, due: { ...due, daysLeft: daysLeft(today, due) } };
}
