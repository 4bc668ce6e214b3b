/** What was left out of the figures of an indicator, as sentences. */
import type { Indicator } from "../reports/act.ts";
import type { ReportRow } from "../reports/report-model.ts";
import { compareText } from "../reports/scope.ts";
import {
  adoptedCriterion,
  allMeasuresBut,
  type CountedReason,
  exclusionsWords,
  onlyMeasures,
  scopedExclusionsWords,
  scopeOf,
} from "./italian.ts";
import type { Block, IndicatorPart } from "./report-outline.ts";
import { wholeScope } from "./scope-words.ts";

/**
 * One sentence for each group of figures that leave out the same cases: those of the whole population and those that
 * carry a target. The other breakdowns divide the same cases, and the report's data hold each of their counts. Where no
 * figure speaks of the whole population, one paragraph tells what each scope leaves out.
 */
export function exclusionSentences({ indicator, blocks }: IndicatorPart): readonly string[] {
  if (!blocks.some(isWhole)) return scopedParagraph(blocks.flatMap((block) => exclusionsOf(indicator, block)));
  const told = blocks.filter((block) => isWhole(block) || block.rows.some(({ figure }) => figure.target !== undefined));
  return told.flatMap((block) => exclusionsOf(indicator, block)).map(exclusionSentence);
}

function isWhole({ rows }: Block): boolean {
  return rows.every(({ figure }) => Object.keys(figure.scope).length === 0);
}

/** What some figures of a scope leave out; `measures` says which, where it is not all of them. */
interface BlockExclusions {
  readonly label: string;
  readonly measures: string | undefined;
  readonly reasons: readonly CountedReason[];
}

function exclusionsOf(indicator: Indicator, block: Block): readonly BlockExclusions[] {
  const groups = Map.groupBy(block.rows, ({ figure }) => excludedKey(figure.excluded));
  return [...groups.values()].flatMap((group) => {
    const reasons = exclusionReasons(indicator, group[0]?.figure.excluded ?? {});
    return reasons.length === 0 ? [] : [{ label: block.label, measures: measuresOf(group, block), reasons }];
  });
}

function measuresOf(group: readonly ReportRow[], block: Block): string | undefined {
  const rest = block.rows.filter((row) => !group.includes(row));
  const names = (list: readonly ReportRow[]) => list.map(({ measure }) => measure.name);
  if (rest.length === 0) return undefined;
  return group.length > rest.length ? allMeasuresBut(names(rest)) : onlyMeasures(names(group));
}

function exclusionSentence({ label, measures, reasons }: BlockExclusions): string {
  const scope = label === wholeScope ? [] : [scopeOf(label)];
  const about = [...scope, ...(measures === undefined ? [] : [measures])].join("; ");
  return exclusionsWords(reasons, about === "" ? undefined : about);
}

/** Every reason once, followed by the scopes and their counts. */
function scopedParagraph(exclusions: readonly BlockExclusions[]): readonly string[] {
  const sentences = [...Map.groupBy(exclusions, ({ measures }) => measures)].map(([measures, same]) => {
    const counted = same.flatMap(({ label, reasons }) => reasons.map((reason) => ({ ...reason, scope: label })));
    const byReason = Map.groupBy(counted, ({ words, clause }) => `${words} ${clause}`);
    const reasons = [...byReason.values()].flatMap((counts) =>
      counts[0] === undefined ? [] : [{ ...counts[0], counts }],
    );
    return scopedExclusionsWords(reasons, measures);
  });
  return sentences.length === 0 ? [] : [sentences.join(" ")];
}

function excludedKey(excluded: Readonly<Record<string, number>>): string {
  const counts = Object.entries(excluded).filter(([, count]) => count > 0);
  return counts
    .map(([id, count]) => `${id}=${count}`)
    .sort(compareText)
    .join(",");
}

/** In the order of the indicator's own list; a reason that it does not list is the operator's own. */
function exclusionReasons(indicator: Indicator, excluded: Readonly<Record<string, number>>): readonly CountedReason[] {
  const known = indicator.exclusions.map(({ id }) => id);
  const others = Object.keys(excluded).filter((id) => !known.includes(id));
  return [...known, ...others.sort(compareText)].flatMap((id) => {
    const count = excluded[id] ?? 0;
    const exclusion = indicator.exclusions.find((one) => one.id === id);
    if (count === 0) return [];
    return [{ count, words: exclusion?.words ?? `«${id}»`, clause: exclusion?.clause ?? adoptedCriterion }];
  });
}
