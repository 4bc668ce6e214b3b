import { describe, expect, test } from "vitest";
import { checkTargets } from "../../jobs/profile.ts";
import { acts } from "../../reports/acts/index.ts";
import { oneSpace, operator } from "./operator.ts";

/** `4.10` as the charter may print it, not as a part of another number: `4,10` or `4.10`. */
function numberPattern(value: string): string {
  return `(?<![\\d,.])${value.replace(".", "[,.]")}(?![\\d]|[,.]\\d)`;
}

/** The comparator that the words put right before the value; those of a time limit within the sentence do not count. */
function comparatorIn(words: string, value: string): string {
  const number = numberPattern(value);
  if (new RegExp(`(inferior[ei] (a|ai|al|allo)|<) ${number}`).test(words)) return "<";
  if (new RegExp(`(superior[ei] (a|ai|al|allo)|>) ${number}`).test(words)) return ">";
  return "bare";
}

/** Promises of no percentage, judged at 100 %: what in their words makes every case, or every moment, part of them. */
const absolute: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cielo: {
    "3.2.1": "24 ore al giorno per 365 giorni all'anno",
    "2.8-taken-charge": "Cielo si impegna a prendere in carico",
    "2.8-outcome": "per ciascun reclamo",
    "1.3": "gli stessi saranno presi in considerazione",
  },
  hellotel: { "1.3": "gli stessi saranno presi in considerazione", "2.9": "Per ciascun reclamo" },
};

describe.each(["cielo", "hellotel"])("%s", async (id) => {
  const { profile, charter } = await operator(id);
  const promises = [...profile.targets, ...profile.commitments];
  const isAbsolute = ({ id: of }: { readonly id: string }) => absolute[id]?.[of] !== undefined;

  test("is named as its file", () => expect(profile.id).toBe(id));

  test("every target is one that the acts measure", () => expect(() => checkTargets(profile, acts)).not.toThrow());

  test.each([...promises, ...profile.measured])("$id: the words stand in the charter", ({ words }) =>
    expect(charter).toContain(oneSpace(words)),
  );

  test.each(promises.filter((one) => !isAbsolute(one)))("$id: the value $value stands in the words", (promise) => {
    expect(promise.words).toMatch(new RegExp(numberPattern(promise.value)));
  });

  test("a promise of no percentage is one of every case", () => {
    const found = profile.targets.filter(isAbsolute);
    expect(found.map((target) => target.id).sort()).toEqual(Object.keys(absolute[id] ?? {}).sort());
    for (const { id: of, act, value, unit, printed, words } of found) {
      expect([act, value, unit, printed]).toEqual(["operator", "100", "%", "bare"]);
      expect(words).toContain(absolute[id]?.[of]);
    }
  });

  test("the term of a promise stands in its words, with their comparator and their kind of days", () => {
    for (const [indicator, term] of Object.entries(profile.complaintTerms ?? {})) {
      const { words } = profile.targets.find((target) => target.indicator === indicator) as { words: string };
      if (term.amount === 1) expect(words).toContain("entro il giorno lavorativo successivo");
      else expect(words).toMatch(new RegExp(numberPattern(`${term.amount}`)));
      expect(term.printed).toBe(comparatorIn(words, `${term.amount}`).replace("bare", "<="));
      expect(term.unit).toBe(/giorn[oi] lavorativ[oi]/.test(words) ? "business-days" : "days");
    }
  });

  test.each(promises)("$id: the comparator is the printed one", ({ words, value, printed }) => {
    expect(printed).toBe(comparatorIn(words, value));
  });

  test("every promise is one of 2018", () => {
    expect(profile.charter.year).toBe(2018);
    expect(promises.filter(({ year }) => year !== 2018)).toEqual([]);
  });

  test("what the oddities quote of the charter stands there", () => {
    const ours = ["non superiore a", "non inferiore a", "non inferiore all'82 %", "Percentile 99°"];
    const texts = [...profile.oddities.map(({ words }) => words), ...promises.map(({ oddity }) => oddity ?? "")];
    const quotes = texts.flatMap((text) => [...text.matchAll(/«([^»]*)»/g)].map((match) => match[1] as string));
    expect(quotes.length).toBeGreaterThan(10);
    expect(quotes.filter((quote) => !ours.includes(quote) && !charter.includes(quote))).toEqual([]);
  });
});
