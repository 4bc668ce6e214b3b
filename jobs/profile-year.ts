/** A profile as a report of one year reads it. */
import { standingIn, targetsFor } from "../reports/target.ts";
import type { Profile } from "./profile.ts";

/** Targets and commitments of several years stand side by side in a profile; of each promise one holds. */
export function profileIn(year: number, profile: Profile): Profile {
  return {
    ...profile,
    targets: targetsFor(profile.targets, year),
    commitments: standingIn(year, profile.commitments, ({ id }) => id),
  };
}
