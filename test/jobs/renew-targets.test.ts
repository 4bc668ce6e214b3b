import { describe, expect, test } from "vitest";
import { parseProfile } from "../../jobs/profile.ts";
import { renewedTargets } from "../../jobs/renew-targets.ts";

const head = `id: prova # kept
name: Prova Srl
charter: { title: Carta, year: 2018 }
services: [internet]
approval: { required: false }
source: { kind: csv, path: sources/prova }
`;

const entry = (id: string, measure: string, year: number | string, more = "") => `  - id: ${id}
    act: 131-06-csp
    indicator: repair-time
    measure: ${measure}
    scope: {}
    value: "48"
    unit: hours
    printed: "<"
    words: >-
      # 48 ore
      non è un commento
    section: "1"
    year: ${year}${more}
`;

const renew = (text: string, year: number) => renewedTargets(text, "operators/prova.yaml", year);
const yearsOf = (text: string) => parseProfile(text, "x").targets.map(({ id, year }) => `${id} ${year}`);

const targets = `targets:
  # § 1, repairs
${entry("mean", "mean", 2018, " # of the charter")}
  # § 2
${entry("p95", "p95", 2018)}`;

describe("targets renewed", () => {
  test("stand after the old ones with their comments, and nothing else of the text changes", () => {
    const tail = "\n# odd\noddities: []\n";
    const { text, targets: ids } = renew(`${head}${targets}${tail}`, 2027);
    expect(ids).toEqual(["mean", "p95"]);
    expect(text).toBe(
      `${head}${targets}
  # 2027: as before, until the values and the words are edited.
  # § 1, repairs
${entry("mean", "mean", 2027, " # of the charter")}
  # § 2
${entry("p95", "p95", 2027)}${tail}`,
    );
  });

  test("a second time change nothing, and for a further year are copied once, without the remark of the first", () => {
    const first = renew(`${head}${targets}`, 2027).text;
    expect(renew(first, 2027)).toEqual({ text: first, targets: [], commitments: [] });
    const second = renew(first, 2028).text;
    expect(yearsOf(second)).toEqual(["mean 2018", "p95 2018", "mean 2027", "p95 2027", "mean 2028", "p95 2028"]);
    expect(second.match(/as before/g)).toHaveLength(2);
    expect(second.startsWith(first)).toBe(true);
  });

  test("are those that have none of the year: what is of it, or later, is left alone", () => {
    const some = `${head}targets:\n${entry("mean", "mean", 2018)}${entry("mean", "mean", 2027)}${entry("p95", "p95", 2018)}${entry("p80", "p80", 2030)}`;
    const { text, targets: ids } = renew(some, 2027);
    expect(ids).toEqual(["p95"]);
    expect(yearsOf(text)).toEqual(["mean 2018", "mean 2027", "p95 2018", "p80 2030", "p95 2027"]);
  });

  test("go with the further commitments, each at the end of its own list", () => {
    const commitment = (year: number) =>
      `  - { id: c, name: Continuità, words: 24 ore, section: "3", value: "24", unit: ore, printed: bare, year: ${year} } # so\n`;
    const { text, commitments } = renew(`${head}commitments:\n${commitment(2018)}${targets}`, 2027);
    expect(commitments).toEqual(["c"]);
    expect(text.startsWith(`${head}commitments:\n${commitment(2018)}\n  # 2027`)).toBe(true);
    expect(text).toContain(commitment(2027));
    expect(yearsOf(text)).toHaveLength(4);
  });

  test("keep the file's line ends, and one without a last one", () => {
    const windows = renew(`${head}${targets}`.replaceAll("\n", "\r\n"), 2027).text;
    expect(windows.replaceAll("\r\n", "\n")).toBe(renew(`${head}${targets}`, 2027).text);
    expect(windows.replaceAll("\r\n", "")).not.toContain("\n");
    const unended = `${head}${targets}`.trimEnd();
    expect(renew(unended, 2027).text.trimEnd()).toBe(renew(`${unended}\n`, 2027).text.trimEnd());
  });

  test("may share a year by an anchor: the copies have a plain one", () => {
    const shared = `${head}targets:\n${entry("mean", "mean", "&y 2018")}${entry("p95", "p95", "*y")}`;
    expect(yearsOf(renew(shared, 2027).text)).toEqual(["mean 2018", "p95 2018", "mean 2027", "p95 2027"]);
  });
});

describe("targets are not renewed, and nothing is made up", () => {
  const brackets = `${head}targets: [{ id: a, act: 131-06-csp, indicator: repair-time, measure: mean, scope: {}, value: "1", unit: hours, printed: bare, words: w, section: "1", year: 2018 }]\n`;
  const cases: readonly (readonly [string, string, number, string])[] = [
    [
      "for a year before theirs",
      `${head}${targets}`,
      2012,
      "has no targets older than 2012 to renew: it holds those of 2018",
    ],
    ["out of a list in brackets", brackets, 2027, "targets is not written as a list with a dash before each entry"],
    [
      "where the dash has a line of its own",
      `${head}targets:\n${entry("mean", "mean", 2018).replace("  - id", "  -\n    id")}`,
      2027,
      "Copy the entries and change their years by hand; nothing was written",
    ],
    ["for a year that no profile may hold", `${head}${targets}`, 2101, "cannot be added to without rewriting it"],
    [
      "in a profile that is wrong already",
      `${head}${targets.replace("unit: hours", "unit: ore")}`,
      2027,
      "'ore' is not allowed",
    ],
  ];
  test.each(cases)("%s", (_, text, year, sentence) => {
    expect(() => renew(text, year)).toThrow(sentence);
  });
});
