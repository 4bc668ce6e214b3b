import { describe, expect, test } from "vitest";
import { ProfileError, parseProfile } from "../../jobs/profile.ts";
import { good } from "./profile-good.ts";

const file = "operators/example.yaml";
/** The good profile has so many lines; what follows is added to it, and counted on from there. */
const before = good.split("\n").length - 1;

const own = `calendar: { country: IT, patrons: [{ place: Trento, day: "06-26", name: San Vigilio, source: x }], saturday: working }
continuity: { planned: excepted, causes: [forza maggiore] }
takeCharge:
  - { urgency: P1, term: { amount: 2, unit: hours }, channel: phone, underContract: true }
  - { urgency: P3, term: { amount: 1, unit: business-days } }
complaintTerms: { complaint-answer: { amount: 30, unit: days, printed: "<" } }
measured:
  - { id: m1, indicator: continuity, words: w, section: "1", year: 2026 }
  - { id: m2, indicator: take-charge, words: w, section: "1", year: 2026 }
  - { id: m3, indicator: complaint-answer, words: w, section: "1", year: 2026 }
`;

/** What is said from the line on; the line is counted in what is added. */
function refused(text: string): string {
  try {
    parseProfile(good + text, file);
  } catch (error) {
    if (error instanceof ProfileError)
      return error.problems.map(({ line, path, message }) => `${line - before}: ${path}: ${message}`).join("\n");
    throw error;
  }
  throw new Error("the profile was accepted");
}

test("what the charter promises of its own is read, with defaults for what it leaves out", () => {
  const { complaintTerms, takeCharge, continuity } = parseProfile(good + own, file);
  expect(complaintTerms).toEqual({ "complaint-answer": { amount: 30, unit: "days", printed: "<" } });
  expect(takeCharge?.[0]).toEqual({
    urgency: "P1",
    term: { amount: 2, unit: "hours", printed: "<=" },
    channel: "phone",
    underContract: true,
  });
  expect(continuity).toEqual({ planned: "excepted", causes: ["forza maggiore"] });
  expect(parseProfile(good, file).measured).toEqual([]);
});

describe("one fault is refused with its line, and what is allowed", () => {
  test.each([
    ["country: IT", "country: FR", "1: calendar.country: 'FR' is not allowed; allowed: IT"],
    [
      'day: "06-26"',
      'day: "06-31"',
      '1: calendar.patrons[0].day: must be the month and day of a feast, in quotes, as "06-26"',
    ],
    [
      'day: "06-26"',
      'day: "26-06"',
      '1: calendar.patrons[0].day: must be the month and day of a feast, in quotes, as "06-26"',
    ],
    [", source: x", "", "1: calendar.patrons[0].source: is missing; must be a text"],
    ["saturday: working", "saturday: yes", "1: calendar.saturday: 'yes' is not allowed; allowed: working, not-working"],
    [", saturday: working", "", "1: calendar.saturday: is missing; allowed: working, not-working"],
    [
      "planned: excepted",
      "planned: escluse",
      "2: continuity.planned: 'escluse' is not allowed; allowed: excepted, counted",
    ],
    ["amount: 2", "amount: 0", "4: takeCharge[0].term.amount: must be at least 1"],
    [
      "unit: hours",
      "unit: hour",
      "4: takeCharge[0].term.unit: 'hour' is not allowed; did you mean 'hours'? Allowed: hours, days, business-days",
    ],
    [
      "channel: phone",
      "channel: telefono",
      "4: takeCharge[0].channel: 'telefono' is not allowed; allowed: phone, email, web",
    ],
    [
      "underContract: true",
      "underContract: false",
      "4: takeCharge[0].underContract: 'false' is not allowed; allowed: true",
    ],
    ["urgency: P3", "urgency: P1", "3: takeCharge: names a class of urgency twice"],
    [
      "unit: days",
      "unit: hours",
      "6: complaintTerms.complaint-answer.unit: 'hours' is not allowed; allowed: days, business-days",
    ],
    [
      "{ complaint-answer:",
      "{ complaint-anser:",
      "6: complaintTerms.complaint-anser: 'complaint-anser' is no key that is known here; did you mean 'complaint-answer'? Allowed: complaint-taken-charge, complaint-outcome, complaint-answer",
    ],
    [
      "indicator: take-charge",
      "indicator: taken-charge",
      "9: measured[1].indicator: 'taken-charge' is not allowed; did you mean 'take-charge'? Allowed: continuity, backbone-delay, backbone-loss, take-charge, complaint-taken-charge, complaint-outcome, complaint-answer, priority-activation",
    ],
    [
      "id: m2",
      "id: activation",
      "9: measured[1].id: 'activation' is already the id of targets[1], of 2026 too; an id stands once for each year",
    ],
  ])("%s -> %s", (from, to, says) => {
    expect(own.split(from)).toHaveLength(2);
    expect(refused(own.replace(from, () => to))).toBe(says);
  });
});

describe("parts that do not go together are refused", () => {
  const without = (start: string) =>
    own
      .split("\n")
      .filter((line) => !line.startsWith(start))
      .join("\n");

  test("a term in days of work without a calendar", () => {
    expect(refused(without("calendar"))).toBe(
      "4: takeCharge[1].term.unit: days of work need a calendar: { country: IT, patrons: [...], saturday: working or not-working }",
    );
  });

  test("a calendar that no term counts by", () => {
    expect(refused(own.replace("business-days", "days"))).toBe(
      "1: calendar: nothing rests on it: no term counts business-days",
    );
  });

  test.each([
    [
      "continuity:",
      "7: measured[0].indicator: continuity cannot be measured: the profile has no continuity, which says what interruptions the promise leaves out",
    ],
    [
      "complaintTerms:",
      "9: measured[2].indicator: complaint-answer cannot be measured: the profile has no complaintTerms.complaint-answer, which says within how many days",
    ],
  ])("a promise without %s", (start, says) => expect(refused(without(start))).toBe(says));

  test.each([
    [
      "  - { id: m1",
      "2: continuity: nothing rests on it: no target of act operator and no entry of measured names continuity",
    ],
    [
      "  - { id: m2",
      "3: takeCharge: nothing rests on it: no target of act operator and no entry of measured names take-charge",
    ],
    [
      "  - { id: m3",
      "6: complaintTerms.complaint-answer: nothing rests on it: no target of act operator and no entry of measured names complaint-answer",
    ],
  ])("terms of which nothing is promised: without %s", (start, says) => expect(refused(without(start))).toBe(says));

  test("a target of an indicator that own commitments do not have", () => {
    const text = good.replace(
      "act: 131-06-csp\n    indicator: activation-time",
      "act: operator\n    indicator: activation-time",
    );
    expect(() => parseProfile(text, file)).toThrow(
      "targets[1].indicator: 'activation-time' is no indicator of operator; allowed: continuity,",
    );
  });
});
