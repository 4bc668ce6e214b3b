import { describe, expect, test } from "vitest";
import type { Scope } from "../../reports/scope.ts";
import { scopeWords } from "../../templates/scope-words.ts";

describe("a scope in Italian", () => {
  const cases: readonly (readonly [Scope, string])[] = [
    [{}, "complessivo"],
    [{ order_type: "operator_change" }, "3) variazione dell’operatore"],
    [{ technology: ["VDSL", "ADSL"] }, "tecnologia ADSL+VDSL"],
    [{ network: "own" }, "rete propria"],
    [{ network: "wholesale" }, "rete di altro operatore (wholesale)"],
    [{ region: "12" }, "Lazio"],
    [{ region: "02" }, "Valle d’Aosta"],
    [{ purpose: "technical", number: "0775824309" }, "numero 0775824309; assistenza tecnica"],
    [{ number: "800", purpose: "ordini" }, "numero 800; finalità: ordini"],
    [{ profile: "4000", direction: "download" }, "profilo 4 Mbit/s; download"],
    [{ profile: "1200" }, "profilo 1,2 Mbit/s"],
    [{ profile: "512" }, "profilo 512 kbit/s"],
    [{ profile: "1234" }, "profilo 1.234 kbit/s"],
    [{ profile: "1000000" }, "profilo 1.000 Mbit/s"],
    [{ limit: 10 }, "limite di 10 s"],
    [
      { responsibility: "own", conditions: "normal" },
      "solo guasti propri (esclusi operatori terzi); condizioni normali",
    ],
  ];
  test.each(cases)("%j is %s", (scope, words) => {
    expect(scopeWords(scope)).toBe(words);
  });
});
