/** A report in a few lines: what was met, what was missed, where the documents lie. */
import { dirname, join } from "node:path";
import { isMinimumAlone } from "../reports/minimum.ts";
import type { Figure, Indicators } from "../reports/report-model.ts";
import { plainScopeText, scopeText } from "../reports/scope.ts";
import { many } from "./error-lists.ts";
import { jobError } from "./errors.ts";
import { isOfSeveralServices } from "./figure-name.ts";
import type { Ran } from "./run.ts";
import type { Snapshot } from "./snapshot.ts";
import { type Spoken, tableText } from "./terminal.ts";

export interface Summary {
  readonly operator: string;
  readonly period: string;
  readonly state: string;
  readonly documents: string;
  /** Why it is no more than a draft, where no approval is what it waits for. */
  readonly whyDraft?: string;
  /** What no document can say, as it depends on when the data was pulled. */
  readonly caution?: string;
  readonly snapshot: string;
  /** Whether the operator owes the Authority a report. */
  readonly subject: boolean;
  readonly targets: {
    readonly met: number;
    readonly missed: number;
    readonly notAssessable: number;
    readonly notApplicable: number;
  };
  /** Figures held against a minimum that the law sets, whatever the operator promised. */
  readonly minimums: { readonly met: number; readonly missed: number };
  /** Targets and minimums alike. */
  readonly missed: readonly MissedTarget[];
  readonly warnings: number;
  /** Rows put aside as bad, and the file that says why; no file in a dry run. */
  readonly quarantined: readonly { readonly table: string; readonly rows: number; readonly file: string }[];
}

export interface MissedTarget {
  readonly act: string;
  readonly indicator: string;
  /** Only where the act measures the same thing for several services. */
  readonly service?: string;
  readonly measure: string;
  readonly scope: string;
  readonly value: string;
  readonly comparator: string;
  readonly target: string;
  /** Not the operator's target, but what the law demands whatever the operator promised. */
  readonly minimum?: true;
  readonly unit: string;
  readonly cases: number;
}

export interface SummaryOptions {
  readonly ran: Ran;
  readonly snapshot: Snapshot;
  readonly whyDraft?: string | undefined;
  readonly caution?: string | undefined;
  readonly isDry: boolean;
  readonly failOnMiss: boolean;
}

/** What `run` and `report` say at their end. */
export function spokenSummary({ ran, snapshot, whyDraft, caution, isDry, failOnMiss }: SummaryOptions): Spoken {
  const quarantined = snapshot.manifest.quarantine.map(({ table, rows, file }) => ({
    table,
    rows,
    file: isDry ? "" : join(snapshot.folder, file),
  }));
  const json = {
    ...summaryOf(ran.indicators, isDry ? "dry run" : ran.state, isDry ? "" : ran.folder),
    ...(whyDraft !== undefined && ran.state === "draft" && { whyDraft }),
    ...(caution !== undefined && { caution }),
    quarantined,
  };
  const missed = json.missed.length;
  const miss = failOnMiss && missed > 0 ? jobError("targets-missed", { missed }) : undefined;
  const notes = [json.whyDraft, json.caution, miss?.message].filter((note) => note !== undefined);
  return {
    json,
    text: summaryText(json),
    ...(miss !== undefined && { exitCode: miss.exitCode }),
    ...(notes.length > 0 && { note: notes.join(" ") }),
  };
}

function summaryOf(
  indicators: Indicators,
  state: string,
  documents: string,
): Omit<Summary, "quarantined" | "whyDraft" | "caution"> {
  const figures = indicators.indicators;
  const judged = figures.filter((figure) => figure.target !== undefined && !isMinimumAlone(figure));
  const count = (outcome: Figure["outcome"]) => judged.filter((figure) => figure.outcome === outcome).length;
  const minimums = (outcome: Figure["outcome"]) => figures.filter(({ minimum }) => minimum?.outcome === outcome).length;
  return {
    operator: indicators.operator,
    period: indicators.period,
    state,
    documents,
    snapshot: indicators.snapshot,
    subject: !indicators.warnings.some(({ code }) => code === "not-subject"),
    targets: {
      met: count("met"),
      missed: count("missed"),
      notAssessable: count("not_assessable"),
      notApplicable: count("not_applicable"),
    },
    minimums: { met: minimums("met"), missed: minimums("missed") },
    missed: missedTargets(figures),
    warnings: indicators.warnings.length,
  };
}

/** Targets and minimums alike. */
export function missedTargets(figures: readonly Figure[]): readonly MissedTarget[] {
  const judged = figures.filter((figure) => figure.target !== undefined && !isMinimumAlone(figure));
  return [
    ...judged.filter(({ outcome }) => outcome === "missed").map((figure) => missedTarget(figure, figures)),
    ...figures.flatMap((figure) =>
      figure.minimum?.outcome === "missed" ? [missedMinimum(figure, figure.minimum, figures)] : [],
    ),
  ];
}

function missedMinimum(
  figure: Figure,
  { value, comparator }: NonNullable<Figure["minimum"]>,
  all: readonly Figure[],
): MissedTarget {
  return { ...missedTarget({ ...figure, target: value, comparator }, all), minimum: true };
}

function missedTarget(figure: Figure, all: readonly Figure[]): MissedTarget {
  const { act, indicator, service, measure, scope, value, comparator, target, unit, cases } = figure;
  return {
    act,
    indicator,
    ...(service && isOfSeveralServices(figure, all) && { service }),
    measure,
    scope: scopeText(scope),
    value: value ?? "",
    comparator: comparator ?? "",
    target: target ?? "",
    unit,
    cases,
  };
}

/** Each table once, each place once: a bad day has rows of ten tables. */
function putAside(quarantined: Summary["quarantined"]): readonly string[] {
  if (quarantined.length === 0) return [];
  const total = quarantined.reduce((sum, { rows }) => sum + rows, 0);
  const tables = quarantined.map(({ table, rows }) => `${table} ${rows}`).join(", ");
  const files = quarantined.flatMap(({ file }) => (file === "" ? [] : [file]));
  const places = files.length === 1 ? files : [...new Set(files.map((file) => `${dirname(file)}/`))];
  return [
    `  put aside: ${many(total, "bad row")}: ${tables}`,
    ...places.map((place) => `             ${total === 1 ? "its reason" : "their reasons"} in ${place}`),
  ];
}

const states: Readonly<Record<string, string>> = {
  published: "published",
  draft: "staged as a draft",
  "dry run": "dry run, nothing was written",
  unchanged: "published before, and nothing has changed since",
};

export function summaryText(summary: Summary): string {
  const { met, missed, notAssessable, notApplicable } = summary.targets;
  const { minimums } = summary;
  const unjudged = [
    ...(notAssessable > 0 ? [`${notAssessable} not assessable`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
  ];
  const hasTargets = met + missed + notAssessable + notApplicable > 0;
  const warnings = summary.warnings === 1 ? "1 warning" : `${summary.warnings} warnings`;
  const lines = [
    `${summary.operator} ${summary.period}: ${states[summary.state] ?? summary.state}`,
    ...(summary.documents === "" ? [] : [`  documents: ${summary.documents}`]),
    ...(summary.whyDraft === undefined ? [] : [`  draft:     ${summary.whyDraft}`]),
    ...(summary.caution === undefined ? [] : [`  caution:   ${summary.caution}`]),
    ...(summary.subject ? [] : ["  AGCOM:     no report is owed; the document says why"]),
    `  targets:   ${hasTargets ? `${met} of ${met + missed} met${unjudged.length > 0 ? `, ${unjudged.join(", ")}` : ""}` : "none to judge"}; ${warnings} in the report`,
    ...(minimums.met + minimums.missed === 0
      ? []
      : [`  minimums:  ${minimums.met} of ${minimums.met + minimums.missed} set by law met`]),
  ];
  lines.push(...putAside(summary.quarantined));
  if (summary.missed.length > 0) {
    lines.push("  missed:");
    const rows = summary.missed.map((target) => [
      `    ${target.act}`,
      target.service === undefined ? target.indicator : `${target.indicator} ${target.service}`,
      target.measure,
      plainScopeText(target.scope),
      `${target.value} ${target.unit}`,
      `${target.minimum === true ? "minimum" : "target"} ${target.comparator} ${target.target}, ${many(target.cases, "case")}`,
    ]);
    lines.push(tableText(rows));
  }
  return lines.join("\n");
}
