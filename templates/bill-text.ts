/** The few lines on the quality of the services that go with the bill. */
import type { ReportModel } from "../reports/report-model.ts";
import { isLegalStandard, measureWords, targetCell, valueWords } from "./figure-words.ts";
import { actNumber, listWords, unitWords } from "./italian.ts";
import { type Judged, judgedOf, type OutcomeCounts, outcomeCounts } from "./judged.ts";
import { sentParts } from "./letter.ts";
import { billActs, billLine, billSite, billStandards, billTargets, billTitle, billWords } from "./letter-words.ts";
import { integerWords } from "./number-format.ts";

/** Plain text, a paragraph a line. Undefined where no target can be judged, or nothing is to be made known. */
export function billText(model: ReportModel): string | undefined {
  const sent = sentParts(model);
  const judged = judgedOf(sent);
  const { targets, standards } = outcomeCounts(judged);
  const { operator, period } = model;
  const [hasTargets, hasStandards] = [targets, standards].map(({ met, missed }) => met + missed > 0);
  if (hasTargets !== true && hasStandards !== true) return undefined;
  const lead = [
    billActs(listWords(sent.map(({ act }) => actNumber(act.number)))),
    ...(hasTargets === true ? [billTargets(operator, ...counted(targets))] : []),
    ...(hasStandards === true ? [billStandards(operator, ...counted(standards))] : []),
  ];
  const missed = judged.filter(({ row }) => row.figure.outcome === "missed");
  const ofLaw = (one: Judged) => isLegalStandard(one.row);
  const lines = [
    billTitle(period),
    lead.join(" "),
    ...(hasTargets === true
      ? linesOf(
          missed.filter((one) => !ofLaw(one)),
          billWords.targets,
        )
      : []),
    ...(hasStandards === true ? linesOf(missed.filter(ofLaw), billWords.standards) : []),
    billSite(operator),
  ];
  return `${lines.join("\n")}\n`;
}

function counted({ met, missed }: OutcomeCounts): readonly [met: string, assessable: string] {
  return [integerWords(met), integerWords(met + missed)];
}

function linesOf(missed: readonly Judged[], { some, none }: { readonly some: string; readonly none: string }) {
  return missed.length === 0 ? [none] : [some, ...missed.map(lineOf)];
}

/** Whoever reads one line alone still knows of which service and of which cases it speaks. */
function lineOf({ row, scope }: Judged): string {
  const unit = unitWords(row.figure.unit);
  return billLine({
    indicator: row.indicator.name,
    services: row.indicator.appliesTo,
    scope,
    measure: measureWords(row),
    value: `${valueWords(row.figure)} ${unit}`,
    bound: `${isLegalStandard(row) ? "" : billWords.target}${targetCell(row, false)} ${unit}`,
  });
}
