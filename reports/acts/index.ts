/** Every act known, in the order in which they are reported. */
import type { Act } from "../act.ts";
import { act79 } from "./79-09-csp.ts";
import { act131 } from "./131-06-csp.ts";
import { act244 } from "./244-08-csp.ts";
import { act254 } from "./254-04-csp.ts";

export const acts: readonly Act[] = [act131, act244, act254, act79];

export function actOf(id: string): Act | undefined {
  return acts.find((act) => act.id === id);
}
