/** Snapshot → report: measured, judged, rendered, read back, and staged whole. */

import { readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Act } from "../reports/act.ts";
import { monthsOf } from "../reports/explain-months.ts";
import { figuresOf } from "../reports/figures.ts";
import { type Period, parsePeriod } from "../reports/period.ts";
import { assertWhole, indicatorsOf } from "../reports/report.ts";
import type { ReportModel, ReportRow } from "../reports/report-model.ts";
import { scopeText } from "../reports/scope.ts";
import { silentMonths } from "../sql/checks/silent-months.ts";
import { Engine } from "../sql/engine.ts";
import { wording } from "../templates/wording.ts";
import { findUnadmittedForms } from "./complaint-forms.ts";
import { countLineGaps, findOddities, refuseMissingLines } from "./data-checks.ts";
import { distributionsCsv, writeDistributionsParquet } from "./distributions.ts";
import { jobError } from "./errors.ts";
import { extractOf } from "./extract.ts";
import { isSameFolder, jsonText, sealFolder, stagingBeside, writeWhole } from "./files.ts";
import { indicatorsCsv } from "./indicators-csv.ts";
import { type Measurement, measure } from "./measure.ts";
import type { Remarks } from "./notes.ts";
import { identityOf, readingsOf } from "./operator-identity.ts";
import type { Profile } from "./profile.ts";
import type { Progress } from "./progress.ts";
import { type RenderedFile, type Rendering, renderingHere } from "./rendering.ts";
import { sha256 } from "./sha256.ts";
import {
  type HalfSnapshot,
  openSnapshot,
  quarantinedReasons,
  type Snapshot,
  type YearHalf,
  yearHalves,
} from "./snapshot.ts";
import { toolVersions } from "./tool.ts";
import type { Earlier, EarlierReport } from "./trend.ts";
import { warningsOf } from "./warnings.ts";

export interface ReportOptions {
  readonly snapshot: Snapshot;
  readonly profile: Profile;
  /** The profile's own bytes: they are part of what a report follows from. */
  readonly profileText: string;
  readonly period: Period;
  readonly acts: readonly Act[];
  /** 0 where the acts were chosen by hand: such a report is a revision of nothing. */
  readonly revision: number;
  /** The acts were named on the command line: the report says so and has no document that could be filed. */
  readonly areActsChosen?: boolean;
  /** What the operator says of its own figures. */
  readonly remarks?: Remarks | undefined;
  /** The half-years before, as they were published. */
  readonly earlier?: readonly Earlier[];
  readonly progress: Progress;
  readonly rendering?: Rendering | undefined;
}

export interface ReportManifest {
  readonly format: 1;
  readonly operator: string;
  readonly period: string;
  readonly revision: number;
  /** Digest of the snapshot, and the folder among the period's snapshots that holds it with its quarantine. */
  readonly snapshot: string;
  readonly snapshotFolder: string;
  /** Of a year: the half-years it unites. */
  readonly halves?: readonly YearHalf[];
  readonly profileSha256: string;
  /** Of the operator's remarks. */
  readonly remarksSha256?: string;
  /** The published reports that the trend was taken from. */
  readonly earlier?: readonly EarlierReport[];
  readonly acts: readonly { readonly id: string; readonly sha256: string; readonly verified: string }[];
  readonly settings: Readonly<Record<string, string>>;
  readonly tool: Readonly<Record<string, string>>;
  /** SHA-256 of every other file of the folder. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Report {
  readonly model: ReportModel;
  readonly manifest: ReportManifest;
}

/** Writes a whole report into `folder`, which must be there and empty. The manifest is written last. */
export async function writeReport(options: ReportOptions, folder: string): Promise<Report> {
  const { snapshot, profile, period, acts, progress, rendering = renderingHere } = options;
  const spillFolder = join(folder, ".spill");
  const engine = await Engine.open({ spillFolder });
  let model: ReportModel;
  try {
    progress.say("opening the snapshot");
    const changed = await openSnapshot(engine, snapshot);
    if (!snapshot.manifest.absent.includes("access_lines"))
      await refuseMissingLines(engine.db, acts, profile.services, period);
    const near = Number(period.startMicros / 1_000_000n);
    const measurement = await measure({
      db: engine.db,
      period,
      calendar: { rome: snapshot.manifest.rome, near },
      acts,
      targets: profile.targets,
      services: profile.services,
      quarantined: quarantinedReasons(snapshot.manifest),
      onStep: (words) => progress.say(`measuring ${words}`),
    });
    const odd = {
      oddities: await findOddities(engine.db),
      lineGaps: await countLineGaps(engine.db, period),
      silent: await silentMonths(engine.db, monthsOf(period)),
      changed,
      forms: await findUnadmittedForms(engine.db, profile.complaints?.channels),
    };
    model = await withHalves(modelOf(options, measurement, odd), options, spillFolder);
    progress.say("writing the distributions");
    await writeWhole(join(folder, "indicators.json"), jsonText(indicatorsOf(model)));
    await writeWhole(join(folder, "distributions.csv"), distributionsCsv(measurement.facts));
    await writeDistributionsParquet(engine, join(folder, "distributions.csv"), join(folder, "distributions.parquet"));
  } finally {
    await engine.close();
    await rm(spillFolder, { recursive: true, force: true });
  }
  const names = ["indicators.json", "distributions.csv", "distributions.parquet"];
  if (options.areActsChosen !== true) {
    const table = { name: "indicators.csv", bytes: Buffer.from(indicatorsCsv(indicatorsOf(model))) };
    names.push(await placed(table, folder));
    const beside = await hashesOf(folder, names);
    const documents = await rendering.documents(model, beside, (words) => progress.say(words));
    for (const document of documents) names.push(await placed(document, folder));
  }
  const manifest = await manifestOf(options, folder, names);
  await writeWhole(join(folder, "manifest.json"), jsonText(manifest));
  progress.done();
  return { model, manifest };
}

async function placed({ name, bytes }: RenderedFile, folder: string): Promise<string> {
  const path = join(folder, name);
  await writeWhole(path, bytes);
  // What was read back in memory is what must lie on the disk: the manifest's hash is taken from there.
  if (!(await readFile(path)).equals(bytes))
    throw jobError("read-back", { file: path, differences: ["its bytes on the disk"] });
  return name;
}

/** By name. */
async function hashesOf(folder: string, names: readonly string[]) {
  const files: { readonly name: string; readonly sha256: string }[] = [];
  for (const name of [...names].sort()) files.push({ name, sha256: sha256(await readFile(join(folder, name))) });
  return files;
}

function modelOf(
  { snapshot, profile, period, acts, areActsChosen = false, revision, remarks, earlier = [] }: ReportOptions,
  measurement: Measurement,
  odd: Parameters<typeof warningsOf>[0]["odd"],
): ReportModel {
  const { targets } = profile;
  const { absent } = snapshot.manifest;
  const context = { wording, period, targets, absent };
  const rows: readonly ReportRow[] = measurement.results.flatMap((results) => figuresOf(results, context));
  assertWhole(rows, measurement.conservation);
  return {
    operator: identityOf(profile),
    period: { id: period.id, year: period.year, half: period.half, firstDay: period.firstDay, lastDay: period.lastDay },
    snapshot: snapshot.manifest.digest,
    acts,
    rows,
    conservation: measurement.conservation,
    warnings: warningsOf({ profile, period, acts, areActsChosen, measurement, manifest: snapshot.manifest, odd }),
    commitments: profile.commitments.map(({ name, section, words, value, unit, year }) => ({
      name,
      section,
      words,
      printedValue: `${value.replace(".", ",")} ${unit}`,
      year,
    })),
    ...(profile.readings.length > 0 && { readings: readingsOf(profile) }),
    ...(!profile.reporting.subject && { extract: extractOf(snapshot.manifest) }),
    ...(revision > 0 && { revision }),
    ...(remarks !== undefined && { remarks: remarks.blocks }),
    ...(earlier.length > 0 && {
      earlier: earlier.map(({ period: id, revision: of, figures }) => ({ period: id, revision: of, figures })),
    }),
  };
}

/** Of a year: the printed values of its half-years beside its own, each measured on its own snapshot. */
async function withHalves(model: ReportModel, options: ReportOptions, spillFolder: string): Promise<ReportModel> {
  const { halves } = options.snapshot;
  if (halves === undefined) return model;
  const [first, second] = [
    await halfValues(halves[0], options, spillFolder),
    await halfValues(halves[1], options, spillFolder),
  ];
  const rows = model.rows.map((row) => {
    const key = figureKey(row);
    const values = {
      ...(first.has(key) && { first: first.get(key) ?? null }),
      ...(second.has(key) && { second: second.get(key) ?? null }),
    };
    return { ...row, halves: values };
  });
  return { ...model, rows };
}

const figureKey = ({ figure }: ReportRow): string =>
  [figure.act, figure.indicator, figure.service ?? "", figure.measure, scopeText(figure.scope)].join(" ");

async function halfValues(
  half: HalfSnapshot | undefined,
  options: ReportOptions,
  spillFolder: string,
): Promise<ReadonlyMap<string, string | null>> {
  if (half === undefined) return new Map();
  const { profile, acts, progress } = options;
  const period = parsePeriod(half.period) as Period;
  const engine = await Engine.open({ spillFolder });
  try {
    await openSnapshot(engine, half.snapshot);
    const { manifest } = half.snapshot;
    const measurement = await measure({
      db: engine.db,
      period,
      calendar: { rome: manifest.rome, near: Number(period.startMicros / 1_000_000n) },
      acts,
      targets: profile.targets,
      services: profile.services,
      quarantined: quarantinedReasons(manifest),
      onStep: (words) => progress.say(`measuring ${half.period} ${words}`),
    });
    const context = { wording, period, targets: profile.targets, absent: manifest.absent };
    const rows = measurement.results.flatMap((results) => figuresOf(results, context));
    return new Map(rows.map((row) => [figureKey(row), row.figure.value]));
  } finally {
    await engine.close();
  }
}

async function manifestOf(options: ReportOptions, folder: string, names: readonly string[]): Promise<ReportManifest> {
  const { snapshot, profile, profileText, period, acts, revision, remarks, earlier = [] } = options;
  const files = Object.fromEntries((await hashesOf(folder, names)).map(({ name, sha256: hash }) => [name, hash]));
  return {
    format: 1,
    operator: profile.id,
    period: period.id,
    revision,
    snapshot: snapshot.manifest.digest,
    snapshotFolder: snapshot.halves === undefined ? basename(snapshot.folder) : "",
    ...(snapshot.halves !== undefined && { halves: yearHalves(snapshot) }),
    profileSha256: sha256(profileText),
    ...(remarks !== undefined && { remarksSha256: remarks.sha256 }),
    ...(earlier.length > 0 && {
      earlier: earlier.map(({ period: id, revision: of, sha256: hash }) => ({
        period: id,
        revision: of,
        sha256: hash,
      })),
    }),
    acts: acts.map((act) => ({ id: act.id, sha256: sha256(JSON.stringify(act)), verified: act.verified })),
    settings: profile.settings,
    tool: toolVersions(),
    files,
  };
}

/** Stages a report beside its place and moves it there by one rename; an older draft makes room. */
export async function stageReport(
  options: ReportOptions,
  place: string,
  as: "final" | "draft",
): Promise<Report & { readonly folder: string }> {
  const staging = await stagingBeside(place);
  try {
    const report = await writeReport(options, staging);
    if (as === "draft") {
      options.progress.say("writing the reading copy");
      const { renderDraftPdf } = await import("./documents.ts");
      const { name, bytes } = await renderDraftPdf(report.model);
      await writeWhole(join(staging, name), bytes);
      options.progress.done();
      // A draft that is there already and says the same keeps its files: a second identical run changes nothing.
      if (await isSameFolder(staging, place)) return { ...report, folder: place };
    }
    await rm(place, { recursive: true, force: true });
    await sealFolder(staging, place);
    return { ...report, folder: place };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Keeps the profile's text under its hash, so that an auditor has it when the workspace's has moved on. */
export async function archiveProfile(folder: string, text: string): Promise<void> {
  const path = join(folder, `${sha256(text)}.yaml`);
  if ((await readFile(path, "utf8").catch(() => undefined)) === text) return;
  await writeWhole(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
