/** What the summary says where an operator has targets, where the law alone has something to say, and where both do. */
import { describe, expect, test } from "vitest";
import type { ReportModel } from "../../reports/report-model.ts";
import { judgedOf } from "../../templates/judged.ts";
import { countLines } from "../../templates/pdf/summary.ts";
import { outlineOf } from "../../templates/report-outline.ts";
import { draftFooterOf } from "../../templates/report-words.ts";
import { summaryHeads } from "../../templates/summary-words.ts";
import { act255, sampleModel } from "./sample-model.ts";

const sample = sampleModel();
const only = (isOf: (act: string) => boolean): ReportModel => ({
  ...sample,
  acts: sample.acts.filter(({ id }) => isOf(id)),
  rows: sample.rows.filter(({ figure }) => isOf(figure.act)),
});
const ofLaw = only((act) => act === act255.id);
const ofOperator = only((act) => act !== act255.id);
const headsOf = (model: ReportModel) => summaryHeads(judgedOf(outlineOf(model)));
const leadOf = (model: ReportModel) => countLines(model).flatMap(({ text, isLead }) => (isLead ? [text] : []));

describe("the summary", () => {
  test("of targets alone speaks of targets", () => {
    expect(leadOf(ofOperator)).toEqual(["Obiettivi raggiunti: 7 su 13 valutabili"]);
    expect(headsOf(ofOperator)).toMatchObject({ missed: "Obiettivi non raggiunti", met: "Obiettivi raggiunti" });
  });

  test("of the law's minimums alone says that there are no targets, and speaks of minimums from then on", () => {
    expect(leadOf(ofLaw)).toEqual([
      "Nessun indicatore ha un obiettivo fissato dall’operatore: i valori sono confrontati con i soli standard minimi dell’Autorità.",
      "Standard minimi rispettati: 1 su 2 valutabili",
    ]);
    const heads = Object.values(headsOf(ofLaw)).join(" ");
    expect(heads).toContain("Standard minimi non rispettati");
    expect(heads).not.toMatch(/obiettiv/i);
  });

  test("of both names both over what it lists of both", () => {
    expect(headsOf(sample)).toMatchObject({
      missed: "Obiettivi non raggiunti e standard minimi non rispettati",
      met: "Obiettivi raggiunti e standard minimi rispettati",
    });
  });

  test("of nothing to judge says so once", () => {
    expect(leadOf({ ...sample, rows: [] })).toEqual(["Nel periodo nessun indicatore ha un obiettivo fissato."]);
  });
});

test("a copy under acts chosen by hand does not say that it waits for approval", () => {
  expect(draftFooterOf(sample)).toMatch(/^Bozza in attesa di approvazione\. /);
  const chosen = draftFooterOf({ warnings: [{ code: "act-chosen", message: "…" }] });
  expect(chosen).toMatch(/^Copia di sola lettura con atti scelti a mano\. Non valida /);
  expect(chosen).not.toContain("approvazione");
});
