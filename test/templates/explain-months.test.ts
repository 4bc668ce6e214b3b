import { describe, expect, test } from "vitest";
import type { ByMonth } from "../../reports/explain-months.ts";
import type { Explanation } from "../../reports/explanation.ts";
import { monthLines } from "../../templates/explain-months.ts";

const figure = { unit: "days", outcome: "missed", target: "6", comparator: "<=", scope: {} };
const explained = (more: object = {}) =>
  ({ figure, target: { year: 2026 }, late_against: "target", ...more }) as unknown as Explanation;
const months: ByMonth = {
  target: "6",
  comparator: "<=",
  comparable: true,
  misses_are: "late-cases",
  months: [
    { month: "2026-01", cases: 1204, value: "6.00", exact: "6001/1000", outcome: "missed", misses: "3" },
    { month: "2026-02", cases: 1, value: "16.67", exact: "50/3", outcome: "missed", misses: "1" },
    { month: "2026-03", cases: 0, value: null, exact: null, outcome: "not_assessable", misses: "0" },
  ],
  most: ["2026-01"],
};
const whole = "Il valore del periodo è calcolato su tutti i casi e non è la media dei mesi.";

test("a line a month in columns, where the misses are most, and a value that never contradicts its outcome", () => {
  expect(monthLines(explained(), months)).toEqual([
    "gennaio 2026   6,001 giorni solari  casi: 1.204, oltre l’obiettivo: 3, obiettivo non raggiunto",
    "febbraio 2026  16,67 giorni solari  casi: 1, oltre l’obiettivo: 1, obiettivo non raggiunto",
    "marzo 2026                    n.d.  casi: 0, oltre l’obiettivo: 0, non valutabile",
    "Il mese con più casi oltre l’obiettivo è gennaio 2026.",
    whole,
  ]);
});

describe("the words for what is missed", () => {
  const share = (test: object) => ({ formula: { kind: "share", good: "1", all: "2", test } });
  test.each<readonly [string, object, Partial<ByMonth>, string]>([
    ["speeds below", {}, { comparator: ">=", target: "60" }, "casi sotto l’obiettivo"],
    ["a term", { late_against: "term", ...share({ is: "not-negative" }) }, {}, "casi oltre il termine"],
    ["a limit", share({ is: "under-limit", limitSeconds: 20 }), {}, "casi oltre il limite o senza risposta"],
    ["further calls", share({ is: "zero" }), {}, "casi con ulteriori chiamate"],
    ["a count", {}, { misses_are: "disputed-invoices" }, "fatture contestate"],
    ["what is not up", {}, { misses_are: "not-up-seconds" }, "secondi di interruzione"],
  ])("%s", (_, more, by, words) => {
    const lines = monthLines(explained(more), { ...months, ...by });
    expect(lines.at(-2)).toBe(`Il mese con più ${words} è gennaio 2026.`);
  });

  test("several months, and none", () => {
    const two = monthLines(explained(), { ...months, most: ["2026-01", "2026-12"] });
    expect(two.at(-2)).toBe("I mesi con più casi oltre l’obiettivo sono gennaio 2026, dicembre 2026.");
    const { most: _, ...even } = months;
    expect(monthLines(explained(), even)).toHaveLength(4);
  });
});

test("a minimum of the law is no target of the operator's", () => {
  const line = monthLines(explained({ target: undefined }), months)[1];
  expect(line).toMatch(/standard minimo non rispettato$/);
});

test("a rate's month is a part of the whole, and no outcome is printed of it", () => {
  const rate: ByMonth = {
    ...months,
    comparable: false,
    misses_are: "faults",
    months: [{ month: "2026-01", cases: 8, value: "0.80", exact: "4/5", denominator: "1000", misses: "8" }],
  };
  expect(monthLines(explained({ figure: { ...figure, unit: "%" } }), rate)).toEqual([
    "gennaio 2026  0,80 %  malfunzionamenti effettivi: 8, linee: 1.000",
    "Il mese con più malfunzionamenti effettivi è gennaio 2026.",
    "Il valore di un mese, riferito alle linee di quel solo mese, è una parte di quello del periodo e non si confronta con l’obiettivo.",
  ]);
});
