import { describe, expect, test } from "vitest";
import type { Conservation } from "../../reports/report-model.ts";
import { conservationSentences } from "../../templates/conservation-words.ts";
import { DocumentError } from "../../templates/document-error.ts";

describe("the balance of the rows", () => {
  const balance: Conservation = {
    act: "131-06-csp",
    indicator: "activation-time",
    service: "internet",
    table: "activation_orders",
    read: 1204,
    outside: 0,
    no_concern: 0,
    counted: 1180,
    excluded: { cancelled: 20 },
    quarantined: { "completed_at:end-before-start": 3, duplicate: 1 },
  };

  test("is printed as an equation, with the reasons of the rows not used", () => {
    expect(conservationSentences([balance])).toEqual([
      "Quadratura – ordini di attivazione: 1.204 righe lette = 1.180 considerate + 20 escluse + 4 scartate per errore nei dati. Righe scartate: 4, di cui 3 per fine anteriore all’inizio nel campo completed_at e 1 per riga ripetuta.",
    ]);
  });

  test("of the suspensions is printed like any other", () => {
    const suspensions: Conservation = {
      ...balance,
      table: "suspensions",
      read: 312,
      no_concern: 210,
      counted: 101,
      excluded: {},
      quarantined: { duplicate: 1 },
    };
    // 101 + 0 + 1 + 210 = 312.
    expect(conservationSentences([suspensions])).toEqual([
      "Quadratura – sospensioni: 312 righe lette = 101 considerate + 0 escluse + 1 scartata per errore nei dati + 210 non pertinenti all’indicatore. Righe scartate: 1 per riga ripetuta.",
    ]);
  });

  test.each([1203, 1205])("is refused with %i rows read: the sum is 1204", (read) => {
    expect(() => conservationSentences([{ ...balance, read }])).toThrow(DocumentError);
  });
});
