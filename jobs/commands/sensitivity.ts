import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Period } from "../../reports/period.ts";
import { Engine } from "../../sql/engine.ts";
import { verifySensitivity } from "../../templates/xlsx/sensitivity-verify.ts";
import { renderSensitivity } from "../../templates/xlsx/sensitivity-workbook.ts";
import { refuseMissingLines } from "../data-checks.ts";
import { jobError } from "../errors.ts";
import { writeWhole } from "../files.ts";
import { withLock } from "../lock.ts";
import { type Progress, progressOn } from "../progress.ts";
import { actsOf } from "../run.ts";
import { effectsOf } from "../sensitivity.ts";
import {
  groundOfSensitivity,
  internalFolder,
  refuseOtherFigures,
  type SensitivityGround,
} from "../sensitivity-ground.ts";
import { type Found, sensitivityJson, sensitivityText } from "../sensitivity-words.ts";
import { openSnapshot, quarantinedReasons } from "../snapshot.ts";
import type { Spoken } from "../terminal.ts";
import { lockFile } from "../workspace.ts";
import { type Invocation, partContext } from "./context.ts";

/** What each other choice would change, in a workbook for the operator alone. */
export async function sensitivityCommand(invocation: Invocation): Promise<Spoken> {
  const { options, terminal } = invocation;
  const { workspace, period, part } = await partContext("sensitivity", invocation);
  const progress = progressOn(process.stderr, terminal.showsProgress);
  const ground = await groundOfSensitivity(workspace, part, period);
  const { sensitivity, figures } = await measured(ground, period, progress);
  progress.say("writing the workbook");
  const bytes = await renderSensitivity(sensitivity);
  const file = join(internalFolder(workspace, part), "sensitivita.xlsx");
  const differences = await verifySensitivity(bytes, sensitivity);
  if (differences.length > 0) throw jobError("read-back", { file, differences });
  progress.done();
  const isDry = options["dry-run"] === true;
  if (!isDry) await withLock(lockFile(workspace, part), part, () => replaceFile(file, bytes));
  const found = { sensitivity, figures, file: isDry ? undefined : file };
  return { json: sensitivityJson(found), text: sensitivityText(found) };
}

async function measured(
  ground: SensitivityGround,
  period: Period,
  progress: Progress,
): Promise<Pick<Found, "sensitivity" | "figures">> {
  const { profile, snapshot } = ground;
  const { manifest } = snapshot;
  const spillFolder = await mkdtemp(join(tmpdir(), "semestrale-sensitivity-"));
  const engine = await Engine.open({ spillFolder });
  try {
    progress.say("opening the snapshot");
    await openSnapshot(engine, snapshot);
    if (!manifest.absent.includes("access_lines"))
      await refuseMissingLines(engine.db, actsOf(profile, period), profile.services, period);
    const measuring = {
      db: engine.db,
      period,
      calendar: { rome: manifest.rome, near: Number(period.startMicros / 1_000_000n) },
      targets: profile.targets,
      services: profile.services,
      quarantined: quarantinedReasons(manifest),
    };
    const onStep = (words: string) => progress.say(words);
    const { own, ...effects } = await effectsOf({ measuring, profile, period, absent: manifest.absent, onStep });
    refuseOtherFigures(own, ground);
    const { id, year, half, firstDay, lastDay } = period;
    const sensitivity = {
      operator: { id: profile.id, name: profile.name },
      period: { id, year, half, firstDay, lastDay },
      snapshot: manifest.digest,
      base: ground.base,
      ...effects,
    };
    return { sensitivity, figures: own.map(({ figure }) => figure) };
  } finally {
    await engine.close();
    await rm(spillFolder, { recursive: true, force: true });
  }
}

/** The file appears whole, and one that says the same already is left alone. */
async function replaceFile(file: string, bytes: Buffer): Promise<void> {
  if ((await readFile(file).catch(() => undefined))?.equals(bytes) === true) return;
  await writeWhole(`${file}.new`, bytes);
  await rename(`${file}.new`, file);
}
