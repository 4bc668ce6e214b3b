/** What every step shares: whose report it is, and a clock around the work that counts. */
import { join } from "node:path";
import { loadProfile } from "../../jobs/profile.ts";
import { actsOf } from "../../jobs/run.ts";
import { templateFolder } from "../../jobs/workspace.ts";
import { period as periodOf } from "../../reports/period.ts";
import { Engine } from "../../sql/engine.ts";

export interface Timing {
  readonly ms: number;
  readonly rows: number;
  readonly digest?: string;
  /** Folder of what was sealed. */
  readonly folder?: string;
}

export const period = periodOf(2026, 1);
export const profile = await loadProfile(join(templateFolder("operators"), "cielo.yaml"));
export const acts = actsOf(profile, period);

export async function timed<T>(work: () => Promise<T>): Promise<readonly [ms: number, result: T]> {
  const startedAt = performance.now();
  const result = await work();
  return [performance.now() - startedAt, result];
}

export async function withEngine(folder: string, work: (engine: Engine) => Promise<Timing>): Promise<Timing> {
  const engine = await Engine.open({ spillFolder: join(folder, "spill") });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
