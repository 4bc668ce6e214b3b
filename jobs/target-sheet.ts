/** Writes the sheet of an operator's targets for a year, read back before it is put in its place. */
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { acts } from "../reports/acts/index.ts";
import { readTargets, type TargetSheet } from "../reports/target-sheet.ts";
import { renderTargetSheet } from "../templates/pdf/target-sheet.ts";
import { verifyTargetSheet } from "../templates/pdf/target-sheet-check.ts";
import { jobError } from "./errors.ts";
import { writeWhole } from "./files.ts";
import { identityOf } from "./operator-identity.ts";
import { ownActOf } from "./own-act.ts";
import type { Profile } from "./profile.ts";
import { profileIn } from "./profile-year.ts";
import { noteUntagged } from "./untagged.ts";
import type { Workspace } from "./workspace.ts";

/** What a report of `year` would judge by. */
export function targetSheet(profile: Profile, year: number): TargetSheet {
  const standing = profileIn(year, profile);
  const { targets, commitments, oddities } = standing;
  return {
    operator: identityOf(profile),
    year,
    targets: readTargets(targets, [...acts, ...ownActOf(standing)]),
    commitments,
    oddities,
  };
}

export interface WrittenSheet {
  readonly file: string;
  readonly state: "written" | "unchanged" | "not written";
}

/** The whole file appears at once; one that is there already and says the same is left alone. */
export async function writeTargetSheet(
  sheet: TargetSheet,
  { out }: Workspace,
  { isDry }: { readonly isDry: boolean },
): Promise<WrittenSheet> {
  const file = join(out, "targets", `${sheet.operator.id}-${sheet.year}.pdf`);
  const bytes = await renderTargetSheet(sheet);
  const differences = verifyTargetSheet(bytes, sheet);
  if (differences.length > 0) throw jobError("read-back", { file, differences });
  noteUntagged({ name: file, bytes });
  if (isDry) return { file, state: "not written" };
  if ((await readFile(file).catch(() => undefined))?.equals(bytes)) return { file, state: "unchanged" };
  const staged = `${file}.${process.pid}.new`;
  try {
    await writeWhole(staged, bytes);
    await rename(staged, file);
  } finally {
    await rm(staged, { force: true });
  }
  return { file, state: "written" };
}
