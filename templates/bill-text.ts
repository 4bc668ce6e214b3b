/** The few lines on the quality of the services that go with the bill. */
import type { ReportModel } from "../reports/report-model.ts";
import { measureWords, targetCell, valueWords } from "./figure-words.ts";
import { actNumber, listWords, unitWords } from "./italian.ts";
import { type Judged, judgedOf, outcomeCounts } from "./judged.ts";
import { sentParts } from "./letter.ts";
import { billLead, billLine, billSite, billTitle, billWords } from "./letter-words.ts";
import { integerWords } from "./number-format.ts";

/** Plain text, a paragraph a line. Undefined where no target can be judged, or nothing is to be made known. */
export function billText(model: ReportModel): string | undefined {
  const sent = sentParts(model);
  const judged = judgedOf(sent);
  const { targets, standards } = outcomeCounts(judged);
  const [met, missed] = [targets.met + standards.met, targets.missed + standards.missed];
  if (met + missed === 0) return undefined;
  const acts = listWords(sent.map(({ act }) => actNumber(act.number)));
  const lines = [
    billTitle(model.period),
    billLead(model.operator, integerWords(met), integerWords(met + missed), acts),
    ...missedLines(judged),
    billSite(model.operator),
  ];
  return `${lines.join("\n")}\n`;
}

function missedLines(judged: readonly Judged[]): readonly string[] {
  const missed = judged.filter(({ row }) => row.figure.outcome === "missed");
  if (missed.length === 0) return [billWords.none];
  const lines = missed.map(({ row, scope }) => {
    const unit = unitWords(row.figure.unit);
    const figure = `${row.indicator.name}, ${measureWords(row)} (${scope})`;
    return billLine(figure, `${valueWords(row.figure)} ${unit}`, targetCell(row, false));
  });
  return [billWords.missed, ...lines];
}
