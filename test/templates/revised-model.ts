/** The sample as a second revision, with remarks and the half-years before it. */
import type { Figure, ReportModel } from "../../reports/report-model.ts";
import { sampleModel } from "./sample-model.ts";

const sample = sampleModel();

/** Of the figure whose value is 12.94: what it was half a year before, and in the revision before. */
const changedTo = (value: string, outcome: Figure["outcome"]): readonly Figure[] =>
  sample.rows.map(({ figure }) => (figure.value === "12.94" ? { ...figure, value, exact: value, outcome } : figure));

export function revisedModel(changes: Partial<ReportModel> = {}): ReportModel {
  return sampleModel({
    revision: 2,
    supersedes: {
      revision: 1,
      publishedOn: "2026-08-20",
      reason: "un ordine annullato era considerato completato",
      figures: changedTo("13.50", "met"),
    },
    remarks: [
      { kind: "heading", level: 1, text: "Attivazione" },
      {
        kind: "paragraph",
        runs: [
          { text: "Un ", isBold: false },
          { text: "temporale", isBold: true },
          { text: " ha fermato i lavori.", isBold: false },
        ],
      },
      { kind: "list", isOrdered: true, items: [[{ text: "Un secondo appaltatore.", isBold: false }]] },
      { kind: "list", isOrdered: false, items: [[{ text: "Scorte raddoppiate.", isBold: false }]] },
    ],
    earlier: [
      { period: "2025-S1", revision: 1, figures: [] },
      { period: "2025-S2", revision: 2, figures: changedTo("29.40", "missed") },
    ],
    ...changes,
  });
}
