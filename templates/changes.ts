/** What a revision changed: each figure that is not what it was in the revision before. */
import { actOf } from "../reports/acts/index.ts";
import type { Figure, ReportModel, ReportRow } from "../reports/report-model.ts";
import { figureKey } from "../reports/settings-effect.ts";
import { casesCell, measureWords, outcomeWords, valueWords } from "./figure-words.ts";
import { indicatorTitle, notFixed, unitWords } from "./italian.ts";
import { outlineOf } from "./report-outline.ts";
import { changeSentences, valueOfCases } from "./report-words.ts";
import { scopeWords } from "./scope-words.ts";

export interface Change {
  /** As the act is cited. */
  readonly act: string;
  readonly figure: string;
  readonly scope: string;
  readonly unit: string;
  /** Value and number of cases. */
  readonly before: string;
  readonly now: string;
  readonly outcomeBefore: string;
  readonly outcomeNow: string;
}

/** In the report's order; then the figures that are there no more. None where the report corrects nothing. */
export function changesOf(model: ReportModel): readonly Change[] {
  const { supersedes } = model;
  if (supersedes === undefined) return [];
  const former = new Map(supersedes.figures.map((figure) => [figureKey(figure), figure]));
  const blocks = outlineOf(model).flatMap(({ indicators }) => indicators.flatMap((part) => part.blocks));
  const changed = blocks.flatMap(({ label, rows }) =>
    rows.flatMap((row) => {
      const was = former.get(figureKey(row.figure));
      return was !== undefined && isSame(was, row.figure) ? [] : [changeOf(row, label, was)];
    }),
  );
  const known = new Set(model.rows.map(({ figure }) => figureKey(figure)));
  return [...changed, ...supersedes.figures.filter((figure) => !known.has(figureKey(figure))).map(goneChange)];
}

function isSame(was: Figure, is: Figure): boolean {
  return (
    was.value === is.value &&
    was.exact === is.exact &&
    was.cases === is.cases &&
    was.outcome === is.outcome &&
    was.minimum?.outcome === is.minimum?.outcome
  );
}

function changeOf(row: ReportRow, scope: string, was: Figure | undefined): Change {
  const { act, indicator, figure } = row;
  const before = was === undefined ? undefined : { ...row, figure: was };
  return {
    act: act.number,
    figure: `${indicatorTitle(indicator.ordinal, indicator.name)}: ${measureWords(row)}`,
    scope,
    unit: unitWords(figure.unit),
    before: was === undefined ? changeSentences.notThere : counted(was),
    now: counted(figure),
    outcomeBefore: before === undefined ? notFixed : outcomeWords(before),
    outcomeNow: outcomeWords(row),
  };
}

/** What the acts do not know any more is named by its id. */
function goneChange(figure: Figure): Change {
  const act = actOf(figure.act);
  const indicator = act?.indicators.find(
    ({ id, service = null }) => id === figure.indicator && service === figure.service,
  );
  const measure = indicator?.measures.find(({ id }) => id === figure.measure);
  const name = indicator === undefined ? figure.indicator : indicatorTitle(indicator.ordinal, indicator.name);
  return {
    act: act?.number ?? figure.act,
    figure: `${name}: ${measure?.name ?? figure.measure}`,
    scope: scopeWords(figure.scope),
    unit: unitWords(figure.unit),
    before: counted(figure),
    now: changeSentences.notThere,
    outcomeBefore: notFixed,
    outcomeNow: notFixed,
  };
}

function counted(figure: Figure): string {
  return figure.value === null ? valueWords(figure) : valueOfCases(valueWords(figure), casesCell(figure), figure.cases);
}
