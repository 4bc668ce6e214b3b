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
  if (new RegExp(`(inferiore (a|ai|al|allo)|<) ${number}`).test(words)) return "<";
  if (new RegExp(`(superiore (a|ai|al|allo)|>) ${number}`).test(words)) return ">";
  return "bare";
}

describe.each(["cielo", "hellotel"])("%s", async (id) => {
  const { profile, charter } = await operator(id);
  const promises = [...profile.targets, ...profile.commitments];

  test("is named as its file", () => expect(profile.id).toBe(id));

  test("every target is one that the acts measure", () => expect(() => checkTargets(profile, acts)).not.toThrow());

  test.each(promises)("$id: the words stand in the charter", ({ words }) => expect(charter).toContain(oneSpace(words)));

  test.each(promises)("$id: the value $value stands in the words", ({ words, value }) => {
    expect(words).toMatch(new RegExp(numberPattern(value)));
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
