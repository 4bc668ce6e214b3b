/** What a profile says of the charter's own commitments, so that they can be measured: terms, calendar, exceptions. */
import { z } from "zod";
import { type OwnIndicatorId, ownActId, ownIndicatorIds } from "../reports/acts/operator.ts";
import { type ComplaintIndicator, complaintIndicators } from "../reports/acts/operator-complaints.ts";
import { isDay } from "../reports/due.ts";
import type { Term, UrgencyClass } from "../reports/own-commitments.ts";
import type { BusinessCalendar } from "./business-calendar.ts";
import type { Profile } from "./profile.ts";
import { notAllowed, type ProfileProblem } from "./profile-error.ts";
import { problemAt } from "./profile-problems.ts";
import { mapping, set, text } from "./profile-shapes.ts";

export interface OwnDeclarations {
  readonly calendar?: BusinessCalendar;
  /** What the promise of continuity leaves out: interruptions announced beforehand, and causes as the data name them. */
  readonly continuity?: { readonly planned: "excepted" | "counted"; readonly causes: readonly string[] };
  readonly takeCharge?: readonly UrgencyClass[];
  readonly complaintTerms?: Readonly<Partial<Record<ComplaintIndicator, Term>>>;
  /** Promises without a number, measured all the same. */
  readonly measured: readonly MeasuredPromise[];
}

export interface MeasuredPromise {
  readonly id: string;
  readonly indicator: OwnIndicatorId;
  readonly service?: "internet" | "voice";
  /** Verbatim from the charter. */
  readonly words: string;
  readonly section: string;
  readonly year: number;
}

const amount = z.int().min(1).max(1000);
const printed = z.enum(["<", "<="]).default("<=");
const dayTerm = mapping({ amount, unit: z.enum(["days", "business-days"]), printed });

const patronDay = z
  .string()
  .refine((day) => isDay(`2024-${day}`), 'must be the month and day of a feast, in quotes, as "06-26"');

const calendar = mapping({
  country: z.literal("IT"),
  patrons: z.array(mapping({ place: text, day: patronDay, name: text, source: text })).default([]),
  saturday: z.enum(["working", "not-working"]),
});

const urgencyClass = mapping({
  urgency: text,
  term: mapping({ amount, unit: z.enum(["hours", "days", "business-days"]), printed }).exactOptional(),
  channel: z.enum(["phone", "email", "web"]).exactOptional(),
  underContract: z.literal(true).exactOptional(),
});

const measuredPromise = mapping({
  id: text,
  indicator: z.enum(ownIndicatorIds),
  service: z.enum(["internet", "voice"]).exactOptional(),
  words: text,
  section: text,
  year: z.int().min(2000).max(2100),
});

/** The keys of the profile's own mapping. */
export const ownShape = {
  calendar: calendar.exactOptional(),
  continuity: mapping({ planned: z.enum(["excepted", "counted"]), causes: set(text).default([]) }).exactOptional(),
  takeCharge: z
    .array(urgencyClass)
    .min(1)
    .refine(
      (classes) => new Set(classes.map(({ urgency }) => urgency)).size === classes.length,
      "names a class of urgency twice",
    )
    .exactOptional(),
  complaintTerms: mapping(
    Object.fromEntries(complaintIndicators.map((id) => [id, dayTerm.exactOptional()])) as Record<
      ComplaintIndicator,
      z.ZodExactOptional<typeof dayTerm>
    >,
  ).exactOptional(),
  measured: z.array(measuredPromise).default([]),
};

type Checked = Pick<Profile, "targets" | "origin" | keyof OwnDeclarations>;

/** A promise whose terms are missing, terms of which nothing is promised, days of work without a calendar. */
export function ownDisagreements(profile: Checked): readonly ProfileProblem[] {
  const { targets, measured, origin } = profile;
  const promises = [
    ...targets.flatMap(({ act, indicator }, i) =>
      act === ownActId ? [{ indicator, path: ["targets", i, "indicator"] }] : [],
    ),
    ...measured.map(({ indicator }, i) => ({ indicator, path: ["measured", i, "indicator"] })),
  ];
  const problems = promises.flatMap(({ indicator, path }) => {
    const message = whyNot(indicator, profile);
    return message === undefined ? [] : [problemAt(origin.lines, path, message)];
  });
  const unused = declared(profile)
    .filter(({ indicator }) => !promises.some((promise) => promise.indicator === indicator))
    .map(({ indicator, path }) =>
      problemAt(
        origin.lines,
        path,
        `nothing rests on it: no target of act ${ownActId} and no entry of measured names ${indicator}`,
      ),
    );
  return [...problems, ...unused, ...withoutCalendar(profile)];
}

function whyNot(indicator: string, profile: Checked): string | undefined {
  if (!(ownIndicatorIds as readonly string[]).includes(indicator))
    return notAllowed(indicator, ownIndicatorIds, `is no indicator of ${ownActId}`);
  const need = keyOf(indicator as OwnIndicatorId);
  return need === undefined || declared(profile).some((one) => one.indicator === indicator)
    ? undefined
    : `${indicator} cannot be measured: the profile has no ${need}`;
}

/** The part of the profile that an indicator rests on. */
function keyOf(indicator: OwnIndicatorId): string | undefined {
  switch (indicator) {
    case "continuity":
      return "continuity, which says what interruptions the promise leaves out";
    case "take-charge":
      return "takeCharge, which lists the classes of urgency with their terms";
    case "complaint-taken-charge":
    case "complaint-outcome":
    case "complaint-answer":
      return `complaintTerms.${indicator}, which says within how many days`;
    case "backbone-delay":
    case "backbone-loss":
    case "priority-activation":
      return undefined;
    default:
      return indicator satisfies never;
  }
}

function declared({ continuity, takeCharge, complaintTerms = {} }: Checked) {
  return [
    ...(continuity === undefined ? [] : [{ indicator: "continuity", path: ["continuity"] }]),
    ...(takeCharge === undefined ? [] : [{ indicator: "take-charge", path: ["takeCharge"] }]),
    ...complaintIndicators
      .filter((id) => complaintTerms[id] !== undefined)
      .map((id) => ({ indicator: id, path: ["complaintTerms", id] })),
  ];
}

function withoutCalendar({ calendar: days, takeCharge = [], complaintTerms = {}, origin }: Checked) {
  const terms = [
    ...takeCharge.map(({ term }, i) => ({ term, path: ["takeCharge", i, "term", "unit"] })),
    ...complaintIndicators.map((id) => ({ term: complaintTerms[id], path: ["complaintTerms", id, "unit"] })),
  ].filter(({ term }) => term?.unit === "business-days");
  if (days !== undefined) {
    const unused = "nothing rests on it: no term counts business-days";
    return terms.length > 0 ? [] : [problemAt(origin.lines, ["calendar"], unused)];
  }
  const message = "days of work need a calendar: { country: IT, patrons: [...], saturday: working or not-working }";
  return terms.map(({ path }) => problemAt(origin.lines, path, message));
}
