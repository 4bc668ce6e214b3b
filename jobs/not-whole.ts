/** When data was pulled too soon: what is published is never written again, so it must rest on whole data. */
import { dayIn, type Period, parsePeriod } from "../reports/period.ts";
import type { Indicators } from "../reports/report-model.ts";
import type { Snapshot } from "./snapshot.ts";

/** `today` is ISO, in Rome. Undefined where the period is over: its last day must be past, and not only begun. */
export function stillRuns({ id, lastDay }: Period, today: string): string | undefined {
  if (today > lastDay) return undefined;
  return `${id} ends on ${lastDay}: until that day is past its report stays a draft and nothing is published. Run again after it to publish.`;
}

/**
 * Data that was sealed while its half-year ran lacks the rest of it. Of a year the same is asked of each half; one that is
 * published was whole when it was.
 */
export function pulledTooEarly({ manifest, halves }: Snapshot): string | undefined {
  const parts = halves?.map(({ period, revision, snapshot }) => ({
    period,
    revision,
    origin: snapshot.manifest.origin,
  }));
  const early = (parts ?? [{ period: manifest.period, revision: null, origin: manifest.origin }]).flatMap(
    ({ period, revision, origin }) => {
      const lastDay = parsePeriod(period)?.lastDay ?? "";
      const pulledOn = dayIn(new Date(origin.pulledAt));
      return revision === null && pulledOn <= lastDay ? [{ period, lastDay, pulledOn }] : [];
    },
  );
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
  return `${first.period} was pulled at ${pulledAt}, after ${second.period} (${before}), and rows that both hold differ: the year counts those of ${second.period}, which may be the older ones. Run --period ${second.period} again, then the year.`;
}
