/** Where one period stands: what was found of it, read against its due date and, of a year, against its halves. */
import { type Deadlines, daysLeft, dueOfPeriod, type Standing, standingOn } from "../reports/due.ts";
import { type Period, period as periodAt } from "../reports/period.ts";
import { yearToRedo } from "../templates/italian.ts";
import type { Found } from "./status-found.ts";

/**
 * `none`: nothing is there. `ahead`: nothing yet, and the period has not begun. `running`: nothing yet, and it has begun and
 * not ended. `sealed`: data and no report; of a year, both its halves' data. `changed`: the snapshot pulled last is not the published one. `incomplete`: of a year, a half has
 * no data. `to-redo`: of a year, a half is another by now. `unreadable`: a report's manifest is gone or spoilt.
 */
export type PeriodState =
  | "none"
  | "ahead"
  | "running"
  | "sealed"
  | "draft"
  | "published"
  | "changed"
  | "incomplete"
  | "to-redo"
  | "unreadable";

export interface DueStatus {
  readonly alarmOn: string;
  readonly on: string;
  /** 0 on the last day in time; negative once it is over. */
  readonly daysLeft: number;
}

export interface PeriodStatus extends Found {
  readonly period: string;
  readonly beginsOn: string;
  readonly endsOn: string;
  readonly state: PeriodState;
  readonly standing: Standing | "done" | "not-owed";
  readonly due: DueStatus | null;
  /** Sentences for a person. */
  readonly notes: readonly string[];
}

export interface DueOptions {
  readonly deadlines: Deadlines;
  /** ISO. */
  readonly today: string;
  readonly subject: boolean;
}

export function halfStatus(period: Period, found: Found, options: DueOptions): PeriodStatus {
  const { snapshot, draft, published } = found;
  const notes = publishedNotes(period, found, options);
  const moved = snapshot !== null && snapshot.digest !== (published ?? draft)?.snapshot;
  const state = ((): PeriodState => {
    if (found.unreadable.length > 0) return "unreadable";
    if (published !== null) return moved ? "changed" : "published";
    if (draft !== null) return "draft";
    if (snapshot !== null) return "sealed";
    if (period.firstDay > options.today) return "ahead";
    return period.lastDay >= options.today ? "running" : "none";
  })();
  if (moved && (published ?? draft) !== null)
    notes.push(
      `other data was sealed on ${snapshot.pulledOn} than ${published === null ? "the draft" : "it"} rests on`,
    );
  return withDue({ state, found, notes }, period, options);
}

export function yearStatus(
  period: Period,
  found: Found,
  halves: readonly PeriodStatus[],
  options: DueOptions,
): PeriodStatus {
  const now = ([1, 2] as const).map((half) => sourceOf(periodAt(period.year, half).id, halves));
  const missing = now.filter(({ digest }) => digest === undefined).map((half) => half.period);
  const notes = publishedNotes(period, found, options);
  const report = found.published ?? found.draft;
  const old = (report?.halves ?? []).filter((used) => {
    const half = now.find((one) => one.period === used.period);
    return half?.digest !== used.snapshot || half.revision !== used.revision;
  });
  if (old.length > 0)
    notes.push(`${yearToRedo(period.year, old)}: ${old.map((used) => byNow(used.period, now)).join(", ")}`);
  const state = ((): PeriodState => {
    if (found.unreadable.length > 0) return "unreadable";
    if (old.length > 0) return "to-redo";
    if (found.published !== null) return "published";
    if (found.draft !== null) return "draft";
    if (missing.length === 0) return "sealed";
    return period.firstDay > options.today ? "ahead" : "incomplete";
  })();
  if (state === "incomplete") notes.push(`no data of ${missing.join(" and ")}`);
  return withDue({ state, found, notes }, period, options);
}

interface HalfSource {
  readonly period: string;
  readonly revision: number | null;
  /** Undefined where there is no data. */
  readonly digest: string | undefined;
}

/** What a year would be made from today: the published revision's data, else the data pulled last. */
function sourceOf(period: string, halves: readonly PeriodStatus[]): HalfSource {
  const half = halves.find((one) => one.period === period);
  if (half?.published != null) return { period, revision: half.published.revision, digest: half.published.snapshot };
  return { period, revision: null, digest: half?.snapshot?.digest };
}

function byNow(period: string, now: readonly HalfSource[]): string {
  const half = now.find((one) => one.period === period);
  if (half?.digest === undefined) return `${period} is gone`;
  return half.revision === null ? `${period} has other data` : `${period} is published as r${half.revision}`;
}

function publishedNotes(
  { lastDay }: Period,
  { published, superseded, draft, unreadable }: Found,
  { today }: DueOptions,
) {
  const notes: string[] = unreadable.map((folder) => `${folder}/manifest.json cannot be read: restore it from a copy`);
  if (published !== null && lastDay >= today) notes.push(`published before its end on ${lastDay}`);
  if (superseded.length > 0) notes.push(`supersedes ${superseded.map((revision) => `r${revision}`).join(", ")}`);
  if (published !== null && draft !== null) notes.push(`draft r${draft.revision} waits`);
  return notes;
}

const isDone: ReadonlySet<PeriodState> = new Set(["published", "changed"]);

function withDue(
  { state, found, notes }: { readonly found: Found } & Pick<PeriodStatus, "state" | "notes">,
  period: Period,
  { deadlines, today, subject }: DueOptions,
): PeriodStatus {
  const due = dueOfPeriod(period, deadlines);
  const standing = !subject ? "not-owed" : isDone.has(state) ? "done" : standingOn(today, due);
  return {
    period: period.id,
    beginsOn: period.firstDay,
    endsOn: period.lastDay,
    state,
    standing,
    due: subject ? { ...due, daysLeft: daysLeft(today, due) } : null,
    ...found,
    notes,
  };
}
