/** Runs the product and the oracle on the same rows and sets their figures side by side. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuseMissingLines } from "../../jobs/data-checks.ts";
import { JobError } from "../../jobs/errors.ts";
import { type MeasureOptions, measure } from "../../jobs/measure.ts";
import { loadProfile, type Profile } from "../../jobs/profile.ts";
import { silent } from "../../jobs/progress.ts";
import { pull } from "../../jobs/pull.ts";
import { actsOf } from "../../jobs/run.ts";
import { writeCsv } from "../../jobs/sample/write-csv.ts";
import { openSnapshot, quarantinedReasons, type Snapshot } from "../../jobs/snapshot.ts";
import { templateFolder, type Workspace } from "../../jobs/workspace.ts";
import { yearOf } from "../../jobs/year.ts";
import { figuresOf } from "../../reports/figures.ts";
import { period as periodOf } from "../../reports/period.ts";
import { assertWhole } from "../../reports/report.ts";
import type { Figure, ReportRow } from "../../reports/report-model.ts";
import { type Scope, scopeText } from "../../reports/scope.ts";
import { Engine } from "../../sql/engine.ts";
import type { TableName } from "../../sql/tables.ts";
import { wording } from "../../templates/wording.ts";
import { type OracleResult, oracle, yearOracle } from "../oracle/oracle.ts";
import { commitmentsOf } from "./promised.ts";
import { withSingleTextTargets } from "./targets.ts";

export type Rows = readonly Readonly<Record<string, string | null>>[];
export type Tables = ReadonlyMap<TableName, Rows>;

export interface Case {
  readonly operator: "cielo" | "hellotel" | "cloudfabric";
  /** The acts that the operator's charter follows, or those in force in the period. */
  readonly under: "charter" | "in-force";
  readonly year: number;
  /** The tables as they were when each half was extracted: of one half-year, or of both halves of a year. */
  readonly extractions: readonly { readonly half: 1 | 2; readonly tables: Tables }[];
}

export interface Side {
  /** Why nothing can be reported; the rest is empty then. */
  readonly refused?: string;
  /** `act indicator measure service scope` → `value exact cases`. */
  readonly figures: Readonly<Record<string, string>>;
  /** Of each half by itself. */
  readonly quarantined: readonly Readonly<Record<string, Readonly<Record<string, number>>>>[];
  readonly kept: readonly Readonly<Record<string, number>>[];
}

export const named = (
  figure: Pick<Figure, "act" | "indicator" | "measure"> & { service: string | null; scope: object },
) => `${figure.act} ${figure.indicator} ${figure.measure} ${figure.service} [${scopeText(figure.scope as Scope)}]`;
export const said = (figure: { value: string | null; exact: string | null; cases: number }): string =>
  `${figure.value} = ${figure.exact}, ${figure.cases} cases`;
const refusal = (refused: string): Side => ({ refused, figures: {}, quarantined: [], kept: [] });

export async function byOracle(data: Case): Promise<Side> {
  const asked = await askedOf(data);
  const { extractions } = data;
  const rows = extractions.map(({ tables }) => Object.fromEntries(tables));
  const halves = extractions.map(({ half, tables }) => oracle({ ...asked, half, tables: Object.fromEntries(tables) }));
  const [first, second] = rows;
  const result =
    second === undefined
      ? (halves[0] as OracleResult)
      : yearOracle({ ...asked, first: first as (typeof rows)[0], second });
  if (result.fatal !== undefined) return refusal(result.fatal);
  return {
    figures: Object.fromEntries(result.figures.map((figure) => [named(figure), said(figure)])),
    quarantined: halves.map(({ quarantined }) => nonEmpty(quarantined)),
    kept: halves.map(({ kept }) => kept),
  };
}

/** What is asked of the oracle for the operator, whatever the period. */
export async function askedOf(data: Case) {
  const { profile, acts } = await operatorOf(data);
  return {
    year: data.year,
    acts: acts.map(({ id }) => id),
    commitments: commitmentsOf(profile),
    targets: profile.targets.map((target) => ({ ...target, scope: { ...target.scope } })),
    services: profile.services,
  };
}

/** What was measured, while its engine is still open. */
export interface AtWork {
  readonly engine: Engine;
  readonly measuring: MeasureOptions;
  readonly rows: readonly ReportRow[];
}

export async function byProduct(
  data: Case,
  look: (at: AtWork) => Promise<void> = async () => {},
): Promise<Side & { readonly all: readonly Figure[] }> {
  const folder = await mkdtemp(join(tmpdir(), "semestrale-differential-"));
  try {
    const { profile, acts, period } = await operatorOf(data);
    const workspace: Workspace = { folder, store: folder, out: folder };
    const halves: Snapshot[] = [];
    for (const { half, tables } of data.extractions) {
      const sourceFolder = join(folder, `source-${half}`);
      await writeCsv(sourceFolder, tables);
      const asked = { workspace, profile, acts, sourceFolder, progress: silent, now: new Date(0) };
      const pulled = await pull({ ...asked, period: periodOf(data.year, half) }).catch((error: JobError) => error);
      if (pulled instanceof JobError) return { ...refusal(pulled.message), all: [] };
      halves.push(pulled);
    }
    const one = halves.length === 1 ? halves[0] : undefined;
    const snapshot = one ?? (await yearOf(workspace, { operator: profile.id, period: period.id }));
    const all = await figuresBy(snapshot, join(folder, "spill"), { profile, acts, period }, look);
    return {
      all,
      figures: Object.fromEntries(all.map((figure) => [named(figure), said(figure)])),
      quarantined: halves.map(({ manifest }) => quarantinedReasons(manifest)),
      kept: halves.map(({ manifest }) => Object.fromEntries(manifest.tables.map(({ table, rows }) => [table, rows]))),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function figuresBy(
  snapshot: Snapshot,
  spillFolder: string,
  { profile, acts, period }: Awaited<ReturnType<typeof operatorOf>>,
  look: (at: AtWork) => Promise<void>,
): Promise<readonly Figure[]> {
  const engine = await Engine.open({ spillFolder });
  try {
    await openSnapshot(engine, snapshot);
    await refuseMissingLines(engine.db, acts, profile.services, period);
    const { manifest } = snapshot;
    const measuring: MeasureOptions = {
      db: engine.db,
      period,
      calendar: { rome: manifest.rome, near: Number(period.startMicros / 1_000_000n) },
      acts,
      targets: profile.targets,
      services: profile.services,
      quarantined: quarantinedReasons(manifest),
    };
    const measurement = await measure(measuring);
    const context = { wording, period, targets: profile.targets, absent: manifest.absent };
    const rows = measurement.results.flatMap((results) => figuresOf(results, context));
    assertWhole(rows, measurement.conservation);
    await look({ engine, measuring, rows });
    return rows.map(({ figure }) => figure);
  } finally {
    await engine.close();
  }
}

async function operatorOf({ operator, under, year, extractions }: Case) {
  const charter = await loadProfile(join(templateFolder("operators"), `${operator}.yaml`));
  const { acts: _, ...free } = charter;
  const profile: Profile = under === "charter" ? charter : { ...free, targets: withSingleTextTargets(charter.targets) };
  const [only] = extractions.length === 1 ? extractions : [];
  const period = periodOf(year, only?.half ?? null);
  return { profile, period, acts: actsOf(profile, period) };
}

function nonEmpty(quarantined: Side["quarantined"][0]): Side["quarantined"][0] {
  return Object.fromEntries(Object.entries(quarantined).filter(([, reasons]) => Object.keys(reasons).length > 0));
}
