/** Everything a reader must know before trusting a figure, in one list, in a fixed order. */
import type { Act } from "../reports/act.ts";
import type { Period } from "../reports/period.ts";
import { isInForce } from "../reports/report.ts";
import type { Warning } from "../reports/report-model.ts";
import type { ChangedRows } from "../sql/snapshot/unite.ts";
import { wording } from "../templates/wording.ts";
import type { Oddity } from "./data-checks.ts";
import type { Measurement } from "./measure.ts";
import type { Profile } from "./profile.ts";
import type { SnapshotManifest } from "./snapshot.ts";

export interface WarningsOptions {
  readonly profile: Profile;
  readonly period: Period;
  readonly acts: readonly Act[];
  readonly measurement: Measurement;
  readonly manifest: SnapshotManifest;
  readonly odd: {
    readonly oddities: readonly Oddity[];
    readonly lineGaps: number;
    readonly changed: readonly ChangedRows[];
  };
}

export function warningsOf(options: WarningsOptions): readonly Warning[] {
  return [...ofActs(options), ...ofCharter(options), ...ofData(options)];
}

const words = wording.warnings;

function ofActs({ acts, period }: WarningsOptions): readonly Warning[] {
  return acts.flatMap((act) => [
    ...(isInForce(act, period.firstDay, period.lastDay)
      ? []
      : [
          {
            code: "act-not-in-force",
            act: act.id,
            message: words.actNotInForce(act, period.id, act.inForceFrom > period.lastDay),
          },
        ]),
    ...(act.verified === "no" ? [{ code: "act-unverified", act: act.id, message: words.actUnverified(act) }] : []),
  ]);
}

function ofCharter({ profile, period, acts, measurement }: WarningsOptions): readonly Warning[] {
  const reported = profile.targets.filter((target) => acts.some((act) => act.id === target.act));
  const old = Map.groupBy(
    reported.filter(({ year }) => year !== period.year),
    ({ year }) => year,
  );
  return [
    ...[...old].map(([year, targets]) => ({
      code: "old-targets",
      message: words.oldTargets(profile.charter.title, year, targets.length, period.year),
    })),
    ...profile.targets
      .filter((target) => !reported.includes(target))
      .map((target) => ({
        code: "target-act-not-reported",
        act: target.act,
        indicator: target.indicator,
        scope: target.scope,
        message: words.targetNotReported(target),
      })),
    ...profile.oddities.map(({ section, words: oddity }) => ({
      code: "charter-oddity",
      message: words.oddity(section, oddity),
    })),
    ...reported.flatMap((target) =>
      target.oddity === undefined
        ? []
        : [
            {
              code: "target-oddity",
              act: target.act,
              indicator: target.indicator,
              scope: target.scope,
              message: words.oddity(target.section, target.oddity),
            },
          ],
    ),
    ...measurement.unmatched.map((target) => ({
      code: "target-matches-nothing",
      act: target.act,
      indicator: target.indicator,
      scope: target.scope,
      message: words.targetMatchesNothing(target),
    })),
  ];
}

function ofData({ acts, manifest, profile, odd }: WarningsOptions): readonly Warning[] {
  const needed = new Set(
    acts.flatMap(({ indicators }) =>
      indicators
        .filter(({ requires }) => requires === "any" || profile.services.includes(requires))
        .flatMap(({ tables }) => tables),
    ),
  );
  return [
    ...manifest.tables.flatMap(({ table, rows }) => {
      if (!needed.has(table) || rows > 0) return [];
      return manifest.absent.includes(table)
        ? [{ code: "no-table", message: words.noTable(table) }]
        : [{ code: "empty-table", message: words.emptyTable(table) }];
    }),
    // Suspensions and events are no indicator's own, and a discarded one changes cases all the same.
    ...[...Map.groupBy(manifest.quarantine, ({ table }) => table)]
      .filter(([table]) => needed.has(table) || table === "suspensions" || table === "events")
      .map(([table, files]) => ({
        code: "quarantined",
        message: words.quarantined(
          table,
          files.reduce((total, { rows }) => total + rows, 0),
        ),
      })),
    ...odd.changed.map(({ table, rows, keys }) => ({
      code: "changed-rows",
      message: words.changedRows(table, rows, keys),
    })),
    ...(odd.lineGaps > 0 ? [{ code: "line-gaps", message: words.lineGaps(odd.lineGaps) }] : []),
    ...odd.oddities.map(({ check, table, rows }) => ({ code: `odd-${check}`, message: words.odd(check, table, rows) })),
  ];
}
