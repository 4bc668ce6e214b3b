/** Everything a reader must know before trusting a figure, in one list, in a fixed order. */
import type { Act } from "../reports/act.ts";
import { isOwnAct } from "../reports/acts/operator.ts";
import { lawConflicts } from "../reports/charter-law.ts";
import type { Period } from "../reports/period.ts";
import { isInForce } from "../reports/report.ts";
import type { Warning } from "../reports/report-model.ts";
import type { SilentMonths } from "../sql/checks/silent-months.ts";
import type { ChangedRows } from "../sql/snapshot/unite.ts";
import { lawConflictWords } from "../templates/charter-law-words.ts";
import { wording } from "../templates/wording.ts";
import { charterWordsOf } from "./charter-words.ts";
import type { UnadmittedForm } from "./complaint-forms.ts";
import type { Oddity } from "./data-checks.ts";
import type { Measurement } from "./measure.ts";
import type { Profile } from "./profile.ts";
import type { SnapshotManifest } from "./snapshot.ts";

export interface WarningsOptions {
  readonly profile: Profile;
  readonly period: Period;
  readonly acts: readonly Act[];
  /** They were named on the command line. */
  readonly areActsChosen: boolean;
  readonly measurement: Measurement;
  readonly manifest: SnapshotManifest;
  readonly odd: {
    readonly oddities: readonly Oddity[];
    readonly lineGaps: number;
    readonly silent: readonly SilentMonths[];
    readonly changed: readonly ChangedRows[];
    readonly forms: readonly UnadmittedForm[];
  };
}

export function warningsOf(options: WarningsOptions): readonly Warning[] {
  return [...ofDuty(options), ...ofActs(options), ...ofCharter(options), ...ofData(options)];
}

const words = wording.warnings;

function ofDuty({ profile: { reporting } }: WarningsOptions): readonly Warning[] {
  return reporting.subject ? [] : [{ code: "not-subject", message: words.notSubject(reporting.reason) }];
}

function ofActs({ acts, period, areActsChosen }: WarningsOptions): readonly Warning[] {
  const chosen = areActsChosen ? [{ code: "act-chosen", message: words.actsChosen(acts) }] : [];
  const ofEach = acts.flatMap((act) => [
    // Of the operator's own charter every target says its year.
    ...(isOwnAct(act) || isInForce(act, period.firstDay, period.lastDay)
      ? []
      : [
          {
            code: "act-not-in-force",
            act: act.id,
            message: words.actNotInForce(act, period.id, act.inForce.from.day > period.lastDay, areActsChosen),
          },
        ]),
    ...(act.verified === "no" ? [{ code: "act-unverified", act: act.id, message: words.actUnverified(act) }] : []),
  ]);
  return [...chosen, ...ofEach];
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
    ...lawWarnings(profile, period),
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

/** Whatever acts are reported: the law of the period binds the charter, not the report. */
export function lawWarnings(profile: Profile, period: Period): readonly Warning[] {
  return lawConflicts(charterWordsOf(profile), period.lastDay).map((conflict) => ({
    code: "charter-law",
    message: lawConflictWords(conflict, profile.charter.kind),
  }));
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
    ...(odd.lineGaps > 0 && needed.has("access_lines")
      ? [{ code: "line-gaps", message: words.lineGaps(odd.lineGaps) }]
      : []),
    ...odd.silent
      .filter(({ table }) => needed.has(table))
      .map(({ table, months }) => ({ code: "silent-months", message: words.silentMonths(table, months) })),
    ...(odd.forms.length > 0 && profile.complaints !== undefined
      ? [
          {
            code: "complaint-forms",
            message: words.complaintForms(profile.complaints.section, profile.complaints.channels, odd.forms),
          },
        ]
      : []),
    ...odd.oddities.map(({ check, table, rows }) => ({ code: `odd-${check}`, message: words.odd(check, table, rows) })),
  ];
}
