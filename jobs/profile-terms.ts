/** The shape of what a profile says of its charter's own terms, where the law sets terms too. */
import { z } from "zod";
import { type CharterTerms, indemnityCases } from "../reports/charter-terms.ts";
import { mapping, text } from "./profile-shapes.ts";

const cited = { words: text, section: text };

const assistance = mapping({
  // Unquoted, YAML would read 0775824309 as a number and lose its zero.
  number: z.string().regex(/^\d{3,}$/, 'must be a telephone number of digits alone, in quotes, as "0775824309"'),
  cost: z.enum(["free", "paid"]),
  ...cited,
});

const indemnity = mapping({
  for: z.enum(indemnityCases),
  service: z.enum(["main", "ancillary"]),
  amount: z.string().regex(/^\d+(\.\d+)?$/, 'must be euro a day as a decimal with a dot, in quotes, as "1.00"'),
  ...cited,
});

export const terms = mapping({
  assistance: z.array(assistance).default([]),
  indemnities: z.array(indemnity).default([]),
}) satisfies z.ZodType<CharterTerms>;
