/** The worked examples of every act of the Authority. */
import { examples79 } from "./79-09-csp.ts";
import { examples131 } from "./131-06-csp.ts";
import { examples156 } from "./156-23-cons.ts";
import { examples244 } from "./244-08-csp.ts";
import { examples254 } from "./254-04-csp.ts";
import { examples255 } from "./255-24-cons.ts";
import type { Example } from "./example.ts";

/** Act id → examples, in the order of the act's indicators. */
export const examples: ReadonlyMap<string, readonly Example[]> = new Map([
  ["131-06-csp", examples131],
  ["244-08-csp", examples244],
  ["254-04-csp", examples254],
  ["79-09-csp", examples79],
  ["156-23-cons", examples156],
  ["255-24-cons", examples255],
]);
