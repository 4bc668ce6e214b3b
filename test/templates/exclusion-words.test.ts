import { describe, expect, test } from "vitest";
import type { Conservation, ReportModel } from "../../reports/report-model.ts";
import { DocumentError } from "../../templates/document-error.ts";
import { conservationSentences, exclusionSentences } from "../../templates/exclusion-words.ts";
import { outlineOf } from "../../templates/report-outline.ts";
import { sampleModel } from "./sample-model.ts";

function partOf(model: ReportModel, indicator: string) {
  const part = outlineOf(model)[0]?.indicators.find((one) => one.indicator.id === indicator);
  if (part === undefined) throw new Error(`no ${indicator}`);
  return part;
}

describe("the exclusions of an indicator", () => {
  test("figures that leave out the same cases share a sentence", () => {
    expect(exclusionSentences(partOf(sampleModel(), "activation-time"))).toEqual([
      "Casi esclusi dal calcolo – tutte le misure eccetto «Percentuale degli ordini validi completati entro la data concordata con il cliente»: 26, di cui 9 per ordine annullato (criterio adottato dall’operatore), 14 per ordine che non è di prima attivazione (criterio adottato dall’operatore) e 3 per data posticipata su richiesta del cliente (rif. ETSI EG 201 769: tempi misurati sugli ordini senza data chiesta dal cliente).",
      "Casi esclusi dal calcolo – «Percentuale degli ordini validi completati entro la data concordata con il cliente»: 23, di cui 9 per ordine annullato (criterio adottato dall’operatore) e 14 per ordine che non è di prima attivazione (criterio adottato dall’operatore).",
    ]);
  });

  test("a scope narrowed to a target says what it leaves out besides", () => {
    const [whole, narrowed] = exclusionSentences(partOf(sampleModel(), "fault-rate"));
    expect(whole).toMatch(/^Casi esclusi dal calcolo: 212 per nessun guasto/);
    expect(narrowed).toMatch(
      /^Casi esclusi dal calcolo – ambito: solo guasti propri .*: 680, di cui 212 per .* e 68 per /,
    );
  });
});

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

  test.each([1203, 1205])("is refused with %i rows read: the sum is 1204", (read) => {
    expect(() => conservationSentences([{ ...balance, read }])).toThrow(DocumentError);
  });
});

test("a figure of an act that the report does not hold is refused, not left out", () => {
  const model = sampleModel();
  expect(() => outlineOf({ ...model, acts: model.acts.slice(1) })).toThrow(/131-06-csp activation-time p95/);
});
