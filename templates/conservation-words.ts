/** The balance of an indicator's rows, as sentences. */
import type { Conservation } from "../reports/report-model.ts";
import { compareText } from "../reports/scope.ts";
import { DocumentError } from "./document-error.ts";
import {
  type CountedReason,
  conservationWords,
  quarantineReason,
  quarantineWords,
  tableWords,
  totalOf,
} from "./italian.ts";

/** Throws `unbalanced` where the rows read are not the sum of where they went: such a sentence must not be signed. */
export function conservationSentences(rows: readonly Conservation[]): readonly string[] {
  return rows.flatMap((row) => {
    const sentence = conservationWords(balanceOf(row));
    const quarantine = quarantineSentence(row);
    return quarantine === undefined ? [sentence] : [`${sentence} ${quarantine}`];
  });
}

/** Why rows were not used at all; undefined where all were. */
export function quarantineSentence({ quarantined }: Conservation): string | undefined {
  const reasons = reasonCounts(quarantined);
  return reasons.length === 0 ? undefined : quarantineWords(reasons);
}

/** Throws `unbalanced` as above. */
export function balancesOf(
  rows: readonly Conservation[],
): readonly (ReturnType<typeof balanceOf> & { readonly of: Conservation })[] {
  return rows.map((row) => ({ ...balanceOf(row), of: row }));
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
