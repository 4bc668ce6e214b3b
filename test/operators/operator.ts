import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadProfile } from "../../jobs/profile.ts";
import type { Target } from "../../reports/target.ts";

const root = join(import.meta.dirname, "../..");

/** A profile as it is shipped, and the charter it was taken from. */
export async function operator(id: string) {
  const charter = await readFile(join(root, `test/corpus/charters/${id}.txt`), "utf8");
  return {
    profile: await loadProfile(join(root, `templates/operators/${id}.yaml`)),
    charter: oneSpace(charter),
  };
}

/** Charters break lines and double spaces where they please. */
export function oneSpace(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** How many targets there are of each act, indicator and measure. */
export function countsOf(targets: readonly Target[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { act, indicator, measure } of targets) {
    const key = `${act} ${indicator} ${measure}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
