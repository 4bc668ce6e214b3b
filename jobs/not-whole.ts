/** When data was pulled too soon: what is published is never written again, so it must rest on whole data. */
import { dayIn, type Period, parsePeriod } from "../reports/period.ts";
import type { Indicators } from "../reports/report-model.ts";
import type { Snapshot } from "./snapshot.ts";

/** Why a report is no more than a draft, whatever the profile says; undefined where its data is whole. `today` is ISO, in Rome. */
export function whyDraft(snapshot: Snapshot, period: Period, today: string): string | undefined {
  return stillRuns(snapshot, period, today) ?? pulledTooEarly(snapshot);
}

/** Until its last day is past, and not only begun. */
export function stillRuns(snapshot: Snapshot, { id, lastDay }: Period, today: string): string | undefined {
  if (today > lastDay || reachesBeyond(snapshot, today)) return undefined;
  return `${id} ends on ${lastDay}: until that day is past its report stays a draft and nothing is published. Run again after it.`;
}

/**
 * What has happened on a later day was made up, for a trial or a test: such data is as whole as it will ever be. A wrong date
 * or two are no such data: half the tables must reach there, each with more than a few rows in a hundred.
 */
function reachesBeyond({ manifest, halves }: Snapshot, day: string): boolean {
  const parts = halves?.map(({ snapshot }) => snapshot.manifest) ?? [manifest];
  return parts.some(({ origin }) => {
    const days = Object.values(origin.tables).flatMap(({ through }) => through ?? []);
    const beyond = days.filter((through) => through > day);
    return beyond.length > 0 && 2 * beyond.length >= days.length;
  });
}

/**
 * Data that was sealed while its half-year ran lacks the rest of it. Of a year the same is asked of each half; one that is
 * published was whole when it was.
 */
function pulledTooEarly(snapshot: Snapshot): string | undefined {
  const { manifest, halves } = snapshot;
  const parts = halves ?? [{ period: manifest.period, revision: null, snapshot }];
  const early = parts.flatMap(({ period, revision, snapshot: part }) => {
    const lastDay = parsePeriod(period)?.lastDay ?? "";
    const pulledOn = dayIn(new Date(part.manifest.origin.pulledAt));
    const isEarly = revision === null && pulledOn <= lastDay && !reachesBeyond(part, pulledOn);
    return isEarly ? [{ period, lastDay, pulledOn }] : [];
  });
  if (early.length === 0) return undefined;
  const days = early.map(
    ({ period, lastDay, pulledOn }) => `the data of ${period} was pulled on ${pulledOn}, before its end on ${lastDay}`,
  );
  const names = early.map(({ period }) => `--period ${period}`).join(" and ");
  return `${manifest.period} stays a draft: ${days.join(", and ")}. Run ${names} again, which pulls what came since${halves === undefined ? "" : ", then the year"}.`;
}

/**
 * Of a row that both halves of a year hold the second's counts, whenever it was pulled: no figure may rest on that. Where
 * the first was pulled after it, the second's may be the older row.
 */
export function firstHalfIsNewer({ halves = [] }: Snapshot, { warnings }: Indicators): string | undefined {
  const [first, second] = halves;
  if (first === undefined || second === undefined || !warnings.some(({ code }) => code === "changed-rows"))
    return undefined;
  const [pulledAt, before] = [first, second].map(({ snapshot }) => snapshot.manifest.origin.pulledAt);
  if (pulledAt === undefined || before === undefined || pulledAt <= before) return undefined;
  const which = `${first.period} was pulled at ${pulledAt}, after ${second.period} (${before}), and rows that both hold differ: the year counts those of ${second.period}, which may be the older ones.`;
  return second.revision === null
    ? `${which} If its source says otherwise now, run --period ${second.period} again, then the year.`
    : `${which} ${second.period} is published as revision ${second.revision}, and the year keeps to what was published.`;
}
