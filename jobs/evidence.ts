/** The single cases behind an indicator, as files that the operator keeps to itself: row by row what was counted, and what not and why. */
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Act, Indicator } from "../reports/act.ts";
import type { Period } from "../reports/period.ts";
import type { Conservation } from "../reports/report-model.ts";
import type { Engine } from "../sql/engine.ts";
import { withEvidence } from "../sql/evidence-rows.ts";
import { classCounts } from "../sql/fold.ts";
import type { ClassifiedRows } from "../sql/populations/population.ts";
import { sha256OfFile } from "../sql/snapshot/seal.ts";
import { actWords } from "../templates/italian.ts";
import { type EvidenceBook, type EvidenceClasses, EvidenceWorkbook } from "../templates/xlsx/evidence-workbook.ts";
import { jobError } from "./errors.ts";
import type { FoundReport, ReportGround } from "./explained-report.ts";
import { stagingBeside, writeWhole } from "./files.ts";
import { calendarOf, type MeasureOptions, populationOf } from "./measure.ts";
import type { Progress } from "./progress.ts";
import { openSnapshot } from "./snapshot.ts";

export const evidenceKinds = ["xlsx", "parquet"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export interface EvidenceOptions {
  readonly engine: Engine;
  readonly report: FoundReport;
  readonly ground: ReportGround;
  readonly period: Period;
  readonly kind: EvidenceKind;
  /** The folder of the files; absent: nothing is written. */
  readonly place?: string;
  /** Which indicators; absent: all of the report. */
  readonly of?: (act: Act, indicator: Indicator) => boolean;
  readonly progress: Progress;
}

export interface EvidenceFile {
  readonly file: string;
  readonly act: string;
  readonly indicator: string;
  readonly rows: number;
}

/** The list of hashes, as `sha256sum -c` takes it. */
export const hashList = "SHA256SUMS";

/**
 * Files appear whole and the list of hashes last. Needs the lock. Throws `explained-differs` where the snapshot gives other
 * rows than the report accounts for.
 */
export async function writeEvidence(options: EvidenceOptions): Promise<readonly EvidenceFile[]> {
  const { engine, ground, period, place, of, progress } = options;
  await openSnapshot(engine, ground.snapshot);
  const near = Number(period.startMicros / 1_000_000n);
  const calendar = await calendarOf({ db: engine.db, calendar: { rome: ground.snapshot.manifest.rome, near } });
  const measuring = { db: engine.db, period, calendar };
  const staging = place === undefined ? undefined : await stagingBeside(place);
  const written: EvidenceFile[] = [];
  try {
    for (const act of ground.acts)
      for (const indicator of act.indicators) {
        if (!isMeasured(indicator, ground) || of?.(act, indicator) === false) continue;
        progress.say(`listing the rows of ${act.id} ${indicator.id}`);
        written.push(...(await indicatorFiles(options, measuring, act, indicator, staging)));
      }
    if (staging !== undefined && place !== undefined) await putInPlace(staging, place);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
  }
  progress.done();
  return written;
}

function isMeasured({ requires }: Indicator, { profile }: ReportGround): boolean {
  return requires === "any" || profile.services.includes(requires);
}

type Measuring = Pick<MeasureOptions, "db" | "period" | "calendar">;

async function indicatorFiles(
  options: EvidenceOptions,
  measuring: Measuring,
  act: Act,
  indicator: Indicator,
  staging: string | undefined,
): Promise<readonly EvidenceFile[]> {
  const { engine, kind, report, ground } = options;
  const parts = populationOf(indicator.population, indicator, measuring, {});
  const classes = new Map<ClassifiedRows, Readonly<Record<string, number>>>();
  for (const part of parts) {
    const counts = await classCounts(engine.db, part);
    classes.set(part, Object.fromEntries(counts.map((count) => [count.class, count.rows])));
    refuseOthers(report, act, indicator, part, classes.get(part) ?? {});
  }
  const rowsOf = (part: ClassifiedRows) => Object.values(classes.get(part) ?? {}).reduce((sum, rows) => sum + rows, 0);
  const twice = act.indicators.some(({ id, service }) => id === indicator.id && service !== indicator.service);
  const name = ["evidence", act.id, indicator.id, ...(twice ? [indicator.service ?? ""] : [])].join("-");
  const common = { act: act.id, indicator: indicator.id };
  const { calendar } = measuring;
  if (kind === "parquet") {
    const files: EvidenceFile[] = [];
    for (const part of parts) {
      const file = `${name}-${part.table}.parquet`;
      if (staging !== undefined)
        await withEvidence(engine.db, part, calendar, (evidence) => evidence.writeParquet(join(staging, file)));
      files.push({ file, ...common, rows: rowsOf(part) });
    }
    return files;
  }
  const file = `${name}.xlsx`;
  const rows = parts.reduce((sum, part) => sum + rowsOf(part), 0);
  if (staging !== undefined) {
    const { snapshot, profile } = ground;
    const counted = parts.map((part) => ({ part, table: part.table, classes: classes.get(part) ?? {} }));
    const words = { operator: { name: profile.name }, act: actWords(act), snapshot: snapshot.manifest.digest };
    const book = { ...words, period: options.period, indicator };
    const written = await writeWorkbook(join(staging, file), book, counted, measuring);
    if (written !== rows) throw jobError("read-back", { file, differences: [`${written} rows instead of ${rows}`] });
  }
  return [{ file, ...common, rows }];
}

async function writeWorkbook(
  path: string,
  book: EvidenceBook,
  parts: readonly (EvidenceClasses & { readonly part: ClassifiedRows })[],
  { db, calendar }: Measuring,
): Promise<number> {
  const file = await open(path, "w");
  try {
    const workbook = new EvidenceWorkbook((bytes) => file.writeFile(bytes), book);
    await workbook.addSummary(parts);
    let rows = 0;
    for (const { part } of parts)
      rows += await withEvidence(db, part, calendar, (evidence) => workbook.addRows(evidence));
    await workbook.end();
    return rows;
  } finally {
    await file.close();
  }
}

/** What is listed is what the report accounts for. */
function refuseOthers(
  { indicators, folder }: FoundReport,
  act: Act,
  indicator: Indicator,
  { table }: ClassifiedRows,
  classes: Readonly<Record<string, number>>,
): void {
  const line = indicators.conservation.find(
    (one) =>
      one.act === act.id &&
      one.indicator === indicator.id &&
      one.service === (indicator.service ?? null) &&
      one.table === table,
  );
  const [was, is] = [line && accounted(line), accounted(lineOf(classes))];
  if (was !== is)
    throw jobError("explained-differs", {
      name: `${act.id} ${indicator.id} on ${table}`,
      folder,
      was: was ?? null,
      is,
    });
}

type Classes = Pick<Conservation, "outside" | "no_concern" | "counted" | "excluded">;

function lineOf({ outside = 0, counted = 0, ...others }: Readonly<Record<string, number>>): Classes {
  const { "no-concern": no_concern = 0, ...excluded } = others;
  return { outside, no_concern, counted, excluded };
}

function accounted({ outside, no_concern, counted, excluded }: Classes): string {
  const reasons = Object.entries(excluded).sort(([a], [b]) => (a < b ? -1 : 1));
  return [`${counted} counted`, ...reasons.map(([id, rows]) => `${rows} ${id}`), `${outside + no_concern} others`].join(
    ", ",
  );
}

async function putInPlace(staging: string, place: string): Promise<void> {
  await mkdir(place, { recursive: true });
  for (const name of await readdir(staging)) {
    const file = await open(join(staging, name), "r");
    await file.sync().finally(() => file.close());
    await rename(join(staging, name), join(place, name));
  }
  const names = (await readdir(place)).filter((name) => name.startsWith("evidence-")).sort();
  const lines: string[] = [];
  for (const name of names) lines.push(`${await sha256OfFile(join(place, name))}  ${name}\n`);
  const list = join(staging, hashList);
  await writeWhole(list, lines.join(""));
  await rename(list, join(place, hashList));
  const folder = await open(dirname(place), "r");
  await folder.sync().finally(() => folder.close());
}
