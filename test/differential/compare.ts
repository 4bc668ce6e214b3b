/** Runs the product and the oracle on the same rows and sets their figures side by side. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuseMissingLines } from "../../jobs/data-checks.ts";
import { JobError } from "../../jobs/errors.ts";
import { measure } from "../../jobs/measure.ts";
import { loadProfile, type Profile } from "../../jobs/profile.ts";
import { silent } from "../../jobs/progress.ts";
import { pull } from "../../jobs/pull.ts";
import { actsOf } from "../../jobs/run.ts";
import { writeCsv } from "../../jobs/sample/write-csv.ts";
import { openSnapshot, quarantinedReasons } from "../../jobs/snapshot.ts";
import { templateFolder } from "../../jobs/workspace.ts";
import { figuresOf } from "../../reports/figures.ts";
import { period as periodOf } from "../../reports/period.ts";
import { assertWhole } from "../../reports/report.ts";
import type { Figure } from "../../reports/report-model.ts";
import { type Scope, scopeText } from "../../reports/scope.ts";
import { Engine } from "../../sql/engine.ts";
import type { TableName } from "../../sql/tables.ts";
import { wording } from "../../templates/wording.ts";
import { oracle } from "../oracle/oracle.ts";

export type Rows = readonly Readonly<Record<string, string | null>>[];

export interface Case {
  readonly operator: "cielo" | "hellotel";
  readonly year: number;
  readonly half: 1 | 2;
  readonly tables: ReadonlyMap<TableName, Rows>;
}

export interface Side {
  /** Why nothing can be reported; the rest is empty then. */
  readonly refused?: string;
  /** `act indicator measure scope` → `value exact cases`. */
  readonly figures: Readonly<Record<string, string>>;
  readonly quarantined: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly kept: Readonly<Record<string, number>>;
}

const named = (figure: { act: string; indicator: string; measure: string; scope: unknown }): string =>
  `${figure.act} ${figure.indicator} ${figure.measure} [${scopeText(figure.scope as Scope)}]`;
const said = (figure: { value: string | null; exact: string | null; cases: number }): string =>
  `${figure.value} = ${figure.exact}, ${figure.cases} cases`;

export async function byOracle({ operator, year, half, tables }: Case): Promise<Side> {
  const profile = await profileOf(operator);
  const result = oracle({
    year,
    half,
    tables: Object.fromEntries(tables),
    targets: profile.targets as never,
    services: profile.services,
  });
  if (result.fatal !== undefined) return { refused: result.fatal, figures: {}, quarantined: {}, kept: {} };
  return {
    figures: Object.fromEntries(result.figures.map((figure) => [named(figure), said(figure)])),
    quarantined: nonEmpty(result.quarantined),
    kept: result.kept,
  };
}

export async function byProduct({
  operator,
  year,
  half,
  tables,
}: Case): Promise<Side & { readonly all: readonly Figure[] }> {
  const folder = await mkdtemp(join(tmpdir(), "semestrale-differential-"));
  try {
    await writeCsv(join(folder, "source"), tables);
    const profile = await profileOf(operator);
    const period = periodOf(year, half);
    const acts = actsOf(profile, period);
    const workspace = { folder, store: folder, out: folder };
    const options = {
      workspace,
      profile,
      period,
      acts,
      sourceFolder: join(folder, "source"),
      progress: silent,
      now: new Date(0),
    };
    const snapshot = await pull(options).catch((error: unknown) => error as JobError);
    if (snapshot instanceof JobError)
      return { all: [], refused: snapshot.message, figures: {}, quarantined: {}, kept: {} };
    const engine = await Engine.open({ spillFolder: join(folder, "spill") });
    try {
      await openSnapshot(engine, snapshot);
      await refuseMissingLines(engine.db, acts, profile.services, period);
      const quarantined = quarantinedReasons(snapshot.manifest);
      const measurement = await measure({
        db: engine.db,
        period,
        calendar: { rome: snapshot.manifest.rome, near: Number(period.startMicros / 1_000_000n) },
        acts,
        targets: profile.targets,
        services: profile.services,
        quarantined,
      });
      const context = { wording, year, targets: profile.targets, absent: snapshot.manifest.absent };
      const rows = measurement.results.flatMap((results) => figuresOf(results, context));
      assertWhole(rows, measurement.conservation);
      const all = rows.map(({ figure }) => figure);
      return {
        all,
        figures: Object.fromEntries(all.map((figure) => [named(figure), said(figure)])),
        quarantined,
        kept: Object.fromEntries(snapshot.manifest.tables.map(({ table, rows: kept }) => [table, kept])),
      };
    } finally {
      await engine.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function profileOf(operator: string): Promise<Profile> {
  return loadProfile(join(templateFolder("operators"), `${operator}.yaml`));
}

function nonEmpty(quarantined: Side["quarantined"]): Side["quarantined"] {
  return Object.fromEntries(Object.entries(quarantined).filter(([, reasons]) => Object.keys(reasons).length > 0));
}
