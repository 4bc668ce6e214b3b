/** Every act known, in the order in which they are reported. */
import type { Act } from "../act.ts";
import { act79 } from "./79-09-csp.ts";
import { act131 } from "./131-06-csp.ts";
import { act156 } from "./156-23-cons.ts";
import { act244 } from "./244-08-csp.ts";
import { act254 } from "./254-04-csp.ts";
import { act255 } from "./255-24-cons.ts";

export const acts: readonly Act[] = [act131, act244, act254, act79, act156, act255];

export function actOf(id: string): Act | undefined {
  return acts.find((act) => act.id === id);
}
