/** An act is adopted, then published, then in force, then no longer; and sets nothing before it holds. */
import type { Act } from "./act.ts";
import { type ActFinding, measureName } from "./act-lints-finding.ts";
import { isDay } from "./due.ts";

export function dateFindings(act: Act): readonly ActFinding[] {
  const { date, publication, inForce } = act;
  const steps: readonly (readonly [string, string | undefined])[] = [
    ["adopted", date],
    ["published", publication?.day],
    ["in force", inForce.from.day],
    ["at its last day", inForce.to?.day],
  ];
  const dated = steps.flatMap(([what, day]) => (day === undefined ? [] : [{ what, day }]));
  return [
    ...dated.filter(({ day }) => !isDay(day)).map(({ what, day }) => wrong(act.id, `${what}: "${day}" is no day`)),
    // ISO dates compare as text.
    ...dated.flatMap((one, i) => {
      const next = dated[i + 1];
      return next !== undefined && next.day < one.day
        ? [wrong(act.id, `${next.what} on ${next.day}, before it was ${one.what} on ${one.day}`)]
        : [];
    }),
    ...earlyValues(act),
  ];
}

function earlyValues(act: Act): readonly ActFinding[] {
  return act.indicators.flatMap((indicator) =>
    indicator.measures.flatMap((measure) => {
      const from = measure.minimum?.from;
      return from !== undefined && from < act.inForce.from.day
        ? [wrong(measureName(act, indicator, measure), `a minimum from ${from}, before the act is in force`)]
        : [];
    }),
  );
}

function wrong(where: string, what: string): ActFinding {
  return { lint: "dates", where, what };
}
