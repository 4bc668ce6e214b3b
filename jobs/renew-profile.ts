/** Adds next year's targets to the profile of a workspace, all at once or not at all. */
import { chmod, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "./files.ts";
import { type Renewal, renewedTargets } from "./renew-targets.ts";
import type { Workspace } from "./workspace.ts";

export interface RenewedProfile extends Omit<Renewal, "text"> {
  /** Where the profile lies now. */
  readonly file: string;
  readonly state: "written" | "unchanged" | "not written";
}

const byteOrderMark = "\uFEFF";

/**
 * `from` is the profile that was found; one that comes along is never written to, its renewed copy goes into the workspace's
 * operators/.
 */
export async function renewProfile(
  from: { readonly file: string; readonly id: string },
  { folder }: Workspace,
  { year, isDry }: { readonly year: number; readonly isDry: boolean },
): Promise<RenewedProfile> {
  const bytes = await readFile(from.file, "utf8");
  const mark = bytes.startsWith(byteOrderMark) ? byteOrderMark : "";
  const { text, targets, commitments } = renewedTargets(bytes.slice(mark.length), from.file, year);
  const file = join(folder, "operators", `${from.id}.yaml`);
  const renewed = { file, targets, commitments };
  if (targets.length + commitments.length === 0) return { ...renewed, file: from.file, state: "unchanged" };
  if (isDry) return { ...renewed, state: "not written" };
  // Through a link the file that it leads to is replaced, and the link stays.
  const place = await realpath(file).catch(() => file);
  const staged = `${place}.${process.pid}.new`;
  try {
    await writeWhole(staged, `${mark}${text}`);
    await chmod(staged, (await stat(from.file)).mode & 0o777);
    await rename(staged, place);
  } finally {
    await rm(staged, { force: true });
  }
  return { ...renewed, state: "written" };
}
