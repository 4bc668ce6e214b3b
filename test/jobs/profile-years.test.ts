/** Targets of several years side by side: which profiles are accepted, which are refused, and what a report of a year reads. */
import { describe, expect, test } from "vitest";
import { checkTargets, parseProfile } from "../../jobs/profile.ts";
import { profileIn } from "../../jobs/profile-year.ts";
import { acts } from "../../reports/acts/index.ts";
import { good } from "./profile-good.ts";

const file = "operators/example.yaml";
const own = (id: string, year: number, more: Readonly<Record<string, string>> = {}) => {
  const fields = { act: "156-23-cons", indicator: "repair-time", measure: "mean", unit: "hours", ...more };
  const lines = Object.entries(fields).map(([key, value]) => `    ${key}: ${value}\n`);
  return `  - id: ${id}\n${lines.join("")}    scope: {}\n    value: "5"\n    printed: bare\n    words: w\n    section: "9"\n    year: ${year}\n`;
};
const withTargets = (...entries: readonly string[]) =>
  good.replace("commitments:\n", `${entries.join("")}commitments:\n`);

test("the same promise may stand once for each year, under the same id", () => {
  const profile = parseProfile(withTargets(own("a", 2026), own("a", 2027), own("a", 2018)), file);
  const read = (year: number) =>
    profileIn(year, profile).targets.flatMap(({ id, year: of }) => (id === "a" ? [of] : []));
  expect([2026, 2027, 2030, 2020, 2010].map(read)).toEqual([[2026], [2027], [2027], [2018], [2018]]);
  // What is there once stands in every year.
  expect(profileIn(2012, profile).targets.map(({ id }) => id)).toEqual(["fault-rate", "activation", "a"]);
  expect(profileIn(2012, profile).commitments).toEqual(profile.commitments);
});

test("of a commitment too only that of the year stands, and the newest before it where there is none", () => {
  const former = parseProfile(good, file);
  const [one] = former.commitments;
  if (one === undefined) throw new Error("the good profile has no commitment");
  const commitments = [2024, 2026, 2030].map((year) => ({ ...one, year }));
  const read = (year: number) => profileIn(year, { ...former, commitments }).commitments.map(({ year: of }) => of);
  expect([2024, 2025, 2026, 2029, 2023].map(read)).toEqual([[2024], [2024], [2026], [2026], [2024]]);
});

describe("refused", () => {
  const refused: readonly (readonly [string, string, string])[] = [
    [
      "an id twice in a year",
      withTargets(own("a", 2027), own("a", 2027, { measure: "p95" })),
      "'a' is already the id of targets[2], of 2027 too; an id stands once for each year",
    ],
    [
      "a figure twice in a year",
      withTargets(own("a", 2027), own("b", 2027)),
      "'b' and 'a' are targets of the same figure, 156-23-cons repair-time mean {}; a figure has one for each year",
    ],
    [
      "a figure of one service beside that of both, whatever the years",
      withTargets(own("a", 2026), own("b", 2027, { service: "voice" })),
      "targets[3].service: 'a' names no service and is therefore a target of voice too, as 'b' is; name the service in both",
    ],
    [
      "a service that the act does not measure",
      withTargets(own("a", 2026, { act: "131-06-csp", service: "voice" })),
      "targets[2].service: 131-06-csp does not measure repair-time for voice; allowed: internet",
    ],
    [
      "a service where the act knows none",
      withTargets(own("a", 2026, { act: "79-09-csp", indicator: "agent-answer", unit: "s", service: "voice" })),
      "targets[2].service: 79-09-csp does not measure agent-answer for voice; it knows no services: leave it out",
    ],
  ];
  test.each(refused)("%s", (_, text, sentence) => {
    expect(() => checkTargets(parseProfile(text, file), acts)).toThrow(sentence);
  });

  test("but not one target of each service", () => {
    const both = withTargets(own("a", 2026, { service: "internet" }), own("b", 2026, { service: "voice" }));
    expect(() => checkTargets(parseProfile(both, file), acts)).not.toThrow();
  });
});

describe("the charter's own terms", () => {
  const terms = (inside: string) => `${good}terms:\n${inside}`;

  test("are read with their words, and may be left out", () => {
    const text = terms('  assistance:\n    - { number: "0775824309", cost: paid, words: w, section: "2" }\n');
    expect(parseProfile(text, file).terms).toEqual({
      assistance: [{ number: "0775824309", cost: "paid", words: "w", section: "2" }],
      indemnities: [],
    });
    expect(parseProfile(good, file).terms).toBeUndefined();
  });

  test.each([
    ["  assistance:\n    - { number: 0775824309, cost: paid, words: w, section: a }\n", "must be in quotes"],
    [
      '  assistance:\n    - { number: "0775", cost: dear, words: w, section: a }\n',
      "'dear' is not allowed; allowed: free, paid",
    ],
    [
      '  indemnities:\n    - { for: delay, service: main, amount: "1.00", words: w, section: a }\n',
      "'delay' is not allowed; allowed: activation-delay, suspension,",
    ],
    [
      '  indemnities:\n    - { for: suspension, service: main, amount: "1,00", words: w, section: a }\n',
      "'1,00' is not allowed: must be euro a day as a decimal with a dot",
    ],
    ["  indemnity: []\n", "did you mean 'indemnities'? Allowed: assistance, indemnities"],
  ])("%s is refused", (inside, sentence) => {
    expect(() => parseProfile(terms(inside), file)).toThrow(sentence);
  });
});
