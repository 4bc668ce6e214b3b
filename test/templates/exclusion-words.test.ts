import { describe, expect, test } from "vitest";
import { act244 } from "../../reports/acts/244-08-csp.ts";
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import { exclusionSentences } from "../../templates/exclusion-words.ts";
import { outlineOf } from "../../templates/report-outline.ts";
import { row, sampleModel } from "./sample-model.ts";

function partOf(model: ReportModel, indicator: string, act = "131-06-csp") {
  const part = outlineOf(model)
    .find((one) => one.act.id === act)
    ?.indicators.find((one) => one.indicator.id === indicator);
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

describe("the exclusions of an indicator that has no figure of the whole population", () => {
  const tests = (profile: string, direction: string, failed: number) => {
    const scope = { profile, direction };
    return [
      row(act244, ["throughput", "p5"], scope, { value: "900", cases: 90, excluded: failed === 0 ? {} : { failed } }),
      row(act244, ["throughput", "mean"], scope, { value: "990", cases: 90, excluded: failed === 0 ? {} : { failed } }),
      row(act244, ["throughput", "failed"], scope, { value: "9.09", cases: 90 + failed }),
    ];
  };
  const sentences = (...rows: readonly (readonly ReportRow[])[]) =>
    exclusionSentences(partOf({ ...sampleModel(), rows: rows.flat() }, "throughput", "244-08-csp"));

  test("stand in one paragraph, scope by scope, without any target", () => {
    const [download, upload, slow] = [
      tests("7000", "download", 1052),
      tests("1000", "upload", 67),
      tests("512", "upload", 3),
    ];
    expect(sentences(download, upload, slow, tests("2000", "upload", 0))).toEqual([
      "Casi esclusi dal calcolo – tutte le misure eccetto «Percentuale di trasmissioni fallite» – per trasmissione fallita (rif. velocità delle sole trasmissioni riuscite; le fallite sono esposte a parte): 1.052 (profilo 7 Mbit/s; download), 67 (profilo 1 Mbit/s; upload) e 3 (profilo 512 kbit/s; upload).",
    ]);
  });

  test("are told once for every reason and every group of measures", () => {
    const [first, , last] = tests("7000", "download", 5);
    const both = { failed: 5, "own-choice": 2 };
    const alone = row(
      act244,
      ["throughput", "p5"],
      { profile: "512", direction: "upload" },
      { excluded: { failed: 4 } },
    );
    const mixed = [first, last].flatMap((one) => one ?? []);
    const rows = mixed.map((one, index) => ({ ...one, figure: { ...one.figure, excluded: index === 0 ? both : {} } }));
    expect(sentences(rows, [alone])).toEqual([
      "Casi esclusi dal calcolo – «Banda minima (percentile 5° della velocità di trasmissione)» – per trasmissione fallita (rif. velocità delle sole trasmissioni riuscite; le fallite sono esposte a parte): 5 (profilo 7 Mbit/s; download); per «own-choice» (criterio adottato dall’operatore): 2 (profilo 7 Mbit/s; download). " +
        "Casi esclusi dal calcolo per trasmissione fallita (rif. velocità delle sole trasmissioni riuscite; le fallite sono esposte a parte): 4 (profilo 512 kbit/s; upload).",
    ]);
  });

  test("are not told where there are none", () => {
    expect(sentences(tests("7000", "download", 0))).toEqual([]);
  });
});

test("a figure of an act that the report does not hold is refused, not left out", () => {
  const model = sampleModel();
  expect(() => outlineOf({ ...model, acts: model.acts.slice(1) })).toThrow(/131-06-csp activation-time p95/);
});
