import { describe, expect, test } from "vitest";
import { type CharterWords, type LawConflict, lawConflicts } from "../../reports/charter-law.ts";
import {
  complaintChannels,
  complaintTerms,
  freeAssistance,
  indemnityMinima,
} from "../../reports/charter-law-values.ts";
import type { CharterAnswerTerm, CharterIndemnity } from "../../reports/charter-terms.ts";

const charter = (more: Partial<CharterWords>): CharterWords => ({ answers: [], ...more });

function answer(amount: number, unit: CharterAnswerTerm["unit"], more: Partial<CharterAnswerTerm> = {}): CharterWords {
  return charter({ answers: [{ amount, unit, printed: "<=", workingWeek: 5, section: "2.8", ...more }] });
}

function indemnity(amount: string, more: Partial<CharterIndemnity> = {}): CharterWords {
  const own = { for: "activation-delay", service: "main", amount, words: "", section: "4", ...more } as const;
  return charter({ terms: { assistance: [], indemnities: [own] } });
}

const kinds = (conflicts: readonly LawConflict[]) => conflicts.map(({ kind }) => kind);

describe("the term for the answer to a complaint", () => {
  const days: readonly (readonly [string, number, boolean])[] = [
    // 45 days until 7 August 2025, 30 from the eighth.
    ["2019-12-31", 44, false],
    ["2019-12-31", 45, false],
    ["2019-12-31", 46, true],
    ["2025-08-07", 45, false],
    ["2025-08-07", 46, true],
    ["2025-08-08", 29, false],
    ["2025-08-08", 30, false],
    ["2025-08-08", 31, true],
    ["2025-08-09", 45, true],
    // Before the law of 2003 there was none.
    ["2003-07-23", 400, false],
    ["2003-07-24", 400, true],
  ];
  test.each(days)("on %s, %i days: longer than the law's is %s", (day, amount, isLonger) => {
    expect(kinds(lawConflicts(answer(amount, "days"), day))).toEqual(isLonger ? ["complaint-answer"] : []);
  });

  const working: readonly (readonly [number, 5 | 6, string, number | undefined])[] = [
    // Five days a week: 20 are up to 20 + 4 x 2 = 28 days, 21 are 21 + 5 x 2 = 31, 31 are 31 + 7 x 2 = 45, 32 are 46.
    [20, 5, "2026-06-30", undefined],
    [21, 5, "2026-06-30", 31],
    [31, 5, "2019-12-31", undefined],
    [32, 5, "2019-12-31", 46],
    [45, 5, "2019-12-31", 63],
    // Six: 25 are up to 25 + 5 = 30 days, 26 are 31; 38 are 38 + 7 = 45, 39 are 46.
    [25, 6, "2026-06-30", undefined],
    [26, 6, "2026-06-30", 31],
    [38, 6, "2019-12-31", undefined],
    [39, 6, "2019-12-31", 46],
  ];
  test.each(working)("%i working days of a week of %i, on %s: up to %s", (amount, workingWeek, day, longest) => {
    const found = lawConflicts(answer(amount, "business-days", { workingWeek }), day);
    expect(found.map((one) => (one.kind === "complaint-answer" ? one.longestDays : one.kind))).toEqual(
      longest === undefined ? [] : [longest],
    );
  });

  test.each([
    [30, false],
    [31, false],
    [32, true],
  ])("«inferiore a %i giorni» leaves a day less, on 30 June 2026: %s", (amount, isLonger) => {
    expect(lawConflicts(answer(amount, "days", { printed: "<" }), "2026-06-30")).toHaveLength(isLonger ? 1 : 0);
  });
});

describe("an indemnity", () => {
  const cases: readonly (readonly [
    CharterIndemnity["for"],
    "main" | "ancillary",
    string,
    string,
    string | undefined,
  ])[] = [
    ["activation-delay", "main", "2019-12-31", "7.49", "7.50"],
    ["activation-delay", "main", "2019-12-31", "7.50", undefined],
    ["activation-delay", "main", "2019-12-31", "7.51", undefined],
    ["activation-delay", "main", "2019-12-31", "7.5", undefined],
    ["activation-delay", "ancillary", "2019-12-31", "2.49", "2.50"],
    ["activation-delay", "ancillary", "2019-12-31", "2.50", undefined],
    ["suspension", "main", "2026-06-30", "1.00", "7.50"],
    ["interruption", "main", "2026-06-30", "5.99", "6.00"],
    ["interruption", "main", "2026-06-30", "6", undefined],
    // The act of 2011 asked for less, and nothing of suspensions and of ancillary services was read in it.
    ["interruption", "main", "2018-07-17", "4.99", "5.00"],
    ["interruption", "main", "2018-07-17", "5.00", undefined],
    ["interruption", "main", "2018-07-18", "5.00", "6.00"],
    ["suspension", "main", "2018-07-17", "0", undefined],
    ["activation-delay", "ancillary", "2018-07-17", "0", undefined],
    ["interruption", "main", "2011-02-15", "0", undefined],
    ["interruption", "main", "2011-02-16", "0", "5.00"],
  ];
  test.each(cases)("for %s (%s) on %s of %s euro is below %s", (of, service, day, amount, minimum) => {
    const found = lawConflicts(indemnity(amount, { for: of, service }), day);
    expect(found.map(({ law }) => ("value" in law ? law.value : law))).toEqual(minimum === undefined ? [] : [minimum]);
  });
});

describe("ways to complain and to call", () => {
  const complaints: readonly (readonly [readonly string[], string, readonly string[] | undefined, boolean])[] = [
    [["letter", "fax", "email", "pec"], "2025-08-07", undefined, true],
    [["letter", "fax", "email", "pec"], "2025-08-08", ["phone"], true],
    [["phone", "pec", "letter"], "2026-06-30", undefined, false],
    [["web"], "2026-06-30", ["phone", "letter"], true],
    [["counter", "letter"], "2026-06-30", ["phone"], false],
    [["phone"], "2026-06-30", ["letter"], false],
  ];
  test.each(complaints)("%j on %s lacks %j; in writing only: %s", (channels, day, missing, writtenOnly) => {
    const found = lawConflicts(charter({ complaints: { channels, section: "2" } }), day);
    expect(found).toEqual(
      missing === undefined ? [] : [expect.objectContaining({ kind: "complaint-channel", missing, writtenOnly })],
    );
  });

  test.each([
    ["paid", "2025-08-07", 0],
    ["paid", "2025-08-08", 1],
    ["free", "2025-08-08", 0],
  ] as const)("a %s number on %s: %i conflicts", (cost, day, count) => {
    const number = { number: "0775824309", cost, words: "", section: "2.8" };
    expect(lawConflicts(charter({ terms: { assistance: [number], indemnities: [] } }), day)).toHaveLength(count);
  });

  test("a charter that says nothing of any of it conflicts with nothing", () => {
    expect(lawConflicts(charter({}), "2026-06-30")).toEqual([]);
  });
});

describe("the law's values", () => {
  const all = [...indemnityMinima, ...complaintTerms, ...complaintChannels, ...freeAssistance];

  test("each has its act, its first day and its source", () => {
    const bare = all.filter(
      ({ act, from, source }) =>
        !/^\d+\/\d\d\/C(SP|ONS)$/.test(act) || !/^\d{4}-\d\d-\d\d$/.test(from) || source === "",
    );
    expect(bare).toEqual([]);
    expect(complaintTerms.map(({ value, from }) => [value, from])).toEqual([
      [45, "2003-07-24"],
      [30, "2025-08-08"],
    ]);
  });

  test("what no text confirmed does not claim to be confirmed, nor the other way round", () => {
    const confirmed = indemnityMinima.filter(({ verified }) => verified === "text").map(({ clause }) => clause);
    expect(confirmed).toEqual([
      "art. 4, comma 1",
      "art. 4, comma 3",
      "art. 6, comma 1",
      "art. 6, comma 2",
      "art. 7, comma 1",
      "art. 7, comma 2",
    ]);
  });

  test("on no day has an indemnity two minima", () => {
    const days = ["2011-02-16", "2018-07-17", "2018-07-18", "2026-06-30"];
    for (const day of days) {
      const held = indemnityMinima.filter(({ from, to = "9999-12-31" }) => from <= day && day <= to);
      const names = held.map((law) => `${law.for} ${law.service}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
