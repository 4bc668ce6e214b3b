import { describe, expect, test } from "vitest";
import type { Target } from "../../reports/target.ts";
import { charterValueWords, judgedByDirection } from "../../templates/target-words.ts";

const resolution: Target = {
  id: "3.4.3",
  act: "79-09-csp",
  indicator: "first-call-resolution",
  measure: "ratio",
  scope: {},
  value: "82",
  unit: "%",
  printed: "<",
  words: "L'obiettivo perseguito è un tasso percentuale inferiore al 82%.",
  section: "3.4.3",
  year: 2018,
};

describe("a target judged by direction", () => {
  test("quotes the charter where its words hold the comparison", () => {
    expect(judgedByDirection(resolution)).toBe(
      "La Carta riporta «inferiore al 82%»; poiché un valore più alto indica una qualità migliore, l’obiettivo è valutato come «non inferiore all’82 %».",
    );
  });

  test.each([
    ["70", "%", "<", "non inferiore al 70 %"],
    ["8.5", "%", "<", "non inferiore all’8,5 %"],
    ["18", "%", "<", "non inferiore al 18 %"],
    ["48", "hours", ">", "non superiore a 48 ore"],
  ] as const)("%s %s, printed %s, is judged as «%s»", (value, unit, printed, judged) => {
    const words = judgedByDirection({ ...resolution, value, unit, printed, words: "" });
    expect(words).toContain(`è valutato come «${judged}».`);
  });
});

test("a value is printed with its unit in Italian", () => {
  expect(charterValueWords({ ...resolution, value: "1.2", unit: "Mbit/s" })).toBe("1,2 Mbit/s");
  expect(charterValueWords({ ...resolution, value: "0.05", unit: "ratio" })).toBe("0,05");
});
