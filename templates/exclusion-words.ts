/** What was left out of the figures of an indicator, and the balance of its rows, as sentences. */
import type { Indicator } from "../reports/act.ts";
import type { Conservation, ReportRow } from "../reports/report-model.ts";
import { compareText } from "../reports/scope.ts";
import { DocumentError } from "./document-error.ts";
import {
  adoptedCriterion,
  allMeasuresBut,
  type CountedReason,
  conservationWords,
  exclusionsWords,
  onlyMeasures,
  quarantineReason,
  quarantineWords,
  scopeOf,
  tableWords,
  totalOf,
} from "./italian.ts";
import type { Block, IndicatorPart } from "./report-outline.ts";
import { wholeScope } from "./scope-words.ts";

/**
 * One sentence for each group of figures that leave out the same cases: those of the whole population and those that
 * carry a target. The other breakdowns divide the same cases, and the report's data hold each of their counts.
 */
export function exclusionSentences({ indicator, blocks }: IndicatorPart): readonly string[] {
  return blocks.flatMap((block) => {
    const { rows } = block;
    if (!isWhole(block) && blocks.length > 1 && rows.every(({ figure }) => figure.target === undefined)) return [];
    const groups = Map.groupBy(rows, ({ figure }) => excludedKey(figure.excluded));
    return [...groups.values()].flatMap((group) => groupSentence(indicator, block, group));
  });
}

function isWhole({ rows }: Block): boolean {
  return rows.every(({ figure }) => Object.keys(figure.scope).length === 0);
}

function groupSentence(indicator: Indicator, block: Block, group: readonly ReportRow[]): readonly string[] {
  const reasons = exclusionReasons(indicator, group[0]?.figure.excluded ?? {});
  if (reasons.length === 0) return [];
  const rest = block.rows.filter((row) => !group.includes(row));
  const names = (list: readonly ReportRow[]) => list.map(({ measure }) => measure.name);
  const some = group.length > rest.length ? allMeasuresBut(names(rest)) : onlyMeasures(names(group));
  const measures = rest.length === 0 ? [] : [some];
  const scope = block.label === wholeScope ? [] : [scopeOf(block.label)];
  const about = [...scope, ...measures].join("; ");
  return [exclusionsWords(reasons, about === "" ? undefined : about)];
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

/** Throws `unbalanced` where the rows read are not the sum of where they went: such a sentence must not be signed. */
export function conservationSentences(rows: readonly Conservation[]): readonly string[] {
  return rows.flatMap((row) => {
    const quarantined = reasonCounts(row.quarantined);
    const sentence = conservationWords(balanceOf(row));
    return quarantined.length === 0 ? [sentence] : [`${sentence} ${quarantineWords(quarantined)}`];
  });
}

function balanceOf(row: Conservation): Parameters<typeof conservationWords>[0] {
  const { read, outside, no_concern: noConcern, counted } = row;
  const excluded = totalOf(reasonCounts(row.excluded));
  const quarantined = totalOf(reasonCounts(row.quarantined));
  if (read !== outside + noConcern + counted + excluded + quarantined)
    throw new DocumentError(
      "unbalanced",
      `${row.act} ${row.indicator}: ${read} rows of ${row.table} were read, but ${outside} outside the period, ` +
        `${noConcern} of no concern, ${counted} counted, ${excluded} excluded and ${quarantined} in quarantine do not add up to them.`,
    );
  return { table: tableWords(row.table), read, outside, noConcern, counted, excluded, quarantined };
}

function reasonCounts(counts: Readonly<Record<string, number>>): readonly CountedReason[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, count]) => ({ count, words: quarantineReason(id) }));
}
