import { describe, expect, test } from "vitest";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import type { Figure } from "../../reports/report-model.ts";
import {
  casesCell,
  measureWords,
  notesOf,
  outcomeWords,
  printedValueOf,
  targetCell,
  valueWords,
} from "../../templates/figure-words.ts";
import { row } from "./sample-model.ts";

type Given = Partial<Figure>;
const answer = (given: Given) => row(act131, ["call-answer", "agent-mean"], {}, given);
const of = (value: string, exact: string | null, comparator: "<" | "<=" | ">" | ">=", target: string, met: boolean) =>
  answer({ value, exact, comparator, target, outcome: met ? "met" : "missed", cases: 9 }).figure;

describe("the printed value", () => {
  test.each([
    ["agrees with its outcome", of("57.12", "5712/100", "<", "58", true), "57,12"],
    ["gains a decimal where rounding says missed", of("58.00", "57999/1000", "<", "58", true), "57,999"],
    ["gains as many as it takes", of("58.00", "5799999/100000", "<", "58", true), "57,99999"],
    ["gains a decimal where rounding says met", of("7.00", "7001/1000", "<=", "7", false), "7,001"],
    ["holds for shares too", of("95.00", "94996/1000", ">=", "95", false), "94,996"],
    ["stays where it equals the target and missed it", of("58.00", "58", "<", "58", false), "58,00"],
    // 20 minutes are 1/3 of an hour: 0.33 looks met, 0.33367 was missed.
    ["is held against a target that no decimal says", of("0.33", "1001/3000", "<=", "1/3", false), "0,334"],
    ["stays where only its root is known", of("1000", null, "<=", "1000", false), "1.000"],
  ])("%s", (_, figure, printed) => {
    expect(valueWords(figure)).toBe(printed);
  });

  test("is never printed where the exact value denies its outcome", () => {
    expect(() => valueWords(of("59.00", "59", "<", "58", true))).toThrow("59 is not met against 58");
  });

  test("is n.d. without cases and n.a. where the service is not offered", () => {
    expect(valueWords(answer({}).figure)).toBe("n.d.");
    const absent = answer({ outcome: "not_applicable" }).figure;
    expect([valueWords(absent), casesCell(absent)]).toEqual(["n.a.", "n.a."]);
  });
});

test("a target of the act itself is called a minimum standard, the operator's an objective", () => {
  const given: Given = { value: "3.00", exact: "3", target: "4.10", comparator: "<=", outcome: "met" };
  const charter = { section: "1", words: "", printedValue: "4,10%", year: 2018 };
  const [legal, own] = [answer(given), row(act131, ["call-answer", "agent-mean"], {}, given, charter)];
  expect([targetCell(legal, true), outcomeWords(legal)]).toEqual([
    "standard minimo: non superiore a 4,10",
    "Standard minimo rispettato",
  ]);
  expect([targetCell(own, true), outcomeWords(own)]).toEqual(["non superiore a 4,10 [2018]", "Obiettivo raggiunto"]);
  expect(targetCell(own, false)).toBe("non superiore a 4,10");
  const third = row(act131, ["call-answer", "agent-mean"], {}, { ...given, target: "1/3" }, charter);
  expect(targetCell(third, false)).toBe("non superiore a 1/3");
  expect([targetCell(answer({ value: "1" }), true), outcomeWords(answer({ value: "1" }))]).toEqual(["–", "–"]);
});

test("a note is split into its sentences, but not at an abbreviation", () => {
  const { figure, ...rest } = answer({ value: "1.00", note: "Primo, n. 131 e p·n/100. Secondo «così.» Terzo" });
  expect(notesOf({ ...rest, figure })).toEqual(["Primo, n. 131 e p·n/100.", "Secondo «così.»", "Terzo."]);
});

test("a rounded deviation that looks like its target says so", () => {
  const given: Given = { value: "58.00", exact: null, target: "58", comparator: "<=", outcome: "missed" };
  expect(notesOf(answer(given)).at(-1)).toMatch(/^Il valore stampato è arrotondato/);
});

describe("another limit than the act's", () => {
  const within = (limit: number) => row(act131, ["call-answer", "within-limit"], { limit }, { value: "1.00" });

  test.each([
    [10, "inferiore a 10 secondi [limite della Carta]"],
    [1, "inferiore a 1 secondo [limite della Carta]"],
    [20, "inferiore a 20 secondi"],
  ])("of %i seconds stands in the measure's name", (limit, ending) => {
    expect(measureWords(within(limit))).toBe(
      `Percentuale di chiamate entranti in cui il tempo di risposta è ${ending}`,
    );
  });

  test("stands beside a name that says no limit", () => {
    const { figure, measure, ...rest } = within(10);
    expect(measureWords({ ...rest, figure, measure: { ...measure, name: "Chiamate rapide" } })).toBe(
      "Chiamate rapide [limite della Carta: 10 secondi]",
    );
  });
});

test.each([
  ["48 hours", "48 ore"],
  ["1.2 Mbit/s", "1,2 Mbit/s"],
  ["4.10 %", "4,10 %"],
  ["0.05 ratio", "0,05"],
  ["24 ore al giorno", "24 ore al giorno"],
  ["1 Megabit/s", "1 Megabit/s"],
])("the charter's %s is printed %s", (printedValue, printed) => {
  expect(printedValueOf({ printedValue, section: "1", words: "", year: 2018 })).toBe(printed);
});
