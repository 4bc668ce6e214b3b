/** What the sensitivity of a period is measured on: its report's own snapshot and profile, else the newest snapshot. */
import { join } from "node:path";
import type { Period } from "../reports/period.ts";
import type { Figure, Indicators, ReportRow } from "../reports/report-model.ts";
import { figureKey, type Sensitivity } from "../reports/settings-effect.ts";
import { JobError, jobError } from "./errors.ts";
import { findReport, groundOf } from "./explained-report.ts";
import { shownName } from "./figure-name.ts";
import type { Profile } from "./profile.ts";
import { profileIn } from "./profile-year.ts";
import { findSnapshot, type Snapshot } from "./snapshot.ts";
import { type Part, profileOf, type Workspace } from "./workspace.ts";
import { yearOf } from "./year.ts";

export interface SensitivityGround {
  readonly profile: Profile;
  readonly snapshot: Snapshot;
  readonly base: Sensitivity["base"];
  /** Absent where no report was made of the snapshot. */
  readonly report?: { readonly folder: string; readonly indicators: Indicators };
}

/** Beside drafts/ and published/, and never in either: nothing of it is filed. */
export function internalFolder({ out }: Workspace, { operator, period }: Part): string {
  return join(out, "internal", operator, period);
}

export async function groundOfSensitivity(
  workspace: Workspace,
  part: Part,
  period: Period,
): Promise<SensitivityGround> {
  const report = await findReport(workspace, part).catch((error: unknown) => {
    if (error instanceof JobError && error.code === "nothing-reported") return undefined;
    throw error;
  });
  if (report === undefined) {
    const profile = profileIn(period.year, await profileOf(workspace, part.operator));
    const snapshot = await (period.half === null ? yearOf(workspace, part) : findSnapshot(workspace, part));
    return { profile, snapshot, base: { state: "snapshot" } };
  }
  const { profile, snapshot } = await groundOf(workspace, part, period, report);
  const { state, revision, folder, indicators } = report;
  return { profile, snapshot, base: { state, revision }, report: { folder, indicators } };
}

/** Refuses where today's tool, under the report's own choices, comes to other figures than the report holds. */
export function refuseOtherFigures(rows: readonly ReportRow[], { report }: SensitivityGround): void {
  if (report === undefined) return;
  const reported = new Map(report.indicators.indicators.map((figure) => [figureKey(figure), numbersOf(figure)]));
  const all = rows.map(({ figure }) => figure);
  const figures = all
    .filter((figure) => reported.get(figureKey(figure)) !== numbersOf(figure))
    .map((figure) => shownName(figure, all));
  if (figures.length > 0) throw jobError("sensitivity-differs", { folder: report.folder, figures });
}

/** All but the words, which a later release may put better. */
function numbersOf({ note: _, reason: __, ...numbers }: Figure): string {
  return JSON.stringify(numbers);
}
